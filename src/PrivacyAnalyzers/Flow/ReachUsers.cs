namespace PrivacyAnalyzers.Flow;

/// <summary>
/// The way back: which pieces may run or read which. Kept from edit to edit, and only added to: what a body ran once it may be said to run
/// still, which makes more be asked again than need be, and never less. Safe for concurrent use.
/// </summary>
internal sealed class ReachUsers
{
    private readonly Dictionary<ReachNode, List<ReachNode>> _users = [];
    private readonly Dictionary<(int Tree, int Position), List<ReachNode>> _bodies = [];
    private readonly Dictionary<ReachNode, BodyMentions> _known = [];

    public void Add(IEnumerable<KeyValuePair<ReachNode, BodyMentions>> mentions)
    {
        lock (_known)
        {
            foreach (KeyValuePair<ReachNode, BodyMentions> pair in mentions)
            {
                // A keystroke that was broken off, or two that go on from the same one, bring the same again.
                bool isNew = !_known.TryGetValue(pair.Key, out BodyMentions? known);
                if (ReferenceEquals(known, pair.Value))
                    continue;
                _known[pair.Key] = pair.Value;
                NoteBody(pair.Key);
                foreach (ReachNode next in pair.Value.Next)
                {
                    NoteBody(next);
                    if (!_users.TryGetValue(next, out List<ReachNode>? users))
                        _users.Add(next, users = []);
                    if (isNew || !users.Contains(pair.Key))
                        users.Add(pair.Key);
                }
            }
        }
    }

    private void NoteBody(ReachNode node)
    {
        if (node.Kind != ReachKind.Body)
            return;
        if (!_bodies.TryGetValue((node.Tree, node.Position), out List<ReachNode>? bodies))
            _bodies.Add((node.Tree, node.Position), bodies = []);
        if (!bodies.Contains(node))
            bodies.Add(node);
    }

    /// <summary>The bodies declared at these places.</summary>
    public List<ReachNode> At(IEnumerable<(int Tree, int Position)> places)
    {
        lock (_known)
            return places.SelectMany(place => _bodies.TryGetValue(place, out List<ReachNode>? bodies) ? bodies : []).ToList();
    }

    /// <summary>Some bodies, and all that may run them or read what they keep.</summary>
    public HashSet<ReachNode> LeadingTo(List<ReachNode> bodies)
    {
        lock (_known)
        {
            var leading = new HashSet<ReachNode>(bodies);
            var pending = new Stack<ReachNode>(leading);
            while (pending.Count > 0)
            {
                if (!_users.TryGetValue(pending.Pop(), out List<ReachNode>? users))
                    continue;
                foreach (ReachNode user in users)
                {
                    if (leading.Add(user))
                        pending.Push(user);
                }
            }

            return leading;
        }
    }
}
