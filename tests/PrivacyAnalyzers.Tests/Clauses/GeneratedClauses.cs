using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Generation;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Clauses;

/// <summary>Clauses without a compile-time cell, proved by running what is generated: S05, S19, S20, S22, S23, S34; and the withdrawal of S06.</summary>
[Trait("Proof", "clause")]
public class GeneratedClauses
{
    private const string Script = """
        public static class Script
        {
            public static string Entry() => string.Join("; ", Clause.Privacy.PrivacyDisclosures.Entries.Select(entry =>
                $"{entry.Member}: {entry.Category} from {string.Join(", ", entry.Sources)} for {string.Join(", ", entry.Purposes.Select(purpose => purpose.Name).Take(2))}, kept {entry.Retention?.Rule}"));

            public static string Anonymized()
            {
                var customer = new Customer { Id = 7, Name = "Jane", Email = "jane@example.com", ClosedAt = new DateTime(2026, 1, 8) };
                customer.Anonymize();
                return $"{customer.Id}|{customer.Name}|{customer.Email}|{customer.Token}|{customer.ClosedAt:yyyy-MM-dd}";
            }
        }
        """;

    private static readonly Lazy<GeneratorResult> Generated = new(() =>
        new GeneratorTest(ClauseProgram.Usings + ClauseProgram.Customer + Script) { Statement = ClauseProgram.Yaml, Properties = { ["RootNamespace"] = "Clause" } }
            .Run(new ExportGenerator(), new DisclosureGenerator()));

    [Fact]
    public void S05_each_entry_says_where_the_data_comes_from() => Assert.Contains(
        "Email: identifier from sign-up, support, sales, use-of-the-service, public-sources, third-parties for", Generated.Value.Call<string>("Script", "Entry"), StringComparison.Ordinal);

    [Fact]
    public async Task S06_withdrawing_the_consent_clears_what_was_collected_with_it()
    {
        const string Answers = """
            [DataClass("customer-account"), Retention("account-activity")]
            public class Answer
            {
                public int Id { get; set; }
                public int CustomerId { get; set; }
                [Consent("survey-opt-in")] public DateTime? OptedInAt { get; set; }
                [ProtectedCharacteristic] public string? Gender { get; set; }
            }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Answer> Answers => Set<Answer>(); }
            """;
        string text = await LiveModel.RunAsync(
            ClauseProgram.Customer + Answers,
            """
            await using Db db = Open();
            for (int i = 1; i <= 2; i++)
            {
                db.Add(new Customer { Id = i, Name = "Jane" });
                db.Add(new Answer { Id = i, CustomerId = i, OptedInAt = new DateTime(2025, 1, 1), Gender = "f" });
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            RightsReceipt receipt = await db.WithdrawCustomerConsentAsync(await Verified<Customer>(1), "survey-opt-in");
            return $"{string.Join(", ", receipt.Entities)}; {Rows("SELECT Id, OptedInAt, Gender FROM Answers")}";
            """,
            ClauseProgram.Yaml);

        Assert.Equal("Answer: 1 recorded, 1 cleared; 1|NULL|NULL;2|2025-01-01 00:00:00|f", text);
    }

    [Fact]
    public async Task S19_a_legal_hold_keeps_the_data_until_it_is_released()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid held = shop.AddCustomer("Jane", isOnHold: true);
        shop.AddTicket(held);

        ErasureReceipt during = await shop.EraseAsync(held);
        Assert.Contains(during.Withheld, withheld => withheld is { Entity: "Customer", Reason: WithheldReason.LegalHold });
        Assert.Equal((1, 1), (shop.Count("SELECT count(*) FROM Customers"), shop.Count("SELECT count(*) FROM Tickets")));

        shop.Execute("UPDATE Customers SET OnHold = 0");
        await shop.EraseAsync(held);
        Assert.Equal("", shop.Dump());
    }

    [Fact]
    public void S20_what_stays_after_anonymising_identifies_nobody() => Assert.Equal("7||||2026-01-08", Generated.Value.Call<string>("Script", "Anonymized"));

    [Theory]
    [InlineData("db.EraseCustomerAsync(id)", "CS1503")]
    [InlineData("db.EraseCustomerAsync(new PrivacyAnalyzers.VerifiedRequest<Customer>())", "CS1729")]
    [InlineData("db.EraseCustomerAsync(request)", null)]
    public void S22_nothing_is_erased_without_a_verified_request(string call, string? error)
    {
        CSharpCompilation compilation = Shop.Generated.Output.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            $"namespace Shop; public static class Caller {{ public static object Call(Db db, System.Guid id, PrivacyAnalyzers.VerifiedRequest<Customer> request) => {call}; }}",
            CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)));

        string[] errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).ToArray();
        Assert.Equal(error is null ? [] : [error], errors);
    }

    [Fact]
    public async Task S23_a_receipt_lists_what_is_withheld_and_on_which_ground()
    {
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddInvoice(jane);

        ErasureReceipt receipt = await shop.EraseAsync(jane);

        Assert.Equal(
            ["Customer RequiredByRetained tax", "Invoice ByLaw tax", "InvoiceLine ByLaw tax"],
            receipt.Withheld.Select(withheld => $"{withheld.Entity} {withheld.Reason} {withheld.Ground}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void S34_how_each_field_is_handled_is_typed_code() => Assert.Equal(
        "Email: identifier from sign-up, support, sales, use-of-the-service, public-sources, third-parties for provide-service, route-communications, kept account-default; " +
        "Name: identifier from sign-up, support, sales, use-of-the-service, public-sources, third-parties for provide-service, route-communications, kept account-default; " +
        "Token: credential from  for , kept account-default",
        Generated.Value.Call<string>("Script", "Entry"));
}
