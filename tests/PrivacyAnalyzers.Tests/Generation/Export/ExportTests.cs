using System.Text.Json;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Export;

/// <summary>Exports run against SQLite: everything of one person, nothing of another.</summary>
public class ExportTests
{
    private const string Statement = Statements.Example;

    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        namespace Shop;

        public enum Plan { Trial, Business }

        [Owned] public class Address { [Identifier] public string? Street { get; set; } public string? Country { get; set; } }
        public class Phone { [Identifier] public string Number { get; set; } = ""; }
        public class Name { [Identifier] public string First { get; set; } = ""; [Identifier] public string? Last { get; set; } }

        [DataSubject, Retention("account-default"), DataClass("customer-account")]
        public class Customer
        {
            public Guid Id { get; set; }
            [Identifier] public string Email { get; set; } = "";
            [Identifier] public string Label => "label of " + Email;
            [Commercial] public Plan? Plan { get; set; }
            [Financial] public decimal? Balance { get; set; }
            [Credential] public string? PasswordHash { get; set; }
            [Consent("survey-opt-in")] public bool Survey { get; set; }
            [OptOut("marketing")] public DateTimeOffset? NoMarketing { get; set; }
            public string Region { get; set; } = "EEA";
            public Address? Address { get; set; }
            public Name Name { get; set; } = new();
            public List<Phone> Phones { get; } = new();
            public List<Account> Accounts { get; } = new();
        }

        public class Business : Customer { [Professional] public string? Contact { get; set; } }

        [DataClass("customer-account"), Retention("customer-relationship")]
        public class Account
        {
            public int Id { get; set; }
            public Guid CustomerId { get; set; }
            public Customer? Customer { get; set; }
            [FreeText] public string FriendlyName { get; set; } = "";
            public bool Hidden { get; set; }
        }

        [DataClass("customer-content"), Retention("usage-records")]
        public class Message
        {
            public long Id { get; set; }
            public int AccountId { get; set; }
            public Account Account { get; set; } = null!;
            [Content] public string? Body { get; set; }
            [ElectronicActivity] public DateTime SentAt { get; set; }
            [ElectronicActivity] public IPAddress? From { get; set; }
            [ElectronicActivity] public byte[]? Raw { get; set; }
            [ElectronicActivity] public List<int> Hops { get; set; } = new();
            [ElectronicActivity] public TimeSpan Took { get; set; }
            [ElectronicActivity] public double Score { get; set; }
        }

        public class Country { public int Id { get; set; } public string Name { get; set; } = ""; }

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers { get; set; }
            public DbSet<Business> Businesses { get; set; }
            public DbSet<Account> Accounts { get; set; }
            public DbSet<Message> Messages { get; set; }
            public DbSet<Country> Countries { get; set; }

