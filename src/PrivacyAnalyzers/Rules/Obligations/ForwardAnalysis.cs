using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// Follows what holds through a control-flow graph, from its entry, until nothing changes. A handler is entered from anywhere in its try
/// block; a finally block is passed by and looked at for itself.
/// </summary>
/// <typeparam name="TState">What holds at a place; <see langword="null"/> where control never comes.</typeparam>
internal abstract class ForwardAnalysis<TState>(ControlFlowGraph graph, CancellationToken cancellation)
    where TState : class
{
    // States only shrink or only grow; this bounds a bad case.
    private const int MaxVisitsOfBlock = 64;

    private readonly TState?[] _in = new TState?[graph.Blocks.Length];
    private readonly SortedSet<int> _open = [];

    protected ControlFlowGraph Graph { get; } = graph;

    protected CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What holds at the start of a block, once <see cref="Solve"/> is done.</summary>
    protected TState? At(BasicBlock block) => _in[block.Ordinal];

    protected void Solve(TState entry)
    {
        Enter(Graph.Blocks[0], entry);
        for (int visits = 0; _open.Count > 0 && visits < Graph.Blocks.Length * MaxVisitsOfBlock; visits++)
        {
            Cancellation.ThrowIfCancellationRequested();
            int ordinal = _open.Min;
            _open.Remove(ordinal);
            Visit(Graph.Blocks[ordinal], _in[ordinal]!);
        }
    }

    protected abstract TState Join(TState left, TState right);

    protected abstract bool AreEqual(TState left, TState right);

    /// <summary>What holds after the block's operations.</summary>
    protected abstract TState Transfer(BasicBlock block, TState state);

    /// <summary>What holds on one of the block's ways out; <see langword="null"/> for a way that is never taken.</summary>
    protected virtual TState? Leave(BasicBlock block, ControlFlowBranch branch, TState state) => state;

    private void Visit(BasicBlock block, TState before)
    {
        TState after = Transfer(block, before);
        // Handlers further out are reached from this one: it stands inside of the outer try blocks itself.
        if (InnermostTry(block) is { EnclosingRegion: { } whole })
        {
            TState during = Join(before, after);
            foreach (ControlFlowRegion handler in whole.NestedRegions.Where(nested => nested.Kind != ControlFlowRegionKind.Try))
                Enter(Graph.Blocks[handler.FirstBlockOrdinal], during);
        }

        foreach (ControlFlowBranch? branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch?.Destination is { } destination && Leave(block, branch, after) is { } left)
                Enter(destination, left);
        }
    }

    /// <summary>A lambda's regions go on into the body around it: those are not of this graph.</summary>
    private static ControlFlowRegion? InnermostTry(BasicBlock block)
    {
        ControlFlowRegion region = block.EnclosingRegion;
        while (region.Kind is not (ControlFlowRegionKind.Try or ControlFlowRegionKind.Root))
            region = region.EnclosingRegion!;
        return region.Kind == ControlFlowRegionKind.Try ? region : null;
    }

    private void Enter(BasicBlock block, TState state)
    {
        TState? known = _in[block.Ordinal];
        TState joined = known is null ? state : Join(known, state);
        if (known is not null && AreEqual(known, joined))
            return;
        _in[block.Ordinal] = joined;
        _open.Add(block.Ordinal);
    }
}
