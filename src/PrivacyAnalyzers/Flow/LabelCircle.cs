namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Pieces that lead to each other, and what they answer so far. Answers only grow, and who asked a piece is asked again when its answer has
/// grown. What a type keeps is put together as it comes: asked again for each of its bodies, it would take the square of these.
/// </summary>
/// <param name="isType">Whether a piece is what any member of a type keeps.</param>
internal sealed class LabelCircle(List<ReachNode> nodes, Func<ReachNode, bool> isType)
{
    private readonly Dictionary<ReachNode, Gives> _answers = nodes.ToDictionary(static node => node, static _ => Gives.Nothing);
    private readonly Queue<ReachNode> _pending = new(nodes);
    private readonly HashSet<ReachNode> _isPending = new(nodes);
    private readonly Dictionary<ReachNode, HashSet<ReachNode>> _askers = [];

    /// <summary>Of a type, the members that asked it: each wants to know of itself only.</summary>
    private readonly Dictionary<ReachNode, HashSet<ReachNode>> _members = [];
    private ReachNode _asking;

    public IEnumerable<KeyValuePair<ReachNode, Gives>> Answers => _answers;

    /// <summary>The next one to ask.</summary>
    public bool TryTake(out ReachNode node)
    {
        node = default;
        if (_pending.Count == 0)
            return false;
        _asking = node = _pending.Dequeue();
        return _isPending.Remove(node);
    }

    /// <summary>What a piece of the circle answers so far. The one that is being asked is told when it is more.</summary>
    public bool TryAsk(ReachNode node, out Gives gives)
    {
        if (!_answers.TryGetValue(node, out gives))
            return false;
        Dictionary<ReachNode, HashSet<ReachNode>> askers = _asking.Kind == ReachKind.Kept && isType(node) && !isType(_asking) ? _members : _askers;
        if (!askers.TryGetValue(node, out HashSet<ReachNode>? known))
            askers.Add(node, known = []);
        known.Add(_asking);
        return true;
    }

    public void Answer(ReachNode node, Gives gives)
    {
        if (isType(node))
        {
            Keep(node, gives.Left);
            return;
        }

        Gives before = _answers[node];
        if (gives.Back == before.Back && gives.Left.Count == before.Left.Count)
            return;
        _answers[node] = gives;
        foreach (ReachNode asker in AskersOf(node, _askers))
        {
            if (isType(asker))
                Keep(asker, gives.Left);
            else
                Ask(asker);
        }
    }

    private void Keep(ReachNode type, IEnumerable<ReachNode> left)
    {
        Gives before = _answers[type];
        List<ReachNode> added = left.Where(member => !before.Left.Contains(member)).ToList();
        if (added.Count == 0)
            return;
        _answers[type] = before with { Left = before.Left.Union(added) };
        foreach (ReachNode member in added.Where(AskersOf(type, _members).Contains))
            Ask(member);
        foreach (ReachNode asker in AskersOf(type, _askers))
        {
            // A type around it keeps all of that; a body wants to know whether there is any.
            if (isType(asker))
                Keep(asker, added);
            else if (before.Left.IsEmpty)
                Ask(asker);
        }
    }

    private static HashSet<ReachNode> AskersOf(ReachNode node, Dictionary<ReachNode, HashSet<ReachNode>> askers) => askers.TryGetValue(node, out HashSet<ReachNode>? known) ? known : [];

    private void Ask(ReachNode node)
    {
        if (_isPending.Add(node))
            _pending.Enqueue(node);
    }
}
