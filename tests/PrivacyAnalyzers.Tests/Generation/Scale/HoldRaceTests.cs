using System.Data.Common;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Scale;

/// <summary>
/// PostgreSQL, while an erasure or a sweep judges rows by holds and clocks: somebody sets a hold or opens an account again just then. Whoever is told
/// that it is done finds every row that it keeps as it was.
/// </summary>
public class HoldRaceTests(ITestOutputHelper output)
{
    private static readonly RaceModel Model = new(
        """
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; [LegalHold] public bool Hold { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        [Retention("support")] public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } [FreeText] public string? Text { get; set; } [LegalHold] public bool Hold { get; set; } }
        [Retention("support"), PrimaryKey(nameof(TicketId), nameof(Number))] public class Note { public int TicketId { get; set; } public int Number { get; set; } public Ticket? Ticket { get; set; } [FreeText] public string? Text { get; set; } }
        [Retention("account-default")] public class Review { public int Id { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string? Author { get; set; } [LegalHold] public bool Hold { get; set; } }
        [Retention("invoices")] public class Bill { public int Id { get; set; } public int TicketId { get; set; } public Ticket? Ticket { get; set; } [Financial] public string? BilledTo { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Ticket> Tickets => Set<Ticket>();
            public DbSet<Note> Notes => Set<Note>();
            public DbSet<Review> Reviews => Set<Review>();
            public DbSet<Bill> Bills => Set<Bill>();
            protected override void OnModelCreating(ModelBuilder b)
            {
                b.Entity<Bill>().HasOne(x => x.Ticket).WithMany().OnDelete(DeleteBehavior.Restrict);
                b.Entity<Note>().HasOne(x => x.Ticket).WithMany().OnDelete(DeleteBehavior.Restrict);
            }
        }
        """,
        """
        INSERT INTO "Customers" ("Id", "Name", "Hold", "ClosedAt") VALUES (1, 'Jane', false, '2010-01-01Z'), (2, 'Joe', false, NULL);
        INSERT INTO "Tickets" ("Id", "CustomerId", "Text", "Hold") VALUES (1, 1, 'help', false), (2, 1, 'help', false), (3, 2, 'help', false);
        INSERT INTO "Notes" ("TicketId", "Number", "Text") VALUES (1, 1, 'called'), (2, 1, 'called'), (3, 1, 'called');
        INSERT INTO "Reviews" ("Id", "CustomerId", "Author", "Hold") VALUES (1, 1, 'Jane', false), (2, 1, 'Jane', false);
        """);

    private const string HoldPerson = """UPDATE "Customers" SET "Hold" = true WHERE "Id" = 1""";
    private const string Reopen = """UPDATE "Customers" SET "ClosedAt" = NULL WHERE "Id" = 1""";
    private const string HoldTicket = """UPDATE "Tickets" SET "Hold" = true WHERE "Id" = 1""";
    private const string HoldReview = """UPDATE "Reviews" SET "Hold" = true WHERE "Id" = 1""";

    // What needs a row that stays is itself left to the next sweep, where it was to go a moment ago; an erasure leaves nothing.
    private const string All = "Jane, 1:help, 2:help, 1:called, 2:called, 1:Jane, 1:Jane";
    private const string OfTicket = ", 1:help, 1:called, 1:, 1:";
    private const string OfReview = ", 1:, 1:Jane";

    private const string Rows = """
        SELECT concat_ws(', ',
            (SELECT string_agg("Name", ', ') FROM "Customers" WHERE "Id" = 1),
            (SELECT string_agg("Id" || ':' || "Text", ', ' ORDER BY "Id") FROM "Tickets" WHERE "CustomerId" = 1),
            (SELECT string_agg("TicketId" || ':' || "Text", ', ' ORDER BY "TicketId") FROM "Notes" WHERE "TicketId" < 3),
            (SELECT string_agg(concat("CustomerId", ':', "Author"), ', ' ORDER BY "Author" NULLS FIRST) FROM "Reviews"))
        """;

    /// <summary>It is under way when the erasure or the sweep begins, and done before that is.</summary>
    [Theory]
    [InlineData("sweep", HoldPerson, All)]
    [InlineData("sweep", Reopen, All)]
    [InlineData("sweep", HoldTicket, "Jane" + OfTicket)]
    [InlineData("sweep", HoldReview, OfReview)]
    [InlineData("batches", HoldPerson, All)]
    [InlineData("batches", Reopen, All)]
    [InlineData("batches", HoldTicket, "Jane" + OfTicket)]
    [InlineData("batches", HoldReview, OfReview)]
    [InlineData("erasure", HoldPerson, All)]
    [InlineData("erasure", HoldTicket, OfTicket)]
    [InlineData("erasure", HoldReview, OfReview)]
    public async Task What_is_being_kept_is_waited_for(string right, string keep, string kept)
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await using DbConnection application = await database.ConnectAsync();
        await using DbTransaction transaction = await application.BeginTransactionAsync();
        await Sql.ExecuteAsync(application, keep, transaction);

