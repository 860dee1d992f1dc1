using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Obligations.PRIV5001_UnannouncedDecision>;

namespace PrivacyAnalyzers.Tests.Rules.Obligations;

public class PRIV5001_UnannouncedDecisionTests
{
    private const string Review = "[HumanReview(\"account-suspension\")] void Review() { }";
    private const string Notice = "[SubjectNotice(\"account-suspension\")] void Notify() { }";
    private const string Decision = "[AutomatedDecision(\"account-suspension\")]";

    [Fact]
    public Task The_message_names_decision_and_what_is_lacking() => Run(
        $"class C {{ {Decision} void {{|#0:Suspend|}}() {{ }} }}",
        new DiagnosticResult("PRIV5001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'Suspend' takes the automated decision 'account-suspension', for which the statement requires a notice to the person, and no method that it calls, directly or through calls, gives one; " +
            "call the method that does, and mark it [SubjectNotice(\"account-suspension\")]"),
        new DiagnosticResult("PRIV5001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'Suspend' takes the automated decision 'account-suspension', for which the statement requires human review, and no method of this project or what it references allows one; " +
            "mark the method that does [HumanReview(\"account-suspension\")]"));

    [Theory]
    [InlineData($"class C {{ {Decision} void [|Suspend|]() {{ }} {Notice} {Review} }}")]
    [InlineData($"class C {{ {Decision} void [|Suspend|]() => Log(); void Log() {{ }} {Notice} {Review} }}")]
    [InlineData($"class C {{ {Decision} void [|Suspend|]() => Notify(); {Notice} }}")]
    [InlineData($"class C {{ {Decision} void [|Suspend|]() => Notify(); [SubjectNotice(\"other\")] void Notify() {{ }} {Review} }}")]
    [InlineData($"class C {{ {Decision} void [|Suspend|]() => Notify(); {Notice} [HumanReview(\"other\")] void Review() {{ }} }}")]
    [InlineData($"abstract class B {{ {Decision} public abstract void Suspend(); }} class C : B {{ public override void [|Suspend|]() {{ }} {Review} }}")]
    [InlineData($"class C {{ {Decision} void [|Suspend|](int n) {{ if (n > 0) Suspend(n - 1); }} {Review} }}")]
    public Task No_notice_or_no_review(string code) => Run(code);

    [Theory]
    [InlineData($"class C {{ {Decision} void Suspend() => Notify(); {Notice} {Review} }}")]
    [InlineData($"class C {{ {Decision} void Suspend() {{ One(); }} void One() => Two(); void Two() => Notify(); {Notice} {Review} }}")]
    [InlineData($"class C {{ {Decision} void Suspend() => System.Threading.Tasks.Task.Run(() => Notify()); {Notice} {Review} }}")]
    [InlineData($"class C {{ {Decision} void Suspend() => System.Threading.Tasks.Task.Run(Notify); {Notice} {Review} }}")]
    [InlineData($"class C {{ {Decision} void Suspend() {{ Local(); void Local() => Notify(); }} {Notice} {Review} }}")]
    [InlineData($"interface IMail {{ [SubjectNotice(\"account-suspension\")] void Tell(); }} class C(IMail mail) {{ {Decision} void Suspend() => mail.Tell(); {Review} }}")]
    [InlineData($"interface IMail {{ void Tell(); }} class Mail : IMail {{ {Notice} public void Tell() => Notify(); }} class C(IMail mail) {{ {Decision} void Suspend() => mail.Tell(); {Review} }}")]
    [InlineData($"interface IMail {{ void Tell(); }} class Mail : IMail {{ [SubjectNotice(\"account-suspension\")] public void Tell() {{ }} }} class C(IMail mail) {{ {Decision} void Suspend() => mail.Tell(); {Review} }}")]
    [InlineData($"class C {{ {Decision} [SubjectNotice(\"account-suspension\")] void Suspend() {{ }} {Review} }}")]
    [InlineData($"class C {{ {Decision} [SubjectNotice(\"account-suspension\"), SubjectNotice(\"other\")] void Suspend() {{ }} {Review} }}")]
    [InlineData($"class C {{ {Decision} void Suspend() {{ _ = new Sender(); }} {Review} }} class Sender {{ public Sender() => Notify(); {Notice} }}")]
    [InlineData($"interface I {{ {Decision} void Suspend(); }}")]
    [InlineData("class C { [AutomatedDecision(\"unknown\")] void Suspend() { } }")]
    [InlineData("class C { void Suspend() { } }")]
    public Task Notice_directly_or_through_calls_and_review(string code) => Run(code);

    [Fact]
    public async Task A_reference_may_hold_both()
    {
        var test = new Test { TestCode = $"using PrivacyAnalyzers; class C {{ {Decision} void Suspend() => Lib.Abuse.Tell(); }}", Statement = Statements.Example };
        test.TestState.AdditionalReferences.Add(new GeneratorTest(
            "using PrivacyAnalyzers; namespace Lib; public static class Abuse { public static void Tell() => Send(); [SubjectNotice(\"account-suspension\")] static void Send() { } [HumanReview(\"account-suspension\")] public static void Look() { } }") { AssemblyName = "Lib" }.ToReference());

        await test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("notice: none, humanReview: none")]
    [InlineData("humanReview: none")]
    public Task What_the_statement_does_not_require(string requirements) => Test.RunAsync(
        $"using PrivacyAnalyzers; class C {{ {Decision} void Suspend() {{ }} }}",
        Statements.Minimal + $"automatedDecisions:\n  account-suspension: {{ {requirements} }}");

    [Theory]
    [InlineData($"class C {{ {Decision} void Suspend() => Missing(); {Review} [SubjectNotice] void Other( }}")]
    public Task Broken_code_stops_nothing(string code)
    {
        var test = new Test { TestCode = "using PrivacyAnalyzers; " + code.Replace("void Suspend", "void [|Suspend|]", StringComparison.Ordinal), Statement = Statements.Example, CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync("using PrivacyAnalyzers; " + code, Statements.Example, expected);
}
