using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Solves one body: a worklist over its control-flow graph until the states no longer change, then one pass that records what reaches
/// which sink. The result is the body's findings and its summary.
/// </summary>
internal sealed partial class BodyAnalysis
{
    /// <param name="isLeft">Nobody else goes on from the state.</param>
    private delegate void Flow(int node, FlowState state, bool isLeft);

    private readonly FlowEngine _engine;
    private readonly SummarySession _session;
    private readonly ControlFlowGraph _graph;
    private readonly IMethodSymbol? _method;
    private readonly Focus _focus;
    private readonly BodyAnalysis? _parent;
    private readonly List<FlowFinding> _findings = [];
    private readonly List<SummarySink> _heldSinks = [];
    private readonly List<HeldCall> _heldCalls = [];
    private FlowState _state = new();
    private Value _returned = Value.Unknown;
    private FlowState? _exit;
    private HashSet<ISymbol>? _capturedLocals;
    private bool _recording;

    /// <summary>No loop: each object that the body makes is one.</summary>
    private bool _isStraight;
    private bool _isNarrow;

    /// <summary>It asked a body that nobody can vouch for.</summary>
    private ISymbol? _unvouched;
    private readonly Func<AbstractObject, AccessStep, Value> _initialPart;
    private readonly Func<int, Value?> _initialSlot;
    private readonly Func<IOperation, Value> _eval;
    private readonly Func<IOperation, Value> _evalCopied;
    private int _steps;

    /// <summary>Of the runs before this one.</summary>
    private int _repeatedSteps;
    private int _repeatedJoins;
    private int _joins;

    public BodyAnalysis(FlowEngine engine, SummarySession session, ControlFlowGraph graph, IMethodSymbol? method, Focus focus, InvolvedPlaces involved, BodyAnalysis? parent)
    {
        _engine = engine;
        _session = session;
        _graph = graph;
        _method = method;
        _focus = focus;
        _involved = involved;
        _parent = parent;
        _isNarrow = parent is not null && parent._isNarrow;
        _initialPart = InitialPart;
        _initialSlot = InitialSlot;
        _eval = Eval;
        _evalCopied = EvalCopied;
    }

    /// <summary>A round before this one had too much to tell: once narrow stays narrow, or rounds with and without would alternate.</summary>
    public BodyAnalysis StayNarrow(bool isNarrow)
    {
        _isNarrow |= isNarrow;
        return this;
    }

    public MethodSummary Summary { get; private set; } = MethodSummary.Trivial;

    public bool IsSpent { get; private set; }

    /// <summary>It is spent since it lay too deep, not since it is too much.</summary>
    public bool IsOutOfStack { get; private set; }

    public int Steps => _steps + _repeatedSteps;

    /// <summary>How often states were joined: no step, and what deep nesting costs.</summary>
    public int Joins => _joins + _repeatedJoins;

    /// <summary>This body and the lambdas and local functions in it.</summary>
    public IEnumerable<BodyAnalysis> Bodies()
    {
        yield return this;
        foreach (BodyAnalysis nested in _nested.Values)
        {
            foreach (BodyAnalysis body in nested.Bodies())
                yield return body;
        }
    }

    public IReadOnlyList<FlowFinding> Findings => _findings;

    /// <summary>Members of its own type that it hands to a sink: what they hold, other bodies say.</summary>
    public IReadOnlyList<SummarySink> HeldSinks => _heldSinks;

    /// <summary>Delegates kept in members of its own type that it invokes.</summary>
    public IReadOnlyList<HeldCall> HeldCalls => _heldCalls;

    public void Run()
    {
        try
        {
            Solve();
        }
        catch (InsufficientExecutionStackException)
        {
            IsSpent = true;
            IsOutOfStack = true;
        }

        if (IsSpent)
            Summary = MethodSummary.Spent;
    }

