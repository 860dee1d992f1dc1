using PrivacyAnalyzers.Generation.Erasure;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>What queries read of a row at once: seven values are a tuple, more are not.</summary>
public class RowConditionsTests
{
    [Fact]
    public void Seven_values_are_a_tuple() => Assert.Equal(
        "new global::System.ValueTuple<int, int, int, int, int, int, int>(row.A0, row.A1, row.A2, row.A3, row.A4, row.A5, row.A6)",
        RowConditions.Several(Values(7)));

    [Fact]
    public void Eight_values_are_an_anonymous_object_with_the_names_of_a_tuple() => Assert.Equal(
        "new { Item1 = row.A0, Item2 = row.A1, Item3 = row.A2, Item4 = row.A3, Item5 = row.A4, Item6 = row.A5, Item7 = row.A6, Item8 = row.A7 }",
        RowConditions.Several(Values(8)));

    private static (string Type, string Value)[] Values(int count) => [.. Enumerable.Range(0, count).Select(static i => ("int", $"row.A{i}"))];
}
