using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>A statement without faults, key by key.</summary>
public class StatementReaderTests
{
    private static readonly PrivacyStatement Example = ReadWhole(Statements.Example);

    internal static PrivacyStatement ReadWhole(string text)
    {
        StatementFile file = StatementReader.Read("privacy.yml", SourceText.From(text), CancellationToken.None);
        Assert.Empty(file.Errors);
        return file.Statement!;
    }

    [Fact]
    public void Head()
    {
        Assert.Equal("Example Communications privacy statement", Example.Title);
        Assert.Equal(new StatementDate(2026, 1, 8), Example.Effective);
        Assert.Equal(new Position(1, 11, 10), Example.EffectivePosition);
        Assert.False(Example.Sells);
        Assert.True(ReadWhole(Statements.Minimal + "sells: true").Sells);
    }

    [Fact]
    public void Data_classes_have_one_role_or_both()
    {
        Assert.Equal(
            [
                new DataClassEntry("customer-account", new Position(3, 2, 16), IsController: true, IsProcessor: false),
                new DataClassEntry("customer-usage", new Position(4, 2, 14), IsController: true, IsProcessor: true),
                new DataClassEntry("customer-content", new Position(5, 2, 16), IsController: false, IsProcessor: true),
            ],
            Example.DataClasses);
    }

    [Fact]
    public void Purposes_have_a_basis_and_may_have_an_opt_out()
    {
        Assert.Equal(
            [
                new PurposeEntry("provide-service", new Position(7, 2, 15), LegalBasis.Contract, null, null),
                new PurposeEntry("fraud-prevention", new Position(8, 2, 16), LegalBasis.LegitimateInterest, null, null),
                new PurposeEntry("marketing", new Position(9, 2, 9), LegalBasis.Consent, null, new Period(0, 0, 0, 3)),
            ],
            Example.Purposes);
    }

    [Theory]
    [InlineData("contract", nameof(LegalBasis.Contract))]
    [InlineData("legitimate-interest", nameof(LegalBasis.LegitimateInterest))]
    [InlineData("consent", nameof(LegalBasis.Consent))]
    [InlineData("legal-obligation", nameof(LegalBasis.LegalObligation))]
    [InlineData("vital-interest", nameof(LegalBasis.VitalInterest))]
    public void Every_legal_basis(string text, string basis) =>
        Assert.Equal(basis, ReadWhole(Statements.Minimal + $"purposes: {{ p: {{ basis: {text}, consent: newsletter }} }}").Purposes[0] is { Consent: "newsletter" } purpose ? purpose.Basis.ToString() : null);

    [Fact]
    public void Categories()
    {
        Assert.Equal(["identifier", "electronic-activity", "protected-characteristic"], Example.Categories.Select(category => category.Name));
        Assert.Equal(
            new CategoryEntry(
                "identifier",
                new Position(11, 2, 10),
                Texts("customer-account", "customer-usage"),
                Texts("sign-up", "support"),
                Texts("provide-service", "fraud-prevention", "marketing"),
                Texts("telephony-operators", "fraud-scoring"),
                null),
            Example.FindCategory("identifier"));
        Assert.Equal("survey-opt-in", Example.FindCategory("protected-characteristic")!.Consent);
    }

    [Fact]
    public void Retention_by_period_by_instruction_and_by_law()
    {
        Assert.Equal(
            new RetentionEntry("support-communications", new Position(27, 2, 22), KeepKind.Period, new Period(3, 0, 0, 0), "account-closed", null, null, RetentionEnd.Delete),
            Example.FindRetention("support-communications"));
        Assert.Equal(RetentionEnd.Anonymize, Example.FindRetention("account-default")!.Then);
        Assert.Equal(
            new RetentionEntry("usage-records", new Position(29, 2, 13), KeepKind.Instructed, null, null, new Period(0, 0, 0, 30), null, RetentionEnd.Delete),
            Example.FindRetention("usage-records"));
        Assert.Equal(
            new RetentionEntry("invoices", new Position(30, 2, 8), KeepKind.ByLaw, null, null, null, "tax", RetentionEnd.Delete),
            Example.FindRetention("invoices"));
    }

    [Fact]
    public void Recipients_and_transfers()
    {
        Assert.Equal(
            new RecipientEntry("telephony-operators", new Position(32, 2, 19), "communications-provider", Texts("identifier", "electronic-activity"), Texts("customer-usage"), Texts("US", "EEA")),
            Example.FindRecipient("telephony-operators"));
        Assert.Equal(
            [
                new TransferEntry(new Position(35, 4, 90), "EEA", "US", null, Texts("binding-corporate-rules", "standard-contractual-clauses")),
                new TransferEntry(new Position(36, 4, 81), "EEA", "US", "email", Texts("standard-contractual-clauses")),
            ],
            Example.Transfers);
    }

    [Fact]
    public void Products_ages_decisions_logs_and_taxonomies()
    {
        Assert.Equal([new NameEntry("voice", new Position(37, 11, 5)), new NameEntry("email", new Position(37, 18, 5))], Example.Products);
        Assert.Equal([("US", 13), ("EEA", 16)], Example.MinimumAges.Select(age => (age.Region, age.Age)));
        Assert.Equal([new AutomatedDecisionEntry("account-suspension", new Position(40, 2, 18), NoticeRequired: true, HumanReviewRequired: true)], Example.AutomatedDecisions);
        Assert.Equal([new LogEntry("security-log", new Position(42, 2, 12), "fraud-prevention", Texts("electronic-activity"))], Example.Logs);
        Assert.Equal([new TaxonomyEntry("Contoso.PrivateDataAttribute", new Position(44, 34, 10), "identifier")], Example.Taxonomies);
    }

    [Fact]
    public void Json_reads_the_same()
    {
        PrivacyStatement statement = ReadWhole("""
            {
            	"statement": "Example",
            	"effective": "2026-01-08",
            	"retention": { "short": { "keep": "P1Y6M", "after": "closed", "then": "delete" } }
            }
            """);

        Assert.Equal("P1Y6M", statement.FindRetention("short")!.Duration.ToString());
    }

    [Fact]
    public void Equal_texts_make_equal_statements_and_others_do_not()
    {
        PrivacyStatement other = ReadWhole(Statements.Example.Replace("P60D", "P61D", StringComparison.Ordinal));

        Assert.Equal(Example, ReadWhole(Statements.Example));
        Assert.Equal(Example.GetHashCode(), ReadWhole(Statements.Example).GetHashCode());
        Assert.NotEqual(Example, other);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Positions_hold_whatever_ends_the_lines(string lineEnd)
    {
        PrivacyStatement statement = ReadWhole(Statements.Example.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal(Example.FindRetention("invoices")!.Position, statement.FindRetention("invoices")!.Position);
    }

    [Fact]
    public void Norway_is_a_region_and_comments_are_free() =>
        Assert.Equal(["NO"], ReadWhole(Statements.Minimal + "minimumAge: { NO: 13 } # Norway").MinimumAges.Select(age => age.Region));

    private static EquatableArray<string> Texts(params string[] texts) => texts.ToEquatableArray();
}
