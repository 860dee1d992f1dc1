using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Tests.Model.Disclosures;

public class DisclosureRecordTests
{
    private static readonly StatementDate Date = new(2026, 1, 8);

    [Fact]
    public void The_same_disclosures_give_the_same_bytes_in_ordinal_order()
    {
        RecordedDisclosure[] entries =
        [
            new("identifier", "customer-account", "Shop.a.B", null, Names(), Names()),
            new("identifier", "customer-account", "Shop.Z.B", "invoices", Names("marketing", "billing", "marketing"), Names("b", "a")),
            new("geolocation", null, "Shop.A.B", null, Names(), Names()),
        ];

        string text = DisclosureRecord.Of(entries, Date, null).ToText();

        Assert.Equal(
            "# effective: 2026-01-08\ngeolocation | - | Shop.A.B | - | - | -\nidentifier | customer-account | Shop.Z.B | invoices | billing, marketing | a, b\nidentifier | customer-account | Shop.a.B | - | - | -\n",
            text);
        Assert.Equal(text, DisclosureRecord.Of(entries.Reverse(), Date, null).ToText());
        Assert.Equal(text, DisclosureRecord.Read(text, out _, out _).ToText());
    }

    [Fact]
    public void Comments_stay_and_a_reason_stays_with_its_date()
    {
        DisclosureRecord before = DisclosureRecord.Read("# ours\n# effective: 2026-01-08\nidentifier | - | A.B | - | - | -\n", out _, out _);

        DisclosureRecord same = DisclosureRecord.Of([], Date, before, "B was\nrenamed");
        DisclosureRecord later = DisclosureRecord.Of([], new StatementDate(2026, 2, 1), DisclosureRecord.Read(same.ToText(), out _, out _));

        Assert.Equal("# effective: 2026-01-08\n# ours\n# same date: B was renamed\n", same.ToText());
        Assert.Equal("# effective: 2026-02-01\n# ours\n", later.ToText());
    }

    [Theory]
    [InlineData("identifier | - | A.B | - | -")]
    [InlineData("identifier | - | A.B | - | - | - | -")]
    [InlineData("- | - | A.B | - | - | -")]
    [InlineData("identifier | - | - | - | - | -")]
    [InlineData("identifier |  | A.B | - | - | -")]
    [InlineData("# effective: soon")]
    [InlineData("# effective: 2026-02-30")]
    public void What_is_no_line_is_a_fault(string line)
    {
        DisclosureRecord record = DisclosureRecord.Read("# effective: 2026-01-08\n" + line, out IReadOnlyList<int> faults, out _);

        Assert.Equal([1], faults);
        Assert.Empty(record.Entries);
    }

    [Fact]
    public void A_difference_says_what_became_what()
    {
        RecordedDisclosure old = new("identifier", "usage", "A.B", "invoices", Names("billing"), Names());
        RecordedDisclosure now = old with { Category = "commercial", DataClass = null, Purposes = Names("billing", "marketing"), Recipients = Names("tax") };

        DisclosureDifference difference = Assert.Single(DisclosureDifference.Between([old], [now]));

        Assert.Equal("differs from the recorded disclosures: category 'identifier' became 'commercial'; data class 'usage' became '-'; purposes 'billing' became 'billing, marketing'; recipients '-' became 'tax'", difference.InWords);
        Assert.Empty(DisclosureDifference.Between([old], [old]));
        Assert.Equal((old, null), (Assert.Single(DisclosureDifference.Between([old, old], [old])).Recorded, Assert.Single(DisclosureDifference.Between([old, old], [old])).Current));
    }

    private static EquatableArray<string> Names(params string[] names) => RecordedDisclosure.Sorted(names);
}
