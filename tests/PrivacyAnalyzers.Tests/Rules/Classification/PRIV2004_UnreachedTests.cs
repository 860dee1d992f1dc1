using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Classification.PRIV2004_Unreached>;

namespace PrivacyAnalyzers.Tests.Rules.Classification;

public class PRIV2004_UnreachedTests
{
    private const string Usings = "using System.Collections.Generic; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers; ";
    private const string Customer = "[DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } MORE } ";
    private const string Db = "public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Line> Lines => Set<Line>(); }";

    [Fact]
    public Task The_message_names_type_member_category_and_remedies() => Run(
        Subject() + "public class {|#0:Line|} { public int Id { get; set; } [ElectronicActivity] public string? Ip { get; set; } } " + Db,
        new DiagnosticResult("PRIV2004", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'Line' stores personal data ('Line.Ip', electronic-activity) that no data subject reaches, so it can be neither exported nor erased; " +
            "give it a foreign key or navigation to the person, mark that with [SubjectLink], or mark 'Line' [DataSubject] if each of its rows is a person"));

    [Theory]
    [InlineData("public class [|Line|] { public int Id { get; set; } [Identifier] public string? Who { get; set; } public int ProductId { get; set; } }")]
    [InlineData("public class [|Line|] { public int Id { get; set; } public Address? At { get; set; } } [Owned] public class Address { [Identifier] public string? Street { get; set; } }")]
    [InlineData("public abstract class Base { public int Id { get; set; } [Identifier] public string? Who { get; set; } } public class [|Line|] : Base { }")]
    [InlineData("public class [|Line|] { public int Id { get; set; } [Identifier] public string? Who { get; set; } [System.ComponentModel.DataAnnotations.Schema.NotMapped] public Customer? Customer { get; set; } }")]
    public Task Entities_that_lead_to_nobody(string line) => Run(Subject() + line + " " + Db);

    [Theory]
    [InlineData("public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } public int CustomerId { get; set; } }", "")]
    [InlineData("public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } public Customer? Customer { get; set; } }", "")]
    [InlineData("public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } }", "public List<Line> Lines { get; } = new();")]
    [InlineData("public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } [SubjectLink(typeof(Customer))] public int Owner { get; set; } }", "")]
    [InlineData("public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } public Order? Order { get; set; } } public class Order { public int Id { get; set; } public int CustomerId { get; set; } }", "")]
    [InlineData("public class Line { public int Id { get; set; } [Credential] public string? Key { get; set; } }", "")]
    [InlineData("public class Line { public int Id { get; set; } public string? Colour { get; set; } }", "")]
    [InlineData("[DataSubject] public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } }", "")]
    [InlineData("[Keyless] public class Line { [Identifier] public string? Who { get; set; } }", "")]
    [InlineData("[Transient] public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } }", "")]
    public Task Entities_that_lead_to_a_person_or_hold_nothing_about_one(string line, string more) => Run(Subject(more) + line + " " + Db);

    [Theory]
    [InlineData("[Retention(\"r\")] class [|Note|] { [Identifier] public string? Who { get; set; } }")]
    [InlineData("[DataClass(\"c\")] record [|Note|]([Identifier] string Who);")]
    [InlineData("[Keyless, Retention(\"r\")] public class [|Line|] { [Identifier] public string? Who { get; set; } } public class Db : DbContext { public DbSet<Line> Lines => Set<Line>(); }")]
    public Task Types_that_are_marked_as_stored(string code) => Run(Subject() + code);

    [Theory]
    [InlineData("[Retention(\"r\")] class Note { [Identifier] public string? Who { get; set; } public int CustomerId { get; set; } }")]
    [InlineData("[Retention(\"r\")] class Note { [Identifier] public string? Who { get; set; } public int BuyerCustomerId { get; set; } }")]
    [InlineData("[Retention(\"r\")] class Note { [Identifier] public string? Who { get; set; } public Customer? Of { get; set; } }")]
    [InlineData("[Retention(\"r\")] class Note { [Identifier] public string? Who { get; set; } } [Retention(\"r\")] class Book { public List<Note> Notes { get; } = new(); public int CustomerId { get; set; } }")]
    [InlineData("class Base { public int CustomerId { get; set; } } [Retention(\"r\")] class Note : Base { [Identifier] public string? Who { get; set; } }")]
    [InlineData("[Transient, Retention(\"r\")] class Note { [Identifier] public string? Who { get; set; } }")]
    [InlineData("class Note { [Identifier] public string? Who { get; set; } }")]
    [InlineData("[Retention(\"r\")] abstract class Note { [Identifier] public string? Who { get; set; } }")]
    [InlineData("[Retention(\"r\")] static class Note { [Identifier] static string? Who; static string? Get() => Who; }")]
    [InlineData("interface INote { [Identifier] string? Who { get; } }")]
    public Task Types_that_lead_to_a_person_or_are_not_stored(string code) => Run(Subject() + code);

    [Fact]
    public Task What_generated_code_holds_together_is_tied_to_nobody_by_that() => Test.RunAsync(
        "using System.Linq; using PrivacyAnalyzers; [DataSubject] class Customer { public int Id { get; set; } } [Retention(\"r\")] class [|Visit|] { public int Id { get; set; } [ElectronicActivity] public string? Browser { get; set; } } " +
        "[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")] static class Generated { private sealed class Rows { public IQueryable<Customer>? Customers { get; set; } public IQueryable<Visit>? Visits { get; set; } } }");

    [Fact]
    public Task What_hangs_on_a_subject_without_a_key_is_that_rules_business() => Run(
        "[DataSubject] public class Customer { [Identifier] public string? Name { get; set; } public List<Line> Lines { get; } = new(); } " +
        "public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } } " +
        "public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Line> Lines => Set<Line>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>().HasNoKey(); }");

    [Fact]
    public Task What_does_not_even_hang_on_it_is_reported_all_the_same() => Run(
        "[DataSubject] public class Customer { [Identifier] public string? Name { get; set; } } " +
        "public class [|Line|] { public int Id { get; set; } [Identifier] public string? Who { get; set; } } " +
        "public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Line> Lines => Set<Line>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>().HasNoKey(); }");

    [Fact]
    public async Task A_type_of_another_assembly_is_reported_at_the_contexts_property()
    {
        var test = new Test
        {
            TestCode = Usings + "public class Db : DbContext { public DbSet<Lib.Line> [|Lines|] => Set<Lib.Line>(); public DbSet<Lib.Customer> Customers => Set<Lib.Customer>(); public DbSet<Lib.Order> Orders => Set<Lib.Order>(); }",
        };
        test.TestState.AdditionalReferences.Add(new GeneratorTest(
            "using PrivacyAnalyzers; namespace Lib; [DataSubject] public class Customer { public int Id { get; set; } } public class Line { public int Id { get; set; } [Identifier] public string? Who { get; set; } } " +
            "public class Order { public int Id { get; set; } public int CustomerId { get; set; } [Identifier] public string? Who { get; set; } }") { AssemblyName = "Lib" }.ToReference());

        await test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("[Retention] class Note { [Identifier] public string? Who { get; set; } public Missing? M { get; set; } public int CustomerId { get; ")]
    [InlineData("public class Db : DbContext { public DbSet<Missing> Lines => Set<Missing>(); public DbSet<Customer> C => ")]
    public Task Broken_code_stops_nothing(string code)
    {
        var test = new Test { TestCode = Usings + Subject() + code, CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }

    private static string Subject(string more = "") => Customer.Replace("MORE", more, StringComparison.Ordinal);

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(Usings + code, null, expected);
}
