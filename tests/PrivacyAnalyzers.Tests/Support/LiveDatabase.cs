using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>A database of either kind that a test makes, copies, opens several connections to, and lets go.</summary>
internal abstract class LiveDatabase : IAsyncDisposable
{
    /// <summary>A new, open connection.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>A database with the same content. No connection to this one may be open.</summary>
    public abstract Task<LiveDatabase> CopyAsync();

    /// <summary>Cuts a connection as a network does: what it had begun is lost.</summary>
    public abstract Task CutAsync(DbConnection connection);

    public abstract ValueTask DisposeAsync();

    /// <summary>For another process.</summary>
    public abstract string ConnectionString { get; }

    public static async Task<LiveDatabase> CreateAsync(string kind) => kind switch
    {
        "sqlite" => new SqliteMemory(),
        "file" => new SqliteFile(),
        _ => new PostgresDatabase(await Postgres.CreateAsync()),
    };

    /// <summary>Other processes can open it.</summary>
    private sealed class SqliteFile : LiveDatabase
    {
        private readonly string _path = Path.GetTempFileName();

        public override string ConnectionString => $"Data Source={_path};Pooling=False";

        public override async Task<DbConnection> ConnectAsync()
        {
            var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync();
            return connection;
        }

        public override async Task<LiveDatabase> CopyAsync()
        {
            var copy = new SqliteFile();
            await using DbConnection from = await ConnectAsync();
            await using DbConnection to = await copy.ConnectAsync();
            ((SqliteConnection)from).BackupDatabase((SqliteConnection)to);
            return copy;
        }

        public override Task CutAsync(DbConnection connection) => connection.CloseAsync();

        public override ValueTask DisposeAsync()
        {
            foreach (string end in new[] { "", "-journal", "-wal", "-shm" })
                File.Delete(_path + end);
            return default;
        }
    }

    private sealed class SqliteMemory : LiveDatabase
    {
        private static int s_number;
        private readonly string _source = string.Create(CultureInfo.InvariantCulture, $"Data Source=live{Interlocked.Increment(ref s_number)};Mode=Memory;Cache=Shared;Pooling=False");
        private readonly SqliteConnection _keeper;

        public override string ConnectionString => _source;

        public SqliteMemory()
        {
            _keeper = new SqliteConnection(_source);
            _keeper.Open();
        }

        public override async Task<DbConnection> ConnectAsync()
        {
            var connection = new SqliteConnection(_source);
            await connection.OpenAsync();
            return connection;
        }

        public override Task<LiveDatabase> CopyAsync()
        {
            var copy = new SqliteMemory();
            _keeper.BackupDatabase(copy._keeper);
            return Task.FromResult<LiveDatabase>(copy);
        }

        public override Task CutAsync(DbConnection connection) => connection.CloseAsync();

        public override ValueTask DisposeAsync() => _keeper.DisposeAsync();
    }

    private sealed class PostgresDatabase(string name) : LiveDatabase
    {
        public override string ConnectionString => Postgres.ConnectionTo(name);

        public override async Task<DbConnection> ConnectAsync()
        {
            var connection = new NpgsqlConnection(Postgres.ConnectionTo(name));
            await connection.OpenAsync();
            return connection;
        }

        public override async Task<LiveDatabase> CopyAsync() => new PostgresDatabase(await Postgres.CreateAsync(name));

        public override Task CutAsync(DbConnection connection) =>
            Postgres.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_terminate_backend({((NpgsqlConnection)connection).ProcessID}, 5000)"));

        public override async ValueTask DisposeAsync() => await Postgres.DropAsync(name);
    }
}
