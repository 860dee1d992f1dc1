using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>A person with very many rows: calls and their legs are deleted, invoices stay without the remark, and another person has as many.</summary>
internal static class Carrier
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;
        using PrivacyAnalyzers;
        namespace Carrier;

        [DataSubject, Retention("support")]
        public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }

        [Retention("usage-records")]
        public class Call { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [ElectronicActivity] public string Number { get; set; } = ""; [ElectronicActivity] public string Ip { get; set; } = ""; }

        [Retention("usage-records")]
        public class Leg { public int Id { get; set; } public int CallId { get; set; } public Call? Call { get; set; } [ElectronicActivity] public string Route { get; set; } = ""; }

        [Retention("invoices")]
        public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [Financial] public string BilledTo { get; set; } = ""; [FreeText, Retention("support")] public string? Remark { get; set; } }

        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Call> Calls => Set<Call>();
            public DbSet<Leg> Legs => Set<Leg>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
        }

        public static class Script
        {
            public static DbContext Open(System.Data.Common.DbConnection connection, IInterceptor[] interceptors)
            {
                var options = new DbContextOptionsBuilder<Db>();
                _ = connection is Microsoft.Data.Sqlite.SqliteConnection ? options.UseSqlite(connection) : options.UseNpgsql(connection);
                return new Db(options.AddInterceptors(interceptors).Options);
            }

            private static Task<VerifiedRequest<Customer>> Verified(IRequestVerifier verifier) => VerifiedRequest.VerifyAsync<Customer>(verifier, 1);
            public static async Task<ErasureReceipt> Erase(DbContext db, IRequestVerifier verifier) => await ((Db)db).EraseCustomerAsync(await Verified(verifier));
            public static async Task<int> Export(DbContext db, IRequestVerifier verifier, Stream stream)
            {
                await ((Db)db).WriteCustomerExportAsync(await Verified(verifier), stream);
                return 0;
            }

            public static Task<RetentionReceipt> Sweep(DbContext db, DateTimeOffset asOf) => ((Db)db).SweepRetentionAsync(asOf);

            /// A picture of one moment.
            public static async Task<int> ExportAtOnce(DbContext db, IRequestVerifier verifier, Stream stream)
            {
                await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
                return await Export(db, verifier, stream);
            }

            /// As written by hand with EF Core's change tracker.
            public static async Task<int> Track(DbContext context)
            {
                var db = (Db)context;
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.RemoveRange(await db.Legs.Where(leg => leg.Call!.CustomerId == 1).ToListAsync());
                db.RemoveRange(await db.Calls.Where(call => call.CustomerId == 1).ToListAsync());
                foreach (Invoice invoice in await db.Invoices.Where(invoice => invoice.CustomerId == 1).ToListAsync())
                    invoice.Remark = null;
                (await db.Customers.SingleAsync(customer => customer.Id == 1)).Name = "";
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return 0;
            }
        }
        """;

    private static readonly Lazy<GeneratorResult> Compiled = new(() =>
        new GeneratorTest(Model) { Statement = Erasure.Shop.Statement, AssemblyName = "Carrier" }.Run(new ExportGenerator(), new ErasureGenerator(), new RetentionGenerator()));

    public static GeneratorResult Generated => Compiled.Value;

    public static DbContext Open(DbConnection connection, params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
        Generated.Call<DbContext>("Carrier.Script", "Open", connection, interceptors);

    /// <summary>Fills a database with so many rows of the person, and as many of another.</summary>
    public static async Task FillAsync(DbConnection connection, int rows)
    {
        await using (DbContext db = Open(connection))
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        int calls = rows * 6 / 10;
        int legs = rows * 3 / 10;
        int invoices = rows - calls - legs;
        await Sql.ExecuteAsync(connection, """INSERT INTO "Customers" ("Id", "Name") VALUES (1, 'Jane'), (2, 'Joan')""");
        await Sql.ExecuteAsync(connection, Series(calls * 2, """INSERT INTO "Calls" ("Id", "CustomerId", "Number", "Ip")""", "i, 1 + i % 2, '555-' || i, '203.0.113.9'"));
        await Sql.ExecuteAsync(connection, Series(legs * 2, """INSERT INTO "Legs" ("Id", "CallId", "Route")""", "i, i, 'route ' || i"));
        await Sql.ExecuteAsync(connection, Series(invoices * 2, """INSERT INTO "Invoices" ("Id", "CustomerId", "BilledTo", "Remark")""", "i, 1 + i % 2, 'Jane', 'call first'"));
        if (connection is not Microsoft.Data.Sqlite.SqliteConnection)
            await Sql.ExecuteAsync(connection, "ANALYZE");
    }

    /// <summary>The same erasure as somebody would write it in SQL.</summary>
    public static async Task EraseByHandAsync(DbConnection connection)
    {
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await Sql.ExecuteAsync(connection, """UPDATE "Invoices" SET "Remark" = NULL WHERE "CustomerId" = 1""", transaction);
        await Sql.ExecuteAsync(connection, """UPDATE "Customers" SET "Name" = '' WHERE "Id" = 1""", transaction);
        await Sql.ExecuteAsync(connection, """DELETE FROM "Legs" WHERE "CallId" IN (SELECT "Id" FROM "Calls" WHERE "CustomerId" = 1)""", transaction);
        await Sql.ExecuteAsync(connection, """DELETE FROM "Calls" WHERE "CustomerId" = 1""", transaction);
        await transaction.CommitAsync();
    }

    public static async Task<string> CountsAsync(DbConnection connection)
    {
        var counts = new List<string>();
        foreach (string sql in new[]
        {
            """SELECT count(*) FROM "Calls" WHERE "CustomerId" = 1""",
            """SELECT count(*) FROM "Legs" JOIN "Calls" ON "Calls"."Id" = "CallId" WHERE "CustomerId" = 1""",
            """SELECT count(*) FROM "Legs" """,
            """SELECT count(*) FROM "Invoices" WHERE "Remark" IS NOT NULL AND "CustomerId" = 1""",
            """SELECT count(*) FROM "Customers" WHERE "Name" = '' """,
        })
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = sql;
            counts.Add(Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!);
        }

        return string.Join(" ", counts);
    }

    private static string Series(int count, string insert, string values) => string.Create(
        CultureInfo.InvariantCulture, $"{insert} WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {count}) SELECT {values} FROM numbers");
}
