using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Says of the method that made the pseudonym that its result identifies nobody.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV1013_PseudonymFix))]
[Shared]
public sealed class PRIV1013_PseudonymFix : CodeFixProvider
{
    private static readonly MarkDeclarations Declarations = new("Mark the methods [Sanitizer]", static (diagnostic, compilation, cancellation) => Find(diagnostic, compilation, cancellation) is { } method ? (method, new Mark("Sanitizer")) : null);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV1013_Pseudonym.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => Declarations;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Declarations.RegisterAsync(context, "PRIV1013", static (method, _) => $"Mark '{method.Name}' [Sanitizer]");

    /// <summary>The last method of the program on the way that gives text back: what comes out of it is what arrives.</summary>
    private static IMethodSymbol? Find(Diagnostic diagnostic, Compilation compilation, CancellationToken cancellation)
    {
        foreach (Location place in diagnostic.AdditionalLocations.Reverse().Prepend(diagnostic.Location))
        {
            if (place.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree) ||
                tree.GetRoot(cancellation).FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(call => place.SourceSpan.Contains(call.Span)) is not { } call ||
                compilation.GetSemanticModel(tree).GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { OriginalDefinition: { MethodKind: MethodKind.Ordinary } method })
            {
                continue;
            }

            method = method.ReducedFrom ?? method;
            if (!method.DeclaringSyntaxReferences.IsEmpty && StringLike.Is(method.ReturnType))
                return method;
        }

        return null;
    }
}
