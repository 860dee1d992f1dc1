using Microsoft.Data.Sqlite;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>A shop with every kind of relation and rule, its generated code compiled once, and one database a test.</summary>
internal sealed class Shop : IDisposable
{
    public const string Statement = """
        statement: Shop privacy statement
        effective: 2026-01-08
        dataClasses:
          account: { role: controller }
        purposes:
          service: { basis: contract }
        categories:
          identifier: { classes: [account], purposes: [service] }
          free-text:  { classes: [account], purposes: [service] }
          financial:  { classes: [account], purposes: [service] }
          electronic-activity: { classes: [account], purposes: [service] }
        retention:
          customer-relationship: { keep: P7Y, after: account-closed, then: delete }
          support: { keep: P3Y, after: account-closed, then: delete }
          account-default: { keep: P60D, after: account-closed, then: anonymize }
          usage-records: { keep: instructed, within: P30D, then: delete }
          invoices: { keep: by-law, ground: tax, then: delete }
        """;

    public const string Model = """
        using System;
        using System.Collections.Generic;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        namespace Shop;

        [DataSubject, Retention("customer-relationship")]
        public class Customer
        {
            public Guid Id { get; set; }
            [Identifier] public string Name { get; set; } = "";
            [Identifier] public string? Phone { get; set; }
            [Identifier] public string Email { get; set; } = "";
            [Identifier, Anonymize(With = "somewhere")] public string City { get; set; } = "";
            [FreeText] public List<string> Tags { get; set; } = new();
            [Identifier] public DateOnly Born { get; set; }
            public Address? Address { get; set; }
            public bool Deleted { get; set; }
            [LegalHold] public bool OnHold { get; set; }
            [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; }
            public List<Ticket> Tickets { get; } = new();
            public List<Invoice> Invoices { get; } = new();
            public List<Nickname> Nicknames { get; } = new();
        }

        public class Address
        {
            [Identifier] public string Street { get; set; } = "";
            [Identifier] public string? Zip { get; set; }
        }

        public class Nickname
        {
            public int Id { get; set; }
            [FreeText] public string Text { get; set; } = "";
        }

        [Retention("support")]
        public class Ticket
        {
            public int Id { get; set; }
            public Guid CustomerId { get; set; }
            public Customer? Customer { get; set; }
            public int? ParentId { get; set; }
            public Ticket? Parent { get; set; }
            [FreeText] public string Body { get; set; } = "";
            [LegalHold] public bool OnHold { get; set; }
        }

        [Retention("support")]
        public class TicketNote
        {
            public int Id { get; set; }
            public int TicketId { get; set; }
            public Ticket? Ticket { get; set; }
            [FreeText] public string Text { get; set; } = "";
        }

        [Retention("usage-records")]
        public class UsageRecord
        {
            public long Id { get; set; }
            [SubjectLink(typeof(Customer))] public Guid AccountId { get; set; }
            [ElectronicActivity] public string Ip { get; set; } = "";
        }

        [Retention("invoices")]
        public class Invoice
        {
            public int Id { get; set; }
            public Guid CustomerId { get; set; }
            public Customer? Customer { get; set; }
            [Financial] public string BilledTo { get; set; } = "";
            [FreeText, Retention("support")] public string? Remark { get; set; }
        }

        [PrimaryKey(nameof(InvoiceId), nameof(Number)), Retention("invoices")]
        public class InvoiceLine
        {
            public int InvoiceId { get; set; }
            public Invoice? Invoice { get; set; }
            public int Number { get; set; }
            [Financial] public string Product { get; set; } = "";
        }

        [Retention("account-default")]
        public class Review
        {
            public int Id { get; set; }
            public Guid? CustomerId { get; set; }
            public Customer? Customer { get; set; }
            [Identifier] public string? Author { get; set; }
            public int Stars { get; set; }
        }

        [PrimaryKey(nameof(CustomerId), nameof(Serial)), Retention("account-default")]
        public class Device
        {
            public Guid CustomerId { get; set; }
            public Customer? Customer { get; set; }
            public string Serial { get; set; } = "";
            [FreeText, Retention("support")] public string? FriendlyName { get; set; }
        }

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Ticket> Tickets => Set<Ticket>();
            public DbSet<TicketNote> Notes => Set<TicketNote>();
            public DbSet<UsageRecord> Usage => Set<UsageRecord>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            public DbSet<InvoiceLine> Lines => Set<InvoiceLine>();
            public DbSet<Review> Reviews => Set<Review>();
            public DbSet<Device> Devices => Set<Device>();

            protected override void OnModelCreating(ModelBuilder builder)
            {
                builder.Entity<Customer>(customer =>
                {
                    customer.HasQueryFilter(row => !row.Deleted);
                    customer.HasIndex(row => row.Email).IsUnique();
                    customer.OwnsOne(row => row.Address);
                    customer.OwnsMany(row => row.Nicknames, nickname => nickname.HasKey(row => row.Id));
                });
                foreach (var entity in builder.Model.GetEntityTypes())
                {
                    foreach (var key in entity.GetForeignKeys())
                    {
                        if (!key.IsOwnership)
                            key.DeleteBehavior = DeleteBehavior.Restrict;
                    }
                }
            }
        }
        """;

