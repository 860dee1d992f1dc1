using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4008_NoStatement>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4008_NoStatementTests
{
    private static readonly DiagnosticResult Expected = new DiagnosticResult("PRIV4008", DiagnosticSeverity.Info).WithMessage(
        "Code is classified as personal data, but no privacy.yml was found: names are not checked, and nothing says what is allowed; add one beside the project or above it");

    [Theory]
    [InlineData("class C { [Identifier] public string? A; [Identifier] public string? B { get; set; } } class D { [Credential] public string? A; }")]
    [InlineData("record C([Identifier] string A);")]
    [InlineData("[Identifier] class C { }")]
    [InlineData("interface I { [Identifier] string A { get; } }")]
    [InlineData("class C { void M([FreeText] string a) { } }")]
    [InlineData("class C { [return: Identifier] string M() => \"\"; }")]
    [InlineData("class C { [Microsoft.AspNetCore.Identity.PersonalData] public string? A { get; set; } }")]
    public Task Classified_code_without_a_statement_is_told_once(string code) => Run(code, null, Expected);

    [Theory]
    [InlineData("class C { public string? A { get; set; } }")]
    [InlineData("class C { [NotPersonal(\"a colour\")] public string? A { get; set; } }")]
    [InlineData("")]
    public Task Other_code_is_not(string code) => Run(code, null);

    [Theory]
    [InlineData(Statements.Minimal)]
    [InlineData("broken: [")]
    public Task A_statement_is_a_statement_even_with_faults(string statement) => Run("class C { [Identifier] public string? A; }", statement);

    private static Task Run(string code, string? statement, params DiagnosticResult[] expected) =>
        Test.RunAsync("using PrivacyAnalyzers;\n" + code, statement, expected);
}
