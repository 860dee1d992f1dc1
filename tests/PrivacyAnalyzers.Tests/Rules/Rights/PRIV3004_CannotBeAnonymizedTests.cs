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

    [Theory]
    [InlineData("[Identifier] public EmailAddress {|#0:A|} { get; set; }", "b.Entity<Customer>().Property(c => c.A).HasConversion(e => e.Value, v => new EmailAddress(v));", "is of a struct whose default holds a null, which its column need not take; make it nullable")]
    [InlineData("[Identifier, Required] public EmailAddress? {|#0:A|} { get; set; }", "b.Entity<Customer>().Property(c => c.A).HasConversion(e => e!.Value.Value, v => new EmailAddress(v));", "is of a struct whose default holds a null, which its column need not take; make it nullable")]
    [InlineData("[Identifier] public Sex {|#0:A|} { get; set; }", "", "is of an enum in which nothing is 0; make it nullable or give [Anonymize(With = …)]")]
    [InlineData("[Identifier, Anonymize(With = \"none\")] public DateTimeOffset {|#0:A|} { get; set; }", "", "has an [Anonymize(With = …)] that is no DateTimeOffset; correct it")]
    [InlineData("[Identifier, Anonymize(With = \"none\")] public Guid? {|#0:A|} { get; set; }", "", "has an [Anonymize(With = …)] that is no Guid; correct it")]
    [InlineData("[Identifier, Anonymize(With = \"1900-01-01 12:00\")] public DateOnly {|#0:A|} { get; set; }", "", "has an [Anonymize(With = …)] that is no DateOnly; correct it")]
    [InlineData("[Identifier, Anonymize(With = \"somewhere\")] public Uri {|#0:A|} { get; set; } = null!;", "", "has an [Anonymize(With = …)] that is no Uri; correct it")]
    public Task Values_whose_replacement_their_column_need_not_take(string member, string configuration, string reason) => Run(
        Kept(member, configuration, "readonly record struct EmailAddress(string Value) { public override string ToString() => Value; } enum Sex { Female = 1, Male = 2 }\n"),
        Expect($"'Customer.A' (identifier) must be replaced where a row of 'Customer' has to stay, but it {reason}"));

    [Theory]
    [InlineData("[Identifier] public Badge A { get; set; }", "b.Entity<Customer>().Property(c => c.A).HasConversion(e => e.Value, v => new Badge(v));")]
    [InlineData("[Identifier] public EmailAddress? A { get; set; }", "b.Entity<Customer>().Property(c => c.A).HasConversion(e => e!.Value.Value, v => new EmailAddress(v));")]
    [InlineData("[Identifier] public Colour A { get; set; } [Identifier, Anonymize(With = Sex.Male)] public Sex B { get; set; } [Identifier] public Sex? C { get; set; }", "")]
    [InlineData("[Identifier, Anonymize(With = \"1900-01-01\")] public DateOnly A { get; set; } [Identifier, Anonymize(With = \"12:30\")] public TimeOnly B { get; set; } [Identifier, Anonymize(With = \"1900-01-01T00:00:00+02:00\")] public DateTimeOffset C { get; set; } [Identifier, Anonymize(With = \"https://example.com\")] public Uri D { get; set; } = null!;", "")]
    [InlineData("[Identifier] public DateTimeOffset A { get; set; } [Identifier] public Guid B { get; set; } [Identifier] public TimeSpan C { get; set; } [Identifier] public decimal D { get; set; }", "")]
    public Task Values_whose_replacement_is_one(string members, string configuration) => Run(
        Kept(members, configuration, "readonly record struct EmailAddress(string Value); readonly record struct Badge(int Value); enum Sex { Female = 1, Male = 2 } enum Colour : byte { None, Red }\n"));

    [Theory]
    [InlineData("[ElectronicActivity] public DateOnly [|Day|] { get; set; } public int Shop { get; set; }", "b.Entity<Customer>().HasIndex(c => new { c.Shop, c.Day }).IsUnique();", "")]
    [InlineData("[ElectronicActivity] public DateOnly [|Day|] { get; set; } public int Shop { get; set; }", "", "[Index(nameof(Shop), nameof(Day), IsUnique = true)] ")]
    [InlineData("[ElectronicActivity] public DateOnly Day { get; set; }", "b.Entity<Customer>().HasIndex(c => new { c.Id, c.Day }).IsUnique();", "")]
    [InlineData("[ElectronicActivity] public DateOnly? Day { get; set; } public int Shop { get; set; }", "", "[Index(nameof(Shop), nameof(Day), IsUnique = true)] ")]
    public Task Members_that_are_unique_together(string members, string configuration, string attribute) =>
        Run(Kept(members, configuration).Replace("[DataSubject,", attribute + "[DataSubject,", StringComparison.Ordinal));

    [Theory]
    [InlineData("CustomerId", "e => e.Value, v => new CustomerId(v)", true)]
    [InlineData("Guid", "e => e.ToString(), v => Guid.Parse(v)", false)]
    public Task A_unique_text_takes_only_a_key_that_queries_write(string key, string conversion, bool isReported) => Run(
        $$"""
        readonly record struct CustomerId(Guid Value);
        [DataSubject, Retention("usage-records"), Index(nameof(Email), IsUnique = true)] class Customer { public {{key}} Id { get; set; } [Identifier] public string {{(isReported ? "{|#0:Email|}" : "Email")}} { get; set; } = ""; }
        [Retention("invoices")] class Invoice { public int Id { get; set; } public {{key}} CustomerId { get; set; } public Customer? Customer { get; set; } }
        class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b) { b.Entity<Customer>().Property(c => c.Id).HasConversion({{conversion}}); b.Entity<Invoice>().Property(c => c.CustomerId).HasConversion({{conversion}}); }
        }
        """,
        isReported ? [Expect("'Customer.Email' (identifier) must be replaced where a row of 'Customer' has to stay, but it is unique, and its row's key is of a type that no query writes as text; make it nullable")] : []);

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

    [Theory]
    [InlineData("b.Entity<Customer>().Property(c => c.A).IsRequired();")]
    [InlineData("b.Entity<Customer>().Property(\"A\").IsRequired();")]
    [InlineData("b.Entity<Customer>(c => { c.Property<MailAddress?>(nameof(Customer.A)).IsRequired(); });")]
    public Task What_the_context_requires_may_not_be_null(string configuration) => Run(Kept("[Identifier] public MailAddress? [|A|] { get; set; }", configuration));

    [Theory]
    [InlineData("[Key, Identifier] public string {|#0:Email|} { get; set; } = \"\";", "")]
    [InlineData("[Identifier] public string {|#0:Email|} { get; set; } = \"\";", "b.Entity<Customer>().HasKey(c => c.Email);")]
    [InlineData("public int Shop { get; set; } [Identifier] public DateOnly {|#0:Email|} { get; set; }", "b.Entity<Customer>().HasKey(c => new { c.Shop, c.Email });")]
    [InlineData("public int Id { get; set; } [Identifier] public string {|#0:Email|} { get; set; } = \"\";", "b.Entity<Invoice>().HasOne(i => i.Customer).WithMany().HasForeignKey(i => i.CustomerId).HasPrincipalKey(c => c.Email);")]
    public Task Keys_that_say_something_of_the_person(string members, string configuration) => Run(
        $$"""
        [DataSubject, Retention("usage-records")] class Customer { {{members}} }
        [Retention("invoices")] class Invoice { public int Id { get; set; } public string CustomerId { get; set; } = ""; public Customer? Customer { get; set; } }
        class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder b) { b.Entity<Invoice>().HasOne(i => i.Customer).WithMany().IsRequired(); {{configuration}} }
        }
        """,
        Expect("'Customer.Email' (identifier) must be replaced where a row of 'Customer' has to stay, but it is part of a key, which other rows refer to; give the rows a key that says nothing of anybody, or say why it does not with [NotPersonal(\"…\")]"));

    [Theory]
    [InlineData("[Identifier] public int Id { get; set; }")]
    [InlineData("[Identifier] public Guid Id { get; set; }")]
    [InlineData("[Key, NotPersonal(\"a random word\")] public string Handle { get; set; } = \"\";")]
    [InlineData("[Key] public string Handle { get; set; } = \"\";")]
    public Task Keys_that_were_made_for_the_row(string key) => Run(Kept("", "").Replace("public int Id { get; set; }  }", key + " }", StringComparison.Ordinal));

    [Fact]
    public Task Identity_makes_its_keys_itself() => Run("""
        [DataSubject, Retention("usage-records")] class Customer : Microsoft.AspNetCore.Identity.IdentityUser { }
        [Retention("invoices")] class Invoice { public int Id { get; set; } public string CustomerId { get; set; } = ""; public Customer? Customer { get; set; } }
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Invoice> Invoices => Set<Invoice>(); }
        """);

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
