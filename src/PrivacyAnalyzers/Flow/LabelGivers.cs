using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>How a piece of the program hands labelled values on to those that run it or read what it keeps.</summary>
[Flags]
internal enum Gives
{
    None = 0,

    /// <summary>To who runs it: as its result, in what it was handed, in an exception, to a delegate.</summary>
    Back = 1,

    /// <summary>To whatever reads the members that it leaves something in.</summary>
    Kept = 2,
}

/// <summary>
/// Which pieces hand on a labelled value that is not their callers' own. Most of a program runs into a classified member somewhere, and next
/// to none of it is handed one: only bodies that mention a source, or are handed one, are solved for the answer.
/// </summary>
/// <param name="known">The answers so far.</param>
internal sealed class LabelGivers(FlowEngine engine, ReachIndex index, ConcurrentDictionary<ReachNode, Gives> known, CancellationToken cancellation)
{
    private readonly Dictionary<ReachNode, int> _numbers = [];
    private readonly Stack<ReachNode> _open = new();
    private readonly Stack<(ReachNode Node, BodyMentions Mentions, int Position, int Lowest)> _path = new();

    /// <summary>Whether a labelled value is at hand anywhere in a body that mentions these.</summary>
    public bool SeesLabel(BodyMentions mentions)
    {
        if ((mentions.Own & Mentions.Source) != 0)
            return true;
        foreach (ReachNode next in mentions.Next)
        {
            if (!known.ContainsKey(next))
                Visit(next);
            if (IsHanded(next, known[next]))
                return true;
        }

        return false;
    }

    private static bool IsHanded(ReachNode from, Gives gives) => from.Kind == ReachKind.Kept ? (gives & Gives.Kept) != 0 : gives != Gives.None;

    /// <summary>Depth first, by strongly connected components (Tarjan), those that others rest on first.</summary>
    private void Visit(ReachNode root)
    {
        Enter(root);
        while (_path.Count > 0)
        {
            (ReachNode node, BodyMentions mentions, int position, int lowest) = _path.Pop();
            if (position < mentions.Next.Length)
            {
                ReachNode next = mentions.Next[position];
                bool isOpen = _numbers.TryGetValue(next, out int number);
                _path.Push((node, mentions, position + 1, isOpen ? Math.Min(lowest, number) : lowest));
                if (!isOpen && !known.ContainsKey(next))
                    Enter(next);
                continue;
            }

            if (lowest == _numbers[node])
                Decide(node);
            else
                Lower(lowest);
        }
    }

    private void Lower(int lowest)
    {
        (ReachNode node, BodyMentions mentions, int position, int known) = _path.Pop();
        _path.Push((node, mentions, position, Math.Min(known, lowest)));
    }

    private void Enter(ReachNode node)
    {
        cancellation.ThrowIfCancellationRequested();
        _numbers.Add(node, _numbers.Count);
        _open.Push(node);
        _path.Push((node, index.MentionsOf(node, cancellation), 0, _numbers.Count - 1));
    }

    /// <summary>Nobody on the circle hands anything on until one does, and then those who run it are asked again.</summary>
    private void Decide(ReachNode last)
    {
        var circle = new Dictionary<ReachNode, Gives>();
        ReachNode member;
        do
        {
            member = _open.Pop();
            _numbers.Remove(member);
            circle.Add(member, Gives.None);
        }
        while (!member.Equals(last));

        var asked = new HashSet<ReachNode>();
        bool hasChanged = true;
        while (hasChanged)
        {
            hasChanged = false;
            foreach (ReachNode node in circle.Keys.ToArray())
            {
                if (asked.Contains(node))
                    continue;
                BodyMentions mentions = index.MentionsOf(node, cancellation);
                Gives handed = Handed(node, mentions, circle);
                if ((mentions.Own & Mentions.Source) == 0 && handed == Gives.None)
                    continue;

                // A body is solved once, for everything it may be handed.
                Gives gives = node.Kind == ReachKind.Body ? OfBody(node) : handed;
                if (node.Kind == ReachKind.Body)
                    asked.Add(node);
                hasChanged |= gives != circle[node];
                circle[node] = gives;
            }
        }

        foreach (KeyValuePair<ReachNode, Gives> pair in circle)
            known.TryAdd(pair.Key, pair.Value);
    }

    private Gives Handed(ReachNode node, BodyMentions mentions, Dictionary<ReachNode, Gives> circle)
    {
        Gives handed = Gives.None;
        foreach (ReachNode next in mentions.Next)
        {
            Gives gives = circle.TryGetValue(next, out Gives open) ? open : known[next];
            if (node.Kind == ReachKind.Kept)
                handed |= gives & Gives.Kept;
            else if (IsHanded(next, gives))
                handed |= gives;
        }

        return handed;
    }

    private Gives OfBody(ReachNode node)
    {
        if (index.SymbolOf(node, cancellation) is not { } member)
            return Gives.Back | Gives.Kept;
        if (engine.SummaryOf(member, cancellation) is not { } summary)
            return Gives.None;
        if (summary.IsSpent)
            return Gives.Back | Gives.Kept;

        // What an initialiser gives is kept in its member.
        Gives result = Has(summary.Returns) ? member is IMethodSymbol ? Gives.Back : Gives.Back | Gives.Kept : Gives.None;
        if (summary.Writes.Any(write => Has(write.Value)) || summary.Outs.Any(@out => Has(@out.Value)))
            result |= Gives.Back | Gives.Kept;
        return summary.Throws.Any(Has) || summary.Calls.Any(call => call.Arguments.Any(Has)) ? result | Gives.Back : result;
    }

    /// <summary>A label, what a member holds that another body may have put one in, code that may make one, or an object whose own type shows one.</summary>
    private bool Has(SummaryValue value) =>
        value.Taints.Any(static taint => taint.Origin is not InputOrigin input || HeldMembers.Holds(input.Path)) || value.Aliases.Any(HeldMembers.Holds) || !value.Closures.IsEmpty ||
        (value.Type is { } type && index.Of(type).Own != Mentions.None) || value.Parts.Any(part => Has(part.Value));
}
