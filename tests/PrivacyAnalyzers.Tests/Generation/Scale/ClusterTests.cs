using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Generation.Canary;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>
/// Processes that share one PostgreSQL. What is due is handled once, whoever dies meanwhile, and what comes in meanwhile is not forgotten.
/// <c>dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=cluster --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "cluster")]
public class ClusterTests(ITestOutputHelper output)
{
    private const string Model = """
        using System;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;
        using PrivacyAnalyzers;
        namespace Cluster;
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [Retention("support")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
        [Retention("support")] public class Reply { public int Id { get; set; } public int TicketId { get; set; } public Ticket? Ticket { get; set; } [FreeText] public string? Text { get; set; } }
        [Retention("account-default")] public class Note { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Ticket> Tickets => Set<Ticket>();
            public DbSet<Reply> Replies => Set<Reply>();
            public DbSet<Note> Notes => Set<Note>();
            protected override void OnModelCreating(ModelBuilder b) { foreach (var key in b.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())) key.DeleteBehavior = DeleteBehavior.Restrict; }
        }
        public static class Script
        {
            public static DbContext Open(System.Data.Common.DbConnection connection, IInterceptor[] interceptors) => new Db(new DbContextOptionsBuilder<Db>().UseNpgsql(connection).AddInterceptors(interceptors).Options);
            public static Task<RetentionReceipt> Sweep(DbContext db, DateTimeOffset asOf, int batch) => ((Db)db).SweepRetentionAsync(asOf, batch);
            public static async Task<ErasureReceipt> Erase(DbContext db, IRequestVerifier verifier) => await ((Db)db).EraseCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, 1));
        }
        """;

    private const int Closed = 60;

    private const string Fill = """
        INSERT INTO "Customers" ("Id", "Name", "ClosedAt") SELECT i, 'Jane', CASE WHEN i <= 60 THEN '2010-01-01Z'::timestamptz END FROM generate_series(1, 80) i;
        INSERT INTO "Tickets" ("Id", "CustomerId", "Text") SELECT i, 1 + i % 80, 'hello' FROM generate_series(1, 800) i;
        INSERT INTO "Notes" ("Id", "CustomerId", "Text") SELECT i, 1 + i % 80, 'hello' FROM generate_series(1, 800) i;
        """;

    private const string Log = """
        CREATE TABLE log (what text, id int);
        CREATE FUNCTION note() RETURNS trigger AS $$ BEGIN INSERT INTO log VALUES (TG_TABLE_NAME, OLD."Id"); RETURN NULL; END $$ LANGUAGE plpgsql;
        CREATE TRIGGER customers AFTER DELETE ON "Customers" FOR EACH ROW EXECUTE FUNCTION note();
        CREATE TRIGGER tickets AFTER DELETE ON "Tickets" FOR EACH ROW EXECUTE FUNCTION note();
        CREATE TRIGGER notes AFTER UPDATE ON "Notes" FOR EACH ROW WHEN (OLD."Text" IS NOT NULL) EXECUTE FUNCTION note();
        """;

    private static readonly Lazy<GeneratorResult> Generated = new(() =>
        new GeneratorTest(Model) { Statement = Erasure.Shop.Statement, AssemblyName = "Cluster" }.Run(new ErasureGenerator(), new RetentionGenerator(), new ExportGenerator()));

    [Fact]
    public async Task Three_processes_sweep_and_one_of_them_is_killed()
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await Sql.ExecuteAsync(watcher, Log);
        string image = Path.GetTempFileName();
        await File.WriteAllBytesAsync(image, Generated.Value.Image());

        // The first stops in the middle of a batch, with its rows locked; the others come to wait for them.
        using Process killed = Start(image, database, FaultMode.After, 100);
        string? batches = await killed.StandardOutput.ReadLineAsync();
        using Process second = Start(image, database, FaultMode.Before, int.MaxValue);
        using Process third = Start(image, database, FaultMode.Before, int.MaxValue);
        while (!second.HasExited && !third.HasExited && await Sql.ScalarAsync(watcher, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0)
            await Task.Yield();
        killed.Kill();
        foreach (Process process in new[] { second, third })
        {
            string complaint = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, complaint);
        }