    /// <summary>
    /// A node is a block, once as reached in order and once as reached by an exception: a <c>finally</c> that runs because of a throw
    /// does not go on to what follows the <c>try</c>.
    /// </summary>
    private void Solve()
    {
        int count = _graph.Blocks.Length;
        var entry = new FlowState?[count * 2];
        var queued = new NodeQueue(count * 2);
        entry[0] = new FlowState();
        queued.Add(0);
        var continuations = new FinallyExits();

        // A state that is left behind for good is handed on as it is: to copy it would copy all that is in it at the next write.
        void Enter(int node, FlowState state, bool isLeft)
        {
            if (entry[node] is not { } known)
            {
                entry[node] = isLeft ? state : state.Copy();
                queued.Add(node);
            }
            else
            {
                _joins++;
                if (known.JoinWith(state, _initialPart, _initialSlot))
                    queued.Add(node);
            }
        }

        // Without a way back each node is reached for good before it is left, so that one pass both solves and records.
        Flow enter = Enter;
        _isStraight = !HasWayBack(_graph);
        _recording = _isStraight;
        while (queued.TryTake(out int node))
        {
            _session.Cancellation.ThrowIfCancellationRequested();
            if (IsSpent)
                return;
            _state = _isStraight ? entry[node]! : entry[node]!.Copy();
            if (_isStraight)
                entry[node] = null;
            Transfer(_graph.Blocks[node >> 1], (node & 1) != 0, enter, continuations);
        }

        _recording = true;
        for (int node = 0; node < entry.Length && !IsSpent && !_isStraight; node++)
        {
            if (entry[node] is not { } state)
                continue;
            _state = state.Copy();
            Transfer(_graph.Blocks[node >> 1], (node & 1) != 0, static (_, _, _) => { }, continuations);
        }

        AnalyzeUninvokedFunctions();
        Summary = _isNarrow ? NarrowSummary.Of(BuildSummary()) : SummaryWeight.Fit(BuildSummary());
        if (_unvouched is not null)
            Summary = Summary with { Unvouched = _unvouched };
        IsSpent |= SummaryWeight.IsTooMuch(Summary);
    }

    /// <summary>Blocks stand in the order of the code: only a loop, or a <c>goto</c>, leads to one that has been before.</summary>
    private static bool HasWayBack(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            if (block.FallThroughSuccessor?.Destination is { } next && next.Ordinal <= block.Ordinal)
                return true;
            if (block.ConditionalSuccessor?.Destination is { } other && other.Ordinal <= block.Ordinal)
                return true;
        }

