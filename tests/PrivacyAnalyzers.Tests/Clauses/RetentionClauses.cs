using static PrivacyAnalyzers.Tests.Clauses.ClauseProgram;

namespace PrivacyAnalyzers.Tests.Clauses;

/// <summary>How long data is kept: clauses S13 to S17. That the sweep counts these periods to the tick, its own tests run.</summary>
[Trait("Proof", "clause")]
public class RetentionClauses
{
    private const string Row = "RULE [DataClass(\"customer-account\")] public class Row { public int Id { get; set; } public int CustomerId { get; set; } [Identifier] public string? Contact { get; set; } }";

    [Fact]
    public Task S13_crm_data_is_kept_for_seven_years_after_the_account_closes() => Kept("customer-relationship", "P7Y after account-closed, then Delete");

    [Fact]
    public Task S14_support_communications_are_kept_for_three_years_after_the_account_closes() => Kept("support-communications", "P3Y after account-closed, then Delete");

    [Fact]
    public async Task S15_a_law_that_keeps_data_is_named()
    {
        await Kept("invoices", " after , then Delete (tax)");
        await BreaksAsync("", Yaml.Replace("keep: by-law, ground: tax, then", "keep: by-law, then", StringComparison.Ordinal), [
            "PRIV4001 error at by-law: The privacy statement is not valid: 'retention.invoices.keep' is 'by-law': it needs 'ground', the law's reason"]);
    }

    [Fact]
    public Task S16_everything_else_is_gone_within_sixty_days_of_closing() => Kept("account-default", "P60D after account-closed, then Anonymize");

    [Fact]
    public async Task S17_usage_records_go_within_thirty_days_of_the_instruction()
    {
        await Kept("usage-records", " after , then Delete within P30D");
        await BreaksAsync("", Yaml.Replace("keep: instructed, within: P30D, then", "keep: instructed, then", StringComparison.Ordinal), [
            "PRIV4001 error at instructed: The privacy statement is not valid: 'retention.usage-records.keep' is 'instructed': it needs 'within', how soon after the instruction the data is gone"]);
    }

    /// <summary>The statement has the figure, a row under the rule is quiet, one without a rule or with a name that is none breaks the build.</summary>
    private static async Task Kept(string rule, string figure)
    {
        PrivacyAnalyzers.Statement.RetentionEntry entry = Promises.FindRetention(rule)!;
        string said = $"{entry.Duration} after {entry.After}, then {entry.Then}{(entry.Within is { } within ? " within " + within : "")}{(entry.Ground is { } ground ? $" ({ground})" : "")}";

        Assert.Equal(figure, said);
        await UpholdsAsync(Customer + Row.Replace("RULE", $"[Retention(\"{rule}\")]", StringComparison.Ordinal));
        await BreaksAsync(
            Customer + Row.Replace("RULE", "[Retention(\"forever\")]", StringComparison.Ordinal),
            "PRIV4002 error at \"forever\": 'forever' is not a retention rule of the privacy statement; use customer-relationship, support-communications, account-default, account-activity, usage-records, invoices, subscriber-records");
        await BreaksAsync(
            Customer + Row.Replace("RULE", "", StringComparison.Ordinal),
            "PRIV2001 warning at Contact: 'Row.Contact' is personal data (identifier) and has no retention rule; add [Retention] to it or to 'Row', or [Transient] if 'Row' is never stored");
    }
}
