using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Flow;

/// <summary>A text that a constructor asks for its length, or whether it is there, and does nothing else with.</summary>
internal static class MeasuredParameter
{
    public static bool Is(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.System_String || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor || constructor.DeclaringSyntaxReferences.IsEmpty)
            return false;

        // Of a partial constructor, the part with the body uses it, by a name of its own.
        IMethodSymbol written = constructor.PartialImplementationPart ?? constructor;
        string called = written.Parameters[parameter.Ordinal].Name;

        // Any part of a type may use what its primary constructor takes.
        return (IsPrimary(written) ? written.ContainingType : (ISymbol)written).DeclaringSyntaxReferences.Select(static part => part.GetSyntax()).SelectMany(static scope => scope.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .All(name => name.Identifier.ValueText != called || IsOther(name) || IsMeasure(name));
    }

    /// <summary>Whether the type itself is declared with these parameters.</summary>
    public static bool IsPrimary(IMethodSymbol constructor) =>
        !constructor.DeclaringSyntaxReferences.IsEmpty && constructor.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax;

    /// <summary>The name of something else: a member of an object, a parameter that is named at a call.</summary>
    private static bool IsOther(IdentifierNameSyntax name) =>
        name.Parent is NameColonSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    private static bool IsMeasure(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } => true,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } => constant.IsKind(SyntaxKind.NullLiteralExpression),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } } => constant.IsKind(SyntaxKind.NullLiteralExpression),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } => called is IdentifierNameSyntax { Identifier.ValueText: "nameof" } or MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" },
        _ => false,
    };
}
