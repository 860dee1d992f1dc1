using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Whether code is compiled, or called, in debug builds only: where it would be gone without <c>DEBUG</c>, whatever else is defined.</summary>
internal static class DebugBuilds
{
    private const string Debug = "DEBUG";

    /// <summary>Conditions that are nested deeper are written by programs.</summary>
    private const int MaxDepth = 100;

    public static bool Hold(SyntaxNode node, CancellationToken cancellation) => StandsInBranch(node, cancellation) || IsCalledOnlyThere(node);

    private static bool StandsInBranch(SyntaxNode node, CancellationToken cancellation)
    {
        // A chain of calls may begin before the directive: its last token is what the directive is about.
        int place = node.GetLastToken().SpanStart;
        var open = new Stack<Branch>();
        for (DirectiveTriviaSyntax? directive = node.SyntaxTree.GetRoot(cancellation).GetFirstDirective(); directive is not null && directive.SpanStart < place; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax opening:
                    open.Push(Branch.First(Value(opening.Condition)));
                    break;
                case ElifDirectiveTriviaSyntax otherwise when open.Count > 0:
                    open.Push(open.Pop().Next(Value(otherwise.Condition)));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Push(open.Pop().Next(true));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Any(branch => branch.IsGone);
    }

    /// <summary><c>[Conditional("DEBUG")]</c>: other builds do not call the method.</summary>
    private static bool IsCalledOnlyThere(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method &&
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute =>
            attribute is { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: Debug } }] } && attribute.Name.ToString() is { } name &&
            name.Substring(name.LastIndexOf('.') + 1) is "Conditional" or "ConditionalAttribute");

    /// <summary>A condition's value where <c>DEBUG</c> is not defined; <see langword="null"/> where it depends on other symbols.</summary>
    private static bool? Value(ExpressionSyntax condition, int depth = 0) => depth > MaxDepth ? null : condition switch
    {
        ParenthesizedExpressionSyntax inner => Value(inner.Expression, depth + 1),
        IdentifierNameSyntax { Identifier.ValueText: Debug } => false,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.TrueLiteralExpression) => true,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression) => false,
        PrefixUnaryExpressionSyntax negated when negated.IsKind(SyntaxKind.LogicalNotExpression) => !Value(negated.Operand, depth + 1),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => Value(both.Left, depth + 1) & Value(both.Right, depth + 1),
        BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression) => Value(either.Left, depth + 1) | Value(either.Right, depth + 1),
        BinaryExpressionSyntax equal when equal.IsKind(SyntaxKind.EqualsExpression) => Value(equal.Left, depth + 1) is { } left && Value(equal.Right, depth + 1) is { } right ? left == right : null,
        BinaryExpressionSyntax differs when differs.IsKind(SyntaxKind.NotEqualsExpression) => Value(differs.Left, depth + 1) is { } left && Value(differs.Right, depth + 1) is { } right ? left != right : null,
        _ => null,
    };

    /// <param name="IsGone">Whether the branch that is being read is left out without <c>DEBUG</c>.</param>
    /// <param name="IsTaken">Whether one up to here is compiled then in any case, so that no later one is.</param>
    private readonly record struct Branch(bool IsGone, bool IsTaken)
    {
        public static Branch First(bool? condition) => new(condition == false, condition == true);

        public Branch Next(bool? condition) => new(IsTaken || condition == false, IsTaken || condition == true);
    }
}
