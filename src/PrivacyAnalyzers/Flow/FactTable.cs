using System.Collections.Concurrent;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Facts about pieces of the program: those known before, and those found out since. The first are never written to, so that a compilation
/// shares them with the next one and copies nothing. Safe for concurrent use.
/// </summary>
/// <param name="before">Known before.</param>
internal sealed class FactTable<T>(Dictionary<ReachNode, T> before)
{
    private readonly ConcurrentDictionary<ReachNode, T> _found = new();

    public FactTable()
        : this([])
    {
    }

    /// <summary>What is known of a piece of which something is.</summary>
    public T this[ReachNode node] => before.TryGetValue(node, out T? known) ? known : _found[node];

    public bool Contains(ReachNode node) => before.ContainsKey(node) || _found.ContainsKey(node);

    public bool TryGet(ReachNode node, out T fact) => before.TryGetValue(node, out fact!) || _found.TryGetValue(node, out fact!);

    /// <summary>The first to say something is believed.</summary>
    public T GetOrAdd(ReachNode node, T fact) => before.TryGetValue(node, out T? known) ? known : _found.GetOrAdd(node, fact);

    /// <summary>What has been found out by now.</summary>
    public KeyValuePair<ReachNode, T>[] Found() => _found.ToArray();

    /// <summary>What is known with these; nobody may write to it.</summary>
    public Dictionary<ReachNode, T> With(KeyValuePair<ReachNode, T>[] found) => found.Length == 0 ? before : CopyWith(found);

    /// <summary>The same, the caller's own.</summary>
    public Dictionary<ReachNode, T> CopyWith(KeyValuePair<ReachNode, T>[] found)
    {
        var all = new Dictionary<ReachNode, T>(before);
        foreach (KeyValuePair<ReachNode, T> pair in found)
            all[pair.Key] = pair.Value;
        return all;
    }
}
