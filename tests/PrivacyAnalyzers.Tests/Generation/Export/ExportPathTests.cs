using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Export;

/// <summary>Every kind of way to a person, run as a query: it finds that person's rows and nobody else's.</summary>
public class ExportPathTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        namespace Shop;

        public sealed class Verifier : IRequestVerifier
        {
            public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) => Task.FromResult(VerificationOutcome.Verified("test"));
        }

        public static class Script
        {
            public static async Task<string> Run(SqliteConnection connection, object key)
            {
                using var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);
                await db.Database.EnsureCreatedAsync();
                Seed.Fill(db);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                using var stream = new MemoryStream();
                await db.WriteCustomerExportAsync(await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), key, CancellationToken.None), stream);
                var lines = new List<string>();
                foreach (JsonProperty entity in JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("entities").EnumerateObject())
                    lines.Add(entity.Name + ": " + string.Join(" ", entity.Value.GetProperty("rows").EnumerateArray().Select(row => string.Join(",", row.EnumerateObject().Select(value => value.Value.ToString())))));
                return string.Join("\n", lines.Order(StringComparer.Ordinal));
            }
        }

        """;

    [Fact]
    public async Task Composite_keys()
    {
        string found = await Run(
            """
            [DataSubject, PrimaryKey(nameof(Tenant), nameof(Number))] public class Customer { public int Tenant { get; set; } public string Number { get; set; } = ""; [Identifier] public string Name { get; set; } = ""; public List<Order> Orders { get; } = new(); }
            public class Order { public int Id { get; set; } public int CustomerTenant { get; set; } public string CustomerNumber { get; set; } = ""; public Customer? Customer { get; set; } [Commercial] public string What { get; set; } = ""; }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
            public static class Seed
            {
                public static void Fill(Db db)
                {
                    foreach ((int tenant, string number) in new[] { (1, "a"), (1, "b"), (2, "a") })
                        db.Add(new Customer { Tenant = tenant, Number = number, Name = $"n{tenant}{number}", Orders = { new Order { What = $"o{tenant}{number}" } } });
                }
            }
            """,
            (1, "a"));

        Assert.Equal("Customer: n1a\nOrder: o1a", found);
    }

    [Fact]
    public async Task Another_key_than_the_primary_one_and_ways_without_navigations()
    {
        string found = await Run(
            """
            [DataSubject] public class Customer { public int Id { get; set; } [SubjectKey] public string Number { get; set; } = ""; [Identifier] public string Name { get; set; } = ""; public List<Note> Notes { get; } = new(); public Badge? Badge { get; set; } }
            public class Account { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string Label { get; set; } = ""; }
            public class Call { public int Id { get; set; } public int AccountId { get; set; } [ElectronicActivity] public string At { get; set; } = ""; }
            public class Note { public int Id { get; set; } [FreeText] public string Text { get; set; } = ""; }
            public class Badge { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string Code { get; set; } = ""; }
            public class Visit { public int Id { get; set; } public Customer? Who { get; set; } [ElectronicActivity] public string Page { get; set; } = ""; }
            public class Db(DbContextOptions<Db> options) : DbContext(options)
            {
                public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Account> Accounts => Set<Account>(); public DbSet<Call> Calls => Set<Call>(); public DbSet<Visit> Visits => Set<Visit>();
            }
            public static class Seed
            {
                public static void Fill(Db db)
                {
                    foreach (int id in new[] { 1, 2 })
                    {
                        var customer = new Customer { Id = id, Number = $"c{id}", Name = $"n{id}", Notes = { new Note { Text = $"note{id}" } }, Badge = new Badge { Code = $"badge{id}" } };
                        db.AddRange(customer, new Account { Id = 10 + id, CustomerId = id, Label = $"account{id}" }, new Call { AccountId = 10 + id, At = $"call{id}" }, new Visit { Who = customer, Page = $"page{id}" });
                    }
                    db.Add(new Visit { Page = "nobody" });
                }
            }
            """,
            "c1");

        Assert.Equal("Accounts: account1\nBadge: badge1\nCalls: call1\nCustomer: n1\nNote: note1\nVisits: page1", found);
    }

    [Fact]
    public async Task Named_filters_that_hide_are_passed_and_those_that_part_tenants_stay()
    {
        string found = await Run(
            """
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; public bool Deleted { get; set; } }
            public class Order { public int Id { get; set; } public int Tenant { get; set; } public bool Deleted { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Commercial] public string What { get; set; } = ""; }
            public class Db(DbContextOptions<Db> options) : DbContext(options)
            {
                private int Tenant => 1;
                public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Order> Orders => Set<Order>();
                protected override void OnModelCreating(ModelBuilder b)
                {
                    b.Entity<Customer>().HasQueryFilter("gone", c => !c.Deleted);
                    b.Entity<Order>().HasQueryFilter("gone", o => !o.Deleted).HasQueryFilter("tenant", o => o.Tenant == Tenant);
                }
            }
            public static class Seed
            {
                public static void Fill(Db db)
                {
                    db.Add(new Customer { Id = 1, Name = "hidden", Deleted = true });
                    foreach ((int tenant, bool deleted) in new[] { (1, false), (1, true), (2, false), (2, true) })
                        db.Add(new Order { Id = tenant * 10 + (deleted ? 1 : 0), CustomerId = 1, Tenant = tenant, Deleted = deleted, What = $"{tenant}{deleted}" });
                }
            }
            """,
            1);

        Assert.Equal("Customer: hidden\nOrders: 1False 1True", found);
    }

    [Fact]
    public async Task Strongly_typed_keys_with_and_without_an_operator()
    {
        string found = await Run(
            """
            public readonly struct CustomerId(int value) : IEquatable<CustomerId> { public int Value { get; } = value; public bool Equals(CustomerId other) => Value == other.Value; public override bool Equals(object? other) => other is CustomerId id && Equals(id); public override int GetHashCode() => Value; }
            public readonly record struct OrderId(int Value);
            [DataSubject] public class Customer { public CustomerId Id { get; set; } [Identifier] public string Name { get; set; } = ""; }
            public class Order { public OrderId Id { get; set; } public CustomerId? CustomerId { get; set; } public Customer? Customer { get; set; } [Commercial] public string What { get; set; } = ""; }
            public class Line { public int Id { get; set; } public OrderId OrderId { get; set; } public Order? Order { get; set; } [Commercial] public string What { get; set; } = ""; }
            public class Db(DbContextOptions<Db> options) : DbContext(options)
            {
                public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Order> Orders => Set<Order>(); public DbSet<Line> Lines => Set<Line>();
                protected override void OnModelCreating(ModelBuilder b)
                {
                    b.Entity<Customer>().Property(c => c.Id).HasConversion(id => id.Value, value => new CustomerId(value));
                    b.Entity<Order>().Property(o => o.Id).HasConversion(id => id.Value, value => new OrderId(value));
                    b.Entity<Order>().Property(o => o.CustomerId).HasConversion(id => id!.Value.Value, value => new CustomerId(value));
                    b.Entity<Line>().Property(l => l.OrderId).HasConversion(id => id.Value, value => new OrderId(value));
                }
            }
            public static class Seed
            {
                public static object Key(int id) => new CustomerId(id);
                public static void Fill(Db db)
                {
                    foreach (int id in new[] { 1, 2 })
                        db.AddRange(new Customer { Id = new CustomerId(id), Name = $"n{id}" }, new Order { Id = new OrderId(10 + id), CustomerId = new CustomerId(id), What = $"o{id}" }, new Line { Id = 20 + id, OrderId = new OrderId(10 + id), What = $"l{id}" });
                    db.Add(new Order { Id = new OrderId(99), What = "nobody's" });
                }
            }
            """,
            null);

        Assert.Equal("Customer: n1\nLines: l1\nOrders: o1", found);
    }

    [Fact]
    public async Task Several_references_to_people_and_the_one_that_is_chosen()
    {
        string found = await Run(
            """
            [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; public int? ReferrerId { get; set; } public Customer? Referrer { get; set; } }
            public class Transfer { public int Id { get; set; } public int FromId { get; set; } public Customer? From { get; set; } [SubjectLink(typeof(Customer))] public int ToId { get; set; } public Customer? To { get; set; } [Financial] public string Amount { get; set; } = ""; }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Transfer> Transfers => Set<Transfer>(); }
            public static class Seed
            {
                public static void Fill(Db db) => db.AddRange(
                    new Customer { Id = 1, Name = "n1" }, new Customer { Id = 2, Name = "n2", ReferrerId = 1 },
                    new Transfer { FromId = 1, ToId = 2, Amount = "from1to2" }, new Transfer { FromId = 2, ToId = 1, Amount = "from2to1" });
            }
            """,
            1);

        Assert.Equal("Customer: n1\nTransfers: from2to1", found);
    }

    private static async Task<string> Run(string code, object? key)
    {
        GeneratorResult result = new GeneratorTest(Usings + code).Run(new ExportGenerator());
        using var database = new SqliteDatabase();
        return await result.CallAsync<string>("Shop.Script", "Run", database.Connection, key ?? result.Call<object>("Shop.Seed", "Key", 1));
    }
}
