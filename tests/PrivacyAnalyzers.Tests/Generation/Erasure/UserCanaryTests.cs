using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>The canary that users plant in their own tests: it finds what an erasure leaves, also in tables that the model does not know.</summary>
public class UserCanaryTests(ITestOutputHelper output)
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject, Retention("customer-relationship"), Index(nameof(Email), IsUnique = true)]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Name { get; set; } = "";
            [Identifier] public string Email { get; set; } = "";
            [Credential] public string? Password { get; set; }
            [Identifier, System.ComponentModel.DataAnnotations.MaxLength(2)] public string? Country { get; set; }
            public Address? Home { get; set; }
            public List<Phone> Phones { get; } = new();
        }
        [Owned] public class Address { [Identifier] public string Street { get; set; } = ""; [Identifier] public string? Zip { get; set; } }
        [Owned] public class Phone { public int Id { get; set; } [Identifier] public string Number { get; set; } = ""; }
        [Retention("support")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } public bool IsHidden { get; set; } }
        [Retention("invoices")] public class Invoice { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = ""; [FreeText, Retention("support")] public string? Remark { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Ticket> Tickets => Set<Ticket>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            protected override void OnModelCreating(ModelBuilder builder)
            {
                builder.Entity<Ticket>().HasQueryFilter(ticket => !ticket.IsHidden);
                builder.Entity<Customer>().OwnsMany(customer => customer.Phones, phone => phone.HasKey(row => row.Id));
            }
        }
        public sealed class Verifier : IRequestVerifier { public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, System.Threading.CancellationToken cancellationToken) => Task.FromResult(VerificationOutcome.Verified("session")); }
        public static class Script
        {
            public static async Task<string> Run(System.Data.Common.DbConnection connection, string before, string after)
            {
                var options = new DbContextOptionsBuilder<Db>();
                await using var db = new Db((connection is SqliteConnection ? options.UseSqlite(connection) : options.UseNpgsql(connection)).Options);
                await db.Database.EnsureCreatedAsync();
                var jane = new Customer { Name = "Jane", Email = "jane@example.com", Password = "secret", Country = "DE", Home = new Address { Street = "Main St" } };
                jane.Phones.Add(new Phone { Number = "555" });
                db.AddRange(jane, new Ticket { Customer = jane, Text = "help", IsHidden = true }, new Invoice { Customer = jane, BilledTo = "Jane", Remark = "call" }, new Customer { Name = "Joe", Email = "joe@example.com" });
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                if (before.Length > 0)
                    await db.Database.ExecuteSqlRawAsync(before);

                PrivacyCanary canary = await db.PlantCustomerCanaryAsync(jane.Id);
                var request = await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), jane.Id);
                var export = new MemoryStream();
                await db.WriteCustomerExportAsync(request, export);
                await db.EraseCustomerAsync(request);
                if (after.Length > 0)
                    await db.Database.ExecuteSqlRawAsync(after);
                return string.Join(", ", System.Linq.Enumerable.Select(canary.Markers, marker => marker.Member)) + "\n" +
                    string.Join("\n", canary.FaultsOfExport(Encoding.UTF8.GetString(export.ToArray()))) + "\n" +
                    string.Join("\n", await canary.FaultsOfErasureAsync(db.Database.GetDbConnection()));
            }
        }
        """;

    private const string Planted = "Invoice.BilledTo, Invoice.Remark, Ticket.Text, Customer.Name, Customer.Email, Customer.Password, Customer.Home.Street, Customer.Home.Zip, Customer.Phones.Number\n";

    private static readonly Lazy<GeneratorResult> Generated = new(() => Generate("true"));

    [Theory]
    [InlineData("", "", "\n")]
    [InlineData("CREATE TABLE audit (was TEXT); CREATE TRIGGER noted BEFORE DELETE ON Customers BEGIN INSERT INTO audit VALUES ('deleted: ' || OLD.Email || ', ' || OLD.Name); END", "",
        "\nCustomer.Email stands in audit.was\nCustomer.Name stands in audit.was")]
    [InlineData("", "UPDATE Invoices SET BilledTo = ''", "\nInvoice.BilledTo is gone from Invoices.BilledTo, and a law keeps it")]
    [InlineData("CREATE TABLE copy (bytes BLOB); CREATE TRIGGER copied AFTER UPDATE ON Invoices BEGIN INSERT INTO copy VALUES (CAST(NEW.BilledTo AS BLOB)); END", "",
        "\nInvoice.BilledTo stands in copy.bytes")]
    public async Task Finds_what_an_erasure_leaves_wherever_it_stands(string before, string after, string faults)
    {
        using var database = new SqliteDatabase();

        string said = await Generated.Value.CallAsync<string>("Shop.Script", "Run", database.Connection, before, after);

        Assert.Equal(Planted + faults.TrimEnd('\n') + (faults == "\n" ? "\n" : ""), said);
    }

    [Theory]
    [InlineData("CREATE SCHEMA log; CREATE TABLE log.\"Audit\" (was text[])", "INSERT INTO log.\"Audit\" VALUES (ARRAY['x', 'deleted canary0004'])", "\nCustomer.Name stands in log.Audit.was")]
    [InlineData("CREATE MATERIALIZED VIEW later AS SELECT 1 AS one WITH NO DATA", "CREATE MATERIALIZED VIEW bills AS SELECT \"BilledTo\" FROM \"Invoices\"", "\nInvoice.BilledTo stands in public.bills.BilledTo")]
    [InlineData("""
        ALTER TABLE "Invoices" RENAME TO old; CREATE TABLE "Invoices" (LIKE old) PARTITION BY LIST ("Id"); CREATE TABLE p1 PARTITION OF "Invoices" DEFAULT;
        INSERT INTO "Invoices" SELECT * FROM old; DROP TABLE old
        """, "", "\n")]
    public async Task Finds_them_on_PostgreSQL_too(string before, string after, string faults) =>
        await OnPostgresAsync(async connection => Assert.Equal(Planted + faults, await Generated.Value.CallAsync<string>("Shop.Script", "Run", connection, before, after)));

    [Theory]
    [InlineData("GRANT SELECT ON Seen TO reader", "\"public\".\"unseen\": the role may not SELECT from it")]
    [InlineData("GRANT SELECT ON Seen, Unseen TO reader; ALTER TABLE Seen ENABLE ROW LEVEL SECURITY", "\"public\".\"seen\": row level security hides rows of it")]
    public async Task Says_what_it_may_not_read_on_PostgreSQL(string grants, string unread) => await OnPostgresAsync(async connection =>
    {
        // A role is the whole server's: the transaction that makes it is rolled back.
        await using System.Data.Common.DbTransaction transaction = await connection.BeginTransactionAsync();
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE Seen (a int); CREATE TABLE Unseen (a int); CREATE ROLE reader; " + grants + "; SET ROLE reader";
        await command.ExecuteNonQueryAsync();

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => PrivacyCanary.PlantedAsync([], [], connection, transaction, CancellationToken.None));

        Assert.Equal("The canary has to read every table. Connect as a role that can. " + unread, refused.Message);
    });

    private async Task OnPostgresAsync(Func<System.Data.Common.DbConnection, Task> test)
    {
        if (Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        await using LiveDatabase database = await LiveDatabase.CreateAsync("postgres");
        await using System.Data.Common.DbConnection connection = await database.ConnectAsync();
        await test(connection);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public void Is_generated_only_where_the_project_asks_for_it(string? asked) =>
        Assert.DoesNotContain(Generate(asked, isBroken: true).Files.Keys, file => file.Contains("Canary", StringComparison.Ordinal));

    private static GeneratorResult Generate(string? asked, bool isBroken = false)
    {
        var test = new GeneratorTest(Model) { Statement = Shop.Statement, IsBroken = isBroken };
        if (asked is not null)
            test.Properties["PrivacyCanary"] = asked;
        return test.Run(new ErasureGenerator(), new ExportGenerator());
    }
}
