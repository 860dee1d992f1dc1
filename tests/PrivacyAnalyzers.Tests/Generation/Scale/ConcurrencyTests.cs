using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>Several rights of one person at once: each ends well, and together they leave what one after the other would.</summary>
public class ConcurrencyTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = Erasure.Shop.Now;

    [Theory]
    [InlineData("sqlite", 4)]
    [InlineData("postgres", 12)]
    public async Task Two_erasures_an_export_and_a_sweep_at_once(string kind, int rounds)
    {
        if (Postgres.IsMissing(output, kind))
            return;
        const int Rows = 400;
        for (int round = 0; round < rounds; round++)
        {
            await using Server server = await Server.CreateAsync(kind);
            await using DbConnection connection = await server.ConnectAsync();
            await Carrier.FillAsync(connection, Rows);
            await Sql.ExecuteAsync(connection, kind == "sqlite" ? "UPDATE Customers SET ClosedAt = '2010-01-01 00:00:00' WHERE Id = 1" : "UPDATE \"Customers\" SET \"ClosedAt\" = '2010-01-01Z' WHERE \"Id\" = 1");
            await using var stream = new MemoryStream();

            Task<ErasureReceipt> first = Task.Run(() => WithAsync(server, db => Carrier.Generated.CallAsync<ErasureReceipt>("Carrier.Script", "Erase", db, new Erasure.Shop.Verifier())));
            Task<ErasureReceipt> second = Task.Run(() => WithAsync(server, db => Carrier.Generated.CallAsync<ErasureReceipt>("Carrier.Script", "Erase", db, new Erasure.Shop.Verifier())));
            Task<RetentionReceipt> sweep = Task.Run(() => WithAsync(server, db => Carrier.Generated.CallAsync<RetentionReceipt>("Carrier.Script", "Sweep", db, Now)));
            Task<int> export = Task.Run(() => WithAsync(server, db => Carrier.Generated.CallAsync<int>("Carrier.Script", "ExportAtOnce", db, new Erasure.Shop.Verifier(), stream)));
            await Task.WhenAll(first, second, sweep, export);

            // The person's calls and legs are deleted once, by one of the two.
            Assert.Equal(Rows * 9 / 10, (await first).Deleted + (await second).Deleted);
            Assert.Equal($"0 0 {Rows * 3 / 10} 0 1", await Carrier.CountsAsync(connection));
            string json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
            int numbers = json.Split("\"555-").Length - 1;
            Assert.True(numbers is 0 or Rows * 6 / 10, string.Create(CultureInfo.InvariantCulture, $"the export has {numbers} calls: all or none"));
            Assert.Equal(numbers > 0 ? Rows * 3 / 10 : 0, json.Split("\"route ").Length - 1);
        }
    }

    /// <summary>The application locks the person's row and then wants an invoice; the erasure has the invoices and wants the row.</summary>
    [Fact]
    public async Task A_deadlock_with_the_application_is_outlived()
    {
        if (Postgres.IsMissing(output))
            return;
        await using Server server = await Server.CreateAsync("postgres");
        await using DbConnection watcher = await server.ConnectAsync();
        await Carrier.FillAsync(watcher, 50);
        await using DbConnection application = await server.ConnectAsync();
        await using DbTransaction transaction = await application.BeginTransactionAsync();
        await Sql.ExecuteAsync(application, "UPDATE \"Customers\" SET \"Name\" = 'Jane Doe' WHERE \"Id\" = 1", transaction);
        Task<ErasureReceipt> erasure = Task.Run(() => WithAsync(server, db => Carrier.Generated.CallAsync<ErasureReceipt>("Carrier.Script", "Erase", db, new Erasure.Shop.Verifier())));
        while (await Sql.ScalarAsync(watcher, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0)
        {
            Assert.False(erasure.IsCompleted, "it waits for the row");
            await Task.Yield();
        }

        Exception? lost = await Record.ExceptionAsync(() => Sql.ExecuteAsync(application, "UPDATE \"Invoices\" SET \"Remark\" = 'paid' WHERE \"CustomerId\" = 1", transaction));
        if (lost is null)
            await transaction.CommitAsync();
        else
            await transaction.RollbackAsync();

        Assert.Equal(45, (await erasure).Deleted);
        Assert.Equal("0 0 15 0 1", await Carrier.CountsAsync(watcher));
        output.WriteLine(lost is null ? "the erasure was the victim, and was carried out again" : "the application was the victim");
    }

    private static async Task<T> WithAsync<T>(Server server, Func<DbContext, Task<T>> act)
    {
        await using DbConnection connection = await server.ConnectAsync();
        await using DbContext db = Carrier.Open(connection);
        return await act(db);
    }

    /// <summary>A database that several connections open: a file of SQLite's, or PostgreSQL.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly DirectoryInfo? _folder;
        private readonly string _connection;
        private readonly string? _database;

        private Server(DirectoryInfo? folder, string? database)
        {
            _folder = folder;
            _database = database;
            _connection = folder is null ? Postgres.ConnectionTo(database!) : $"Data Source={Path.Combine(folder.FullName, "carrier.db")};Pooling=False";
        }

        public static async Task<Server> CreateAsync(string kind)
        {
            if (kind == "postgres")
                return new Server(null, await Postgres.CreateAsync());
            var server = new Server(Directory.CreateTempSubdirectory("carrier"), null);
            await using DbConnection connection = await server.ConnectAsync();
            await Sql.ExecuteAsync(connection, "PRAGMA journal_mode = 'wal'");
            return server;
        }

        public async Task<DbConnection> ConnectAsync()
        {
            DbConnection connection = _folder is null ? new NpgsqlConnection(_connection) : new SqliteConnection(_connection);
            await connection.OpenAsync();
            return connection;
        }

        public async ValueTask DisposeAsync()
        {
            _folder?.Delete(recursive: true);
            if (_database is not null)
                await Postgres.DropAsync(_database);
        }
    }
}
