using System.Collections.Immutable;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Depth first over the pieces of the program, by strongly connected components (Tarjan), those that others rest on first: linear. No
/// recursion: a chain of calls may be as long as the program. For one search.
/// </summary>
/// <param name="next">What a piece may run or read.</param>
/// <param name="meet">What to do at a piece that has not been met yet, or whose component is closed.</param>
/// <param name="close">Takes a component, whose pieces lead to each other; from here on <paramref name="meet"/> passes them by.</param>
internal sealed class ComponentSearch(Func<ReachNode, ImmutableArray<ReachNode>> next, Func<ReachNode, SearchStep> meet, Action<List<ReachNode>> close)
{
    private readonly Dictionary<ReachNode, int> _numbers = [];
    private readonly Stack<ReachNode> _open = new();
    private readonly Stack<(ReachNode Node, ImmutableArray<ReachNode> Next, int Position, int Lowest)> _path = new();

    /// <summary>The pieces whose component is not closed: where the search stopped, all that lead to where it did.</summary>
    public IEnumerable<ReachNode> Open => _open;

    /// <returns>Whether it went to its end.</returns>
    public bool Run(ReachNode root)
    {
        Enter(root);
        while (_path.Count > 0)
        {
            (ReachNode node, ImmutableArray<ReachNode> of, int position, int lowest) = _path.Pop();
            if (position == of.Length)
            {
                Leave(node, lowest);
                continue;
            }

            bool isOpen = _numbers.TryGetValue(of[position], out int number);
            _path.Push((node, of, position + 1, isOpen ? Math.Min(lowest, number) : lowest));
            if (isOpen)
                continue;
            SearchStep step = meet(of[position]);
            if (step == SearchStep.Stop)
                return false;
            if (step == SearchStep.Enter)
                Enter(of[position]);
        }

        return true;
    }

    private void Enter(ReachNode node)
    {
        _numbers.Add(node, _numbers.Count);
        _open.Push(node);
        _path.Push((node, next(node), 0, _numbers.Count - 1));
    }

    private void Leave(ReachNode node, int lowest)
    {
        if (lowest == _numbers[node])
        {
            var component = new List<ReachNode>();
            do
                component.Add(_open.Pop());
            while (!component[component.Count - 1].Equals(node));
            close(component);
            foreach (ReachNode member in component)
                _numbers.Remove(member);
        }
        else
        {
            (ReachNode parent, ImmutableArray<ReachNode> of, int position, int known) = _path.Pop();
            _path.Push((parent, of, position, Math.Min(known, lowest)));
        }
    }
}

internal enum SearchStep
{
    PassBy,
    Enter,
    Stop,
}
