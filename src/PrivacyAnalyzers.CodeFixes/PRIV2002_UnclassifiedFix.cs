using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Classifies a member as guessed, alone or with a retention rule of the statement, or says that it is about nobody.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2002_UnclassifiedFix))]
[Shared]
public sealed class PRIV2002_UnclassifiedFix : CodeFixProvider
{
    private const string ClassifyKey = "PRIV2002";
    private const string RetentionPrefix = "PRIV2002:";
    private const string NotPersonalKey = "PRIV2002=NotPersonal";

    private static readonly DocumentFixAll FixAll = new("Classify what looks like personal data", FixAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2002_Unclassified.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var coverage = new RetentionCoverage(model.Compilation);
        PrivacyStatement? statement = StatementLocator.Load(context.Document.Project.AnalyzerOptions, context.CancellationToken)?.Statement;
        await FixAll.RegisterAsync(context, (root, diagnostic) => Offers(root, diagnostic, model, coverage, statement, context.CancellationToken)).ConfigureAwait(false);
    }

    private static IEnumerable<(string Key, string Title)> Offers(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, RetentionCoverage coverage, PrivacyStatement? statement, CancellationToken cancellation)
    {
        if (AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is not { } target || AttributeOf(diagnostic) is not { } attribute)
            yield break;
        yield return (ClassifyKey, $"Classify as [{attribute}]");
        if (statement is not null && NeedsRetention(model, target, coverage, cancellation))
        {
            foreach (string rule in StatementNames.Of(statement, NameKind.Retention))
                yield return (RetentionPrefix + rule, $"Classify as [{attribute}] with [Retention({SyntaxFactory.Literal(rule)})]");
        }

        yield return (NotPersonalKey, "Say [NotPersonal(\"reason\")]");
    }

    private static string? RuleIn(string? key) =>
        key?.StartsWith(RetentionPrefix, StringComparison.Ordinal) == true ? key.Substring(RetentionPrefix.Length) : null;

    private static string? AttributeOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(PRIV2002_Unclassified.CategoryKey, out string? category) && category is not null ? Categories.AttributeOf(category) : null;

    /// <summary>Whether nothing says yet how long the member is kept.</summary>
    private static bool NeedsRetention(SemanticModel model, SyntaxNode target, RetentionCoverage coverage, CancellationToken cancellation)
    {
        SyntaxNode declared = target is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : target;
        ISymbol? symbol = model.GetDeclaredSymbol(declared, cancellation);
        if (symbol is IParameterSymbol parameter)
            symbol = parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
        return symbol?.ContainingType is { } type && !RetentionCoverage.IsMemberCovered(symbol) && !RetentionCoverage.IsTransient(type) && !coverage.IsTypeCovered(type, cancellation);
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        // A reason is written for one member: [NotPersonal] is never put on many at once.
        bool isNotPersonal = key == NotPersonalKey;
        if ((isNotPersonal && diagnostics.Length > 1) || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        string? rule = RuleIn(key);
        var coverage = new RetentionCoverage(model.Compilation);
        var marks = new Dictionary<SyntaxNode, Mark[]>();

        // Several fields of one declaration share its attributes: the first decides.
        foreach (IGrouping<SyntaxNode, Diagnostic> group in diagnostics
            .Where(diagnostic => AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is not null && AttributeOf(diagnostic) is not null)
            .GroupBy(diagnostic => AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan)!))
        {
            var attributes = new List<Mark> { isNotPersonal ? new Mark("NotPersonal", Arguments: "(\"reason\")") : new Mark(AttributeOf(group.First())!) };
            if (rule is not null && NeedsRetention(model, group.Key, coverage, cancellation))
                attributes.Add(new Mark("Retention", Arguments: $"({SyntaxFactory.Literal(rule)})"));
            marks.Add(group.Key, attributes.ToArray());
        }

        return document.WithSyntaxRoot(Marks.Write(root, model, marks));
    }
}
