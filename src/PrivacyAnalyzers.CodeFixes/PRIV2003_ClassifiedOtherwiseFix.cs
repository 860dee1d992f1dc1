using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Rules.Classification;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Takes away a classification that contradicts the member's base or interface: without one it has theirs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2003_ClassifiedOtherwiseFix))]
[Shared]
public sealed class PRIV2003_ClassifiedOtherwiseFix : CodeFixProvider
{
    private const string Key = "PRIV2003";

    private static readonly DocumentFixAll FixAll = new("Classify as the base or interface does", static (document, diagnostics, _, cancellation) => FixAsync(document, diagnostics, cancellation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2003_ClassifiedOtherwise.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        await FixAll.RegisterAsync(context, Key, (root, diagnostic) => Find(root, diagnostic, model, context.CancellationToken) is { } found ? $"Leave out [{found.Attribute.Name}]" : null).ConfigureAwait(false);
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        Dictionary<SyntaxNode, AttributeSyntax> found = diagnostics.Select(diagnostic => Find(root, diagnostic, model, cancellation)).OfType<(SyntaxNode Declaration, AttributeSyntax Attribute)>()
            .GroupBy(each => each.Declaration).ToDictionary(group => group.Key, group => group.First().Attribute);
        return document.WithSyntaxRoot(root.ReplaceNodes(found.Keys, (original, _) => AttributeInsertion.Remove(original, found[original])));
    }

    private static (SyntaxNode Declaration, AttributeSyntax Attribute)? Find(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        SyntaxNode? declaration = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(static node => node is ParameterSyntax or BasePropertyDeclarationSyntax or MethodDeclarationSyntax);
        AttributeSyntax[] attributes = AttributeInsertion.ListsOf(declaration).SelectMany(list => list.Attributes).Where(attribute => Classifies(model.GetTypeInfo(attribute, cancellation).Type)).ToArray();

        // Of several it is not plain which one is meant.
        return attributes.Length == 1 ? (declaration!, attributes[0]) : null;
    }

    private static bool Classifies(ITypeSymbol? attribute)
    {
        for (ITypeSymbol? current = attribute; current is not null; current = current.BaseType)
        {
            if (current.Name is "DataClassificationAttribute" or "NotPersonalAttribute" or "PersonalDataAttribute")
                return true;
        }

        return false;
    }
}
