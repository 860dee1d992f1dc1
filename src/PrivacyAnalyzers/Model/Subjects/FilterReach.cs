using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Tells two kinds of query filter apart. One that looks at nothing but the row hides rows from everybody, as soft deletion does:
/// a person's rights reach past it. One that depends on the context or on ambient state separates tenants: it stays.
/// </summary>
internal static class FilterReach
{
    public static bool LooksAtRowOnly(LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation)
    {
        foreach (SyntaxNode node in lambda.Body.DescendantNodesAndSelf())
        {
            if (node is ThisExpressionSyntax or BaseExpressionSyntax)
                return false;
            if (node is IdentifierNameSyntax identifier && DependsOnMore(identifier, lambda, model, cancellation))
                return false;
        }

        return true;
    }

    private static bool DependsOnMore(IdentifierNameSyntax identifier, LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation)
    {
        // `row.Deleted` is judged by `row`; its name alone says nothing.
        bool isNamePart = identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier;
        switch (model.GetSymbolInfo(identifier, cancellation).Symbol)
        {
            case IParameterSymbol parameter:
                return !parameter.DeclaringSyntaxReferences.Any(reference => lambda.Span.Contains(reference.Span));
            case ILocalSymbol local:
                return !local.IsConst && !local.DeclaringSyntaxReferences.Any(reference => lambda.Span.Contains(reference.Span));
            case IFieldSymbol field:
                return field.IsStatic ? !field.IsConst && !IsFramework(field) : !isNamePart;
            case IPropertySymbol property:
                return property.IsStatic ? !IsFramework(property) : !isNamePart;
            case IMethodSymbol method:
                return method.IsStatic ? !IsFramework(method) && !method.IsExtensionMethod : !isNamePart;
            default:
                return false;
        }
    }

    private static bool IsFramework(ISymbol symbol) =>
        symbol.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space == EfCore.Namespace);
}
