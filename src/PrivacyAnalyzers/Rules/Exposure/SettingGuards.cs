using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Conditions under which a setting may be on: the environment is asked for by name, or the code is of debug builds only.</summary>
internal sealed class SettingGuards(IEnumerable<ISymbol> questions)
{
    private readonly ImmutableHashSet<ISymbol> _questions = questions.ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);

    /// <summary>Whether the operation stands under such a condition. In which branch does not matter: who asks has thought of it.</summary>
    public bool Cover(IOperation operation, CancellationToken cancellation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            IOperation? condition = current switch
            {
                IConditionalOperation conditional => conditional.Condition,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => binary.LeftOperand,
                ISwitchExpressionOperation @switch => @switch.Value,
                _ => null,
            };
            if (condition is not null && Asks(condition))
                return true;

            // if (!environment.IsDevelopment()) return;
            if (current is IBlockOperation block && block.Operations.Any(statement => statement is IConditionalOperation guard && guard.Syntax.SpanStart < operation.Syntax.SpanStart && Ends(guard.WhenTrue) && Asks(guard.Condition)))
                return true;
        }

        return IsOfDebugBuilds(operation.Syntax, cancellation);
    }

    private static bool Ends(IOperation? branch) => branch switch
    {
        IBlockOperation { Operations: { Length: > 0 } operations } => Ends(operations[operations.Length - 1]),
        IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private bool Asks(IOperation condition) => condition.DescendantsAndSelf().Any(each => each switch
    {
        IInvocationOperation { TargetMethod: { } method } => _questions.Contains((method.ReducedFrom ?? method).OriginalDefinition),
        ILocalReferenceOperation { Local: { Name: { } name } } => name.IndexOf("development", StringComparison.OrdinalIgnoreCase) >= 0,
        _ => false,
    });

    private static bool IsOfDebugBuilds(SyntaxNode node, CancellationToken cancellation)
    {
        SyntaxNode root = node.SyntaxTree.GetRoot(cancellation);
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is IfDirectiveTriviaSyntax { Condition: IdentifierNameSyntax { Identifier.ValueText: "DEBUG" } } opening && directive.SpanStart < node.SpanStart &&
                opening.GetRelatedDirectives().FirstOrDefault(related => related.SpanStart > opening.SpanStart) is { } end && end.SpanStart > node.SpanStart)
            {
                return true;
            }
        }

        return false;
    }
}
