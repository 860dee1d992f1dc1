namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Which objects of a body hold something that is followed, in whatever depth, at any time so far. Kept up as the body is run: worked out of a state
/// wherever it is asked for, it would take the square of a body's length.
/// </summary>
internal sealed class CarrierSet
{
    private readonly HashSet<AbstractObject> _carriers = [];
    private readonly HashSet<InputRoot> _roots = [];

    /// <summary>Of objects that do not, those that hold them; and of an input's, by that.</summary>
    private readonly Dictionary<AbstractObject, HashSet<AbstractObject>> _holders = [];
    private readonly Dictionary<InputRoot, HashSet<AbstractObject>> _inputs = [];

    public bool IsEmpty => _carriers.Count == 0;

    /// <summary>One of them lies in what a variable from outside refers to.</summary>
    public bool AreCaptured { get; private set; }

    /// <summary>What was written deep inside of an input is known of the object there, not of the one that the way begins at: of an input all carry, or none.</summary>
    public bool Contains(AbstractObject @object) =>
        _carriers.Count > 0 && (_carriers.Contains(@object) || (@object.Input is { } input && _roots.Contains(input.Root)));

    /// <summary>An object refers to another: it carries what that does.</summary>
    public void Holds(AbstractObject holder, AbstractObject held)
    {
        if (holder == held || Contains(holder))
            return;
        if (Contains(held))
        {
            Add(holder);
            return;
        }

        HoldersOf(_holders, held).Add(holder);
        if (held.Input is { } input)
            HoldersOf(_inputs, input.Root).Add(holder);
    }

    /// <summary>An object carries, and with it all that refer to it. By a list of its own: a long row of objects would not fit on a stack.</summary>
    public void Add(AbstractObject carrier)
    {
        if (_carriers.Contains(carrier))
            return;
        var pending = new Stack<AbstractObject>();
        pending.Push(carrier);
        while (pending.Count > 0)
        {
            AbstractObject next = pending.Pop();
            if (!_carriers.Add(next))
                continue;
            Push(_holders, next, pending);
            if (next.Input is not { } input || !_roots.Add(input.Root))
                continue;
            AreCaptured |= input.Root.Captured is not null;
            Push(_inputs, input.Root, pending);
        }
    }

    private static void Push<TKey>(Dictionary<TKey, HashSet<AbstractObject>> holders, TKey key, Stack<AbstractObject> pending) where TKey : notnull
    {
        if (!holders.TryGetValue(key, out HashSet<AbstractObject>? all))
            return;
        holders.Remove(key);
        foreach (AbstractObject holder in all)
            pending.Push(holder);
    }

    private static HashSet<AbstractObject> HoldersOf<TKey>(Dictionary<TKey, HashSet<AbstractObject>> all, TKey key) where TKey : notnull
    {
        if (!all.TryGetValue(key, out HashSet<AbstractObject>? known))
            all.Add(key, known = []);
        return known;
    }
}
