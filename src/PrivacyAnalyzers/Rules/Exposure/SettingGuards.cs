using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
                ISwitchOperation @switch => @switch.Value,
                _ => null,
            };
            if (condition is not null && Asks(condition))
                return true;

            // if (!environment.IsDevelopment()) return;
            if (current is IBlockOperation block && block.Operations.Any(statement => statement is IConditionalOperation guard && guard.Syntax.SpanStart < operation.Syntax.SpanStart && Ends(guard.WhenTrue) && Asks(guard.Condition)))
                return true;
        }

        return DebugBuilds.Hold(operation.Syntax, cancellation);
    }

    private static bool Ends(IOperation? branch) => branch switch
    {
        IBlockOperation { Operations: { Length: > 0 } operations } => Ends(operations[operations.Length - 1]),
        IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    /// <summary>By a method that is known to, by a name that says so, by the environment's name or the word that it is compared with.</summary>
    private bool Asks(IOperation condition) => condition.DescendantsAndSelf().Any(each => each switch
    {
        IInvocationOperation { TargetMethod: { } method } => _questions.Contains((method.ReducedFrom ?? method).OriginalDefinition) || Speaks(method.Name),
        ILocalReferenceOperation { Local.Name: { } name } => Speaks(name),
        IParameterReferenceOperation { Parameter.Name: { } name } => Speaks(name),
        IMemberReferenceOperation { Member.Name: { } name } => name == "EnvironmentName" || Speaks(name),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => Speaks(text),
        _ => false,
    });

    private static bool Speaks(string name) => name.IndexOf("development", StringComparison.OrdinalIgnoreCase) >= 0;
}
