using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Hints;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>A mark that may be what a type lacks: which one is for a person to choose.</summary>
/// <param name="Key">The equivalence key: Fix All takes the same choice everywhere.</param>
internal sealed record OfferedMark(string Key, string Title, SyntaxNode Target, Mark Mark)
{
    /// <summary>A mark for a member of the type, where it is written in the same file.</summary>
    public static OfferedMark? OfMember(string prefix, ISymbol member, Mark mark, SyntaxTree file, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == file)?.GetSyntax(cancellation) is { } target
            ? new OfferedMark(prefix + member.Name, $"Mark '{member.Name}' [{mark.Attribute}{mark.Arguments}]", target, mark)
            : null;

    /// <summary>One for each of the type's properties that may be meant.</summary>
    public static IEnumerable<OfferedMark> OfMembers(string prefix, INamedTypeSymbol type, Mark mark, Func<IPropertySymbol, bool> mayBe, SyntaxTree file, CancellationToken cancellation) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(mayBe).Select(member => OfMember(prefix, member, mark, file, cancellation)).OfType<OfferedMark>();
}

/// <summary>Offers marks for the type that a finding stands at, or whose member it stands at.</summary>
/// <param name="title">What Fix All is called.</param>
/// <param name="find">What is offered for a finding about the type.</param>
internal sealed class OfferedMarks(string title, Func<INamedTypeSymbol, Diagnostic, SemanticModel, CancellationToken, IEnumerable<OfferedMark>> find)
{
    private DocumentFixAll? _fixAll;

    public DocumentFixAll FixAll => _fixAll ??= new DocumentFixAll(title, FixAsync);

    public async Task RegisterAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        await FixAll.RegisterAsync(context, (root, diagnostic) => Offers(root, diagnostic, model, context.CancellationToken).Select(static offer => (offer.Key, offer.Title))).ConfigureAwait(false);
    }

    /// <summary>Whether a member's name has a word of the event or choice that it would record.</summary>
    public static bool SharesWord(ISymbol member, string name) =>
        NameWords.Of(member.Name).ToList().Intersect(NameWords.Of(Vocabulary.ToIdentifier(name)).ToList(), StringComparer.Ordinal).Any();

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;

        // Several findings about one type may ask for one mark.
        Dictionary<SyntaxNode, Mark[]> marks = diagnostics.SelectMany(diagnostic => Offers(root, diagnostic, model, cancellation)).Where(offer => offer.Key == key)
            .GroupBy(offer => offer.Target).ToDictionary(group => group.Key, group => new[] { group.First().Mark });
        return document.WithSyntaxRoot(Marks.Write(root, model, marks));
    }

    private IEnumerable<OfferedMark> Offers(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        // At a context's property the type is of another assembly.
        if (AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is not { } target || target.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration ||
            model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type || EfCore.IsContext(type))
        {
            return [];
        }

        return find(type, diagnostic, model, cancellation);
    }
}
