using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>
/// PostgreSQL, while an erasure or a sweep is about to change rows: somebody else does something just then, as far as the database lets them.
/// </summary>
public class RaceTests(ITestOutputHelper output)
{
    private static readonly RaceModel Model = new(
        """
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [Retention("support"), PrimaryKey(nameof(Desk), nameof(Id))] public class Ticket { public int Desk { get; set; } public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } }
        [Retention("invoices")] public class Bill { public int Id { get; set; } public int TicketDesk { get; set; } public int TicketId { get; set; } public Ticket? Ticket { get; set; } [Financial] public string? BilledTo { get; set; } }
        [Retention("invoices"), PrimaryKey(nameof(CustomerId), nameof(Number))] public class Invoice { public int CustomerId { get; set; } public int Number { get; set; } public Customer? Customer { get; set; } [Financial] public string? BilledTo { get; set; } }
        [Retention("account-default")] public class Review { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string? Author { get; set; } public Place? Place { get; set; } }
        [Owned] public class Place { [Identifier] public string? Town { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Ticket> Tickets => Set<Ticket>();
            public DbSet<Bill> Bills => Set<Bill>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            public DbSet<Review> Reviews => Set<Review>();
        }
        """,
        """
        INSERT INTO "Customers" ("Id", "Name", "ClosedAt") VALUES (1, 'Jane', '2010-01-01Z'), (2, 'Joe', NULL);
        INSERT INTO "Tickets" ("Desk", "Id", "CustomerId", "Text") VALUES (7, 1, 1, 'help'), (7, 2, 1, 'help'), (7, 3, 2, 'help');
        INSERT INTO "Reviews" ("Id", "CustomerId", "Author", "Place_Town") SELECT i, 1, 'Jane', 'Town' FROM generate_series(1, 5) i;
        """);

    /// <summary>A row that a law keeps is written in the instant in which the row that it needs is deleted. It goes in, and that row stays; or it does not go in.</summary>
    [Theory]
    [InlineData("erasure", "Customers", "INSERT INTO \"Invoices\" (\"CustomerId\", \"Number\", \"BilledTo\") VALUES (1, 1, 'Jane')", "Invoices")]
    [InlineData("erasure", "Tickets", "INSERT INTO \"Bills\" (\"TicketDesk\", \"TicketId\", \"BilledTo\") VALUES (7, 1, 'Jane')", "Bills")]
    [InlineData("sweep", "Customers", "INSERT INTO \"Invoices\" (\"CustomerId\", \"Number\", \"BilledTo\") VALUES (1, 1, 'Jane')", "Invoices")]
    [InlineData("sweep", "Tickets", "INSERT INTO \"Bills\" (\"TicketDesk\", \"TicketId\", \"BilledTo\") VALUES (7, 1, 'Jane')", "Bills")]
    [InlineData("batches", "Customers", "INSERT INTO \"Invoices\" (\"CustomerId\", \"Number\", \"BilledTo\") VALUES (1, 1, 'Jane')", "Invoices")]
    [InlineData("batches", "Tickets", "INSERT INTO \"Bills\" (\"TicketDesk\", \"TicketId\", \"BilledTo\") VALUES (7, 1, 'Jane')", "Bills")]
    public async Task No_row_that_a_law_keeps_is_swept_away_by_a_cascade(string right, string before, string insert, string table)
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await using DbConnection application = await database.ConnectAsync();
        await RaceModel.PauseAsync(watcher, "DELETE", before);

        Task<object> deleting = Model.RunAsync(database, right);
        await RaceModel.UntilPausedAsync(watcher, deleting);
        Task inserting = Sql.ExecuteAsync(application, insert);
        await RaceModel.UntilWaitingAsync(watcher, inserting);
        await RaceModel.GoOnAsync(watcher);
        await deleting;

        Exception? refused = await Record.ExceptionAsync(() => inserting);
        long kept = await Sql.ScalarAsync(watcher, $"SELECT count(*) FROM \"{table}\" WHERE \"BilledTo\" = 'Jane'");
        Assert.True(refused is null ? kept == 1 : refused is DbException { SqlState: "23503" } && kept == 0, $"{kept} rows are kept, and the application was told: {refused?.Message ?? "done"}");
    }

    /// <summary>A whole erasure of the same person, just before another one changes its first row: together their receipts count each row once.</summary>
    [Fact]
    public async Task Receipts_of_two_erasures_count_each_row_once()
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        ErasureReceipt? other = null;
        var meanwhile = new Meanwhile("UPDATE \"Reviews\"", watcher, async () => other = (ErasureReceipt)await Model.RunAsync(database, "erasure"));

        var receipt = (ErasureReceipt)await Model.RunAsync(database, "erasure", meanwhile);
        await meanwhile.Other;

        Assert.Equal(5, receipt.Anonymized + other!.Anonymized);
        Assert.Equal(3, receipt.Deleted + other.Deleted);
        Assert.Equal(0, await Sql.ScalarAsync(watcher, """SELECT count(*) FROM "Reviews" WHERE "Author" IS NOT NULL OR "Place_Town" IS NOT NULL"""));
    }

    /// <summary>A row comes in that is due, too, and stands before the one that a batch has locked: it waits for the next.</summary>
    [Fact]
    public async Task In_batches_the_rows_that_are_locked_are_those_that_go()
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await Sql.ExecuteAsync(watcher, """
            CREATE TABLE gone (number serial, id int);
            CREATE FUNCTION goes() RETURNS trigger AS $$ BEGIN INSERT INTO gone (id) VALUES (OLD."Id"); RETURN NULL; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER goes AFTER DELETE ON "Customers" FOR EACH ROW EXECUTE FUNCTION goes();
            """);
        var meanwhile = new Meanwhile("DELETE FROM \"Customers\"", watcher, async () =>
        {
            await using DbConnection application = await database.ConnectAsync();
            await Sql.ExecuteAsync(application, """INSERT INTO "Customers" ("Id", "Name", "ClosedAt") VALUES (0, 'Jill', '2010-01-01Z')""");
        });

        await Model.RunAsync(database, "batches", meanwhile);

        Assert.Equal(0, await Sql.ScalarAsync(watcher, """SELECT count(*) FROM "Customers" WHERE "ClosedAt" IS NOT NULL"""));
        Assert.Equal(1, await Sql.ScalarAsync(watcher, "SELECT id FROM gone ORDER BY number LIMIT 1"));
    }

    /// <summary>Has somebody else do something once, just before a statement, which waits until that is done or waits itself for what this transaction holds.</summary>
    private sealed class Meanwhile(string statement, DbConnection watcher, Func<Task> act) : DbCommandInterceptor
    {
        public Task Other { get; private set; } = Task.CompletedTask;

        private bool _isDone;

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (_isDone || !command.CommandText.StartsWith(statement, StringComparison.Ordinal))
                return result;
            _isDone = true;
            Other = Task.Run(act, CancellationToken.None);
            await RaceModel.UntilWaitingAsync(watcher, Other);
            return result;
        }
    }
}
