using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Obligations.PRIV5001_UnannouncedDecision, PrivacyAnalyzers.CodeFixes.PRIV5001_UnannouncedDecisionFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV5001_UnannouncedDecisionFixTests
{
    private const string Statement = "statement: S\neffective: 2026-01-08\nautomatedDecisions:\n  account-suspension: { notice: required, humanReview: required }\n";

    private static string Code(string members) => "using PrivacyAnalyzers;\n\npublic class Abuse\n{\n" + members + "\n}\n";

    [Fact]
    public Task What_is_called_to_notify_and_what_reviews_are_marked() => Test.RunAsync(
        Code("    [AutomatedDecision(\"account-suspension\")]\n    public void {|PRIV5001:{|PRIV5001:Suspend|}|}(int customer) { Lock(customer); NotifyOwner(customer); }\n\n    void Lock(int customer) { }\n\n    /// <summary>By mail.</summary>\n    void NotifyOwner(int customer) { }\n\n    public void Review(int customer) { }"),
        Code("    [AutomatedDecision(\"account-suspension\")]\n    public void Suspend(int customer) { Lock(customer); NotifyOwner(customer); }\n\n    void Lock(int customer) { }\n\n    /// <summary>By mail.</summary>\n    [SubjectNotice(\"account-suspension\")]\n    void NotifyOwner(int customer) { }\n\n    [HumanReview(\"account-suspension\")]\n    public void Review(int customer) { }"),
        statement: Statement);

    [Theory]
    [InlineData("    [AutomatedDecision(\"account-suspension\")] public void {|PRIV5001:{|PRIV5001:Suspend|}|}(int customer) => Lock(customer);\n    void Lock(int customer) { }\n    void Notify(int customer) { }")]
    [InlineData("    [AutomatedDecision(\"account-suspension\")] public void {|PRIV5001:Suspend|}(int customer) { Notify(customer); Send(customer); }\n    void Notify(int customer) { }\n    void Send(int customer) { }\n    [HumanReview(\"account-suspension\")] void Look() { }")]
    [InlineData("    [AutomatedDecision(\"account-suspension\")] public void {|PRIV5001:Suspend|}(int customer) => Informed(customer);\n    void Informed(int customer) { }\n    [HumanReview(\"account-suspension\")] void Look() { }")]
    public Task A_method_that_is_not_called_or_not_plain_is_not_invented(string members)
    {
        var test = new Test { TestCode = Code(members), FixedCode = Code(members), Statement = Statement };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalFiles.Add(("privacy.yml", Statement));
        test.FixedState.AdditionalReferences.AddRange(Support.References.All);
        return test.RunAsync(CancellationToken.None);
    }
}
