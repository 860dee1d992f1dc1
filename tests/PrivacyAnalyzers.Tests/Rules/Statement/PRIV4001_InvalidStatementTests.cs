using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4001_InvalidStatement>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4001_InvalidStatementTests
{
    private const string Code = "class C { }";

    [Fact]
    public Task A_valid_statement_is_quiet() => Run(Code, Statements.Example);

    [Fact]
    public Task No_statement_is_quiet() => Run(Code, null);

    [Fact]
    public Task An_unknown_key_is_reported_at_its_line() => Run(
        Code,
        Statements.Minimal + "retentions: { }",
        At(3, 1, 3, 11, "unknown key 'retentions' in the statement; did you mean 'retention'?"));

    [Fact]
    public Task A_purpose_without_a_basis_S33() => Run(
        Code,
        Statements.Minimal + "purposes:\n  marketing: { optOut: { within: P3D } }",
        At(4, 3, 4, 12, "'purposes.marketing' needs 'basis'"));

    [Fact]
    public Task A_rule_by_law_without_a_ground_S15() => Run(
        Code,
        Statements.Minimal + "retention:\n  invoices: { keep: by-law, then: delete }",
        At(4, 21, 4, 27, "'retention.invoices.keep' is 'by-law': it needs 'ground', the law's reason"));

    [Fact]
    public Task Several_faults_come_each_at_its_place() => Run(
        Code,
        "effective: soon\nproducts: voice",
        At(1, 1, 1, 10, "the statement needs 'statement'"),
        At(1, 12, 1, 16, "'soon' in 'effective' is not a date, such as 2026-01-08"),
        At(2, 11, 2, 16, "'products' must be a list, not text"));

    [Fact]
    public Task Broken_syntax_is_one_fault() => Run(
        Code,
        "statement: [a\neffective: }",
        At(1, 12, 1, 13, "the YAML cannot be read: this bracket is not closed"));

    [Fact]
    public Task Only_the_project_s_own_statement_counts()
    {
        var test = new Test { TestCode = Code };
        test.TestState.AdditionalFiles.Add(("a/privacy.yml", Statements.Minimal));
        test.TestState.AdditionalFiles.Add(("b/privacy.yml", "nonsense"));
        test.TestState.AdditionalFiles.Add(("other.yml", "nonsense"));
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_a_fault_and_no_exception()
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("T");
        var options = new AnalyzerOptions([new Unreadable()]);

        var diagnostics = await compilation.WithAnalyzers([new PrivacyRules(new PRIV4001_InvalidStatement())], options).GetAllDiagnosticsAsync();

        Diagnostic diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id is "PRIV4001" or "AD0001");
        Assert.Equal("The privacy statement is not valid: the file cannot be read as text: save it as UTF-8", diagnostic.GetMessage(null));
    }

    private static DiagnosticResult At(int startLine, int startColumn, int endLine, int endColumn, string message) =>
        new DiagnosticResult("PRIV4001", DiagnosticSeverity.Error)
            .WithSpan("privacy.yml", startLine, startColumn, endLine, endColumn)
            .WithMessage("The privacy statement is not valid: " + message);

    private static Task Run(string code, string? statement, params DiagnosticResult[] expected) =>
        Test.RunAsync(code, statement, expected);

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "/src/privacy.yml";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}