            protected override void OnModelCreating(ModelBuilder b)
            {
                b.Entity<Customer>(c => { c.ComplexProperty(x => x.Name); c.OwnsMany(x => x.Phones, p => p.HasKey("Id")); });
                b.Entity<Account>().HasQueryFilter(a => !a.Hidden);
                b.Entity<Message>().HasQueryFilter(m => !m.Account.Hidden);
            }
        }

        public sealed class Verifier : IRequestVerifier
        {
            public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) => Task.FromResult(VerificationOutcome.Verified("test"));
        }

        public static class Script
        {
            public static readonly Guid Ann = new("11111111-1111-1111-1111-111111111111");
            public static readonly Guid Bob = new("22222222-2222-2222-2222-222222222222");

            public static Db Open(SqliteConnection connection) => new(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);

            public static async Task<int> Seed(SqliteConnection connection)
            {
                using Db db = Open(connection);
                await db.Database.EnsureCreatedAsync();
                db.AddRange(Person(Ann, "ann", new Customer()), Person(Bob, "bob", new Business { Contact = "bob contact" }));
                return await db.SaveChangesAsync();
            }

            private static Customer Person(Guid id, string name, Customer customer)
            {
                customer.Id = id;
                customer.Email = name + "@example.com";
                customer.Plan = Plan.Business;
                customer.Balance = 12.50m;
                customer.PasswordHash = name + " secret";
                customer.Survey = true;
                customer.NoMarketing = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
                customer.Address = new Address { Street = name + " street" };
                customer.Name = new Name { First = name + " first" };
                customer.Phones.Add(new Phone { Number = name + " 555" });
                foreach (bool hidden in new[] { false, true })
                {
                    var account = new Account { FriendlyName = $"{name} account {hidden}", Hidden = hidden };
                    customer.Accounts.Add(account);
                }
                return customer;
            }

            public static async Task<int> SeedMessages(SqliteConnection connection, int each)
            {
                using Db db = Open(connection);
                foreach (Account account in db.Accounts.IgnoreQueryFilters().Include(a => a.Customer).ToList())
                {
                    for (int i = 0; i < each; i++)
                        db.Add(new Message { Account = account, Body = $"body {account.FriendlyName} {i}", SentAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), From = IPAddress.Parse("203.0.113.7"), Raw = new byte[] { 1, 2 }, Hops = { 3, 4 }, Took = TimeSpan.FromSeconds(90), Score = 0.5 });
                }
                return await db.SaveChangesAsync();
            }

            public static Task<VerifiedRequest<Customer>> Request(Guid key) => VerifiedRequest.VerifyAsync<Customer>(new Verifier(), key, CancellationToken.None);

            public static async Task<string> Json(SqliteConnection connection, Guid key)
            {
                using Db db = Open(connection);
                using var stream = new MemoryStream();
                await db.WriteCustomerExportAsync(await Request(key), stream, CancellationToken.None);
                return Encoding.UTF8.GetString(stream.ToArray());
            }

            public static async Task<string> Typed(SqliteConnection connection, Guid key)
            {
                using Db db = Open(connection);
                DbPrivacy.CustomerExport export = await db.ExportCustomerAsync(await Request(key), CancellationToken.None);
                var text = new StringBuilder();
                if (export.Customer is { } c)
                {
                    text.AppendLine($"{c.Email.Value} {c.Email.Member.Name} {c.Email.Member.Category} {string.Join("+", c.Email.Member.Purposes)} {c.Email.Member.Retention} {c.Email.Member.DataClass}");
                    text.AppendLine($"{c.Plan.Value} {c.Balance.Value} {c.PasswordHash.Value} {c.Survey.Value} {c.Survey.Member.Choice} {c.NoMarketing.Value:O}");
                    text.AppendLine($"{c.Address?.Street.Value} {c.Address?.Street.Member.Name} {c.Name?.First.Value} {c.Phones[0].Number.Value}");
                }
                text.AppendLine($"business: {export.Business?.Contact.Value} {export.Business?.Email.Value}");
                foreach (var a in export.Accounts) text.AppendLine($"{a.FriendlyName.Value} {a.FriendlyName.Member.Kept}");
                foreach (var m in export.Messages) text.AppendLine($"{m.Body.Value} {m.From.Value} {m.Hops.Value.Count} {m.Took.Value}");
                return text.ToString();
            }

            private sealed class Counting : Stream
            {
                public long Total; public long Largest;
                public override void Write(byte[] buffer, int offset, int count) { Total += count; Largest = Math.Max(Largest, count); }
                public override bool CanRead => false; public override bool CanSeek => false; public override bool CanWrite => true;
                public override long Length => Total; public override long Position { get => Total; set { } }
                public override void Flush() { } public override int Read(byte[] buffer, int offset, int count) => 0;
                public override long Seek(long offset, SeekOrigin origin) => 0; public override void SetLength(long value) { }
            }

            public static async Task<(long Total, long Largest, bool Tracked)> Chunks(SqliteConnection connection, Guid key)
            {
                using Db db = Open(connection);
                var stream = new Counting();
                await db.WriteCustomerExportAsync(await Request(key), stream);
                return (stream.Total, stream.Largest, db.ChangeTracker.Entries().Any());
            }
        }
        """;

    private static readonly Lazy<GeneratorResult> Generated = new(() => new GeneratorTest(Model) { Statement = Statement }.Run(new ExportGenerator()));

    private static readonly Guid Ann = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Bob = new("22222222-2222-2222-2222-222222222222");

    [Fact]
    public void Emits_the_export() => Generated.Value.MatchSnapshot();

    [Fact]
    public async Task The_typed_export_holds_every_classified_member_of_every_entity()
    {
        using SqliteDatabase database = await Seeded(1);

        string ann = await Generated.Value.CallAsync<string>("Shop.Script", "Typed", database.Connection, Ann);

        Assert.Equal(
            """
            ann@example.com Email identifier provide-service+fraud-prevention+marketing account-default customer-account
            Business 12.5 withheld True consent: survey-opt-in 2026-01-02T03:04:05.0000000+00:00
            ann street Address.Street ann first ann 555
            business:  
            ann account False Kept P7Y after account-closed, then delete
            ann account True Kept P7Y after account-closed, then delete
            body ann account False 0 203.0.113.7 2 00:01:30
            body ann account True 0 203.0.113.7 2 00:01:30

            """, ann);
        string bob = await Generated.Value.CallAsync<string>("Shop.Script", "Typed", database.Connection, Bob);
        Assert.Contains("business: bob contact bob@example.com", bob, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", bob, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_export_holds_the_same_and_no_credential()
    {
        using SqliteDatabase database = await Seeded(1);

        string text = await Generated.Value.CallAsync<string>("Shop.Script", "Json", database.Connection, Ann);

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", text, StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(text).RootElement;
        Assert.Equal("Customer", root.GetProperty("subject").GetString());
        JsonElement entities = root.GetProperty("entities");
        Assert.Equal(["Customer", "Business", "Accounts", "Messages"], entities.EnumerateObject().Select(entity => entity.Name));

        JsonElement email = entities.GetProperty("Customer").GetProperty("members").GetProperty("Email");
        Assert.Equal(
            """{"category":"identifier","dataClass":"customer-account","purposes":["provide-service","fraud-prevention","marketing"],"sources":["sign-up","support"],"recipients":["fraud-scoring"],"retention":"account-default","kept":"Kept P60D after account-closed, then anonymize"}""",
            JsonSerializer.Serialize(email));
        JsonElement customer = Assert.Single(entities.GetProperty("Customer").GetProperty("rows").EnumerateArray());
        Assert.Equal(
            """{"Email":"ann@example.com","Label":"label of ann@example.com","Plan":"Business","Balance":12.5,"PasswordHash":"withheld","Survey":true,"NoMarketing":"2026-01-02T03:04:05+00:00","Address":{"Street":"ann street"},"Name":{"First":"ann first","Last":null},"Phones":[{"Number":"ann 555"}]}""",
            JsonSerializer.Serialize(customer, Relaxed));
        Assert.Equal(2, entities.GetProperty("Accounts").GetProperty("rows").GetArrayLength());
        Assert.Equal(
            """{"Body":"body ann account False 0","SentAt":"2026-01-01T00:00:00","From":"203.0.113.7","Raw":"AQI=","Hops":[3,4],"Took":"00:01:30","Score":0.5}""",
            JsonSerializer.Serialize(entities.GetProperty("Messages").GetProperty("rows")[0]));
        Assert.Empty(entities.GetProperty("Business").GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task A_large_export_is_written_in_small_pieces_and_tracks_nothing()
    {
        using SqliteDatabase database = await Seeded(2_000);

        (long total, long largest, bool tracked) = await Generated.Value.CallAsync<(long, long, bool)>("Shop.Script", "Chunks", database.Connection, Ann);

        Assert.True(total > 700_000, $"only {total} bytes");
        Assert.InRange(largest, 1, 32 * 1024);
        Assert.False(tracked);
    }

    [Fact]
    public async Task A_request_for_nobody_gives_an_empty_export()
    {
        using SqliteDatabase database = await Seeded(0);

        string text = await Generated.Value.CallAsync<string>("Shop.Script", "Typed", database.Connection, Guid.NewGuid());

        Assert.Equal("business:  \n", text);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<SqliteDatabase> Seeded(int messages)
    {
        var database = new SqliteDatabase();
        Assert.NotEqual(0, await Generated.Value.CallAsync<int>("Shop.Script", "Seed", database.Connection));
        await Generated.Value.CallAsync<int>("Shop.Script", "SeedMessages", database.Connection, messages);
        return database;
    }
}