        return false;
    }

    private void Transfer(
        BasicBlock block, bool exceptional, Flow flow, FinallyExits continuations)
    {
        _block = block;
        ControlFlowRegion? guarded = TryAround(block);
        int version = -1;
        if (guarded is not null)
            FlowToHandlers(guarded, flow, ref version);
        foreach (IOperation operation in block.Operations)
        {
            Eval(operation);
            if (guarded is not null)
                FlowToHandlers(guarded, flow, ref version);
        }

        Value branchValue = block.BranchValue is { } value ? Eval(value) : Value.Unknown;
        ControlFlowBranch? fallThrough = block.FallThroughSuccessor;
        if (fallThrough is { Semantics: ControlFlowBranchSemantics.Return })
            _returned = _returned.Join(branchValue);
        else if (fallThrough is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow })
            Throw(fallThrough.Semantics == ControlFlowBranchSemantics.Throw ? branchValue : CaughtHere());
        if (guarded is not null)
            FlowToHandlers(guarded, flow, ref version);
        if (block.Kind == BasicBlockKind.Exit)
            _exit = _state.Copy();

        // A branch that a constant closes is not taken.
        bool? taken = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue?.ConstantValue is not { HasValue: true, Value: bool constant }
            ? null
            : constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        bool fallsThrough = fallThrough is not null && taken != true;
        if (taken != false)
            FlowAlong(block.ConditionalSuccessor, exceptional, flow, continuations, isLast: !fallsThrough);
        if (!fallsThrough)
            return;
        if (fallThrough!.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            FlowOutOfFinally(block, exceptional, flow, continuations);
        else
            FlowAlong(fallThrough, exceptional, flow, continuations, isLast: true);
    }

    private void FlowAlong(
        ControlFlowBranch? branch, bool exceptional, Flow flow, FinallyExits continuations, bool isLast)
    {
        if (branch?.Destination is not { } destination)
            return;
        int mode = exceptional ? 1 : 0;
        if (branch.FinallyRegions.Length == 0)
        {
            FlowState left = Leaving(branch.LeavingRegions, isLast);
            flow((destination.Ordinal << 1) | mode, left, isLast || left != _state);
            return;
        }

        // The finally blocks run first, innermost first; each remembers where it goes on to.
        for (int i = 0; i < branch.FinallyRegions.Length; i++)
        {
            if (i + 1 < branch.FinallyRegions.Length)
                continuations.Add(branch.FinallyRegions[i], branch.FinallyRegions[i + 1].FirstBlockOrdinal, null);
            else
                continuations.Add(branch.FinallyRegions[i], destination.Ordinal, branch);
        }

        flow((branch.FinallyRegions[0].FirstBlockOrdinal << 1) | mode, _state, isLast);
    }

    /// <summary>The state without the variables whose scope is left.</summary>
    /// <param name="isLast">Nobody else goes on from the state at hand.</param>
    private FlowState Leaving(IEnumerable<ControlFlowRegion> regions, bool isLast)
    {
        List<int>? slots = null;
        foreach (ControlFlowRegion region in regions)
        {
            foreach (ILocalSymbol local in region.Locals)
            {
                if (_slots.TryGetValue(local, out int slot) && !CapturedLocals.Contains(local))
                    (slots ??= []).Add(slot);
            }

            foreach (CaptureId capture in region.CaptureIds)
            {
                if (_captureSlots.TryGetValue(capture, out int slot))
                    (slots ??= []).Add(slot);
            }
        }

        if (slots is null)
            return _state;
        FlowState left = isLast ? _state : _state.Copy();
        left.Forget(slots, _returned);
        return left;
    }

    /// <summary>Locals that lambdas and local functions use: these may outlive their scope.</summary>
    private HashSet<ISymbol> CapturedLocals
    {
        get
        {
            if (_capturedLocals is not null)
                return _capturedLocals;
            _capturedLocals = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (IOperation function in _graph.OriginalOperation.DescendantsAndSelf())
            {
                if (function is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    continue;
                foreach (IOperation inner in function.Descendants())
                {
                    if (inner is ILocalReferenceOperation reference)
                        _capturedLocals.Add(reference.Local);
                }
            }

            return _capturedLocals;
        }
    }

    private void FlowOutOfFinally(
        BasicBlock block, bool exceptional, Flow flow, FinallyExits continuations)
    {
        ControlFlowRegion? region = RegionsOf(block).FirstOrDefault(enclosing => enclosing.Kind == ControlFlowRegionKind.Finally);
        if (region is null || exceptional)
            return;

        // What the block itself used goes out of scope behind it; carried on, it would make each loop around this one begin anew.
        foreach ((int target, IEnumerable<ControlFlowRegion> left) in continuations.Of(region))
        {
            FlowState state = Leaving(left.Append(region), isLast: false);
            flow(target << 1, state, state != _state);
        }
    }

    /// <summary>The regions around a block, innermost first. A lambda's regions go on into the body around it: those are not of this graph.</summary>
    private static IEnumerable<ControlFlowRegion> RegionsOf(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            yield return region;
    }

    private static ControlFlowRegion? TryAround(BasicBlock block)
    {
        // A lambda's regions go on into the body around it: those are not of this graph.
        ControlFlowRegion? region = block.EnclosingRegion;
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Try or ControlFlowRegionKind.Root))
            region = region.EnclosingRegion;
        return region?.Kind == ControlFlowRegionKind.Try ? region : null;
    }

    /// <summary>
    /// Whatever may throw in a <c>try</c> reaches its handlers with the state of that moment, if that is another one than before. Handlers
    /// further out are reached from those: they stand inside of the outer <c>try</c> themselves.
    /// </summary>
    private void FlowToHandlers(ControlFlowRegion region, Flow flow, ref int version)
    {
        if (_state.Version == version)
            return;
        version = _state.Version;
        if (region.EnclosingRegion is not { } whole)
            return;
        foreach (ControlFlowRegion handler in whole.NestedRegions)
        {
            if (handler != region)
                flow((handler.FirstBlockOrdinal << 1) | (handler.Kind == ControlFlowRegionKind.Finally ? 1 : 0), _state, isLeft: false);
        }
    }

    /// <summary>Counts one step; <see langword="false"/> when the budget is spent.</summary>
    private bool Spend()
    {
        if (_repeatedSteps + ++_steps > _session.Budget.OfBody)
            IsSpent = true;
        return !IsSpent;
    }
}
