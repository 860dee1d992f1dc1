using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Classification;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks the member that holds a person's key as what leads there, or the type as the person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2004_UnreachedFix))]
[Shared]
public sealed class PRIV2004_UnreachedFix : CodeFixProvider
{
    /// <summary>The equivalence key of the fix that marks the type as a data subject.</summary>
    public const string SubjectKey = "PRIV2004.Subject";

    /// <summary>What the equivalence keys of the fixes that mark a key begin with; the member's and the person's name follow.</summary>
    public const string LinkPrefix = "PRIV2004.Link:";

    private static readonly DocumentFixAll FixAll = new("Say whom the data is about", FixAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2004_Unreached.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        await FixAll.RegisterAsync(context, (root, diagnostic) => Offers(root, diagnostic, model, context.CancellationToken).Select(static offer => (offer.Key, offer.Title))).ConfigureAwait(false);
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        Dictionary<SyntaxNode, Mark[]> marks = diagnostics.SelectMany(diagnostic => Offers(root, diagnostic, model, cancellation)).Where(offer => offer.Key == key)
            .ToDictionary(offer => offer.Target, offer => new[] { offer.Mark });
        return document.WithSyntaxRoot(Marks.Write(root, model, marks));
    }

    private static IEnumerable<Offer> Offers(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        // At a context's property the type is of another assembly.
        if (AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is not TypeDeclarationSyntax declaration || model.GetDeclaredSymbol(declaration, cancellation) is not { } type)
            yield break;
        IReadOnlyList<string> own = ModelKeys.OfSubject(type, [], model.Compilation);
        foreach (INamedTypeSymbol person in new SourceTypes(model.Compilation).All.Where(ContextModelBuilder.IsMarked).OrderBy(person => person.Name, StringComparer.Ordinal))
        {
            if (ModelKeys.OfSubject(person, [], model.Compilation) is not [var name] || ModelMembers.Readable(person, model.Compilation).FirstOrDefault(member => member.Name == name) is not { } key)
                continue;
            foreach (ISymbol member in type.GetMembers().Where(member => CanLead(member, key) && !own.Contains(member.Name) && !IsOfNavigation(member, type)))
            {
                if (member.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == root.SyntaxTree)?.GetSyntax(cancellation) is { } target)
                    yield return Link(target, member, person, model);
            }
        }

        if (own.Count > 0)
            yield return new Offer(SubjectKey, $"Mark '{type.Name}' [DataSubject]: each of its rows is a person", declaration, new Mark("DataSubject"));
    }

    private static Offer Link(SyntaxNode target, ISymbol member, INamedTypeSymbol person, SemanticModel model)
    {
        var mark = new Mark("SubjectLink", Arguments: $"(typeof({person.ToMinimalDisplayString(model, target.SpanStart)}))");
        return new Offer($"{LinkPrefix}{member.Name}:{person.Name}", $"Mark '{member.Name}' [{mark.Attribute}{mark.Arguments}]", target, mark);
    }

    /// <summary>Whether the member may hold the person's key: of its type, and named as what points elsewhere is.</summary>
    private static bool CanLead(ISymbol member, ISymbol key) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false } property && (property.Name.EndsWith("Id", StringComparison.Ordinal) || property.Name.EndsWith(key.Name, StringComparison.Ordinal)) &&
        MemberShape.TypeOf(key) is { } wanted && SymbolEqualityComparer.Default.Equals(Plain(property.Type), Plain(wanted)) && !MemberAttributes.Has(member, "SubjectLinkAttribute");

    private static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>A foreign key that belongs to a navigation leads to where that does.</summary>
    private static bool IsOfNavigation(ISymbol member, INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Any(other => other.Name.Length < member.Name.Length && member.Name.StartsWith(other.Name, StringComparison.Ordinal) && ModelTypes.Target(other.Type).Target is not null);

    private sealed record Offer(string Key, string Title, SyntaxNode Target, Mark Mark);
}