        File.Delete(image);
        Assert.NotNull(batches);
        long handled = await Sql.ScalarAsync(watcher, "SELECT count(*) FROM log");
        Assert.Equal(0, await Sql.ScalarAsync(watcher, "SELECT count(*) FROM (SELECT what, id FROM log GROUP BY what, id HAVING count(*) > 1) twice"));
        Assert.Equal(Closed, await Sql.ScalarAsync(watcher, "SELECT count(*) FROM log WHERE what = 'Customers' AND id <= 60"));
        Assert.Equal(600, await Sql.ScalarAsync(watcher, "SELECT count(*) FROM log WHERE what = 'Tickets'"));
        Assert.Equal(600, await Sql.ScalarAsync(watcher, "SELECT count(*) FROM log WHERE what = 'Notes'"));
        Assert.Equal(Closed + 1200, handled);
        Assert.Equal(200, await Sql.ScalarAsync(watcher, """SELECT count(*) FROM "Tickets" t JOIN "Customers" c ON c."Id" = "CustomerId" WHERE "Text" = 'hello' AND "ClosedAt" IS NULL"""));
        Assert.Equal(200, await Sql.ScalarAsync(watcher, """SELECT count(*) FROM "Notes" t JOIN "Customers" c ON c."Id" = "CustomerId" WHERE "Text" = 'hello' AND "ClosedAt" IS NULL"""));
        output.WriteLine($"three processes, one killed in a batch after {batches} batches: {handled} due rows, each handled once");
    }

    /// <summary>The application answers a ticket of the person while the erasure has already been through the answers.</summary>
    [Fact]
    public async Task A_row_that_comes_in_during_an_erasure_goes_too()
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await FilledAsync();
        await using DbConnection application = await database.ConnectAsync();
        await using DbConnection connection = await database.ConnectAsync();
        var late = new BeforeDelete("\"Tickets\"", () => Sql.ExecuteAsync(application, """INSERT INTO "Replies" ("TicketId", "Text") SELECT "Id", 'late' FROM "Tickets" WHERE "CustomerId" = 1 LIMIT 1"""));
        await using DbContext db = Open(connection, late);

        ErasureReceipt receipt = await Generated.Value.CallAsync<ErasureReceipt>("Cluster.Script", "Erase", db, new Erasure.Shop.Verifier());

        Assert.Equal(12, receipt.Deleted);
        Assert.Equal(0, await Sql.ScalarAsync(application, """SELECT count(*) FROM "Replies" """));
        Assert.Equal(0, await Sql.ScalarAsync(application, """SELECT count(*) FROM "Tickets" WHERE "CustomerId" = 1"""));
        Assert.Equal(0, await Sql.ScalarAsync(application, """SELECT count(*) FROM "Customers" WHERE "Id" = 1"""));
    }

    private static async Task<LiveDatabase> FilledAsync()
    {
        LiveDatabase database = await LiveDatabase.CreateAsync("postgres");
        await using DbConnection connection = await database.ConnectAsync();
        await using (DbContext db = Open(connection))
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await Sql.ExecuteAsync(connection, Fill);
        return database;
    }

    private static DbContext Open(DbConnection connection, params IInterceptor[] interceptors) => Generated.Value.Call<DbContext>("Cluster.Script", "Open", connection, interceptors);

    private static Process Start(string image, LiveDatabase database, FaultMode mode, int at) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(ClusterTests).Assembly.Location, "sweep", image, "Cluster", "postgres", database.ConnectionString, "25", mode.ToString(), at.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Does something once, just before rows of a table are deleted.</summary>
    private sealed class BeforeDelete(string table, Func<Task> act) : DbCommandInterceptor
    {
        private bool _isDone;

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!_isDone && command.CommandText.StartsWith("DELETE FROM " + table, StringComparison.Ordinal))
            {
                _isDone = true;
                await act();
            }

            return result;
        }
    }
}
