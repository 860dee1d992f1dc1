namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Which of several objects that one place makes: of a call that gives back an order with its lines, the order or the lines. A number made of
/// the way there, as exact as text would be: asked for at every call.
/// </summary>
internal readonly record struct AllocationPart(ulong Way)
{
    public static readonly AllocationPart Whole = new(0);

    /// <summary>An entry of a dictionary that is walked.</summary>
    public static readonly AllocationPart Pair = Whole.In(PartOf.Item, 0);

    /// <summary>A group of what is grouped.</summary>
    public static readonly AllocationPart Group = Whole.In(PartOf.Item, 1);

    /// <summary>A pair of what two sequences hold.</summary>
    public static readonly AllocationPart Zipped = Whole.In(PartOf.Item, 2);

    /// <summary>A claim that is chosen by its type.</summary>
    public static readonly AllocationPart Claim = Whole.In(PartOf.Item, 3);

    public AllocationPart In(PartOf kind, int index) => new(unchecked((Way * 1_000_003) + ((ulong)kind * 100_000) + (ulong)index + 1));
}

internal enum PartOf
{
    Result,
    Written,
    Out,
    Thrown,
    Argument,
    Part,
    Code,
    Captured,
    Receiver,
    Item,
    Class,
}
