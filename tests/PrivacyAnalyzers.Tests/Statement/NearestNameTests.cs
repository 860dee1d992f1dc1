using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Tests.Statement;

public class NearestNameTests
{
    [Theory]
    [InlineData("invoices", "invoices", 0)]
    [InlineData("invoices", "Invoices", 0)]
    [InlineData("invoices", "invoice", 1)]
    [InlineData("invoices", "invocies", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Counts_edits(string left, string right, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(left, right));
        Assert.Equal(distance, NearestName.Distance(right, left));
    }

    [Theory]
    [InlineData("invocies", "invoices")]
    [InlineData("costumer-acount", "customer-account")]
    [InlineData("marketing-mail", null)]
    [InlineData("", null)]
    [InlineData("tax", null)]
    [InlineData("customer-accounts-that-are-closed-and-waiting-for-deletion-by-the-nightly-job", null)]
    public void Finds_what_was_meant_and_nothing_far(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["customer-account", "invoices", "marketing", "fax-lines"]));

    [Fact]
    public void Of_two_as_near_the_first_wins() => Assert.Equal("aab", NearestName.Find("aac", ["aab", "aad"]));
}
