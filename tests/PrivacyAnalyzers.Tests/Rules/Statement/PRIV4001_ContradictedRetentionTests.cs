using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4001_ContradictedRetention>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4001_ContradictedRetentionTests
{
    private const string Code = """
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        [DataSubject, Retention("account")]
        public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
        [Retention("support")]
        public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Ticket> Tickets => Set<Ticket>(); }
        """;

    private static string Statement(string account, string support) => $"statement: S\neffective: 2026-01-08\nretention:\n  account: {account}\n  support: {support}\n";

    [Fact]
    public Task A_rule_that_deletes_sooner_than_another_needs_is_told_at_its_line() => Test.RunAsync(
        Code, Statement("{ keep: P60D, after: account-closed, then: delete }", "{ keep: P3Y, after: account-closed, then: delete }"),
        new DiagnosticResult("PRIV4001", DiagnosticSeverity.Error).WithSpan("privacy.yml", 4, 3, 4, 10).WithMessage(
            "The privacy statement is not valid: 'retention.account' deletes rows of 'Customer' P60D after account-closed, but rows of 'Ticket', which cannot be without them, are kept for P3Y by 'retention.support': keep them as long, or say 'then: anonymize'"));

    [Theory]
    [InlineData("{ keep: P60D, after: account-closed, then: anonymize }", "{ keep: P3Y, after: account-closed, then: delete }")]
    [InlineData("{ keep: P3Y, after: account-closed, then: delete }", "{ keep: P60D, after: account-closed, then: delete }")]
    [InlineData("{ keep: P3Y, after: account-closed, then: delete }", "{ keep: P3Y, after: account-closed, then: delete }")]
    [InlineData("{ keep: P1Y, after: account-closed, then: delete }", "{ keep: P366D, after: account-closed, then: delete }")]
    [InlineData("{ keep: P60D, after: account-closed, then: delete }", "{ keep: P3Y, after: ticket-closed, then: delete }")]
    [InlineData("{ keep: P60D, after: account-closed, then: delete }", "{ keep: by-law, ground: tax, then: delete }")]
    [InlineData("{ keep: P60D, after: account-closed, then: delete }", "{ keep: instructed, within: P30D, then: delete }")]
    public Task Rules_that_can_both_be_kept_are_quiet(string account, string support) => Test.RunAsync(Code, Statement(account, support));

    [Fact]
    public Task Rows_that_can_be_without_the_other_need_it_no_longer() => Test.RunAsync(
        Code.Replace("public int CustomerId", "public int? CustomerId", StringComparison.Ordinal), Statement("{ keep: P60D, after: account-closed, then: delete }", "{ keep: P3Y, after: account-closed, then: delete }"));

    [Theory]
    [InlineData("class C { }")]
    [InlineData("using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; [DataSubject, Retention(\"account\")] public class Customer { public class Db : DbContext { public DbSet<Customer> ")]
    public Task Code_without_rows_and_broken_code_are_quiet(string code)
    {
        var test = new Test { TestCode = code, Statement = Statement("{ keep: P60D, after: account-closed, then: delete }", "{ keep: P3Y, after: account-closed, then: delete }"), CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }
}
