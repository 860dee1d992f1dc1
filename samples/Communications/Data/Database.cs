using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Fernhallow.Communications.Data;

/// <summary>The database file: where it is, how it is opened, and how its write-ahead log is emptied.</summary>
internal sealed class Database(string directory)
{
    public string Directory { get; } = directory;

    public string Path { get; } = System.IO.Path.Combine(directory, "communications.db");

    /// <summary>Every file that may hold rows: the database, its write-ahead log, its rollback journal.</summary>
    public IEnumerable<string> Files =>
        new[] { Path, Path + "-wal", Path + "-journal" }.Where(File.Exists);

    public void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true }.ToString())
        .AddInterceptors(ErasingConnectionInterceptor.Instance);

    public CommunicationsContext Open()
    {
        var options = new DbContextOptionsBuilder<CommunicationsContext>();
        Configure(options);
        return new CommunicationsContext(options.Options);
    }

    /// <summary>An empty database in place of whatever an earlier run left.</summary>
    public async Task RecreateAsync(CancellationToken cancellation)
    {
        System.IO.Directory.CreateDirectory(Directory);
        await using CommunicationsContext db = Open();
        await db.Database.EnsureDeletedAsync(cancellation);
        await db.Database.EnsureCreatedAsync(cancellation);
    }

    /// <inheritdoc cref="CheckpointAsync(TimeSpan, CancellationToken)"/>
    public Task CheckpointAsync(CancellationToken cancellation) => CheckpointAsync(TimeSpan.FromSeconds(10), cancellation);

    /// <summary>
    /// Moves what the write-ahead log holds into the database and empties the log, which still has old versions of erased rows.
    /// Pooled connections are closed, as an open one may hold the log.
    /// </summary>
    /// <param name="patience">How long to wait for others who still read from the log.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="TimeoutException">Somebody reads from the log for longer than that. What was erased may still stand in it.</exception>
    public async Task CheckpointAsync(TimeSpan patience, CancellationToken cancellation)
    {
        SqliteConnection.ClearAllPools();
        var waited = Stopwatch.StartNew();
        await using (CommunicationsContext db = Open())
        {
            while (await IsBusyAsync(db, cancellation))
            {
                if (waited.Elapsed > patience)
                    throw new TimeoutException($"The write-ahead log of {Path} is still in use and was not emptied: what was erased may stand in it. Checkpoint again when no connection reads from it");
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>Tries once. SQLite reports a log in use in its answer, not as an error.</summary>
    private static async Task<bool> IsBusyAsync(CommunicationsContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await using DbDataReader answer = await command.ExecuteReaderAsync(cancellation);
        return await answer.ReadAsync(cancellation) && answer.GetInt32(0) != 0;
    }
}
