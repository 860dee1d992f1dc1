using Fernhallow.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PrivacyAnalyzers.SampleTests.Support;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>
/// The sample's host as a cluster: three processes with a Quartz.NET scheduler each, on one PostgreSQL. One is killed in the middle of a sweep.
/// <c>dotnet test tests/PrivacyAnalyzers.SampleTests --filter Proof=cluster --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "cluster")]
public sealed class JobsTests(ITestOutputHelper output)
{
    private const string Fill = """
        INSERT INTO "Customers" ("Id", "Name", "Email", "ClosedAt")
            SELECT md5('c' || i)::uuid, 'Jane', 'jane' || i || '@example.com', CASE WHEN i <= 300 THEN '2010-01-01Z'::timestamptz END FROM generate_series(1, 400) i;
        INSERT INTO "Tickets" ("Id", "CustomerId", "Text") SELECT md5('t' || i)::uuid, md5('c' || 1 + i % 400)::uuid, 'hello' FROM generate_series(1, 1200) i;
        INSERT INTO "Reviews" ("Id", "CustomerId", "Stars", "Signature") SELECT md5('r' || i)::uuid, md5('c' || 1 + i % 400)::uuid, 5, 'Jane' FROM generate_series(1, 1200) i;
        """;

    // A review that is cleared and a row that is deleted leave a line. Half way through the tickets whoever deletes waits until the test lets go.
    private const string Watch = """
        CREATE TABLE log (what text, id uuid);
        CREATE FUNCTION note() RETURNS trigger AS $$ BEGIN
            INSERT INTO log VALUES (TG_TABLE_NAME, OLD."Id");
            IF TG_TABLE_NAME = 'Tickets' AND (SELECT count(*) FROM log WHERE what = 'Tickets') = 450 THEN PERFORM pg_advisory_xact_lock(1); END IF;
            RETURN NULL; END $$ LANGUAGE plpgsql;
        CREATE TRIGGER customers AFTER DELETE ON "Customers" FOR EACH ROW EXECUTE FUNCTION note();
        CREATE TRIGGER tickets AFTER DELETE ON "Tickets" FOR EACH ROW EXECUTE FUNCTION note();
        CREATE TRIGGER reviews AFTER UPDATE ON "Reviews" FOR EACH ROW WHEN (OLD."Signature" IS NOT NULL AND NEW."Signature" IS NULL) EXECUTE FUNCTION note();
        """;

    private const string Stuck = "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'";

    [Fact]
    public async Task A_node_that_is_killed_in_a_sweep_costs_no_row_and_doubles_none()
    {
        if (Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        string name = await Postgres.CreateAsync();
        await using (NpgsqlConnection watcher = await OpenAsync(Postgres.ConnectionTo(name)))
        {
            await CreateTablesAsync(watcher.ConnectionString);
            await ExecuteAsync(watcher, Fill + Watch + "SELECT pg_advisory_lock(1)");
            using var cluster = new JobCluster(watcher.ConnectionString, 3);

            string? stuck = null;
            await cluster.UntilAsync(async () => (stuck = await ScalarAsync<string>(watcher, Stuck)) is not null);
            JobNode killed = cluster.Kill(stuck!);
            ErasureCase[] asked = await AskAsync(watcher.ConnectionString);
            await ExecuteAsync(watcher, "SELECT pg_advisory_unlock(1)");

            // Another node has the sweep of the dead one handed to it, and the erasures go on.
            await cluster.UntilAsync(() => Task.FromResult(cluster.HasSaid("for a node that died: True")));
            await cluster.UntilAsync(async () => await ScalarAsync<long>(watcher, """SELECT count(*) FROM log WHERE what = 'Customers'""") == 303);
            Assert.DoesNotContain("Swept", killed.Said, StringComparison.Ordinal);
            Assert.Equal(0, await ScalarAsync<long>(watcher, "SELECT count(*) FROM (SELECT what, id FROM log GROUP BY what, id HAVING count(*) > 1) twice"));
            Assert.Equal(909, await ScalarAsync<long>(watcher, "SELECT count(*) FROM log WHERE what = 'Tickets'"));
            Assert.Equal(909, await ScalarAsync<long>(watcher, "SELECT count(*) FROM log WHERE what = 'Reviews'"));
            Assert.Equal(2121, await ScalarAsync<long>(watcher, "SELECT count(*) FROM log"));
            await AssertLeftAsync(watcher.ConnectionString, asked);
        }

        await Postgres.DropAsync(name);
        output.WriteLine("three nodes, one killed in a sweep: 2121 rows of 303 people, each handled once");
    }

    /// <summary>Three customers whose accounts are open ask to be forgotten.</summary>
    private static async Task<ErasureCase[]> AskAsync(string connectionString)
    {
        await using ShopContext db = Open(connectionString);
        Guid[] people = await db.Customers.Where(c => c.ClosedAt == null).OrderBy(c => c.Id).Select(c => c.Id).Take(3).ToArrayAsync();
        foreach (Guid person in people)
            db.ErasureCases.Add(ErasureCase.Of(await VerifiedRequest.VerifyAsync<Customer>(new SignedIn(), person, SubjectRights.Erasure)));
        await db.SaveChangesAsync();
        return [.. db.ErasureCases.Local];
    }

    /// <summary>Nothing is left of the 303, nothing is lost of the other 97, and each case has its receipt.</summary>
    private static async Task AssertLeftAsync(string connectionString, ErasureCase[] asked)
    {
        await using ShopContext db = Open(connectionString);
        Assert.Equal(97, await db.Customers.CountAsync(c => c.ClosedAt == null && c.Name == "Jane" && c.Email != null));
        Assert.Equal(97, await db.Customers.CountAsync());
        Assert.Equal(3 * 97, await db.Tickets.CountAsync(t => t.Text == "hello"));
        Assert.Equal(3 * 97, await db.Tickets.CountAsync());
        Assert.Equal(3 * 97, await db.Reviews.CountAsync(r => r.Signature == "Jane" && r.CustomerId != null));
        Assert.Equal(1200, await db.Reviews.CountAsync(r => r.Stars == 5));
        ErasureCase[] cases = await db.ErasureCases.ToArrayAsync();
        Assert.Equal(asked.Select(c => c.Id).Order(), cases.Select(c => c.Id).Order());
        Assert.All(cases, answered =>
        {
            Assert.Null(answered.CustomerId);
            Assert.Contains("Ticket: 3 deleted, 0 anonymised, 0 retained", answered.Receipt, StringComparison.Ordinal);
            Assert.Contains("Review: 0 deleted, 3 anonymised, 0 retained", answered.Receipt, StringComparison.Ordinal);
        });
    }

    private static async Task CreateTablesAsync(string connectionString)
    {
        await using ShopContext db = Open(connectionString);
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
    }

    private static ShopContext Open(string connectionString) => new(new DbContextOptionsBuilder<ShopContext>().UseNpgsql(connectionString).Options);

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T?> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }
}
