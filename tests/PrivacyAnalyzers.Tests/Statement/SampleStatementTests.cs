using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Meta;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>The statement of <c>samples/Communications</c> is sound, and gives every figure that such a company publishes.</summary>
public class SampleStatementTests
{
    private static readonly PrivacyStatement Sample =
        StatementReaderTests.ReadWhole(Repository.Read(Repository.PathOf("samples", "Communications", "privacy.yml")));

    [Fact]
    public void S01_S02_data_classes_and_roles() =>
        Assert.Equal(
            ["customer-account: controller", "customer-usage: controller, processor", "customer-content: processor"],
            Sample.DataClasses.Select(entry => $"{entry.Name}: {string.Join(", ", Roles(entry))}"));

    [Fact]
    public void S04_categories() =>
        Assert.Equal(
            ["identifier", "commercial", "financial", "electronic-activity", "geolocation", "professional", "protected-characteristic", "free-text", "content"],
            Sample.Categories.Select(entry => entry.Name));

    [Fact]
    public void S05_S33_every_category_has_sources_and_every_legal_basis_is_used()
    {
        Assert.All(Sample.Categories, entry => Assert.NotEmpty(entry.Sources));
        Assert.Equal(Enum.GetValues<LegalBasis>(), Sample.Purposes.Select(entry => entry.Basis).Distinct().Order());
    }

    [Fact]
    public void S06_protected_characteristics_need_opt_in() =>
        Assert.Equal("survey-opt-in", Sample.FindCategory("protected-characteristic")!.Consent);

    [Fact]
    public void S07_nothing_is_sold()
    {
        Assert.False(Sample.Sells);
        Assert.DoesNotContain(Sample.Recipients, entry => entry.Kind == "sale");
    }

    [Fact]
    public void S12_addresses_may_go_to_the_security_log()
    {
        LogEntry log = Sample.FindLog("security-log")!;
        Assert.Equal("fraud-prevention", log.Purpose);
        Assert.Equal(["electronic-activity"], log.Accepts);
    }

    [Theory]
    [InlineData("customer-relationship", "P7Y", "account-closed")] // S13
    [InlineData("support-communications", "P3Y", "account-closed")] // S14
    [InlineData("account-default", "P60D", "account-closed")] // S16
    [InlineData("account-activity", "P60D", "account-closed")] // S16
    public void S13_S14_S16_periods_after_the_account_closes(string rule, string period, string clock)
    {
        RetentionEntry entry = Sample.FindRetention(rule)!;
        Assert.Equal((KeepKind.Period, period, clock), (entry.Keep, entry.Duration!.Value.ToString(), entry.After));
    }

    [Theory]
    [InlineData("invoices", "tax")]
    [InlineData("subscriber-records", "anti-fraud")]
    public void S15_what_the_law_keeps(string rule, string ground)
    {
        RetentionEntry entry = Sample.FindRetention(rule)!;
        Assert.Equal((KeepKind.ByLaw, ground), (entry.Keep, entry.Ground));
    }

    [Fact]
    public void S17_usage_records_as_instructed_and_gone_within_30_days()
    {
        RetentionEntry entry = Sample.FindRetention("usage-records")!;
        Assert.Equal((KeepKind.Instructed, "P30D"), (entry.Keep, entry.Within!.Value.ToString()));
    }

    [Fact]
    public void S18_a_marketing_opt_out_takes_three_days() =>
        Assert.Equal("P3D", Sample.FindPurpose("marketing")!.OptOutWithin!.Value.ToString());

    [Fact]
    public void S25_every_kind_of_recipient_but_a_buyer() =>
        Assert.Equal(
            ["acquirer", "add-on-partner", "authority", "communications-provider", "group-company", "service-provider", "sub-processor"],
            Sample.Recipients.Select(entry => entry.Kind).Distinct().Order());

    [Fact]
    public void S26_fraud_scoring_gets_account_data_only() =>
        Assert.Equal(["customer-account"], Sample.Recipients.Single(entry => entry.Name == "fraud-scoring").Classes);

    [Fact]
    public void S27_six_categories_of_the_companys_own_data_are_disclosed() =>
        Assert.Equal(
            ["commercial", "electronic-activity", "financial", "geolocation", "identifier", "professional"],
            Sample.Categories
                .Where(entry => entry.DisclosedTo.Count > 0 && entry.Classes.Any(name => Sample.FindDataClass(name)!.IsController))
                .Select(entry => entry.Name).Order());

    [Fact]
    public void S28_the_email_product_rests_on_contractual_clauses_only()
    {
        Assert.All(
            Sample.Transfers.Where(entry => entry.To == "US" && entry.Product is null),
            entry => Assert.Equal(["binding-corporate-rules", "standard-contractual-clauses"], entry.Mechanisms));
        TransferEntry[] email = Sample.Transfers.Where(entry => entry.Product == "email").ToArray();
        Assert.Equal(["CH", "EEA"], email.Select(entry => entry.From).Order());
        Assert.All(email, entry => Assert.Equal(["standard-contractual-clauses"], entry.Mechanisms));
    }

    [Fact]
    public void S30_suspension_has_notice_and_review()
    {
        AutomatedDecisionEntry entry = Sample.AutomatedDecisions.Single(entry => entry.Name == "account-suspension");
        Assert.True(entry.NoticeRequired && entry.HumanReviewRequired);
    }

    [Fact]
    public void S31_minimum_ages() =>
        Assert.Equal([("EEA", 16), ("US", 13)], Sample.MinimumAges.Select(entry => (entry.Region, entry.Age)).Order());

    private static IEnumerable<string> Roles(DataClassEntry entry)
    {
        if (entry.IsController)
            yield return "controller";
        if (entry.IsProcessor)
            yield return "processor";
    }
}
