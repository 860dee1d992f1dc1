using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>Where <c>finally</c> blocks go on to: each branch that runs one says so when it is taken.</summary>
internal sealed class FinallyExits
{
    private readonly Dictionary<ControlFlowRegion, Dictionary<int, HashSet<ControlFlowRegion>>> _exits = [];

    /// <param name="region">The block that runs.</param>
    /// <param name="target">The block after it.</param>
    /// <param name="branch">What leads there, where it is the last block on the way: then the scopes that it leaves are left.</param>
    public void Add(ControlFlowRegion region, int target, ControlFlowBranch? branch)
    {
        if (!_exits.TryGetValue(region, out Dictionary<int, HashSet<ControlFlowRegion>>? targets))
            _exits.Add(region, targets = []);
        if (!targets.TryGetValue(target, out HashSet<ControlFlowRegion>? left))
            targets.Add(target, left = []);
        if (branch is not null)
            left.UnionWith(branch.LeavingRegions);
    }

    public IEnumerable<(int Target, IEnumerable<ControlFlowRegion> Left)> Of(ControlFlowRegion region) =>
        _exits.TryGetValue(region, out Dictionary<int, HashSet<ControlFlowRegion>>? targets)
            ? targets.Select(static exit => (exit.Key, (IEnumerable<ControlFlowRegion>)exit.Value)).ToArray()
            : [];
}
