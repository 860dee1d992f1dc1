namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What is known at one point of a body: every variable's value, and what each object holds. Mutable; where paths part, copies share what
/// neither has written since.
/// </summary>
internal sealed class FlowState
{
    private Dictionary<AbstractObject, ObjectState> _heap;
    private Dictionary<int, Value> _slots;
    private bool _sharesHeap;
    private bool _sharesSlots;

    public FlowState()
    {
        _slots = [];
        _heap = [];
    }

    private FlowState(FlowState other)
    {
        _slots = other._slots;
        _heap = other._heap;
        _sharesSlots = other._sharesSlots = true;
        _sharesHeap = other._sharesHeap = true;
    }

    public IEnumerable<KeyValuePair<AbstractObject, ObjectState>> Objects => _heap;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    private Dictionary<int, Value> OwnSlots
    {
        get
        {
            if (_sharesSlots)
                _slots = new Dictionary<int, Value>(_slots);
            _sharesSlots = false;
            return _slots;
        }
    }

    private Dictionary<AbstractObject, ObjectState> OwnHeap
    {
        get
        {
            if (_sharesHeap)
                _heap = new Dictionary<AbstractObject, ObjectState>(_heap);
            _sharesHeap = false;
            return _heap;
        }
    }

    public FlowState Copy() => new(this);

    public Value? Get(int slot) => _slots.TryGetValue(slot, out Value? value) ? value : null;

    public void Set(int slot, Value value)
    {
        if (_slots.TryGetValue(slot, out Value? known) && ReferenceEquals(known, value))
            return;
        OwnSlots[slot] = value;
        Version++;
    }

    /// <summary>
    /// Forgets variables whose scope has been left, and the objects that nothing refers to any more: a state's size is that of what is alive,
    /// so that copying states does not make the work grow with the square of a body's length.
    /// </summary>
    /// <param name="returned">What the body gives back so far.</param>
    public void Forget(List<int> slots, Value returned)
    {
        bool frees = false;
        foreach (int slot in slots)
        {
            if (!_slots.TryGetValue(slot, out Value? value))
                continue;
            frees |= value.Objects.Length > 0;
            OwnSlots.Remove(slot);
        }

        // Text and numbers keep nothing alive.
        if (!frees || _heap.Count == 0)
            return;
        HashSet<AbstractObject> alive = Alive(returned);
        List<AbstractObject>? dead = null;
        foreach (AbstractObject @object in _heap.Keys)
        {
            if (!alive.Contains(@object))
                (dead ??= []).Add(@object);
        }

        if (dead is null)
            return;
        foreach (AbstractObject @object in dead)
            OwnHeap.Remove(@object);
    }

    private HashSet<AbstractObject> Alive(Value returned)
    {
        var alive = new HashSet<AbstractObject>();
        var pending = new Stack<AbstractObject>();
        Reach(returned, alive, pending);
        foreach (Value value in _slots.Values)
            Reach(value, alive, pending);
        foreach (AbstractObject @object in _heap.Keys)
        {
            if (@object.Kind == ObjectKind.Input && alive.Add(@object))
                pending.Push(@object);
        }

        while (pending.Count > 0)
        {
            AbstractObject @object = pending.Pop();
            ObjectState parts = PartsOf(@object);
            for (int i = 0; i < parts.Count; i++)
                Reach(parts[i].Value, alive, pending);
            if (@object.Closure is not { } closure)
                continue;
            Reach(closure.Receiver, alive, pending);
            foreach (Value captured in closure.Captured?.Values ?? [])
                Reach(captured, alive, pending);
        }

        return alive;
    }

    private static void Reach(Value value, HashSet<AbstractObject> alive, Stack<AbstractObject> pending)
    {
        foreach (AbstractObject @object in value.Objects)
        {
            if (alive.Add(@object))
                pending.Push(@object);
        }
    }

    public bool Knows(AbstractObject @object) => _heap.ContainsKey(@object);

    public ObjectState PartsOf(AbstractObject @object) => _heap.TryGetValue(@object, out ObjectState? state) ? state : ObjectState.Empty;

    public void SetParts(AbstractObject @object, ObjectState state)
    {
        if (_heap.TryGetValue(@object, out ObjectState? known) && ReferenceEquals(known, state))
            return;
        OwnHeap[@object] = state;
        Version++;
    }

