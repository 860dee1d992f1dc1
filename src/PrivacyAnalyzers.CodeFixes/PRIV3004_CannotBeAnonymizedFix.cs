using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Rights;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// Lets a member be null, or be set, so that its value can be replaced. Only references are made nullable: code that reads a number would
/// no longer compile. Which value takes another's place is not for a fix to say.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV3004_CannotBeAnonymizedFix))]
[Shared]
public sealed class PRIV3004_CannotBeAnonymizedFix : CodeFixProvider
{
    private const string Prefix = "PRIV3004.";

    private static readonly DocumentFixAll FixAll = new("Let the values be replaced", FixAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV3004_CannotBeAnonymized.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        await FixAll.RegisterAsync(context, (root, diagnostic) => Find(root, diagnostic, model, context.CancellationToken) is { } change ? [(Prefix + change.Remedy, change.Title)] : []).ConfigureAwait(false);
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return document;
        Dictionary<SyntaxNode, SyntaxNode> changes = diagnostics.Select(diagnostic => Find(root, diagnostic, model, cancellation)).OfType<Change>().Where(change => Prefix + change.Remedy == key)
            .GroupBy(change => change.Before).ToDictionary(group => group.Key, group => group.First().After);
        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (original, _) => changes[original]));
    }

    private static Change? Find(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PRIV3004_CannotBeAnonymized.RemedyKey, out string? text) || !Enum.TryParse(text, out AnonymizationRemedy remedy) ||
            AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is not { } declaration)
        {
            return null;
        }

        return (remedy, declaration) switch
        {
            (AnonymizationRemedy.Nullable, PropertyDeclarationSyntax property) when CanBeNull(property.Type, model, cancellation) && !IsBound(property, model, cancellation) => new Change(
                remedy, "Let it be null", property, Nullable(property)),
            (AnonymizationRemedy.Nullable, ParameterSyntax { Type: { } type } parameter) when CanBeNull(type, model, cancellation) => new Change(remedy, "Let it be null", parameter, parameter.WithType(Nullable(type))),
            (AnonymizationRemedy.Setter, PropertyDeclarationSyntax { AccessorList: { } accessors } property) when !IsBound(property, model, cancellation) && Settable(accessors) is { } settable => new Change(
                remedy, "Give it a setter", property, property.WithAccessorList(settable)),
            _ => null,
        };
    }

    private static bool CanBeNull(TypeSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type is not NullableTypeSyntax && model.GetTypeInfo(type, cancellation).Type is { IsReferenceType: true } && model.GetNullableContext(type.SpanStart).AnnotationsEnabled();

    /// <summary>What a base or an interface declares too cannot change by itself.</summary>
    private static bool IsBound(PropertyDeclarationSyntax property, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(property, cancellation) is not { IsOverride: false, IsVirtual: false, IsAbstract: false, ContainingType: { IsReadOnly: false } type } symbol ||
        type.AllInterfaces.SelectMany(each => each.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));

    private static PropertyDeclarationSyntax Nullable(PropertyDeclarationSyntax property)
    {
        PropertyDeclarationSyntax changed = property.WithType(Nullable(property.Type));

        // What said that null is none has nothing to say any more.
        bool isForgiven = property.Initializer?.Value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: LiteralExpressionSyntax };
        return isForgiven
            ? changed.WithInitializer(null).WithSemicolonToken(default).WithAccessorList(changed.AccessorList!.WithTrailingTrivia(property.GetTrailingTrivia()))
            : changed;
    }

    private static NullableTypeSyntax Nullable(TypeSyntax type) => SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);

    private static AccessorListSyntax? Settable(AccessorListSyntax accessors)
    {
        SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.SetKeyword);
        if (accessors.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration)) is { } init)
            return accessors.ReplaceNode(init, SyntaxFactory.AccessorDeclaration(SyntaxKind.SetAccessorDeclaration, init.AttributeLists, default, keyword, init.Body, init.ExpressionBody, init.SemicolonToken).WithTriviaFrom(init));
        if (accessors.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is { } set)
            return accessors.ReplaceNode(set, set.WithModifiers(default).WithTriviaFrom(set));

        // What is computed has nowhere to keep a value.
        return accessors.Accessors is [{ Body: null, ExpressionBody: null } get]
            ? accessors.AddAccessors(SyntaxFactory.AccessorDeclaration(SyntaxKind.SetAccessorDeclaration, default, default, keyword, null, null, get.SemicolonToken).WithTriviaFrom(get))
            : null;
    }

    private sealed record Change(AnonymizationRemedy Remedy, string Title, SyntaxNode Before, SyntaxNode After);
}