        Task<object> running = Model.RunAsync(database, right);
        await RaceModel.UntilWaitingAsync(watcher, running);
        await transaction.CommitAsync();
        await running;

        Assert.Equal(kept, await TextAsync(watcher));
    }

    /// <summary>A statement has looked at the holds and the clocks, and has changed nothing yet: who sets one now is told so once it is too late, and not before.</summary>
    [Theory]
    [InlineData("sweep", "UPDATE", "Reviews", HoldPerson)]
    [InlineData("sweep", "UPDATE", "Reviews", Reopen)]
    [InlineData("sweep", "DELETE", "Notes", HoldPerson)]
    [InlineData("sweep", "DELETE", "Notes", HoldTicket)]
    [InlineData("sweep", "DELETE", "Customers", HoldReview)]
    [InlineData("batches", "UPDATE", "Reviews", HoldPerson)]
    [InlineData("batches", "UPDATE", "Reviews", Reopen)]
    [InlineData("batches", "DELETE", "Notes", HoldPerson)]
    [InlineData("batches", "DELETE", "Notes", HoldTicket)]
    [InlineData("batches", "DELETE", "Customers", HoldReview)]
    [InlineData("erasure", "UPDATE", "Reviews", HoldPerson)]
    [InlineData("erasure", "DELETE", "Notes", HoldTicket)]
    [InlineData("erasure", "DELETE", "Customers", HoldReview)]
    public async Task Nobody_is_told_that_something_is_kept_which_is_then_swept(string right, string act, string table, string keep)
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await using DbConnection application = await database.ConnectAsync();
        await RaceModel.PauseAsync(watcher, act, table);

        Task<object> running = Model.RunAsync(database, right);
        await RaceModel.UntilPausedAsync(watcher, running);
        Task keeping = Sql.ExecuteAsync(application, keep);
        await RaceModel.UntilWaitingAsync(watcher, keeping);
        bool isTold = keeping.IsCompleted;
        string before = await TextAsync(watcher);
        await RaceModel.GoOnAsync(watcher);
        await running;
        await keeping;

        Assert.True(!isTold, $"it was told so, and then the rows went from [{before}] to [{await TextAsync(watcher)}]");
    }

    /// <summary>What needs a row comes in after it was decided that the row goes: it does not come too late for the row to be rid of its data.</summary>
    [Fact]
    public async Task An_erasure_leaves_no_data_in_a_row_that_has_to_stay_all_of_a_sudden()
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await using DbConnection application = await database.ConnectAsync();
        await RaceModel.PauseAsync(watcher, "DELETE", "Notes");

        Task<object> running = Model.RunAsync(database, "erasure");
        await RaceModel.UntilPausedAsync(watcher, running);
        Task<Exception?> inserting = Record.ExceptionAsync(() => Sql.ExecuteAsync(application, """INSERT INTO "Bills" ("TicketId", "BilledTo") VALUES (1, 'Jane')"""));
        await RaceModel.UntilWaitingAsync(watcher, inserting);
        await RaceModel.GoOnAsync(watcher);
        await running;

        Assert.Equal("23503", (await inserting as DbException)?.SqlState);
        Assert.Equal(":, :", await TextAsync(watcher));
    }

    /// <summary>What another transaction has just written for the person, the step outside learns of, too.</summary>
    [Fact]
    public async Task A_step_reads_once_the_person_is_locked()
    {
        if (Postgres.IsMissing(output))
            return;
        await using LiveDatabase database = await Model.FilledAsync();
        await using DbConnection watcher = await database.ConnectAsync();
        await using DbConnection application = await database.ConnectAsync();
        await using DbTransaction transaction = await application.BeginTransactionAsync();
        await Sql.ExecuteAsync(application, """INSERT INTO "Tickets" ("Id", "CustomerId", "Text", "Hold") VALUES (4, 1, 'new', false)""", transaction);
        var step = new Tickets(watcher);

        Task<ErasureReceipt> running = Model.EraseAsync(database, [step]);
        await RaceModel.UntilWaitingAsync(watcher, running);
        await transaction.CommitAsync();
        await running;

        Assert.Equal("3", step.Memo);
        Assert.Equal(":, :", await TextAsync(watcher));
    }

    private sealed class Tickets(DbConnection watcher) : IErasureStep
    {
        public string Name => "tickets";

        public string? Memo { get; private set; }

        public async Task<string?> PrepareAsync(ErasureStepContext context, CancellationToken cancellationToken) =>
            (await Sql.ScalarAsync(watcher, """SELECT count(*) FROM "Tickets" WHERE "CustomerId" = 1""")).ToString(System.Globalization.CultureInfo.InvariantCulture);

        public Task EraseAsync(ErasureStepWork work, CancellationToken cancellationToken)
        {
            Memo = work.Memo;
            return Task.CompletedTask;
        }
    }

    private static async Task<string> TextAsync(DbConnection connection)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Rows;
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
