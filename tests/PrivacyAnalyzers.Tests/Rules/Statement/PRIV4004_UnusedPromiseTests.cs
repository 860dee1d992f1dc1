using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4004_UnusedPromise>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4004_UnusedPromiseTests
{
    private const string Statement = """
        statement: Example
        effective: 2026-01-08
        categories:
          identifier: { sources: [sign-up] }
          geolocation: { sources: [automatic] }
        retention:
          account-default: { keep: P60D, after: account-closed, then: anonymize }
          invoices: { keep: by-law, ground: tax, then: delete }
        """;

    private const string Customer = "[Retention(\"account-default\")] public class Customer { [Identifier] public string? Name { get; set; } }";

    private static readonly DiagnosticResult Category = At(5, 3, 5, 14).WithMessage(
        "The category 'geolocation' stands in the privacy statement, and nothing in this project or what it references collects it; classify the data that belongs to it, or take it out of the statement");

    private static readonly DiagnosticResult Rule = At(8, 3, 8, 11).WithMessage(
        "The retention rule 'invoices' stands in the privacy statement, and nothing in this project or what it references is kept by it; name it with [Retention] where it holds, or take it out of the statement");

    [Fact]
    public Task Each_is_told_at_its_line() => Run(Customer, Category, Rule);

    [Theory]
    [InlineData("[Retention(\"invoices\")] class Invoice { [Geolocation] public string? Where { get; set; } }")]
    [InlineData("class Invoice { [Retention(\"invoices\"), Geolocation] public string? Where { get; set; } }")]
    [InlineData("record Invoice([Retention(\"invoices\")] string Number, [Geolocation] string Where);")]
    [InlineData("[Retention(\"invoices\")] class Invoice { } [Transient] class Form { [Geolocation] public string? Where { get; set; } }")]
    [InlineData("[Retention(\"invoices\")] class Invoice { } static class Code { public static void M([Geolocation] string where) { } }")]
    [InlineData("[Retention(\"invoices\")] class Invoice { } static class Code { [return: Geolocation] public static string M() => \"\"; }")]
    public Task What_code_has_anywhere_counts(string more) => Run(Customer + more);

    [Theory]
    [InlineData("class C { }")]
    [InlineData("[Transient] class Form { [Identifier] public string? Name { get; set; } }")]
    [InlineData("class Unmarked { [Identifier] public string? Name { get; set; } }")]
    public Task A_project_that_stores_nothing_promises_nothing(string code) => Run(code);

    [Fact]
    public async Task What_a_reference_has_counts()
    {
        var test = new Test { TestCode = "using PrivacyAnalyzers; " + Customer, Statement = Statement };
        test.TestState.AdditionalReferences.Add(new GeneratorTest(
            "using PrivacyAnalyzers; namespace Lib; [Retention(\"invoices\")] public class Invoice { [Geolocation] public string? Where { get; set; } }") { AssemblyName = "Lib" }.ToReference());

        await test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Without_a_statement_nothing_is_promised() => Test.RunAsync("using PrivacyAnalyzers; " + Customer);

    private static DiagnosticResult At(int startLine, int startColumn, int endLine, int endColumn) =>
        new DiagnosticResult("PRIV4004", DiagnosticSeverity.Info).WithSpan("privacy.yml", startLine, startColumn, endLine, endColumn);

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync("using PrivacyAnalyzers; " + code, Statement, expected);
}
