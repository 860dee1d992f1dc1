using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// What a body does with the answers of its age gates. An answer counts where something depends on it: a way that ends, an account that is
/// made on one side only, a value or an object that is looked at later. One that is thrown away, or only written to a log, does not.
/// </summary>
internal sealed class GateAnswers
{
    private readonly ImmutableArray<IOperation> _bodies;
    private readonly Compilation _compilation;
    private readonly Func<IMethodSymbol, bool> _makesSubject;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _carriers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _ignored = [];

    /// <param name="bodies">The body's operations, lambdas included.</param>
    /// <param name="isGate">Whether a call runs a gate.</param>
    /// <param name="makesSubject">Whether a call makes a data subject.</param>
    public GateAnswers(ImmutableArray<IOperation> bodies, Compilation compilation, Func<IMethodSymbol, bool> isGate, Func<IMethodSymbol, bool> makesSubject, CancellationToken cancellation)
    {
        _bodies = bodies;
        _compilation = compilation;
        _makesSubject = makesSubject;
        _cancellation = cancellation;
        foreach (IOperation operation in new OperationWalk(bodies))
        {
            if (operation is not IInvocationOperation { TargetMethod: { } method } call || !Answers(method.ReturnType) || !isGate(method))
                continue;
            var carriers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            if (IsUsed(call, carriers))
                _carriers.UnionWith(carriers);
            else
                _ignored.Add(call.Syntax);
        }
    }

    public bool AnyIgnored => _ignored.Count > 0;

    /// <summary>Whether nothing depends on the answer of this call.</summary>
    public bool IsIgnored(IOperation call) => _ignored.Contains(call.Syntax);

    /// <summary>Whether the operation reads a variable that holds an answer on which something depends.</summary>
    public bool IsRead(IOperation operation) => operation is ILocalReferenceOperation { Local: { } local } && _carriers.Contains(local);

    private static bool Answers(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean ||
        (type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] } task && task.Name is "Task" or "ValueTask");

    private bool IsUsed(IOperation answer, HashSet<ISymbol> carriers)
    {
        IOperation current = answer;
        while (current.Parent is { } parent)
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (parent)
            {
                case IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } }:
                    return IsRead(local, carriers);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }:
                    return IsRead(local, carriers);
                case IIsPatternOperation pattern when pattern.Descendants().OfType<IDeclarationPatternOperation>().Any(each => each.DeclaredSymbol is { } declared && IsRead(declared, carriers)):
                    return true;
                case IConditionalOperation choice when choice.Condition == current && Decides(choice):
                    return true;
                case IConditionalOperation { Type: null or { SpecialType: SpecialType.System_Void } }:
                    return false;
                case ISwitchExpressionOperation @switch when @switch.Value == current && @switch.Arms.Any(arm => Ends(arm.Value)):
                    return true;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return !Reports(call.TargetMethod);
                case IInvocationOperation { TargetMethod.ReturnsVoid: false } or IPropertyReferenceOperation or IAwaitOperation or IConversionOperation or IUnaryOperation or IBinaryOperation or IIsPatternOperation or
                    ICoalesceOperation or IConditionalOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IInterpolationOperation or IInterpolatedStringOperation or
                    IArrayInitializerOperation or IArrayCreationOperation:
                    current = parent;
                    break;
                default:
                    return true;
            }
        }

        return true;
    }

    /// <summary>Whether something depends on the variable wherever it is read.</summary>
    private bool IsRead(ISymbol local, HashSet<ISymbol> carriers) =>
        carriers.Add(local) && All().Any(operation => operation is ILocalReferenceOperation { Local: { } read } reference && Is(read, local) &&
            reference.Parent is not IAssignmentOperation { Target: ILocalReferenceOperation { Local: { } target } } && IsUsed(reference, carriers));

    /// <summary>Whether what follows differs between the two sides of a condition.</summary>
    private bool Decides(IConditionalOperation choice)
    {
        IOperation[] sides = choice.WhenFalse is { } otherwise ? [choice.WhenTrue, otherwise] : [choice.WhenTrue];
        if (sides.Any(Ends))
            return true;
        ISymbol[] touched = sides.SelectMany(side => side.DescendantsAndSelf()).SelectMany(Touched).ToArray();
        return touched.Any(symbol => symbol is not (ILocalSymbol or IParameterSymbol)) ||
            All().Any(operation => operation.Syntax.SpanStart >= choice.Syntax.Span.End && Named(operation) is { } named && touched.Contains(named, SymbolEqualityComparer.Default));
    }

    /// <summary>Whether the way ends there, or makes a data subject.</summary>
    private bool Ends(IOperation side) => side.DescendantsAndSelf().Any(operation =>
        operation is IReturnOperation or IBranchOperation or IThrowOperation || CallReach.CallsOf(operation).Any(method => _makesSubject(method) || NeverReturns(method)));

    private bool NeverReturns(IMethodSymbol method) =>
        method.Name.StartsWith("Throw", StringComparison.Ordinal) || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "DoesNotReturnAttribute" or "DoesNotReturnIfAttribute") ||
        SourceBodies.OperationOf(method, _compilation, _cancellation)?.Descendants().Any(operation => operation is IThrowOperation) == true;

    /// <summary>What an operation may change: a variable or member, an object that it calls or hands over.</summary>
    private IEnumerable<ISymbol> Touched(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: { } target } => Named(target) is { } symbol ? [symbol] : [],
        IIncrementOrDecrementOperation { Target: { } target } => Named(target) is { } symbol ? [symbol] : [],
        IInvocationOperation call when !Reports(call.TargetMethod) => call.Arguments.Select(argument => argument.Value).Concat(call.Instance is { } instance ? [instance] : [])
            .Where(value => value.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String }).Select(Held).OfType<ISymbol>(),
        _ => [],
    };

    /// <summary>The variable that holds an object, or that leads to it.</summary>
    private static ISymbol? Held(IOperation value) => value switch
    {
        IConversionOperation conversion => Held(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: { } instance } and not IMethodReferenceOperation => Held(instance),
        _ => null,
    };

    private static ISymbol? Named(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IPropertyReferenceOperation or IFieldReferenceOperation => ((IMemberReferenceOperation)operation).Member,
        _ => null,
    };

    /// <summary>A log, a trace, a metric or the console, as the catalogue lists them: nothing depends on what goes there.</summary>
    private static bool Reports(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute"))
            return true;
        if (definition.ContainingType is not { } type || DocumentationCommentId.CreateDeclarationId(type) is not { } typeId || FlowCatalog.Shipped.LinesOf(typeId.Substring(2)) is not { } lines)
            return false;

        // Overloads that take no text have no line of their own.
        string prefix = $"M:{typeId.Substring(2)}.{definition.Name}(";
        return lines.Values.Any(line => line is { Kind: CatalogKind.Sink, Sink: >= SinkKind.Log and <= SinkKind.Telemetry or SinkKind.Console } && line.Id.StartsWith(prefix, StringComparison.Ordinal));
    }

    private IEnumerable<IOperation> All() => _bodies.SelectMany(body => body.DescendantsAndSelf());

    private static bool Is(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
