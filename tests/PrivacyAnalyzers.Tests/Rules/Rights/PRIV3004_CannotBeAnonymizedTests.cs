using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Rights.PRIV3004_CannotBeAnonymized>;

namespace PrivacyAnalyzers.Tests.Rules.Rights;

public class PRIV3004_CannotBeAnonymizedTests
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.ComponentModel.DataAnnotations.Schema; using System.Net.Mail;
        using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;

        """;

    /// <summary>An invoice that a law keeps, and that requires its customer.</summary>
    private const string Invoice = "[Retention(\"invoices\")] class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } }\n";

    private static string Kept(string members, string configuration = "", string more = "") => $$"""
        [DataSubject, Retention("usage-records")] class Customer { public int Id { get; set; } {{members}} }
        {{Invoice}}{{more}}
        class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b) { {{configuration}} }
        }
        """;

    [Fact]
    public Task The_message_names_the_member_its_category_the_occasion_and_the_remedy() => Run(
        Kept("[Identifier] public MailAddress {|#0:Email|} { get; set; } = null!;"),
        Expect("'Customer.Email' (identifier) must be replaced where a row of 'Customer' has to stay, but it may not be null and its type has no empty value; make it nullable or give [Anonymize(With = …)]"));

    [Theory]
    [InlineData("[Identifier] public Queue<string> [|A|] { get; set; } = new();")]
    [InlineData("[Identifier] public Version [|A|] { get; set; } = new();")]
    [InlineData("[Identifier, Anonymize(With = 5)] public Version [|A|] { get; set; } = new();")]
    [InlineData("[Identifier, Required] public MailAddress? [|A|] { get; set; }")]
    public Task References_without_an_empty_value(string member) => Run(Kept(member));

    [Theory]
    [InlineData("[Identifier] public DateOnly [|A|] { get; set; }", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier] public long [|A|] { get; set; }", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier, Anonymize(With = 7)] public int? [|A|] { get; set; }", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier, MaxLength(10)] public string [|A|] { get; set; } = \"\";", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    public Task Unique_members_for_which_there_is_no_replacement(string member, string configuration) => Run(Kept(member, configuration));

    [Fact]
    public Task Too_little_room_is_said_in_figures() => Run(
        Kept("[Identifier, MaxLength(10)] public string {|#0:Email|} { get; set; } = \"\";", "b.Entity<Customer>().HasIndex(c => c.Email).IsUnique();"),
        Expect("'Customer.Email' (identifier) must be replaced where a row of 'Customer' has to stay, but it is unique and has room for 10 characters, and a replacement with the row's key needs 18; make it longer or nullable"));

    [Theory]
    [InlineData("[Identifier] public string A { get; set; } = \"\";", "")]
    [InlineData("[Identifier] public string A { get; set; } = \"\";", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier, MaxLength(18)] public string A { get; set; } = \"\";", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier] public int A { get; set; }", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier] public DateOnly? A { get; set; }", "b.Entity<Customer>().HasIndex(c => c.A).IsUnique();")]
    [InlineData("[Identifier] public MailAddress? A { get; set; }", "")]
    [InlineData("[Identifier, Anonymize(With = \"nobody@example.com\")] public MailAddress A { get; set; } = null!;", "")]
    [InlineData("[Identifier] public List<string> A { get; set; } = new(); [Identifier] public string[] B { get; set; } = []; [Identifier] public Uri C { get; set; } = null!; [Identifier] public System.Net.IPAddress D { get; set; } = null!;", "")]
    [InlineData("[Identifier, Retention(\"invoices\")] public MailAddress A { get; set; } = null!;", "")]
    [InlineData("[Identifier, NotMapped] public MailAddress A { get; set; } = null!;", "")]
    [InlineData("[Identifier] public MailAddress A => new(\"a@b.example\");", "")]
    [InlineData("public MailAddress A { get; set; } = null!;", "")]
    public Task What_can_be_replaced_or_need_not_be(string member, string configuration) => Run(Kept(member, configuration));

    [Fact]
    public Task Where_no_row_can_stay_nothing_need_be_replaced() => Run("""
        [DataSubject, Retention("usage-records")] class Customer { public int Id { get; set; } [Identifier] public MailAddress Email { get; set; } = null!; }
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        """);

    [Theory]
    [InlineData("b.Entity<Customer>().OwnsOne(c => c.Home, home => home.ToJson());")]
    [InlineData("b.Entity<Customer>().OwnsOne(c => c.Home).ToJson();")]
    public Task Owned_types_in_json(string configuration) => Run(
        Kept("public Address Home { get; set; } = null!;", configuration, "class Address { [Identifier] public string? {|#0:Street|} { get; set; } public Inner? More { get; set; } } class Inner { [Identifier] public string? {|#1:Note|} { get; set; } }"),
        Expect("'Customer.Home.Street' (identifier) must be replaced where a row of 'Customer' has to stay, but it is stored in the JSON of an owned type, which EF Core cannot update in place; map it as a complex type or to a table"),
        new DiagnosticResult("PRIV3004", DiagnosticSeverity.Error).WithLocation(1));

    [Theory]
    [InlineData("b.Entity<Customer>().OwnsMany(c => c.[|Phones|], phone => phone.ToJson());")]
    public Task Owned_collections_in_json(string configuration) => Run(
        Kept("public List<Phone> [|Phones|] { get; } = new();", configuration.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), "class Phone { [Identifier] public string? Number { get; set; } }"));

    [Theory]
    [InlineData("b.Entity<Customer>().ComplexProperty(c => c.Home, home => home.ToJson()); b.Entity<Customer>().ComplexCollection(c => c.Phones, phone => phone.ToJson());")]
    [InlineData("b.Entity<Customer>().OwnsOne(c => c.Home); b.Entity<Customer>().OwnsMany(c => c.Phones);")]
    public Task Complex_types_in_json_and_owned_types_in_tables_can_be_cleared(string configuration) => Run(
        Kept("public Address Home { get; set; } = null!; public List<Phone> Phones { get; } = new();", configuration, "class Address { [Identifier] public string? Street { get; set; } } class Phone { public int Id { get; set; } [Identifier] public string? Number { get; set; } }"));

    [Fact]
    public Task A_type_of_the_program_that_a_converter_stores_in_one_column_is_personal_data_if_it_holds_some() => Run(
        Kept("public Address {|#0:Home|} { get; set; } = null!;", "b.Entity<Customer>().Property(c => c.Home).HasConversion(a => a.Street, s => new Address { Street = s });", "class Address { [Identifier] public string? Street { get; set; } }"),
        Expect("'Customer.Home' (identifier) must be replaced where a row of 'Customer' has to stay, but it may not be null and its type has no empty value; make it nullable or give [Anonymize(With = …)]"));

    [Theory]
    [InlineData("[Identifier] public string? [|Name|] { get; init; }")]
    [InlineData("[Identifier] public string? [|Name|] { get; private set; }")]
    [InlineData("[Identifier] public string? [|Name|] { get; }")]
    [InlineData("[Identifier] public MailAddress [|Name|] { get; set; } = null!;")]
    public Task Without_a_database_what_cannot_be_set_or_emptied(string member) => Run($"[DataSubject] class Customer {{ public int Id {{ get; set; }} {member} }}");

    [Fact]
    public Task Without_a_database_the_message_says_that_the_object_is_anonymised() => Run(
        "[DataSubject] record Customer(int Id, [Identifier] string {|#0:Name|});",
        Expect("'Customer.Name' (identifier) must be replaced where 'Customer' is anonymised, but it cannot be set; give it a setter that code of this project reaches"));

    [Theory]
    [InlineData("[Identifier] public string Name { get; set; } = \"\";")]
    [InlineData("[Identifier] public string? Name;")]
    [InlineData("[Identifier] public Guid Token { get; set; }")]
    [InlineData("public string? Name { get; }")]
    public Task Without_a_database_what_can_be_set(string member) => Run($"[DataSubject] class Customer {{ public int Id {{ get; set; }} {member} }}");

    [Fact]
    public Task Broken_code_stops_nothing() => new Test
    {
        TestCode = Usings + Kept("[Identifier] public Missing Name { get; set; } [Anonymize(With = )] public string", "b.Entity<Customer>().OwnsOne(c => ).ToJson("),
        Statement = Statements.Example,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync(CancellationToken.None);

    private static DiagnosticResult Expect(string message) => new DiagnosticResult("PRIV3004", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message);

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(Usings + code, Statements.Example, expected);
}
