using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Rights.PRIV3006_NoClock>;

namespace PrivacyAnalyzers.Tests.Rules.Rights;

public class PRIV3006_NoClockTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;\n";
    private const string Id = "public int Id { get; set; }";
    private const string Db = "class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }";
    private const string Clock = "[RetentionClock(\"account-closed\")] public DateTime? ClosedAt { get; set; }";
    private const string Note = "[Retention(\"support-communications\")] class Note { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }";

    [Fact]
    public Task The_message_names_the_type_the_rule_its_period_and_the_clock() => Run(
        $"[DataSubject] class Customer {{ {Id} }} {Note.Replace("class Note", "class {|#0:Note|}", StringComparison.Ordinal)} {Db}",
        new DiagnosticResult("PRIV3006", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Note' is kept by the rule 'support-communications' (P3Y after account-closed), and neither its rows nor those on their way to a data subject say when that was; mark the member that does with [RetentionClock(\"account-closed\")]"));

    [Fact]
    public Task Where_only_a_member_has_the_rule_the_message_names_the_member() => Run(
        $"[DataSubject] class {{|#0:Customer|}} {{ {Id} [Identifier, Retention(\"account-default\")] public string? Name {{ get; set; }} }} class Note {{ {Id} }} {Db}",
        new DiagnosticResult("PRIV3006", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Customer.Name' is kept by the rule 'account-default' (P60D after account-closed), and neither its rows nor those on their way to a data subject say when that was; mark the member that does with [RetentionClock(\"account-closed\")]"));

    [Theory]
    [InlineData("[RetentionClock(\"call-ended\")] public DateTime? At { get; set; }")]
    [InlineData("[RetentionClock(\"account-closed\")] public string? At { get; set; }")]
    [InlineData("[RetentionClock(\"account-closed\")] public DateTime At => DateTime.MinValue;")]
    [InlineData("[RetentionClock(\"account-closed\"), System.ComponentModel.DataAnnotations.Schema.NotMapped] public DateTime At { get; set; }")]
    public Task Another_events_clock_and_one_that_no_column_holds_do_not_count(string clock) =>
        Run($"[DataSubject] class Customer {{ {Id} {clock} }} {Note.Replace("class Note", "class [|Note|]", StringComparison.Ordinal)} {Db}");

    [Fact]
    public Task A_clock_beside_the_way_to_the_subject_does_not_count() => Run($$"""
        [DataSubject] class Customer { {{Id}} }
        {{Note.Replace("class Note", "class [|Note|]", StringComparison.Ordinal)}}
        class Closing { {{Id}} public int CustomerId { get; set; } {{Clock}} }
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); public DbSet<Closing> Closings => Set<Closing>(); }
        """);

    [Fact]
    public Task Two_rules_of_one_type_are_two_faults_and_two_contexts_one() => Run($$"""
        [DataSubject] class Customer { {{Id}} }
        [Retention("support-communications")] class {|#0:Note|} { {{Id}} public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } [Identifier, Retention("account-default")] public string? By { get; set; } }
        {{Db}}
        class Second : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }
        """,
        new DiagnosticResult("PRIV3006", DiagnosticSeverity.Error).WithLocation(0).WithArguments("Note", "support-communications", "P3Y", "account-closed"),
        new DiagnosticResult("PRIV3006", DiagnosticSeverity.Error).WithLocation(0).WithArguments("Note.By", "account-default", "P60D", "account-closed"));

    [Theory]
    [InlineData("[RetentionClock(\"account-closed\")] public DateTime? At { get; set; }")]
    [InlineData("[RetentionClock(\"account-closed\")] public DateTimeOffset At { get; set; }")]
    [InlineData("[RetentionClock(\"account-closed\")] public DateOnly? At { get; set; }")]
    public Task A_clock_of_a_principal_on_the_way_counts(string clock) => Run($"[DataSubject] class Customer {{ {Id} {clock} }} {Note} {Db}");

    [Theory]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } } [Retention(\"support-communications\")] class Note { public int Id { get; set; } public int CustomerId { get; set; } [RetentionClock(\"account-closed\")] public DateTime At { get; set; } }")]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } } [Retention(\"usage-records\")] class Note { public int Id { get; set; } public int CustomerId { get; set; } }")]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } } [Retention(\"invoices\")] class Note { public int Id { get; set; } public int CustomerId { get; set; } }")]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } } [Retention(\"unknown\")] class Note { public int Id { get; set; } public int CustomerId { get; set; } }")]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } } [Keyless, Retention(\"support-communications\")] class Note { public int CustomerId { get; set; } }")]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } } [Retention(\"support-communications\")] abstract class Note { public int Id { get; set; } public int CustomerId { get; set; } }")]
    [InlineData("class Customer { public int Id { get; set; } } [Retention(\"support-communications\")] class Note { public int Id { get; set; } public int CustomerId { get; set; } }")]
    public Task A_clock_of_its_own_rules_without_a_period_and_what_no_sweep_speaks_of(string model) => Run($"{model} {Db}");

    [Fact]
    public Task Without_a_statement_nothing_is_known_of_periods() =>
        Test.RunAsync(Usings + $"[DataSubject] class Customer {{ {Id} }} {Note} {Db}");

    [Theory]
    [InlineData("[DataSubject] class Customer { public int Id { get; set; } ")]
    [InlineData("[DataSubject] class Customer : Missing { public int Id { get; set; } } [Retention] class Note { } class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => ")]
    public Task Broken_code_stops_nothing(string code)
    {
        var test = new Test { TestCode = Usings + code, Statement = Statements.Example, CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public void The_sweep_counts_exactly_where_the_rule_is_quiet()
    {
        string model = $"namespace Shop; [DataSubject] class Customer {{ {Id} CLOCK }} {Note} {Db}";

        string without = Sweep(model.Replace("CLOCK", "", StringComparison.Ordinal));
        string with = Sweep(model.Replace("CLOCK", Clock, StringComparison.Ordinal));

        Assert.DoesNotContain("goneNote", without, StringComparison.Ordinal);
        Assert.Contains("ended1.Any(ended => ", with, StringComparison.Ordinal);
        Assert.Contains("deletedNote += await batch.ExecuteDeleteAsync", with, StringComparison.Ordinal);
    }

    private static string Sweep(string model) =>
        new GeneratorTest(Usings + model) { Statement = Statements.Example, IsBroken = true }.Run(new RetentionGenerator()).Files["Shop.Db.Retention.g.cs"];

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(Usings + code, Statements.Example, expected);
}
