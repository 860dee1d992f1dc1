using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Rights.PRIV3001_ModelDoesNotFit>;

namespace PrivacyAnalyzers.Tests.Rules.Rights;

public class PRIV3001_ModelDoesNotFitTests
{
    [Fact]
    public Task The_message_names_the_type_the_reason_and_the_remedy() => Run(
        "class Host { [DataSubject] class {|#0:Customer|} { public int Id { get; set; } } }",
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Customer' is a data subject, and its data can be neither exported nor erased because it is not accessible outside the type that contains it; make it internal or public"));

    [Theory]
    [InlineData("class Host { [DataSubject] private class [|C|] { public int Id { get; set; } } }")]
    [InlineData("public class Host { [DataSubject] protected class [|C|] { public int Id { get; set; } } }")]
    [InlineData("class Host { private class Inner { [DataSubject] public class [|C|] { public int Id { get; set; } } } }")]
    [InlineData("[DataSubject] file class [|C|] { public int Id { get; set; } }")]
    [InlineData("[DataSubject] class [|C|]<T> { public int Id { get; set; } }")]
    [InlineData("class Host<T> { [DataSubject] public class [|C|] { public int Id { get; set; } } }")]
    [InlineData("[DataSubject] static class [|C|] { }")]
    [InlineData("[{|CS0592:DataSubject|}] interface [|I|] { int Id { get; } }")]
    [InlineData("[{|CS0592:DataSubject|}] ref struct [|S|] { public int Id { get; set; } }")]
    [InlineData("class Host { [DataSubject] private partial class [|C|] { public int Id { get; set; } } private partial class C { } }")]
    public Task Data_subjects_that_cannot_be_named(string code) => Run(code);

    [Theory]
    [InlineData("[DataSubject] class C { public int Id { get; set; } }")]
    [InlineData("[DataSubject] public sealed record C(int Id);")]
    [InlineData("[DataSubject] abstract class C { public int Id { get; set; } }")]
    [InlineData("class Host { [DataSubject] internal class C { public int Id { get; set; } } }")]
    [InlineData("public class Host { [DataSubject] protected internal class C { public int Id { get; set; } } }")]
    [InlineData("class Host { private class NoSubject { public int Id { get; set; } } }")]
    [InlineData("class NoSubject<T> { public T? Id { get; set; } }")]
    public Task Models_that_can_be_named(string code) => Run(code);

    /// <summary>Sixty-five classes in a row, of which the last has as many above it as may be; and what stands below.</summary>
    private static string Row(string root, string below) =>
        root + string.Concat(Enumerable.Range(1, 64).Select(i => $"class E{i} : E{i - 1} {{ }} ")) + below;

    [Theory]
    [InlineData("[DataSubject] class E0 { public int Id { get; set; } } ", "holds personal data")]
    [InlineData("class E0 { public int Id { get; set; } [Identifier] public string? Name { get; set; } } ", "holds personal data")]
    public Task Of_a_hierarchy_that_is_too_deep_the_first_class_says_so(string root, string role) => Run(
        Row(root, "class {|#0:E65|} : E64 { } class E66 : E65 { } class Db : DbContext { public DbSet<E0> All => Set<E0>(); public DbSet<E66> Last => Set<E66>(); }"),
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"'E65' {role}, and its data can be neither exported nor erased because it has more than 64 base classes; hold some of them as members instead"));

    [Theory]
    [InlineData("[DataSubject] class E0 { public int Id { get; set; } } ", "")]
    [InlineData("class E0 { public int Id { get; set; } } ", "class E65 : E64 { } class E66 : E65 { }")]
    public Task Hierarchies_that_are_deep_and_may_be_so(string root, string below) => Run(Row(root, below));

    private const string Subject = "[DataSubject] class Customer { public int Id { get; set; } } ";

    [Theory]
    [InlineData("class Host { private class [|Db|] : DbContext { public DbSet<Customer> Customers => Set<Customer>(); } }")]
    [InlineData("file class [|Db|] : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }")]
    [InlineData("class [|Db|]<T> : DbContext where T : class { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<T> Rows => Set<T>(); }")]
    [InlineData("class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); private DbSet<Note> Notes => Set<Note>(); private class [|Note|] { public int Id { get; set; } } }")]
    [InlineData("class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); private DbSet<Note> Notes => Set<Note>(); private class [|Note|] { public int Id { get; set; } } internal class Second : Db { } }")]
    public Task Contexts_and_what_they_store_beside_a_data_subject(string code) => Run(Subject + code);

    [Theory]
    [InlineData("class Host { private class Db : DbContext { } }")]
    [InlineData("class Host { private class Db : DbContext { public DbSet<Note> Notes => Set<Note>(); } } class Note { public int Id { get; set; } }")]
    [InlineData("abstract class Db<T> : DbContext where T : class { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<T> Rows => Set<T>(); }")]
    [InlineData("class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Box<string>> Boxes => Set<Box<string>>(); } class Box<T> { public int Id { get; set; } }")]
    public Task Contexts_that_need_not_or_can_be_named(string code) => Run(Subject + code);

    private const string Notes = "class Note { public int Id { get; set; } public int CustomerId { get; set; } public string? Text { get; set; } } ";
    private const string Long = "class {|#0:Note|} { public int Id { get; set; } public int CustomerId { get; set; } } class {|#1:LongNote|} : Note { public string? Text { get; set; } } ";

