using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Statement;

/// <summary>A statement without the places of its entries: what is generated does not depend on them, and a line that moves changes nothing.</summary>
internal static class PlacelessStatement
{
    public static PrivacyStatement WithoutPlaces(this PrivacyStatement statement) => statement with
    {
        EffectivePosition = default,
        DataClasses = Each(statement.DataClasses, static entry => entry with { Position = default }),
        Purposes = Each(statement.Purposes, static entry => entry with { Position = default }),
        Categories = Each(statement.Categories, static entry => entry with { Position = default }),
        Retention = Each(statement.Retention, static entry => entry with { Position = default }),
        Recipients = Each(statement.Recipients, static entry => entry with { Position = default }),
        Transfers = Each(statement.Transfers, static entry => entry with { Position = default }),
        Products = Each(statement.Products, static entry => entry with { Position = default }),
        MinimumAges = Each(statement.MinimumAges, static entry => entry with { Position = default }),
        AutomatedDecisions = Each(statement.AutomatedDecisions, static entry => entry with { Position = default }),
        Logs = Each(statement.Logs, static entry => entry with { Position = default }),
        Taxonomies = Each(statement.Taxonomies, static entry => entry with { Position = default }),
    };

    private static EquatableArray<T> Each<T>(EquatableArray<T> entries, Func<T, T> map)
        where T : IEquatable<T> => entries.Select(map).ToEquatableArray();
}
