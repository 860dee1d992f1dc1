using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Where only some inputs are followed, a call that gets nothing of them is passed by, and what it keeps of an object, or gives back, is not known.
/// Should the object come to hold something of them later, the body is solved once more, with that call looked into.
/// </summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>After so many runs no call is passed by any more: each run could find one more object.</summary>
    private const int MaxRuns = 3;

    private readonly InvolvedPlaces _involved;
    private readonly HashSet<AbstractObject> _involvedObjects = [];

    /// <summary>What calls got and gave back that were passed by, or asked only for what they build.</summary>
    private readonly List<(IOperation Site, AbstractObject Object, bool IsResult)> _unasked = [];

    /// <summary>Solves a body, and again as long as objects turn out to be involved that calls were passed by with.</summary>
    /// <param name="create">Makes a run with the objects that are known to be.</param>
    public static BodyAnalysis Solve(Func<InvolvedPlaces, BodyAnalysis> create, InvolvedPlaces involved)
    {
        BodyAnalysis body = create(involved);
        body.Run();
        for (int run = 1; !body.IsSpent && body.FindInvolved(); run++)
        {
            if (run == MaxRuns)
                involved.AddAll();
            BodyAnalysis before = body;
            body = create(involved);
            body._repeatedSteps = before.Bodies().Sum(static each => each.Steps);
            body._repeatedJoins = before.Bodies().Sum(static each => each.Joins);
            body.Run();
        }

        return body;
    }

    /// <returns>Whether there are any that were not known to be.</returns>
    private bool FindInvolved()
    {
        bool hasMore = false;
        foreach (BodyAnalysis body in Bodies())
            hasMore |= body.FindOwnInvolved();
        return hasMore;
    }

    private bool FindOwnInvolved()
    {
        if (_unasked.Count == 0 || _carriers.IsEmpty)
            return false;
        Dictionary<AbstractObject, (IOperation Site, AllocationPart Part)>? places = null;
        bool hasMore = false;
        foreach ((IOperation site, AbstractObject @object, bool isResult) in _unasked)
        {
            if (!_carriers.Contains(@object))
                continue;
            if (isResult)
                hasMore |= _involved.AddCall(site);
            else if ((places ??= Places()).TryGetValue(@object, out (IOperation Site, AllocationPart Part) place))
                hasMore |= _involved.Add(place.Site, place.Part);
        }

        return hasMore;
    }

    private Dictionary<AbstractObject, (IOperation Site, AllocationPart Part)> Places()
    {
        var places = new Dictionary<AbstractObject, (IOperation, AllocationPart)>();
        foreach (KeyValuePair<(IOperation, AllocationPart), AbstractObject> made in _allocated.Concat(_opaque))
            places[made.Value] = made.Key;

        return places;
    }

    /// <summary>An object is met for the first time.</summary>
    private void Meet(AbstractObject @object, IOperation site, AllocationPart part)
    {
        if (_involved.Contains(site, part))
            _involvedObjects.Add(@object);
    }

    /// <summary>Objects that go into a call, and into which it does not look. Of what the body itself was handed, its callers know as much.</summary>
    private void NoteGiven(CallBinding call)
    {
        if (!call.IsUnasked)
            return;
        Note(call.Site, call.Receiver, isResult: false);
        foreach (Value value in call.Values)
            Note(call.Site, value, isResult: false);
    }

    private void NoteGivenBack(CallBinding call, Value result)
    {
        if (call.IsUnasked)
            Note(call.Site, result, isResult: true);
    }

    /// <summary>What holds something that is followed at that time is told by the callee.</summary>
    private void Note(IOperation site, Value value, bool isResult)
    {
        foreach (AbstractObject @object in value.Objects)
        {
            if (@object.Input is null && !Carries(@object) && !_carriers.Contains(LatestOf(@object)))
                _unasked.Add((site, LatestOf(@object), isResult));
        }
    }

    private void NoteHeld(AbstractObject holder, Value value)
    {
        if (_focus.IsWhole || (value.Taints.Length == 0 && value.Objects.Length == 0))
            return;
        holder = LatestOf(holder);
        if (IsOfInput(value))
            _carriers.Add(holder);
        foreach (AbstractObject held in value.Objects)
        {
            if (Carries(held))
                _carriers.Add(holder);
            else
                _carriers.Holds(holder, LatestOf(held));
        }
    }

    /// <summary>The latest object of a place and those before it are one in this.</summary>
    private AbstractObject LatestOf(AbstractObject @object) => _latest.TryGetValue(@object, out AbstractObject? latest) ? latest : @object;

    private void SetParts(AbstractObject @object, ObjectState parts)
    {
        _state.SetParts(@object, parts);
        for (int i = 0; i < parts.Count; i++)
            NoteHeld(@object, parts[i].Value);
    }
}
