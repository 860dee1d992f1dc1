using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>Claims that a lambda chooses by their type: the look-up by a constant that the catalogue names, written out.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>What is labelled of the elements that the lambdas of a call let through.</summary>
    private SourceOrigin? ChosenBy(CallBinding call, ITypeSymbol? elementType)
    {
        if (elementType is not INamedTypeSymbol { Name: "Claim" } claim || _engine.Facts.KeyedClaims(claim) is not { } keyed)
            return null;
        foreach (Value value in call.Values)
        {
            foreach (AbstractObject @object in value.Objects)
            {
                if (@object.Closure is { Lambda: { Syntax: LambdaExpressionSyntax { ExpressionBody: { } test } } lambda } closure && NestedBody(closure.Method, lambda) is { } nested && nested.AsksFor(test, keyed))
                    return claim.GetMembers("Value").FirstOrDefault() is { } text ? Declared(text, keyed.Category) : null;
            }
        }

        return null;
    }

    private Value ClaimWith(SourceOrigin text, IOperation site)
    {
        AbstractObject claim = AllocateAt(site, text.Member.ContainingType, AllocationPart.Claim);
        Write(claim, AccessStep.Of(text.Member), Labelled(text, site.Syntax));
        return Value.Of(claim);
    }

    /// <summary>Whether what a test lets through may have such a type: one of the comparisons that are not denied asks for it.</summary>
    private bool AsksFor(ExpressionSyntax test, KeyedSource keyed)
    {
        Dictionary<SyntaxNode, string>? asked = null;
        foreach (IOperation operation in _graph.Blocks.SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations).SelectMany(static each => each.DescendantsAndSelf()))
        {
            if (ClaimTypeOf(operation) is { } type)
                (asked ??= [])[operation.Syntax] = type;
        }

        var pending = new Stack<ExpressionSyntax>();
        pending.Push(test);
        while (asked is not null && pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    pending.Push(parenthesized.Expression);
                    break;
                case BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) || either.IsKind(SyntaxKind.LogicalAndExpression):
                    pending.Push(either.Left);
                    pending.Push(either.Right);
                    break;
                case { } comparison when asked.TryGetValue(comparison, out string? type) && keyed.Key.Holds(type):
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>claim.Type == "email"</c>: the constant.</summary>
    public static string? ClaimTypeOf(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => IsClaimType(equals.LeftOperand) ? ConstantOf(equals.RightOperand) : IsClaimType(equals.RightOperand) ? ConstantOf(equals.LeftOperand) : null,
        IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: { Length: > 0 } arguments } when IsClaimType(instance) => ConstantOf(arguments[0].Value),
        _ => null,
    };

    private static bool IsClaimType(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: "Type", ContainingType.Name: "Claim" } };
}
