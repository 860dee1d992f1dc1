namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What is known at one point of a body: every variable's value, and what each object holds. Mutable; where paths part, copies share what
/// neither has written since.
/// </summary>
internal sealed class FlowState
{
    private IdMap<(AbstractObject Object, ObjectState State)> _heap;
    private IdMap<Value> _slots;
    private bool _sharesHeap;
    private bool _sharesSlots;

    public FlowState()
    {
        _slots = new();
        _heap = new();
    }

    private FlowState(FlowState other)
    {
        _slots = other._slots;
        _heap = other._heap;
        _sharesSlots = other._sharesSlots = true;
        _sharesHeap = other._sharesHeap = true;
        Version = other.Version;
    }

    /// <summary>In the order in which the body came across them.</summary>
    public IEnumerable<(AbstractObject Object, ObjectState State)> Objects
    {
        get
        {
            for (int i = 0; i < _heap.Count; i++)
                yield return _heap[i].Item;
        }
    }

    /// <summary>How many of the objects that are known have to move aside for it: the body came across them later.</summary>
    public int After(AbstractObject @object)
    {
        int index = _heap.IndexOf(@object.Id);
        return index < 0 ? _heap.Count - ~index : 0;
    }

    /// <summary>The objects that are known.</summary>
    public int Count => _heap.Count;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    private void OwnSlots()
    {
        if (_sharesSlots)
            _slots = _slots.Copy();
        _sharesSlots = false;
    }

    private void OwnHeap()
    {
        if (_sharesHeap)
            _heap = _heap.Copy();
        _sharesHeap = false;
    }

    public FlowState Copy() => new(this);

    public Value? Get(int slot) => _slots.TryGet(slot, out Value value) ? value : null;

    public void Set(int slot, Value value)
    {
        if (_slots.TryGet(slot, out Value known) && ReferenceEquals(known, value))
            return;
        OwnSlots();
        _slots.Set(slot, value);
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
            if (!_slots.TryGet(slot, out Value value))
                continue;
            frees |= value.Objects.Length > 0;
            OwnSlots();
            _slots.Remove(slot);
        }

