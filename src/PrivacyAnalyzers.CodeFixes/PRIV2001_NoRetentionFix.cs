using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Offers each retention rule of the project's statement for personal data that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2001_NoRetentionFix))]
[Shared]
public sealed class PRIV2001_NoRetentionFix : CodeFixProvider
{
    private const string KeyPrefix = "PRIV2001:";

    private static readonly DocumentFixAll FixAll = new("Add the retention rule", (document, diagnostics, key, cancellation) =>
        key?.StartsWith(KeyPrefix, StringComparison.Ordinal) == true
            ? FixAsync(document, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan), key.Substring(KeyPrefix.Length), cancellation)
            : Task.FromResult(document));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2001_NoRetention.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (StatementLocator.Load(context.Document.Project.AnalyzerOptions, context.CancellationToken)?.Statement is not { } statement ||
            await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation ||
            compilation.GetTypesByMetadataName(PrivacyAttributes.MetadataName("RetentionAttribute")).IsEmpty)
        {
            return;
        }

        await FixAll.RegisterAsync(context, (root, diagnostic) => AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is null
            ? []
            : StatementNames.Of(statement, NameKind.Retention).Select(rule => (KeyPrefix + rule, $"Add [Retention({SyntaxFactory.Literal(rule)})]"))).ConfigureAwait(false);
    }

    private static async Task<Document> FixAsync(Document document, IEnumerable<TextSpan> spans, string rule, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        // Several fields of one declaration share its attributes.
        List<SyntaxNode> targets = spans.Select(span => AttributeInsertion.TargetAt(root, span)).OfType<SyntaxNode>().Distinct().ToList();
        Dictionary<SyntaxNode, string?> names = targets.ToDictionary(target => target, target => AttributeInsertion.VisibleName(model, target.SpanStart, "Retention"));
        SyntaxTrivia lineEnd = AttributeInsertion.LineEnd(root);
        CompilationUnitSyntax changed = root.ReplaceNodes(
            targets,
            (original, rewritten) => AttributeInsertion.Add(rewritten, $"{names[original] ?? "Retention"}({SyntaxFactory.Literal(rule)})", lineEnd));
        if (names.ContainsValue(null))
            changed = UsingDirectives.Add(changed, PrivacyAttributes.Namespace, lineEnd);
        return document.WithSyntaxRoot(changed);
    }
}
