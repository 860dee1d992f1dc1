using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Chains of builder calls: what a call names, and what is called on its result.</summary>
internal static class FluentSyntax
{
    public static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : null;

    public static IMethodSymbol? MethodOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        SymbolInfo info = model.GetSymbolInfo(call, cancellation);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
    }

    /// <summary>The entity that a builder configures; for an owned type's builder the owned type.</summary>
    public static INamedTypeSymbol? EntityOf(INamedTypeSymbol builder) => builder.Name switch
    {
        "EntityTypeBuilder" when builder.TypeArguments.Length == 1 => builder.TypeArguments[0] as INamedTypeSymbol,
        "OwnedNavigationBuilder" when builder.TypeArguments.Length == 2 => builder.TypeArguments[1] as INamedTypeSymbol,
        "ComplexPropertyBuilder" when builder.TypeArguments.Length == 1 => builder.TypeArguments[0] as INamedTypeSymbol,
        _ => null,
    };

    /// <summary>The calls on this call's result, in order.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Following(InvocationExpressionSyntax call)
    {
        SyntaxNode current = call;
        while (current.Parent is MemberAccessExpressionSyntax access && access.Expression == current && access.Parent is InvocationExpressionSyntax next)
        {
            yield return next;
            current = next;
        }
    }

    /// <summary>The members that a call's lambda or names select: <c>x =&gt; x.A</c>, <c>x =&gt; new { x.A, x.B }</c>, <c>"A", nameof(B)</c>.</summary>
    public static IReadOnlyList<string> Members(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var members = new List<string>();
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is LambdaExpressionSyntax { ExpressionBody: { } body })
            {
                if (members.Count == 0)
                    AddSelected(body, members);
            }
            else if (model.GetConstantValue(argument.Expression, cancellation).Value is string name)
            {
                members.Add(name);
            }
        }

        return members;
    }

    /// <summary>Whether a switch such as <c>IsUnique()</c> is on: it has no argument, or not <c>false</c>.</summary>
    public static bool IsOn(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 0 || !call.ArgumentList.Arguments[0].Expression.IsKind(SyntaxKind.FalseLiteralExpression);

    private static void AddSelected(ExpressionSyntax body, List<string> members)
    {
        switch (body)
        {
            case MemberAccessExpressionSyntax access:
                members.Add(access.Name.Identifier.ValueText);
                break;
            case CastExpressionSyntax cast:
                AddSelected(cast.Expression, members);
                break;
            case PostfixUnaryExpressionSyntax suppressed:
                AddSelected(suppressed.Operand, members);
                break;
            case ParenthesizedExpressionSyntax inner:
                AddSelected(inner.Expression, members);
                break;
            case AnonymousObjectCreationExpressionSyntax anonymous:
                foreach (AnonymousObjectMemberDeclaratorSyntax initializer in anonymous.Initializers)
                    AddSelected(initializer.Expression, members);
                break;
        }
    }
}
