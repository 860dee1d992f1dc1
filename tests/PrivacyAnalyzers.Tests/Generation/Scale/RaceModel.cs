using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>A model on PostgreSQL whose erasures and sweeps a test runs while somebody else does something. The foreign keys cascade, as EF Core makes them.</summary>
/// <param name="types">The types of the namespace <c>Race</c>, with a <c>Customer</c> and the context <c>Db</c>.</param>
/// <param name="fill">The rows.</param>
internal sealed class RaceModel(string types, string fill)
{
    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;
        using PrivacyAnalyzers;
        namespace Race;

        """;

    private const string Script = """
        public static class Script
        {
            public static DbContext Open(System.Data.Common.DbConnection connection, IInterceptor[] interceptors) => new Db(new DbContextOptionsBuilder<Db>().UseNpgsql(connection).AddInterceptors(interceptors).Options);
            public static Task<RetentionReceipt> Sweep(DbContext db, DateTimeOffset asOf, int? batch) => batch is { } size ? ((Db)db).SweepRetentionAsync(asOf, size) : ((Db)db).SweepRetentionAsync(asOf);
            public static async Task<ErasureReceipt> Erase(DbContext db, IRequestVerifier verifier, IErasureStep[] steps) => await ((Db)db).EraseCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, 1), ErasureGround.Request, steps);
        }
        """;

    private readonly Lazy<GeneratorResult> _generated = new(() =>
        new GeneratorTest(Usings + types, Usings + Script) { Statement = Erasure.Shop.Statement, AssemblyName = "Race" }.Run(new ErasureGenerator(), new RetentionGenerator(), new ExportGenerator()));

    /// <param name="right"><c>erasure</c> of the first customer, <c>sweep</c>, or <c>batches</c> of one row.</param>
    public async Task<object> RunAsync(LiveDatabase database, string right, params IInterceptor[] interceptors)
    {
        if (right == "erasure")
            return await EraseAsync(database, [], interceptors);
        await using DbConnection connection = await database.ConnectAsync();
        await using DbContext db = Open(connection, interceptors);
        return await _generated.Value.CallAsync<RetentionReceipt>("Race.Script", "Sweep", db, Erasure.Shop.Now, right == "batches" ? 1 : (int?)null);
    }

    /// <param name="steps">What the erasure does outside.</param>
    public async Task<ErasureReceipt> EraseAsync(LiveDatabase database, IErasureStep[] steps, params IInterceptor[] interceptors)
    {
        await using DbConnection connection = await database.ConnectAsync();
        await using DbContext db = Open(connection, interceptors);
        return await _generated.Value.CallAsync<ErasureReceipt>("Race.Script", "Erase", db, new Erasure.Shop.Verifier(), steps);
    }

    public async Task<LiveDatabase> FilledAsync()
    {
        LiveDatabase database = await LiveDatabase.CreateAsync("postgres");
        await using DbConnection connection = await database.ConnectAsync();
        await using (DbContext db = Open(connection))
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await Sql.ExecuteAsync(connection, fill);
        return database;
    }

    /// <summary>
    /// From now on a statement on the table has looked at the rows as they are by then, and waits for the watcher before it changes one.
    /// </summary>
    public static Task PauseAsync(DbConnection watcher, string act, string table) => Sql.ExecuteAsync(watcher, $"""
        CREATE FUNCTION pause() RETURNS trigger AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END $$ LANGUAGE plpgsql;
        CREATE TRIGGER pause BEFORE {act} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION pause();
        SELECT pg_advisory_lock(1);
        """);

    public static Task GoOnAsync(DbConnection watcher) => Sql.ExecuteAsync(watcher, "SELECT pg_advisory_unlock(1)");

    /// <summary>Until the work waits in the pause.</summary>
    public static Task UntilPausedAsync(DbConnection watcher, Task work) => UntilAsync(watcher, work, "wait_event = 'advisory'");

    /// <summary>Until the work waits for rows that somebody else has, or is done.</summary>
    public static Task UntilWaitingAsync(DbConnection watcher, Task work) => UntilAsync(watcher, work, "wait_event_type = 'Lock' AND wait_event <> 'advisory'");

    private DbContext Open(DbConnection connection, params IInterceptor[] interceptors) => _generated.Value.Call<DbContext>("Race.Script", "Open", connection, interceptors);

    private static async Task UntilAsync(DbConnection watcher, Task work, string isWaiting)
    {
        while (!work.IsCompleted && await Sql.ScalarAsync(watcher, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND " + isWaiting) == 0)
            await Task.Yield();
    }
}
