using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Rules.Obligations;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// Marks the method that tells the person of a decision, or with which somebody reviews it, where the code has one whose name says so. A
/// method that is not there, or a call that is not made, is not for a fix to invent.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV5001_UnannouncedDecisionFix))]
[Shared]
public sealed class PRIV5001_UnannouncedDecisionFix : CodeFixProvider
{
    private const string Notice = "SubjectNotice";

    private static readonly ImmutableArray<string> NoticeVerbs = ImmutableArray.Create("Notify", "Inform", "Tell", "Announce", "Send", "Publish");
    private static readonly ImmutableArray<string> ReviewVerbs = ImmutableArray.Create("Review", "Overrule", "Overturn", "Appeal", "Reconsider");

    private static readonly MarkDeclarations Declarations = new("Mark the methods that notify or review", Find);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV5001_UnannouncedDecision.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Declarations;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        Declarations.RegisterAsync(context, "PRIV5001", static (method, mark) => $"Mark '{method.Name}' [{mark.Attribute}{mark.Arguments}]");

    private static (ISymbol, Mark)? Find(Diagnostic diagnostic, Compilation compilation, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PRIV5001_UnannouncedDecision.MarkKey, out string? attribute) || attribute is null ||
            !diagnostic.Properties.TryGetValue(PRIV5001_UnannouncedDecision.DecisionKey, out string? decision) || decision is null ||
            diagnostic.Location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree) ||
            tree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } declaration ||
            compilation.GetSemanticModel(tree) is not { } model || model.GetDeclaredSymbol(declaration, cancellation) is not { } method)
        {
            return null;
        }

        attribute = attribute.Substring(0, attribute.Length - "Attribute".Length);
        IMethodSymbol[] candidates = attribute == Notice
            ? Named(Called(declaration, model, cancellation), NoticeVerbs)
            : Named(method.ContainingType.GetMembers().OfType<IMethodSymbol>(), ReviewVerbs);

        // Of several it is not plain which one is meant.
        return candidates is [var only] ? (only, new Mark(attribute, Arguments: $"({SyntaxFactory.Literal(decision)})")) : null;
    }

    private static IEnumerable<IMethodSymbol> Called(SyntaxNode declaration, SemanticModel model, CancellationToken cancellation) =>
        declaration.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => model.GetSymbolInfo(call, cancellation).Symbol).OfType<IMethodSymbol>();

    private static IMethodSymbol[] Named(IEnumerable<IMethodSymbol> methods, ImmutableArray<string> verbs) => methods
        .Select(method => (method.ReducedFrom ?? method).OriginalDefinition)
        .Where(method => method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, DeclaringSyntaxReferences.Length: > 0 } && verbs.Any(verb => BeginsWith(method.Name, verb)))
        .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToArray();

    /// <summary>Whether the name's first word is the verb.</summary>
    private static bool BeginsWith(string name, string verb) =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length]));
}
