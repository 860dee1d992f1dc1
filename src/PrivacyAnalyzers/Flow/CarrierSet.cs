namespace PrivacyAnalyzers.Flow;

/// <summary>Which objects of a state hold something that is followed, in whatever depth.</summary>
/// <param name="state">As it is now.</param>
internal sealed class CarrierSet(FlowState state)
{
    private readonly int _version = state.HeapVersion;
    private HashSet<AbstractObject>? _carriers;
    private HashSet<InputRoot>? _roots;
    private Dictionary<AbstractObject, List<AbstractObject>>? _holders;
    private Dictionary<InputRoot, List<AbstractObject>>? _inputs;

    /// <summary>Whether a state is this one, and nothing was written into objects since.</summary>
    public bool IsOf(FlowState other) => ReferenceEquals(other, state) && other.HeapVersion == _version;

    /// <summary>One of them lies in what a variable from outside refers to.</summary>
    public bool AreCaptured { get; private set; }

    /// <summary>What was written deep inside of an input is known of the object there, not of the one that the way begins at: of an input all carry, or none.</summary>
    public bool Contains(AbstractObject @object) =>
        _carriers is not null && (_carriers.Contains(@object) || (@object.Input is { } input && _roots is not null && _roots.Contains(input.Root)));

    /// <summary>An object refers to another: it carries what that does.</summary>
    public void Holds(AbstractObject holder, AbstractObject held)
    {
        if (Contains(held))
        {
            Add(holder);
            return;
        }

        ListOf(_holders ??= [], held).Add(holder);
        if (held.Input is { } input)
            ListOf(_inputs ??= [], input.Root).Add(holder);
    }

    /// <summary>An object carries, and with it all that refer to it. By a list of its own: a long row of objects would not fit on a stack.</summary>
    public void Add(AbstractObject carrier)
    {
        var pending = new Stack<AbstractObject>();
        pending.Push(carrier);
        while (pending.Count > 0)
        {
            AbstractObject next = pending.Pop();
            if (!(_carriers ??= []).Add(next))
                continue;
            Push(_holders, next, pending);
            if (next.Input is not { } input || !(_roots ??= []).Add(input.Root))
                continue;
            AreCaptured |= input.Root.Captured is not null;
            Push(_inputs, input.Root, pending);
        }
    }

    private static void Push<TKey>(Dictionary<TKey, List<AbstractObject>>? holders, TKey key, Stack<AbstractObject> pending) where TKey : notnull
    {
        if (holders is null || !holders.TryGetValue(key, out List<AbstractObject>? all))
            return;
        holders.Remove(key);
        foreach (AbstractObject holder in all)
            pending.Push(holder);
    }

    private static List<AbstractObject> ListOf<TKey>(Dictionary<TKey, List<AbstractObject>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<AbstractObject>? list))
            lists.Add(key, list = []);
        return list;
    }
}
