using Fernhallow.Communications.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers.SampleTests.Support;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>After an erasure the write-ahead log is empty, or somebody is told that it is not.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task A_reader_in_the_way_is_not_passed_over_in_silence()
    {
        Database database = await CreateAsync();
        await using SqliteConnection reader = await ReadAsync(database);
        await WriteAsync(database);

        TimeoutException refusal = await Assert.ThrowsAsync<TimeoutException>(() => database.CheckpointAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None));

        Assert.Contains("write-ahead log", refusal.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, LogLength(database));
    }

    [Fact]
    public async Task A_reader_that_leaves_is_waited_for()
    {
        Database database = await CreateAsync();
        SqliteConnection reader = await ReadAsync(database);
        await WriteAsync(database);

        Task checkpoint = database.CheckpointAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        await reader.DisposeAsync();
        await checkpoint;

        Assert.Equal(0, LogLength(database));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Database> CreateAsync()
    {
        var database = new Database(_folder.Path);
        await database.RecreateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A connection that looks at the database as it is now, until it is disposed of.</summary>
    private static async Task<SqliteConnection> ReadAsync(Database database)
    {
        var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT count(*) FROM Customers";
        await command.ExecuteScalarAsync();
        return connection;
    }

    private static async Task WriteAsync(Database database)
    {
        await using CommunicationsContext db = database.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Later (Id INTEGER)");
    }

    private static long LogLength(Database database) => new FileInfo(database.Path + "-wal") is { Exists: true } log ? log.Length : 0;
}
