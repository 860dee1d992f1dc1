using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>What rows that stay are rid of.</summary>
/// <param name="Values">Values of the row.</param>
/// <param name="Collections">Collections that go as a whole.</param>
/// <param name="Items">Values of items that stay.</param>
internal sealed record ClearedData(IReadOnlyList<StoredValue> Values, IReadOnlyList<StoredCollection> Collections, IReadOnlyList<StoredItems> Items)
{
    public static ClearedData Of(IEnumerable<StoredValue> values) => new(values.ToArray(), Array.Empty<StoredCollection>(), Array.Empty<StoredItems>());

    public static ClearedData Of(StoredCollection collection) => new(Array.Empty<StoredValue>(), new[] { collection }, Array.Empty<StoredItems>());

    public bool IsEmpty => Values.Count + Collections.Count + Items.Count == 0;

    /// <summary>A condition on a row: some of it is there.</summary>
    public string IsLeft(EntityModel entity, string row = "row") => string.Join(
        " || ",
        Values.Select(value => new Replacement(value, entity, row).IsLeft)
            .Concat(Collections.Select(collection => $"{row}.{collection.Access}.Any()"))
            .Concat(Items.Select(items => items.Any(row, item => string.Join(" || ", items.Values.Select(value => new Replacement(value, entity, item).IsLeft))))));
}
