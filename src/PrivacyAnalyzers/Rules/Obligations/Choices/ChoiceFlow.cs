using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>What one body's analysis shares with those of the lambdas and local functions inside it.</summary>
/// <param name="Session">What is known of the compilation.</param>
/// <param name="Owner">The method or initialiser that all of it stands in.</param>
/// <param name="Judge">Told of reads and writes once everything else is known; <see langword="null"/> where only a summary is wanted.</param>
/// <param name="CallMet">Told of each call: with what is passed, by parameter, and what it is called on.</param>
/// <param name="Open">The bodies that are being summarised: one that calls itself says nothing.</param>
internal sealed record BodyContext(
    ChoiceSession Session,
    ISymbol Owner,
    ChoiceJudge? Judge,
    Action<IInvocationOperation, ChoiceFlow, Func<int, ChoiceValue>, ChoiceValue?>? CallMet,
    ImmutableHashSet<ISymbol> Open)
{
    /// <summary>One for all that stands inside the body.</summary>
    public Effort Effort { get; } = new();

    public static ImmutableHashSet<ISymbol> NoneOpen { get; } = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
}

/// <summary>
/// Follows through a body which recorded choices are known to be given, for which object. Conditions, early returns, patterns, variables
/// that hold an answer, helpers that return one and filtered sequences all count; what cannot be read off the code counts as asked.
/// </summary>
internal sealed partial class ChoiceFlow : ForwardAnalysis<ChoiceState>
{
    private const int MaxDepth = 6;

    private readonly BodyContext _body;
    private readonly ChoiceFlow? _parent;
    private readonly int _depth;
    private readonly bool _returnsAreUses;
    private ChoiceState _state = ChoiceState.Empty;
    private ChoiceValue _condition = ChoiceValue.Unknown;
    private bool _isFinal;

    private ChoiceFlow(BodyContext body, ControlFlowGraph graph, ChoiceFlow? parent, bool returnsAreUses, CancellationToken cancellation)
        : base(graph, cancellation)
    {
        _body = body;
        _parent = parent;
        _depth = parent is null ? 0 : parent._depth + 1;
        _returnsAreUses = returnsAreUses;
    }

    /// <summary>What holds at the operation that is being looked at.</summary>
    public ChoiceState State => _state;

    /// <summary>What the body gives back; <see langword="null"/> where it never does.</summary>
    public ChoiceValue? Returned { get; private set; }

    /// <summary>What holds whenever it returns.</summary>
    public FactSet OnReturn { get; private set; } = FactSet.Impossible;

    public static ChoiceFlow Run(BodyContext body, ControlFlowGraph graph, CancellationToken cancellation)
    {
        var flow = new ChoiceFlow(body, graph, null, true, cancellation);
        flow.Run(ChoiceState.Empty);
        return flow;
    }

    private void Run(ChoiceState entry)
    {
        Solve(entry);

        // Once more over what no longer changes: now what is read and written counts.
        _isFinal = true;
        foreach (BasicBlock block in Graph.Blocks)
        {
            if (At(block) is not { } before)
                continue;
            ChoiceState after = Transfer(block, before);
            if (block.FallThroughSuccessor is { Destination.Kind: BasicBlockKind.Exit, Semantics: ControlFlowBranchSemantics.Return or ControlFlowBranchSemantics.Regular } branch && Leave(block, branch, after) is { } left)
                OnReturn = OnReturn.Or(left.Facts);
        }
    }

    protected override ChoiceState Join(ChoiceState left, ChoiceState right)
    {
        _body.Effort.Spend(left.Values.Count + right.Values.Count);
        return left.Join(right);
    }

    protected override bool AreEqual(ChoiceState left, ChoiceState right) => left.Equals(right);

    protected override ChoiceState Transfer(BasicBlock block, ChoiceState state)
    {
        _state = state;
        foreach (IOperation operation in block.Operations)
            Execute(operation);
        _condition = ChoiceValue.Unknown;
        if (block.BranchValue is { } value)
        {
            _condition = Evaluate(value);
            if (block.ConditionKind == ControlFlowConditionKind.None)
                Return(block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return, _condition);
        }

        return _state;
    }

    protected override ChoiceState? Leave(BasicBlock block, ControlFlowBranch branch, ChoiceState state)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None)
            return state;
        bool holds = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        FactSet facts = holds ? _condition.WhenTrue : _condition.WhenFalse;
        return facts.IsImpossible || facts.Contradicts(state.Facts) ? null : state.With(facts);
    }

    /// <summary>The state, once it is counted what assigning to something that begins there looks through.</summary>
    private ChoiceState Costing(object root)
    {
        _body.Effort.Spend(_state.CostOf(root));
        return _state;
    }

    private void Return(bool isReturn, ChoiceValue value)
    {
        if (_returnsAreUses)
            Use(value);
        if (!isReturn || !_isFinal)
            return;
        ChoiceValue under = value.Under(_state.Facts).WithoutReads();
        Returned = Returned is null ? under : Returned.Join(under);
    }

    private void Execute(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation { Operation: IAssignmentOperation assignment }:
                Evaluate(assignment);
                break;
            case IExpressionStatementOperation statement:
                Use(Evaluate(statement.Operation));
                break;
            case IFlowCaptureOperation capture:
                ChoiceValue captured = Evaluate(capture.Value);
                _state = Costing(capture.Id).Assign(capture.Id, capture.Value.Type, captured);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                Yield(Evaluate(yielded));
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    private void Yield(ChoiceValue value)
    {
        Use(value);
        if (!_isFinal)
            return;
        var sequence = new ChoiceValue { Elements = AboutSelf(value), WhenNull = FactSet.Impossible };
        Returned = Returned is null ? sequence : Returned.Join(sequence);
    }

    /// <summary>What is known of an object, told of <see cref="AccessPath.Self"/>.</summary>
    private FactSet AboutSelf(ChoiceValue value) =>
        value.Alias is { } alias ? value.Self.And(_state.Facts.And(value.WhenNotNull.IsImpossible ? FactSet.None : value.WhenNotNull).Rebase(alias, AccessPath.Self)) : value.Self;

    /// <summary>Personal data that was read is used here: now it must be known that it may be.</summary>
    private void Use(ChoiceValue value)
    {
        if (!_isFinal || _body.Judge is null)
            return;
        foreach (PendingRead read in value.Pending)
            _body.Judge.Read(read, this, value);
    }

    private ChoiceFlow? Inside(ControlFlowGraph graph, bool returnsAreUses, ChoiceState entry)
    {
        if (_depth >= MaxDepth)
            return null;
        var inner = new ChoiceFlow(_isFinal ? _body : _body with { Judge = null, CallMet = null }, graph, this, returnsAreUses, Cancellation);
        inner.Run(entry);
        return inner;
    }
}
