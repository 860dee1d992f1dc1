namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>The retention rules that an entity's personal data follows.</summary>
internal static class StoredRules
{
    /// <summary>The rules of all that is personal in a row, and <see langword="null"/> where some of it has none.</summary>
    public static IEnumerable<RetentionRule?> AllOfMembers(EntityModel entity) =>
        StoredValue.Of(entity).Where(value => value.IsClearable).Select(value => value.Member.Retention)
            .Concat(StoredCollection.Of(entity).SelectMany(collection => StoredCollection.Classified(collection.Component)).Select(member => member.Retention))
            .Distinct();

    /// <summary>The rules of the members that hold personal data, as often as they stand there.</summary>
    public static IEnumerable<(RetentionRule Rule, string Member)> OfMembers(EntityModel entity) =>
        StoredValue.Of(entity).Where(value => value.Member is { Category: not null, Retention: not null }).Select(value => (value.Member.Retention!, value.Name))
            .Concat(StoredCollection.Of(entity).SelectMany(collection => collection.Rules.Select(rule => (rule, collection.Name))));
}
