namespace PrivacyAnalyzers.Flow;

/// <summary>What is known at one point of a body: every variable's value, and what each object holds. Mutable; copied where paths part.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<AbstractObject, ObjectState> _heap;
    private readonly Dictionary<int, Value> _slots;

    public FlowState()
    {
        _slots = [];
        _heap = [];
    }

    private FlowState(FlowState other)
    {
        _slots = new Dictionary<int, Value>(other._slots);
        _heap = new Dictionary<AbstractObject, ObjectState>(other._heap);
    }

    public IEnumerable<KeyValuePair<AbstractObject, ObjectState>> Objects => _heap;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    public FlowState Copy() => new(this);

    public Value? Get(int slot) => _slots.TryGetValue(slot, out Value? value) ? value : null;

    public void Set(int slot, Value value)
    {
        if (_slots.TryGetValue(slot, out Value? known) && ReferenceEquals(known, value))
            return;
        _slots[slot] = value;
        Version++;
    }

    /// <summary>
    /// Forgets variables whose scope has been left, and the objects that nothing refers to any more: a state's size is that of what is alive,
    /// so that copying states does not make the work grow with the square of a body's length.
    /// </summary>
    /// <param name="returned">What the body gives back so far.</param>
    public void Forget(IEnumerable<int> slots, Value returned)
    {
        foreach (int slot in slots)
            _slots.Remove(slot);
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

        if (alive.Count >= _heap.Count && _heap.Keys.All(alive.Contains))
            return;
        foreach (AbstractObject @object in _heap.Keys.ToArray())
        {
            if (!alive.Contains(@object))
                _heap.Remove(@object);
        }
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
        _heap[@object] = state;
        Version++;
    }

    /// <summary>The object made at a place becomes one of the older ones there, because a new one is being made.</summary>
    public void Age(AbstractObject fresh, AbstractObject older)
    {
        if (!_heap.TryGetValue(fresh, out ObjectState? parts))
            return;
        Version++;
        _heap.Remove(fresh);
        _heap[older] = _heap.TryGetValue(older, out ObjectState? known) ? known.Join(parts, _ => Value.Unknown) : parts;
        foreach (KeyValuePair<int, Value> slot in _slots.ToArray())
            _slots[slot.Key] = Aged(slot.Value, fresh, older);

        foreach (AbstractObject key in _heap.Keys.ToArray())
            _heap[key] = _heap[key].Map(value => Aged(value, fresh, older));
    }

    /// <summary>Joins another path's state into this one.</summary>
    /// <param name="initial">What an object's part is where one path wrote it and the other did not.</param>
    /// <param name="initialSlot">The same for a variable; <see langword="null"/> for one that then holds nothing.</param>
    /// <returns>Whether anything was added.</returns>
    public bool JoinWith(FlowState other, Func<AbstractObject, AccessStep, Value> initial, Func<int, Value?> initialSlot)
    {
        bool changed = false;
        foreach (KeyValuePair<int, Value> slot in other._slots)
        {
            Value? ours = Get(slot.Key);
            Value joined = (ours ?? initialSlot(slot.Key)) is { } left ? left.Join(slot.Value) : slot.Value;
            changed |= Update(slot.Key, ours, joined);
        }

        foreach (KeyValuePair<int, Value> slot in _slots.ToArray())
        {
            if (!other._slots.ContainsKey(slot.Key) && initialSlot(slot.Key) is { } theirs)
                changed |= Update(slot.Key, slot.Value, slot.Value.Join(theirs));
        }

        foreach (KeyValuePair<AbstractObject, ObjectState> pair in other._heap)
        {
            if (!_heap.TryGetValue(pair.Key, out ObjectState? ours))
            {
                // An object only the other path has made. An input or an unknown object exists on both: there, what was written on one
                // path only joins what it was before.
                ours = ObjectState.Empty;
                if (pair.Key.Kind is ObjectKind.Fresh or ObjectKind.Older)
                {
                    _heap[pair.Key] = pair.Value;
                    changed = true;
                    continue;
                }
            }

            ObjectState joined = ours.Join(pair.Value, step => initial(pair.Key, step));
            if (!ReferenceEquals(joined, ours))
            {
                _heap[pair.Key] = joined;
                changed = true;
            }
        }

        foreach (KeyValuePair<AbstractObject, ObjectState> pair in _heap.ToArray())
        {
            if (pair.Key.Kind is ObjectKind.Fresh or ObjectKind.Older || other._heap.ContainsKey(pair.Key))
                continue;
            ObjectState joined = pair.Value.Join(ObjectState.Empty, step => initial(pair.Key, step));
            if (!ReferenceEquals(joined, pair.Value))
            {
                _heap[pair.Key] = joined;
                changed = true;
            }
        }

        return changed;
    }

    private bool Update(int slot, Value? known, Value value)
    {
        if (ReferenceEquals(known, value))
            return false;
        _slots[slot] = value;
        Version++;
        return true;
    }

    private static Value Aged(Value value, AbstractObject fresh, AbstractObject older)
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

    public ObjectState Map(Func<Value, Value> change)
    {
        Value[]? values = null;
        for (int i = 0; i < _values.Length; i++)
        {
            Value changed = change(_values[i]);
            if (!ReferenceEquals(changed, _values[i]))
                (values ??= (Value[])_values.Clone())[i] = changed;
        }

        return values is null ? this : new ObjectState(_steps, values);
    }

    /// <param name="initial">What a part is on the path that did not write it.</param>
    public ObjectState Join(ObjectState other, Func<AccessStep, Value> initial)
    {
        if (ReferenceEquals(this, other))
            return this;
        ObjectState joined = this;
        for (int i = 0; i < _steps.Length; i++)
        {
            Value theirs = other.TryGet(_steps[i], out Value written) ? written : initial(_steps[i]);
            joined = joined.Set(_steps[i], _values[i].Join(theirs));
        }

        for (int i = 0; i < other._steps.Length; i++)
        {
            if (!TryGet(other._steps[i], out _))
                joined = joined.Set(other._steps[i], initial(other._steps[i]).Join(other._values[i]));
        }

        return joined;
    }
}