    public const string Script = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;
        using PrivacyAnalyzers;

        namespace Shop;

        public static class Script
        {
            public static Db Open(SqliteConnection connection, IInterceptor[] interceptors) =>
                new(new DbContextOptionsBuilder<Db>().UseSqlite(connection).AddInterceptors(interceptors).Options);

            public static async Task<int> Create(SqliteConnection connection)
            {
                await using Db db = Open(connection, []);
                await db.Database.EnsureCreatedAsync();
                return 0;
            }

            public static async Task<ErasureReceipt> Erase(DbContext db, IRequestVerifier verifier, Guid id, TimeProvider time) =>
                await ((Db)db).EraseCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time));

            public static Task<RetentionReceipt> Sweep(DbContext db, DateTimeOffset asOf) => ((Db)db).SweepRetentionAsync(asOf);

            public static async Task<ErasureReceipt> EraseUnderage(DbContext db, IRequestVerifier verifier, Guid id, TimeProvider time) =>
                await ((Db)db).EraseCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time), ErasureGround.Underage);

            public static async Task<ErasureReceipt> Preview(DbContext db, IRequestVerifier verifier, Guid id, TimeProvider time) =>
                await ((Db)db).PreviewCustomerErasureAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, id, timeProvider: time));
        }
        """;

    public static readonly DateTimeOffset Now = new(2026, 1, 8, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<GeneratorResult> Compiled = new(() => Generate(Model, Script));

    private readonly SqliteDatabase _database = new();
    private readonly FixedTime _time = new(Now);

    private Shop()
    {
    }

    public static GeneratorResult Generated => Compiled.Value;

    public SqliteConnection Connection => _database.Connection;

    /// <summary>What each call's context is opened with.</summary>
    public List<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor> Interceptors { get; } = [];

    public static GeneratorResult Generate(params string[] sources) =>
        new GeneratorTest(sources) { Statement = Statement }.Run(new ErasureGenerator(), new RetentionGenerator(), new ExportGenerator());

    public static async Task<Shop> OpenAsync()
    {
        var shop = new Shop();
        await Generated.CallAsync<int>("Shop.Script", "Create", shop.Connection);
        return shop;
    }

    public Microsoft.EntityFrameworkCore.DbContext Context() =>
        Generated.Call<Microsoft.EntityFrameworkCore.DbContext>("Shop.Script", "Open", Connection, Interceptors.ToArray());

    public Task<ErasureReceipt> EraseAsync(Guid customer) => RunAsync("Erase", customer);

    public async Task<RetentionReceipt> SweepAsync(DateTimeOffset asOf)
    {
        await using Microsoft.EntityFrameworkCore.DbContext context = Context();
        return await Generated.CallAsync<RetentionReceipt>("Shop.Script", "Sweep", context, asOf);
    }

    public Task<ErasureReceipt> PreviewAsync(Guid customer) => RunAsync("Preview", customer);

    public async Task<ErasureReceipt> RunAsync(string method, Guid customer)
    {
        await using Microsoft.EntityFrameworkCore.DbContext context = Context();
        return await Generated.CallAsync<ErasureReceipt>("Shop.Script", method, context, new Verifier(), customer, _time);
    }

    public Task<ErasureReceipt> RunAsync(string method, Microsoft.EntityFrameworkCore.DbContext context, Guid customer) =>
        Generated.CallAsync<ErasureReceipt>("Shop.Script", method, context, new Verifier(), customer, _time);

    public Guid AddCustomer(string name, bool isDeleted = false, bool isOnHold = false, string? closedAt = null)
    {
        var id = Guid.NewGuid();
        Execute($"""
            INSERT INTO Customers (Id, Name, Phone, Email, City, Tags, Born, Address_Street, Address_Zip, Deleted, OnHold, ClosedAt)
            VALUES ('{Key(id)}', '{name}', '555', '{name}@example.com', 'Town', '["vip"]', '1990-05-17', 'Main St', '12345', {(isDeleted ? 1 : 0)}, {(isOnHold ? 1 : 0)}, {Text(closedAt)});
            INSERT INTO Nickname (Text, CustomerId) VALUES ('Nick of {name}', '{Key(id)}');
            """);
        return id;
    }

    public int AddTicket(Guid customer, bool isOnHold = false, int? parent = null)
    {
        Execute($"INSERT INTO Tickets (CustomerId, ParentId, Body, OnHold) VALUES ('{Key(customer)}', {parent?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "NULL"}, 'help me', {(isOnHold ? 1 : 0)})");
        return (int)Count("SELECT last_insert_rowid()");
    }

    public void AddNote(int ticket) => Execute($"INSERT INTO Notes (TicketId, Text) VALUES ({ticket}, 'noted')");

    public void AddUsage(Guid customer) => Execute($"INSERT INTO Usage (AccountId, Ip) VALUES ('{Key(customer)}', '203.0.113.9')");

    public int AddInvoice(Guid customer)
    {
        Execute($"INSERT INTO Invoices (CustomerId, BilledTo, Remark) VALUES ('{Key(customer)}', 'Jane', 'call first')");
        int id = (int)Count("SELECT last_insert_rowid()");
        Execute($"INSERT INTO Lines (InvoiceId, Number, Product) VALUES ({id}, 1, 'Phone'), ({id}, 2, 'Case')");
        return id;
    }

    public void AddReview(Guid customer) => Execute($"INSERT INTO Reviews (CustomerId, Author, Stars) VALUES ('{Key(customer)}', 'Jane', 4)");

    public void AddDevice(Guid customer, string serial) =>
        Execute($"INSERT INTO Devices (CustomerId, Serial, FriendlyName) VALUES ('{Key(customer)}', '{serial}', 'Grandma''s phone')");

    public long Count(string sql) => (long)_database.Scalar(sql)!;

    public object? Scalar(string sql) => _database.Scalar(sql);

    /// <summary>Every value of every table, to see that nothing changed.</summary>
    public string Dump()
    {
        var text = new System.Text.StringBuilder();
        var tables = new List<string>();
        using (SqliteDataReader reader = Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            while (reader.Read())
                tables.Add(reader.GetString(0));
        }

        foreach (string table in tables)
        {
            using SqliteDataReader reader = Read($"SELECT * FROM \"{table}\" ORDER BY 1, 2");
            while (reader.Read())
                text.Append(table).Append(": ").AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))).Append('\n');
        }

        return text.ToString();
    }

    public void Execute(string sql)
    {
        using SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string Key(Guid id) => id.ToString().ToUpperInvariant();

    public void Dispose() => _database.Dispose();

    private SqliteDataReader Read(string sql)
    {
        SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private static string Text(string? value) => value is null ? "NULL" : $"'{value}'";

    internal sealed class Verifier : IRequestVerifier
    {
        public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(VerificationOutcome.Verified("session"));
    }
}
