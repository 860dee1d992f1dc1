using static PrivacyAnalyzers.Tests.Clauses.ClauseProgram;

namespace PrivacyAnalyzers.Tests.Clauses;

/// <summary>What code owes people: clauses S11, S12, S18, S30, S31, S32, S33.</summary>
[Trait("Proof", "clause")]
public class ObligationClauses
{
    [Fact]
    public async Task S11_credentials_are_disclosed_to_nobody()
    {
        await UpholdsAsync(Customer + "public static class Code { public static void SignIn(Customer customer, ILogger logger) => logger.LogInformation(\"{Has}\", customer.Token is not null); }");
        await BreaksAsync(Customer + "public static class Code { public static void SignIn(Customer customer, ILogger logger) => logger.LogInformation(\"{Token}\", customer.Token); }",
            "PRIV1006 error at customer.Token: The credential 'Customer.Token' (credential) is disclosed: Customer.Token -> LogInformation; never write it out");
        await BreaksAsync(Customer + "public static class Code { public static void Reset(Customer customer) => customer.Token = \"s3cret\"; }",
            "PRIV1011 error at \"s3cret\": 'Customer.Token' (credential) is given a constant, which everybody who has the source or the binary can read; read it from configuration or a secret store, and revoke this one if it was ever in use");
    }

    [Fact]
    public async Task S12_addresses_go_into_the_security_log_and_into_no_other()
    {
        const string Model = "[DataClass(\"customer-account\"), Retention(\"account-activity\")] public class SignIn { public int Id { get; set; } public int CustomerId { get; set; } [ElectronicActivity] public string? Ip { get; set; } }\n";
        const string Log = "public class Gate(ILogger<Gate> logger) { public void Failed(SignIn attempt) => logger.LogWarning(\"{Ip}\", attempt.Ip); }";

        await UpholdsAsync(Customer + Model + "[ApprovedLog(\"security-log\")] " + Log);
        await BreaksAsync(Customer + Model + Log,
            "PRIV1001 warning at attempt.Ip: 'SignIn.Ip' (electronic-activity) reaches a log, which the statement does not name for it: SignIn.Ip -> LogWarning; leave it out, log a key instead, or redact it");
    }

    [Fact]
    public async Task S18_marketing_asks_for_the_opt_out_first()
    {
        const string Campaign = "public interface IMail { void Send(string? to); } public class Campaign { [Purpose(\"marketing\")] public void Send(IEnumerable<Customer> all, IMail mail) { foreach (Customer customer in all) { GUARD mail.Send(customer.Email); } } }";

        await UpholdsAsync(Customer + Campaign.Replace("GUARD", "if (customer.NoMarketing) continue;", StringComparison.Ordinal));
        await UpholdsAsync(Customer + Campaign.Replace("GUARD", "", StringComparison.Ordinal).Replace("\"marketing\"", "\"provide-service\"", StringComparison.Ordinal));
        await BreaksAsync(Customer + Campaign.Replace("GUARD", "", StringComparison.Ordinal),
            "PRIV5002 warning at customer.Email: 'Customer.Email' (identifier) is read for the purpose 'marketing' on a path that did not test whether this person opted out of 'marketing'; test 'Customer.NoMarketing' of the same person first");
        Assert.Equal("P3D", Promises.FindPurpose("marketing")!.OptOutWithin.ToString());
    }

    [Fact]
    public async Task S30_an_automated_suspension_has_notice_and_human_review()
    {
        const string Abuse = "public class Abuse { [AutomatedDecision(\"account-suspension\")] public void Suspend() BODY REVIEW [SubjectNotice(\"account-suspension\")] private static void Tell() { } }";

        await UpholdsAsync(Abuse.Replace("BODY", "=> Tell();", StringComparison.Ordinal).Replace("REVIEW", "[HumanReview(\"account-suspension\")] public void Review() { }", StringComparison.Ordinal));
        await BreaksAsync(Abuse.Replace("BODY", "{ }", StringComparison.Ordinal).Replace("REVIEW", "", StringComparison.Ordinal),
            "PRIV5001 warning at Suspend: 'Suspend' takes the automated decision 'account-suspension', for which the statement requires a notice to the person, and no method that it calls, directly or through calls, gives one; call the method that does, and mark it [SubjectNotice(\"account-suspension\")]",
            "PRIV5001 warning at Suspend: 'Suspend' takes the automated decision 'account-suspension', for which the statement requires human review, and no method of this project or what it references allows one; mark the method that does [HumanReview(\"account-suspension\")]");
    }

    [Fact]
    public async Task S31_children_do_not_sign_up()
    {
        const string Accounts = "public class Accounts { [SignUp] public Customer? Open(DateOnly born) { GUARD return new Customer(); } [AgeGate] private static bool IsOldEnough(DateOnly born) => born.Year < 2010; }";

        await UpholdsAsync(Customer + Accounts.Replace("GUARD", "if (!IsOldEnough(born)) return null;", StringComparison.Ordinal));
        await BreaksAsync(Customer + Accounts.Replace("GUARD", "", StringComparison.Ordinal),
            "PRIV5003 warning at Open: 'Open' opens an account and never checks the person's age, though the statement names a minimum age (US: 13, EEA: 16); call the method marked [AgeGate] on every path that opens an account, and act on its answer");
        Assert.Equal(["US 13", "EEA 16"], Promises.MinimumAges.Select(entry => $"{entry.Region} {entry.Age}"));
    }

    [Fact]
    public async Task S32_a_changed_disclosure_needs_a_later_date()
    {
        const string Line = "identifier | customer-account | Customer.Name | account-default | - | -\n";
        const string Credential = "credential | customer-account | Customer.Token | account-default | - | -\n";
        const string Record = "# effective: 2026-01-08\n" + Credential + "identifier | customer-account | Customer.Email | account-default | - | -\n" + Line;

        await UpholdsAsync(Customer, null, ("privacy.disclosures.txt", Record));
        await BreaksAsync(Customer, null, [
            "PRIV4005 warning at Name: 'Customer.Name' (identifier) is not in the recorded disclosures; record it with the fix or 'dotnet privacy record', so that the change is seen in review",
            "PRIV4006 warning at 2026-01-08: What the code discloses differs from what was recorded for 2026-01-08 ('Customer.Name' is not in the recorded disclosures), and the statement is effective from 2026-01-08, not later; revise the statement and its date first"], ("privacy.disclosures.txt", Record.Replace(Line, "", StringComparison.Ordinal)));
        await BreaksAsync(
            Customer, Yaml.Replace("effective: 2026-01-08", "effective: 2026-03-01", StringComparison.Ordinal), [
            "PRIV4005 warning at Name: 'Customer.Name' (identifier) is not in the recorded disclosures; record it with the fix or 'dotnet privacy record', so that the change is seen in review"], ("privacy.disclosures.txt", Record.Replace(Line, "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task S33_a_purpose_has_a_legal_basis()
    {
        await UpholdsAsync("");
        await BreaksAsync("", Yaml.Replace("marketing:             { basis: legitimate-interest, optOut", "marketing:             { optOut", StringComparison.Ordinal), [
            "PRIV4001 error at marketing: The privacy statement is not valid: 'purposes.marketing' needs 'basis'"]);
        Assert.Equal(
            ["Contract", "LegitimateInterest", "Consent", "LegalObligation", "VitalInterest"],
            Promises.Purposes.Select(purpose => purpose.Basis).Distinct().Order().Select(basis => basis.ToString()));
    }
}
