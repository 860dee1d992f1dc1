using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Facts about pieces of the program: those known before, and those found out since. The first are never written to, and what an edit adds or
/// takes away leaves the rest where it is: with thousands of files a copy at each edit is what takes the time. Safe for concurrent use.
/// </summary>
/// <param name="before">Known before.</param>
internal sealed class FactTable<T>(ImmutableDictionary<ReachNode, T> before)
{
    private readonly ConcurrentDictionary<ReachNode, T> _found = new();

    public FactTable()
        : this(ImmutableDictionary<ReachNode, T>.Empty)
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

    /// <summary>What is known with these.</summary>
    public ImmutableDictionary<ReachNode, T> With(KeyValuePair<ReachNode, T>[] found) => before.SetItems(found);
}
