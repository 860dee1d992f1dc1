using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// The objects of a body that come to hold something that is followed after a call was passed by that got or gave them: with these in view from
/// the beginning the body is solved again. By where they come from, since the objects themselves are one run's.
/// </summary>
internal sealed class InvolvedPlaces
{
    private readonly HashSet<(IOperation Site, AllocationPart Part)> _places = [];
    private readonly HashSet<IOperation> _calls = [];
    private bool _hasAll;

    public bool Contains(IOperation site, AllocationPart part) => _places.Contains((site, part));

    /// <summary>Whether a call gave back one of them.</summary>
    public bool GaveBack(IOperation call) => _hasAll || _calls.Contains(call);

    /// <returns>Whether it is new.</returns>
    public bool Add(IOperation site, AllocationPart part) => _places.Add((site, part));

    /// <inheritdoc cref="Add"/>
    public bool AddCall(IOperation call) => _calls.Add(call);

    /// <summary>Any call may have given back one, and got one.</summary>
    public void AddAll() => _hasAll = true;
}
