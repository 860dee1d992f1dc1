namespace PrivacyAnalyzers.Flow;

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

    public ObjectState Aged(Dictionary<AbstractObject, AbstractObject> aging)
    {
        Value[]? values = null;
        for (int i = 0; i < _values.Length; i++)
        {
            Value aged = _values[i].Aged(aging);
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
            Value theirs = at < 0 ? other.Missing(_steps[i], holder, initial) : other._values[at];
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
            allValues[_steps.Length + i] = Missing(other._steps[more[i]], holder, initial).Join(other._values[more[i]]);
        }

        return new ObjectState(allSteps, allValues);
    }

    /// <summary>The parts of either, where nothing is asked about a part that one of them does not name.</summary>
    public ObjectState Union(ObjectState other)
    {
        ObjectState all = this;
        for (int i = 0; i < other._steps.Length; i++)
            all = all.Set(other._steps[i], all.TryGet(other._steps[i], out Value known) ? known.Join(other._values[i]) : other._values[i]);
        return all;
    }

    /// <summary>What a part is that only the other state names: one element may be any that was put there, else the part is as it was at first.</summary>
    private Value Missing(AccessStep step, AbstractObject holder, Func<AbstractObject, AccessStep, Value> initial) =>
        step.IsElement && TryGet(AccessStep.Element, out Value any) ? any : initial(holder, step);

    /// <summary>Where a part is; <paramref name="hint"/> is where it is in another state of the object, nearly always the same place.</summary>
    private int IndexOf(AccessStep step, int hint) =>
        hint < _steps.Length && _steps[hint].Equals(step) ? hint : Array.IndexOf(_steps, step);
}