    /// <summary>The object made at a place becomes one of the older ones there, because a new one is being made.</summary>
    public void Age(AbstractObject fresh, AbstractObject older)
    {
        if (!_heap.TryGetValue(fresh, out ObjectState? parts))
            return;
        Version++;
        OwnHeap.Remove(fresh);
        _heap[older] = _heap.TryGetValue(older, out ObjectState? known) ? known.Join(parts, older, static (_, _) => Value.Unknown) : parts;
        List<KeyValuePair<int, Value>>? slots = null;
        foreach (KeyValuePair<int, Value> slot in _slots)
        {
            if (Aged(slot.Value, fresh, older) is var aged && !ReferenceEquals(aged, slot.Value))
                (slots ??= []).Add(new(slot.Key, aged));
        }

        List<KeyValuePair<AbstractObject, ObjectState>>? objects = null;
        foreach (KeyValuePair<AbstractObject, ObjectState> pair in _heap)
        {
            if (pair.Value.Aged(fresh, older) is var aged && !ReferenceEquals(aged, pair.Value))
                (objects ??= []).Add(new(pair.Key, aged));
        }

        Put(slots, objects);
    }

    /// <summary>Joins another path's state into this one.</summary>
    /// <param name="initial">What an object's part is where one path wrote it and the other did not.</param>
    /// <param name="initialSlot">The same for a variable; <see langword="null"/> for one that then holds nothing.</param>
    /// <returns>Whether anything was added.</returns>
    public bool JoinWith(FlowState other, Func<AbstractObject, AccessStep, Value> initial, Func<int, Value?> initialSlot)
    {
        List<KeyValuePair<int, Value>>? slots = ReferenceEquals(_slots, other._slots) ? null : JoinedSlots(other, initialSlot);
        List<KeyValuePair<AbstractObject, ObjectState>>? objects = ReferenceEquals(_heap, other._heap) ? null : JoinedObjects(other, initial);
        Version += slots?.Count ?? 0;
        Put(slots, objects);
        return slots is not null || objects is not null;
    }

    private List<KeyValuePair<int, Value>>? JoinedSlots(FlowState other, Func<int, Value?> initialSlot)
    {
        List<KeyValuePair<int, Value>>? changes = null;
        foreach (KeyValuePair<int, Value> slot in other._slots)
        {
            Value? ours = Get(slot.Key);
            Value joined = ReferenceEquals(ours, slot.Value) ? slot.Value
                : (ours ?? initialSlot(slot.Key)) is { } left ? left.Join(slot.Value) : slot.Value;
            if (!ReferenceEquals(ours, joined))
                (changes ??= []).Add(new(slot.Key, joined));
        }

        foreach (KeyValuePair<int, Value> slot in _slots)
        {
            if (!other._slots.ContainsKey(slot.Key) && initialSlot(slot.Key) is { } theirs && slot.Value.Join(theirs) is var joined && !ReferenceEquals(joined, slot.Value))
                (changes ??= []).Add(new(slot.Key, joined));
        }

        return changes;
    }

    private List<KeyValuePair<AbstractObject, ObjectState>>? JoinedObjects(FlowState other, Func<AbstractObject, AccessStep, Value> initial)
    {
        List<KeyValuePair<AbstractObject, ObjectState>>? changes = null;
        foreach (KeyValuePair<AbstractObject, ObjectState> pair in other._heap)
        {
            // An object only the other path has made. An input or an unknown object exists on both: there, what was written on one
            // path only joins what it was before.
            ObjectState? ours = _heap.TryGetValue(pair.Key, out ObjectState? known) ? known : null;
            ObjectState joined = ours is null && pair.Key.Kind is ObjectKind.Fresh or ObjectKind.Older ? pair.Value : (ours ?? ObjectState.Empty).Join(pair.Value, pair.Key, initial);
            if (!ReferenceEquals(joined, ours ?? ObjectState.Empty) || (ours is null && pair.Key.Kind is ObjectKind.Fresh or ObjectKind.Older))
                (changes ??= []).Add(new(pair.Key, joined));
        }

        foreach (KeyValuePair<AbstractObject, ObjectState> pair in _heap)
        {
            if (pair.Key.Kind is ObjectKind.Fresh or ObjectKind.Older || other._heap.ContainsKey(pair.Key))
                continue;
            ObjectState joined = pair.Value.Join(ObjectState.Empty, pair.Key, initial);
            if (!ReferenceEquals(joined, pair.Value))
                (changes ??= []).Add(new(pair.Key, joined));
        }

        return changes;
    }

