using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Classification.PRIV2003_ClassifiedOtherwise>;

namespace PrivacyAnalyzers.Tests.Rules.Classification;

public class PRIV2003_ClassifiedOtherwiseTests
{
    [Theory]
    [InlineData(
        "abstract class Person { [Identifier] public abstract string Email { get; } } class Customer : Person { [Commercial] public override string {|#0:Email|} => \"\"; }",
        "'Customer.Email' is commercial, but 'Person.Email', which it overrides, is identifier; classify both alike, or leave the attribute out here")]
    [InlineData(
        "interface IContact { [Identifier] string Email { get; } } class Customer : IContact { [NotPersonal(\"a mailbox of the shop\")] public string {|#0:Email|} => \"\"; }",
        "'Customer.Email' is marked as no personal data, but 'IContact.Email', which it implements, is identifier; classify both alike, or leave the attribute out here")]
    public Task The_message_names_both_members_and_what_each_says(string code, string message) =>
        Run(code, new DiagnosticResult("PRIV2003", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("interface I { [Identifier] string M { get; } } class T : I { [Financial] string I.[|M|] => \"\"; }")]
    [InlineData("interface I { [Identifier] string M { get; } } record T([Financial] string [|M|]) : I;")]
    [InlineData("interface I { [Identifier] string M { get; } } record T([property: Financial] string [|M|]) : I;")]
    [InlineData("[Identifier] class B { public virtual string M { get; set; } = \"\"; } class T : B { [Financial] public override string [|M|] { get; set; } = \"\"; }")]
    [InlineData("class A { [Identifier] public virtual string M { get; set; } = \"\"; } class B : A { public override string M { get; set; } = \"\"; } class T : B { [Financial] public override string [|M|] { get; set; } = \"\"; }")]
    [InlineData("class B { [Identifier] public virtual string M { get; set; } = \"\"; } class T : B { [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public override string [|M|] { get; set; } = \"\"; }")]
    [InlineData("interface I { [return: Identifier] string M(); } class T : I { [return: Financial] public string [|M|]() => \"\"; }")]
    [InlineData("interface I { void M([Identifier] string a); } class T : I { public void M([Financial] string [|a|]) { } }")]
    [InlineData("class T : Microsoft.AspNetCore.Identity.IdentityUser { [Financial] public override string? [|Email|] { get; set; } }")]
    [InlineData("interface I<X> { [Identifier] X M { get; } } class T : I<string> { [Financial] public string [|M|] => \"\"; }")]
    [InlineData("interface I { [Identifier] string M { get; } } interface J { [Financial] string M { get; } } class T : I, J { [Financial] public string [|M|] => \"\"; }")]
    public Task Classified_otherwise(string code) => Run(code);

    [Theory]
    [InlineData("abstract class B { [Identifier] public abstract string M { get; } } class T : B { public override string M => \"\"; }")]
    [InlineData("abstract class B { [Identifier] public abstract string M { get; } } class T : B { [Identifier] public override string M => \"\"; }")]
    [InlineData("abstract class B { public abstract string M { get; } } class T : B { [Identifier] public override string M => \"\"; }")]
    [InlineData("abstract class B { [NotPersonal(\"a colour\")] public abstract string M { get; } } class T : B { [Identifier] public override string M => \"\"; }")]
    [InlineData("class B { [Identifier] public string M { get; set; } = \"\"; } class T : B { [Financial] public new string M { get; set; } = \"\"; }")]
    [InlineData("class B { [Identifier] public virtual string M { get; set; } = \"\"; } class T : B { [NotPersonal(\"\")] public override string M { get; set; } = \"\"; }")]
    [InlineData("interface I { [Identifier] string M { get; } } [Financial] class T : I { public string M => \"\"; }")]
    [InlineData("class T : Microsoft.AspNetCore.Identity.IdentityUser { [Identifier] public override string? Email { get; set; } }")]
    [InlineData("class Private : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public Private() : base(new(\"T\", \"P\")) { } } abstract class B { [Private] public abstract string M { get; } } class T : B { [Identifier] public override string M => \"\"; }")]
    [InlineData("interface I { [Identifier] string M { get; } } class T { [Financial] public string M => \"\"; }")]
    public Task Alike_or_not_the_same_member(string code) => Run(code);

    [Fact]
    public async Task A_taxonomy_makes_another_librarys_attribute_comparable()
    {
        const string Code =
            "using PrivacyAnalyzers; namespace Contoso { class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public PrivateDataAttribute() : base(new(\"T\", \"P\")) { } } " +
            "abstract class B { [PrivateData] public abstract string M { get; } } class T : B { [Financial] public override string {|#0:M|} => \"\"; } }";

        await Test.RunAsync(Code.Replace("{|#0:M|}", "[|M|]", StringComparison.Ordinal), Statements.Example);
        await Test.RunAsync(Code.Replace("{|#0:M|}", "M", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class T : Missing { [Identifier] public override string M => \"\"; }")]
    [InlineData("interface I { [Identifier] string } class T : I { [Financial] public string M => ")]
    public Task Broken_code_stops_nothing(string code)
    {
        var test = new Test { TestCode = "using PrivacyAnalyzers; " + code, CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync("using PrivacyAnalyzers; " + code, null, expected);
}
