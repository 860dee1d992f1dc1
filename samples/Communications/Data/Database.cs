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

    /// <summary>
    /// Moves what the write-ahead log holds into the database and empties the log, which still has old versions of erased rows.
    /// Pooled connections are closed, as an open one may hold the log.
    /// </summary>
    public async Task CheckpointAsync(CancellationToken cancellation)
    {
        SqliteConnection.ClearAllPools();
        await using (CommunicationsContext db = Open())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        SqliteConnection.ClearAllPools();
    }
}
