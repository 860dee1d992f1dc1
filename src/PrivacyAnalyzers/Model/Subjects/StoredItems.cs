namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Values of a collection's items, where these are rows of a table of their own: what is cleared of them one by one, and not with the item.</summary>
/// <param name="Way">What follows <c>row.</c> in code to reach the items, and what follows an item to reach those inside it.</param>
/// <param name="Values">Accessed from the item; named by their path from the row.</param>
internal sealed record StoredItems(IReadOnlyList<string> Way, IReadOnlyList<StoredValue> Values)
{
    /// <summary>The items of a collection, and those of the collections inside them.</summary>
    public static IEnumerable<StoredItems> Of(StoredCollection collection)
    {
        if (collection.Storage != CollectionStorage.Rows)
            yield break;
        yield return new StoredItems(new[] { collection.Access }, StoredValue.OfItem(collection).ToArray());
        foreach (StoredItems deeper in StoredCollection.Inside(collection).SelectMany(Of))
            yield return deeper with { Way = new[] { collection.Access }.Concat(deeper.Way).ToArray() };
    }

    /// <summary>Those items, with only some of their values; nothing where none is left.</summary>
    public static IEnumerable<StoredItems> Of(StoredCollection collection, Func<StoredValue, bool> isMeant) =>
        Of(collection).Select(items => items with { Values = items.Values.Where(isMeant).ToArray() }).Where(items => items.Values.Count > 0);

    /// <summary>The call that leads from rows to their items.</summary>
    public string Select => string.Concat(Way.Select(step => $".SelectMany(row => row.{step})"));

    /// <summary>A condition on a row: of some item the condition holds.</summary>
    /// <param name="condition">Given an item's name, what holds for it.</param>
    public string Any(string row, Func<string, string> condition)
    {
        string text = condition(Name(row, Way.Count));
        for (int i = Way.Count; i > 0; i--)
            text = $"{Name(row, i - 1)}.{Way[i - 1]}.Any({Name(row, i)} => {text})";
        return text;
    }

    private static string Name(string row, int depth) => depth == 0 ? row : FormattableString.Invariant($"item{depth}");
}