        // Text and numbers keep nothing alive.
        if (!frees || _heap.Count == 0)
            return;
        bool[] alive = Alive(returned);
        if (Array.IndexOf(alive, false) < 0)
            return;
        OwnHeap();
        _heap.Keep(alive);
    }

    /// <summary>Which of the heap's objects anything refers to, in its order.</summary>
    private bool[] Alive(Value returned)
    {
        var alive = new bool[_heap.Count];
        var pending = new Stack<AbstractObject>();
        HashSet<AbstractObject>? codes = null;
        Reach(returned);
        for (int i = 0; i < _slots.Count; i++)
            Reach(_slots[i].Item);
        for (int i = 0; i < _heap.Count; i++)
        {
            if (_heap[i].Item.Object.Kind == ObjectKind.Input && !alive[i])
            {
                alive[i] = true;
                pending.Push(_heap[i].Item.Object);
            }
        }

        while (pending.Count > 0)
        {
            AbstractObject @object = pending.Pop();
            ObjectState parts = PartsOf(@object);
            for (int i = 0; i < parts.Count; i++)
                Reach(parts[i].Value);
            if (@object.Closure is not { } closure)
                continue;
            Reach(closure.Receiver);
            foreach (Value captured in closure.Captured?.Values ?? [])
                Reach(captured);
        }

        return alive;

        void Reach(Value value)
        {
            foreach (AbstractObject @object in value.Objects)
            {
                int index = _heap.IndexOf(@object.Id);
                bool isNew = index >= 0 ? !alive[index] : @object.Closure is not null && (codes ??= []).Add(@object);
                if (index >= 0)
                    alive[index] = true;
                if (isNew)
                    pending.Push(@object);
            }
        }
    }

    public bool Knows(AbstractObject @object) => StateOf(@object) is not null;

    public ObjectState PartsOf(AbstractObject @object) => StateOf(@object) ?? ObjectState.Empty;

    private ObjectState? StateOf(AbstractObject @object) => _heap.TryGet(@object.Id, out (AbstractObject, ObjectState State) entry) ? entry.State : null;

    public void SetParts(AbstractObject @object, ObjectState state)
    {
        if (ReferenceEquals(StateOf(@object), state))
            return;
        OwnHeap();
        _heap.Set(@object.Id, (@object, state));
        Version++;
    }

    /// <summary>Objects made at some places become older ones there, because new ones are being made: all in one look through what is alive.</summary>
    /// <param name="aging">By the objects, which are known here, the older ones.</param>
    /// <returns>How many places were looked through for them.</returns>
    public int Age(Dictionary<AbstractObject, AbstractObject> aging)
    {
        int looked = 0;
        Version++;
        OwnHeap();
        foreach (KeyValuePair<AbstractObject, AbstractObject> pair in aging)
        {
            ObjectState parts = PartsOf(pair.Key);
            _heap.Remove(pair.Key.Id);
            _heap.Set(pair.Value.Id, (pair.Value, StateOf(pair.Value)?.Join(parts, pair.Value, static (_, _) => Value.Unknown) ?? parts));
        }

        for (int i = 0; i < _slots.Count; i++)
        {
            (int slot, Value value) = _slots[i];
            looked += 1 + value.Objects.Length;
            if (value.Aged(aging) is var aged && !ReferenceEquals(aged, value))
            {
                OwnSlots();
                _slots.Set(slot, aged);
            }
        }

        for (int i = 0; i < _heap.Count; i++)
        {
            (int id, (AbstractObject @object, ObjectState state)) = _heap[i];
            for (int part = 0; part < state.Count; part++)
                looked += 1 + state[part].Value.Objects.Length;
            if (state.Aged(aging) is var aged && !ReferenceEquals(aged, state))
                _heap.Set(id, (@object, aged));
        }

        return looked;
    }

    /// <summary>Joins another path's state into this one.</summary>
    /// <param name="initial">What an object's part is where one path wrote it and the other did not.</param>
    /// <param name="initialSlot">The same for a variable; <see langword="null"/> for one that then holds nothing.</param>
    /// <returns>Whether anything was added.</returns>
    public bool JoinWith(FlowState other, Func<AbstractObject, AccessStep, Value> initial, Func<int, Value?> initialSlot)
    {
        int slots = _slots.IsSameAs(other._slots) ? 0 : JoinSlots(other, initialSlot);
        bool hasObjects = !_heap.IsSameAs(other._heap) && JoinObjects(other, initial);
        Version += slots + (hasObjects ? 1 : 0);
        return slots > 0 || hasObjects;
    }

    private int JoinSlots(FlowState other, Func<int, Value?> initialSlot)
    {
        IdMap<Value> ours = _slots;
        IdMap<Value> theirs = other._slots;
        int changes = 0;
        for (int i = 0; i < theirs.Count; i++)
        {
            (int slot, Value value) = theirs[i];
            Value? known = ours.TryGet(slot, out Value found) ? found : null;
            Value joined = ReferenceEquals(known, value) ? value
                : (known ?? initialSlot(slot)) is { } left ? left.Join(value) : value;
            if (!ReferenceEquals(known, joined))
                Change(slot, joined);
        }

        for (int i = 0; i < ours.Count; i++)
        {
            (int slot, Value value) = ours[i];
            if (!theirs.TryGet(slot, out _) && initialSlot(slot) is { } their && value.Join(their) is var joined && !ReferenceEquals(joined, value))
                Change(slot, joined);
        }

        return changes;

        void Change(int slot, Value joined)
        {
            // What is being read stays as it is.
            if (changes++ == 0)
                _slots = _slots.Copy();
            _sharesSlots = false;
            _slots.Set(slot, joined);
        }
    }

    private bool JoinObjects(FlowState other, Func<AbstractObject, AccessStep, Value> initial)
    {
        List<(int Id, (AbstractObject Object, ObjectState State) Item)>? changes = null;
        int ours = 0;
        int theirs = 0;
        while (ours < _heap.Count || theirs < other._heap.Count)
        {
            int our = ours < _heap.Count ? _heap[ours].Id : int.MaxValue;
            int their = theirs < other._heap.Count ? other._heap[theirs].Id : int.MaxValue;
            ObjectState? known = our <= their ? _heap[ours].Item.State : null;
            ObjectState? met = their <= our ? other._heap[theirs].Item.State : null;
            AbstractObject @object = known is not null ? _heap[ours].Item.Object : other._heap[theirs].Item.Object;
            ours += known is not null ? 1 : 0;
            theirs += met is not null ? 1 : 0;

            // An object only one path has made. An input or an unknown object exists on both: there, what was written on one path only
            // joins what it was before.
            if (met is null && @object.IsMadeHere)
                continue;
            ObjectState joined = known is null && @object.IsMadeHere ? met! : (known ?? ObjectState.Empty).Join(met ?? ObjectState.Empty, @object, initial);
            if ((known is null && @object.IsMadeHere) || !ReferenceEquals(joined, known ?? ObjectState.Empty))
                (changes ??= []).Add((@object.Id, (@object, joined)));
        }

        if (changes is null)
            return false;
        _heap = _heap.With(changes);
        _sharesHeap = false;
        return true;
    }
}