    private void Put(List<KeyValuePair<int, Value>>? slots, List<KeyValuePair<AbstractObject, ObjectState>>? objects)
    {
        for (int i = 0; i < (slots?.Count ?? 0); i++)
            OwnSlots[slots![i].Key] = slots[i].Value;
        for (int i = 0; i < (objects?.Count ?? 0); i++)
            OwnHeap[objects![i].Key] = objects[i].Value;
    }

    internal static Value Aged(Value value, AbstractObject fresh, AbstractObject older)
    {
        if (Array.IndexOf(value.Objects, fresh) < 0)
            return value;
        AbstractObject[] objects = Array.FindAll(value.Objects, @object => @object != fresh);
        return value.WithObjects(Array.IndexOf(objects, older) < 0 ? [.. objects, older] : objects);
    }
}

/// <summary>What an object's parts hold, as far as this body wrote them. Immutable.</summary>
internal sealed class ObjectState
{
    public static readonly ObjectState Empty = new([], []);

    private readonly AccessStep[] _steps;
    private readonly Value[] _values;

    private ObjectState(AccessStep[] steps, Value[] values)
    {
        _steps = steps;
        _values = values;
    }

    public int Count => _steps.Length;

    /// <param name="steps">Each once.</param>
    /// <param name="values">What is at each.</param>
    public static ObjectState Of(AccessStep[] steps, Value[] values) => steps.Length == 0 ? Empty : new ObjectState(steps, values);

    public (AccessStep Step, Value Value) this[int index] => (_steps[index], _values[index]);

    public bool TryGet(AccessStep step, out Value value)
    {
        int index = Array.IndexOf(_steps, step);
        value = index < 0 ? Value.Unknown : _values[index];
        return index >= 0;
    }

    public ObjectState Set(AccessStep step, Value value)
    {
        int index = Array.IndexOf(_steps, step);
        if (index < 0)
            return new ObjectState([.. _steps, step], [.. _values, value]);
        if (ReferenceEquals(_values[index], value))
            return this;
        var values = (Value[])_values.Clone();
        values[index] = value;
        return new ObjectState(_steps, values);
    }

    public ObjectState Remove(Func<AccessStep, bool> which)
    {
        if (!Array.Exists(_steps, step => which(step)))
            return this;
        ObjectState rest = Empty;
        for (int i = 0; i < _steps.Length; i++)
        {
            if (!which(_steps[i]))
                rest = rest.Set(_steps[i], _values[i]);
        }

        return rest;
    }

    public ObjectState Aged(AbstractObject fresh, AbstractObject older)
    {
        Value[]? values = null;
        for (int i = 0; i < _values.Length; i++)
        {
            Value aged = FlowState.Aged(_values[i], fresh, older);
            if (!ReferenceEquals(aged, _values[i]))
                (values ??= (Value[])_values.Clone())[i] = aged;
        }

        return values is null ? this : new ObjectState(_steps, values);
    }

    /// <param name="holder">The object whose parts these are.</param>
    /// <param name="initial">What a part of it is on the path that did not write it.</param>
    public ObjectState Join(ObjectState other, AbstractObject holder, Func<AbstractObject, AccessStep, Value> initial)
    {
        if (ReferenceEquals(this, other))
            return this;
        Value[]? values = null;
        for (int i = 0; i < _steps.Length; i++)
        {
            int at = other.IndexOf(_steps[i], i);
            Value theirs = at < 0 ? initial(holder, _steps[i]) : other._values[at];
            Value both = _values[i].Join(theirs);
            if (!ReferenceEquals(both, _values[i]))
                (values ??= (Value[])_values.Clone())[i] = both;
        }

        List<int>? more = null;
        for (int i = 0; i < other._steps.Length; i++)
        {
            if (IndexOf(other._steps[i], i) < 0)
                (more ??= []).Add(i);
        }

        if (more is null)
            return values is null ? this : new ObjectState(_steps, values);
        var allSteps = new AccessStep[_steps.Length + more.Count];
        var allValues = new Value[allSteps.Length];
        _steps.CopyTo(allSteps, 0);
        (values ?? _values).CopyTo(allValues, 0);
        for (int i = 0; i < more.Count; i++)
        {
            allSteps[_steps.Length + i] = other._steps[more[i]];
            allValues[_steps.Length + i] = initial(holder, other._steps[more[i]]).Join(other._values[more[i]]);
        }

        return new ObjectState(allSteps, allValues);
    }

    /// <summary>Where a part is; <paramref name="hint"/> is where it is in another state of the object, nearly always the same place.</summary>
    private int IndexOf(AccessStep step, int hint) =>
        hint < _steps.Length && _steps[hint].Equals(step) ? hint : Array.IndexOf(_steps, step);
}
