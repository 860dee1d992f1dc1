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
    /// <summary>How many operations may be evaluated in one body, all rounds of all loops together.</summary>
    private const int Budget = 200_000;

    /// <summary>How much a summary may say of values. Each call would copy all of it, and summaries of those that call each other feed on each other.</summary>
    private const int MaxWeight = 2_000;

    /// <summary>Beyond this, only what lies directly in an input is told. Bodies of wide class hierarchies that call each other get there.</summary>
    private const int MaxDeepWeight = 300;

    private readonly FlowEngine _engine;
    private readonly SummarySession _session;
    private readonly ControlFlowGraph _graph;
    private readonly IMethodSymbol? _method;
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
    private readonly Func<AbstractObject, AccessStep, Value> _initialPart;
    private readonly Func<int, Value?> _initialSlot;
    private readonly Func<IOperation, Value> _eval;
    private int _steps;
    private int _joins;

    public BodyAnalysis(FlowEngine engine, SummarySession session, ControlFlowGraph graph, IMethodSymbol? method, BodyAnalysis? parent)
    {
        _engine = engine;
        _session = session;
        _graph = graph;
        _method = method;
        _parent = parent;
        _isNarrow = parent is not null && parent._isNarrow;
        _initialPart = InitialPart;
        _initialSlot = InitialSlot;
        _eval = Eval;
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

    public int Steps => _steps;

    /// <summary>How often states were joined: no step, and what deep nesting costs.</summary>
    public int Joins => _joins;

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
        var queued = new SortedSet<int>();
        entry[0] = new FlowState();
        queued.Add(0);
        var continuations = new FinallyExits();

        void Flow(int node, FlowState state)
        {
            if (entry[node] is not { } known)
            {
                entry[node] = state.Copy();
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
        _isStraight = !HasWayBack(_graph);
        _recording = _isStraight;
        while (queued.Count > 0)
        {
            _session.Cancellation.ThrowIfCancellationRequested();
            int node = queued.Min;
            queued.Remove(node);
            if (IsSpent)
                return;
            BasicBlock block = _graph.Blocks[node >> 1];
            _state = entry[node]!.Copy();
            Transfer(block, (node & 1) != 0, Flow, continuations);
        }

        _recording = true;
        for (int node = 0; node < entry.Length && !IsSpent && !_isStraight; node++)
        {
            if (entry[node] is not { } state)
                continue;
            _state = state.Copy();
            Transfer(_graph.Blocks[node >> 1], (node & 1) != 0, static (_, _) => { }, continuations);
        }

        AnalyzeUninvokedFunctions();
        Summary = BuildSummary();
        if (!_isNarrow && SummaryWeight.Of(Summary) - Summary.Sinks.Length > MaxDeepWeight)
        {
            _isNarrow = true;
            Summary = BuildSummary();
        }

        IsSpent |= SummaryWeight.Of(Summary) - Summary.Sinks.Length > MaxWeight;
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
        BasicBlock block, bool exceptional, Action<int, FlowState> flow, FinallyExits continuations)
    {
        _block = block;
        bool guarded = IsGuarded(block);
        int version = -1;
        if (guarded)
            FlowToHandlers(block, flow, ref version);
        foreach (IOperation operation in block.Operations)
        {
            Eval(operation);
            if (guarded)
                FlowToHandlers(block, flow, ref version);
        }

        Value branchValue = block.BranchValue is { } value ? Eval(value) : Value.Unknown;
        ControlFlowBranch? fallThrough = block.FallThroughSuccessor;
        if (fallThrough is { Semantics: ControlFlowBranchSemantics.Return })
            _returned = _returned.Join(branchValue);
        else if (fallThrough is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow })
            Throw(fallThrough.Semantics == ControlFlowBranchSemantics.Throw ? branchValue : CaughtHere());
        if (guarded)
            FlowToHandlers(block, flow, ref version);
        if (block.Kind == BasicBlockKind.Exit)
            _exit = _state.Copy();

        // A branch that a constant closes is not taken.
        bool? taken = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue?.ConstantValue is not { HasValue: true, Value: bool constant }
            ? null
            : constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        if (taken != false)
            FlowAlong(block.ConditionalSuccessor, exceptional, flow, continuations);
        if (fallThrough is null || taken == true)
            return;
        if (fallThrough.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            FlowOutOfFinally(block, exceptional, flow, continuations);
        else
            FlowAlong(fallThrough, exceptional, flow, continuations);
    }

    private void FlowAlong(
        ControlFlowBranch? branch, bool exceptional, Action<int, FlowState> flow, FinallyExits continuations)
    {
        if (branch?.Destination is not { } destination)
            return;
        int mode = exceptional ? 1 : 0;
        if (branch.FinallyRegions.Length == 0)
        {
            flow((destination.Ordinal << 1) | mode, Leaving(branch.LeavingRegions));
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

        flow((branch.FinallyRegions[0].FirstBlockOrdinal << 1) | mode, _state);
    }

    /// <summary>The state without the variables whose scope is left.</summary>
    private FlowState Leaving(IEnumerable<ControlFlowRegion> regions)
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
        FlowState left = _state.Copy();
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
        BasicBlock block, bool exceptional, Action<int, FlowState> flow, FinallyExits continuations)
    {
        ControlFlowRegion? region = RegionsOf(block).FirstOrDefault(enclosing => enclosing.Kind == ControlFlowRegionKind.Finally);
        if (region is null || exceptional)
            return;

        // What the block itself used goes out of scope behind it; carried on, it would make each loop around this one begin anew.
        foreach ((int target, IEnumerable<ControlFlowRegion> left) in continuations.Of(region))
            flow(target << 1, Leaving(left.Append(region)));
    }

    /// <summary>The regions around a block, innermost first. A lambda's regions go on into the body around it: those are not of this graph.</summary>
    private static IEnumerable<ControlFlowRegion> RegionsOf(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            yield return region;
    }

    private static bool IsGuarded(BasicBlock block) => RegionsOf(block).Any(region => region.Kind == ControlFlowRegionKind.Try);

    /// <summary>
    /// Whatever may throw in a <c>try</c> reaches its handlers with the state of that moment, if that is another one than before. Handlers
    /// further out are reached from those: they stand inside of the outer <c>try</c> themselves.
    /// </summary>
    private void FlowToHandlers(BasicBlock block, Action<int, FlowState> flow, ref int version)
    {
        if (_state.Version == version)
            return;
        version = _state.Version;
        foreach (ControlFlowRegion region in RegionsOf(block))
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            foreach (ControlFlowRegion handler in whole.NestedRegions)
            {
                if (handler == region)
                    continue;
                bool isFinally = handler.Kind == ControlFlowRegionKind.Finally;
                flow((handler.FirstBlockOrdinal << 1) | (isFinally ? 1 : 0), _state);
            }

            return;
        }
    }

    /// <summary>Counts one step; <see langword="false"/> when the budget is spent.</summary>
    private bool Spend()
    {
        if (++_steps > Budget)
            IsSpent = true;
        return !IsSpent;
    }
}