    private static string Db(string configuration) =>
        $"class Db : DbContext {{ public DbSet<Customer> Customers => Set<Customer>(); protected override void OnModelCreating(ModelBuilder b) {{ b.Entity<Note>(); {configuration} }} }}";

    [Theory]
    [InlineData("", "b.Entity<Note>().ToTable(\"notes\").ToView(\"open_notes\");")]
    [InlineData("[System.ComponentModel.DataAnnotations.Schema.Table(\"notes\")] ", "b.Entity<Note>().ToView(\"open_notes\");")]
    public Task Rows_that_a_view_may_hide(string attribute, string configuration) => Run(
        Subject + attribute + Notes.Replace("Note {", "{|#0:Note|} {", StringComparison.Ordinal) + Db(configuration),
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Note' leads to a data subject, and its data can be exported in part and not erased because its rows are written to a table and read from a view, so that those which the view does not show would be forgotten; map it to its table alone, and the view to a type of its own"));

    [Theory]
    [InlineData("b.Entity<Note>().ToView(\"all_notes\");")]
    [InlineData("b.Entity<Note>().ToTable((string?)null).ToView(\"all_notes\");")]
    [InlineData("b.Entity<Note>().HasNoKey().ToView(\"all_notes\");")]
    public Task Rows_that_are_written_nowhere(string configuration) => Run(Subject + Notes + Db(configuration));

    [Theory]
    [InlineData("b.Entity<LongNote>(); b.Entity<Note>().UseTptMappingStrategy();")]
    [InlineData("b.Entity<LongNote>(); b.Entity<Note>().UseTpcMappingStrategy();")]
    [InlineData("b.Entity<LongNote>().ToTable(\"LongNotes\");")]
    public Task Hierarchies_in_several_tables(string configuration) => Run(
        Subject + Long + Db(configuration),
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Note' leads to a data subject, and its data can be exported but not erased because its rows are stored in several tables, which set-based statements cannot change; map its hierarchy to one table"),
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(1));

    [Theory]
    [InlineData("[FreeText] private string? {|#0:_text|};", "_text", "b.Entity<Note>().Property(\"_text\");")]
    [InlineData("[FreeText] private string? {|#0:_text|};", "_text", "b.Entity<Note>().Property<string?>(\"_text\").HasMaxLength(10);")]
    [InlineData("[FreeText] private string? {|#0:Body|} { get; set; }", "Body", "b.Entity<Note>(n => n.Property(\"Body\").HasColumnName(\"body\"));")]
    public Task Personal_data_that_only_the_context_can_name(string member, string name, string configuration) => Run(
        Subject + Notes.Replace("public string? Text", member + " public string? Text", StringComparison.Ordinal) + Db(configuration),
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"'Note' leads to a data subject, and its data can be exported in part and not erased because '{name}' is stored, and generated code cannot reach it; make it internal, or map a property that is"));

    [Theory]
    [InlineData("[FreeText] private string? _text;", "")]
    [InlineData("private string? _text;", "b.Entity<Note>().Property(\"_text\");")]
    [InlineData("[FreeText] private string? _text;", "b.Entity<Note>().Property(n => n.Text).HasField(\"_text\");")]
    [InlineData("[FreeText] internal string? _text;", "b.Entity<Note>().Property(\"_text\");")]
    public Task Members_that_are_not_stored_or_no_data_or_within_reach(string member, string configuration) =>
        Run(Subject + Notes.Replace("public string? Text", member + " public string? Text", StringComparison.Ordinal) + Db(configuration));

    [Fact]
    public Task Rows_that_no_order_deletes() => Run(
        Subject + """
        class Note { public int Id { get; set; } public int? CallId { get; set; } public Call? Call { get; set; } }
        class {|#0:Call|} { public int Id { get; set; } public int CustomerId { get; set; } public int FirstNoteId { get; set; } public Note? FirstNote { get; set; } }
        class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Call> Calls => Set<Call>();
            protected override void OnModelCreating(ModelBuilder b) { b.Entity<Call>().HasOne(c => c.FirstNote).WithMany().HasForeignKey(c => c.FirstNoteId); b.Entity<Note>().HasOne(n => n.Call).WithMany().HasForeignKey(n => n.CallId); }
        }
        """,
        new DiagnosticResult("PRIV3001", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Call' leads to a data subject, and its data can be exported but not erased because its rows and rows that they refer to must each be deleted before the other; make a foreign key of that cycle optional, or choose another way with [SubjectLink]"));

    [Theory]
    [InlineData("b.Entity<Note>().SplitToTable(\"Texts\", t => t.Property(n => n.Text));", true)]
    [InlineData("b.Entity<Note>().ToTable(\"Notes\");", false)]
    public Task Entities_in_several_tables_and_in_one(string configuration, bool isReported) =>
        Run(Subject + (isReported ? Notes.Replace("class Note", "class [|Note|]", System.StringComparison.Ordinal) : Notes) + Db(configuration));

    [Theory]
    [InlineData("[DataSubject] class {|CS1001:{|} }")]
    [InlineData("class Host { [DataSubject] private class [|C|] : {|CS0246:Missing|} { } }")]
    public Task Broken_code_stops_nothing(string code) => Run(code);

    private static Task Run(string code, params DiagnosticResult[] expected) =>
        Test.RunAsync("using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; " + code, null, expected);
}
