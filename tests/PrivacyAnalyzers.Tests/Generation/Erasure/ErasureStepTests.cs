namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>What an erasure does outside its database: prepared with it, done after it, gone on with after a failure.</summary>
public class ErasureStepTests
{
    private const string Model = """
        [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [LegalHold] public bool Hold { get; set; } }
        public class Photo { public int Id { get; set; } public int CustomerId { get; set; } [Identifier] public string Blob { get; set; } = ""; }
        public class Job { public Guid RequestId { get; set; } public string Step { get; set; } = ""; public string? Memo { get; set; } public string Status { get; set; } = ""; public int Attempts { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Photo> Photos => Set<Photo>();
            public DbSet<Job> Jobs => Set<Job>();
            protected override void OnModelCreating(ModelBuilder b) => b.Entity<Job>().HasKey(j => new { j.RequestId, j.Step });
        }

        public sealed class Journal(Db db) : IErasureJournal
        {
            public async Task SaveAsync(ErasureStepWork work, System.Threading.CancellationToken cancellationToken)
            {
                Job? job = await db.Jobs.FindAsync(new object[] { work.RequestId, work.Step }, cancellationToken);
                if (job is null)
                    db.Add(job = new Job { RequestId = work.RequestId, Step = work.Step });
                (job.Memo, job.Status, job.Attempts) = (work.Status == ErasureStepStatus.Done ? null : work.Memo, work.Status.ToString(), work.Attempts);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        public sealed class Blobs(Db db, List<string> store, int failures) : IErasureStep
        {
            private int _left = failures;
            public string Name => "blobs";
            public async Task<string?> PrepareAsync(ErasureStepContext context, System.Threading.CancellationToken cancellationToken) =>
                string.Join(",", await db.Photos.Where(p => p.CustomerId == (int)context.Key).Select(p => p.Blob).ToListAsync(cancellationToken));
            public Task EraseAsync(ErasureStepWork work, System.Threading.CancellationToken cancellationToken)
            {
                if (_left-- > 0)
                    throw new TimeoutException("Jane's blobs are away");
                store.RemoveAll(work.Memo!.Split(',').Contains);
                return Task.CompletedTask;
            }
        }

        public sealed class Search(List<string> done) : IErasureStep
        {
            public string Name => "search";
            public Task EraseAsync(ErasureStepWork work, System.Threading.CancellationToken cancellationToken) { done.Add(work.Subject); return Task.CompletedTask; }
        }

        /// The database ends a transaction for the sake of another, once.
        public sealed class Ends : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
        {
            private bool _isDone;
            private sealed class Ended : System.Data.Common.DbException { public override string SqlState => "40001"; }
            public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int>> NonQueryExecutingAsync(System.Data.Common.DbCommand command, Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData data, Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int> result, System.Threading.CancellationToken cancellationToken = default)
            {
                if (_isDone || !command.CommandText.StartsWith("DELETE FROM \"Customers\""))
                    return new(result);
                _isDone = true;
                throw new Ended();
            }
        }

        /// Strikes when the erasure's rows are deleted.
        public sealed class Fails : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
        {
            public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int>> NonQueryExecutingAsync(System.Data.Common.DbCommand command, Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData data, Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int> result, System.Threading.CancellationToken cancellationToken = default) =>
                command.CommandText.StartsWith("DELETE FROM \"Customers\"") ? throw new TimeoutException() : new(result);
        }
        """;

    private const string Fill = """
        await using (Db filled = Open())
        {
            filled.Add(new Customer { Id = 1, Name = "Jane" });
            filled.Add(new Photo { Id = 1, CustomerId = 1, Blob = "a" });
            filled.Add(new Photo { Id = 2, CustomerId = 1, Blob = "b" });
            await filled.SaveChangesAsync();
        }
        var store = new List<string> { "a", "b", "c" };
        var searched = new List<string>();

        """;

    [Fact]
    public async Task A_failed_step_is_reported_and_gone_on_with_from_the_journal()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            await using Db db = Open();
            var journal = new Journal(db);
            IErasureStep[] steps = [new Blobs(db, store, 1), new Search(searched)];
            ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>(1), ErasureGround.Request, steps, journal);
            string first = $"{string.Join(", ", receipt.Steps)} {receipt.IsComplete} {receipt.ToString().Contains("Jane")} {string.Join("", store)} {Rows("SELECT Step, Memo, Status, Attempts FROM Jobs ORDER BY Step")} {Rows("SELECT count(*) FROM Photos")}";

            // Another process, later: all that it knows is the journal.
            db.ChangeTracker.Clear();
            List<ErasureStepWork> open = (await db.Jobs.AsNoTracking().Where(j => j.Status != "Done").ToListAsync()).ConvertAll(j => new ErasureStepWork(j.RequestId, "Customer", j.Step, j.Memo, ErasureStepStatus.Failed, j.Attempts));
            IReadOnlyList<ErasureStepWork> after = await ErasureSteps.RunAsync(open, steps, journal, default);
            return $"{first}\n{after.Single().Status} {after.Single().Attempts} {string.Join("", store)} {Rows("SELECT Step, Memo, Status, Attempts FROM Jobs ORDER BY Step")} {string.Join(",", searched)}";
            """);

        Assert.Equal(
            """
            blobs: Failed (System.TimeoutException), search: Done False False abc blobs|a,b|Failed|1;search|NULL|Done|1 0
            Done 2 c blobs|NULL|Done|2;search|NULL|Done|1 Customer
            """,
            text);
    }

    [Fact]
    public async Task Where_the_database_fails_no_step_is_done_and_none_is_in_the_journal()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            await using Db db = Open(options => options.AddInterceptors(new Fails()));
            string refused = await Refused(async () => await db.EraseCustomerAsync(await Verified<Customer>(1), ErasureGround.Request, [new Blobs(db, store, 0), new Search(searched)], new Journal(db)));
            return $"{refused[..16]} {string.Join("", store)} {searched.Count} {Rows("SELECT count(*) FROM Jobs")} {Rows("SELECT count(*) FROM Photos")}";
            """);

        Assert.Equal("TimeoutException abc 0 0 2", text);
    }

    [Fact]
    public async Task An_erasure_that_was_tried_again_has_its_steps_in_the_journal()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            await using Db db = Open(options => options.AddInterceptors(new Ends()));
            ErasureReceipt receipt = await db.EraseCustomerAsync(await Verified<Customer>(1), ErasureGround.Request, [new Blobs(db, store, 1), new Search(searched)], new Journal(db));
            return $"{Figures(receipt)} {string.Join(", ", receipt.Steps)} {Rows("SELECT Step, Memo, Status, Attempts FROM Jobs ORDER BY Step")}";
            """);

        Assert.Equal("3/0/0 blobs: Failed (System.TimeoutException), search: Done blobs|a,b|Failed|1;search|NULL|Done|1", text);
    }

    [Fact]
    public async Task In_a_transaction_of_the_callers_steps_wait_for_its_end()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            await using Db db = Open();
            var journal = new Journal(db);
            IErasureStep[] steps = [new Blobs(db, store, 0), new Search(searched)];
            async Task<ErasureReceipt> Erase(IErasureJournal? journal) => await db.EraseCustomerAsync(await Verified<Customer>(1), ErasureGround.Request, steps, journal);
            var texts = new List<string>();
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                texts.Add(await Refused(async () => await Erase(null)));
                texts.Add($"{string.Join(", ", (await Erase(journal)).Steps)} {string.Join("", store)} {searched.Count}");
                await transaction.RollbackAsync();
            }
            texts.Add($"{string.Join("", store)} {searched.Count} {Rows("SELECT count(*) FROM Jobs")} {Rows("SELECT count(*) FROM Photos")}");
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                await Erase(journal);
                await transaction.CommitAsync();
            }
            List<ErasureStepWork> open = (await db.Jobs.AsNoTracking().ToListAsync()).ConvertAll(j => new ErasureStepWork(j.RequestId, "Customer", j.Step, j.Memo, Enum.Parse<ErasureStepStatus>(j.Status), j.Attempts));
            await ErasureSteps.RunAsync(open, steps, journal, default);
            texts.Add($"{string.Join("", store)} {searched.Count} {Rows("SELECT Step, Status FROM Jobs ORDER BY Step")}");
            return string.Join("\n", texts);
            """);

        Assert.Equal(
            """
            InvalidOperationException: What lies outside can only follow once your own transaction has ended, and no journal keeps it until then
            blobs: Pending, search: Pending abc 0
            abc 0 0 2
            c 1 blobs|Done;search|Done
            """,
            text);
    }

    [Fact]
    public async Task Nothing_happens_outside_for_a_person_who_is_not_there_or_whom_a_hold_keeps()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            await using Db db = Open();
            IErasureStep[] steps = [new Blobs(db, store, 0), new Search(searched)];
            ErasureReceipt nobody = await db.EraseCustomerAsync(await Verified<Customer>(2), ErasureGround.Request, steps, new Journal(db));
            Sql("UPDATE Customers SET Hold = 1");
            ErasureReceipt held = await db.EraseCustomerAsync(await Verified<Customer>(1), ErasureGround.Request, steps, new Journal(db));
            return $"{nobody.Steps.Count} {held.Steps.Count} {Figures(held)} {string.Join("", store)} {searched.Count} {Rows("SELECT count(*) FROM Jobs")}";
            """);

        Assert.Equal("0 0 0/0/3 abc 0 0", text);
    }

    [Fact]
    public async Task A_step_that_nobody_has_any_more_fails_and_two_of_one_name_are_refused()
    {
        IReadOnlyList<ErasureStepWork> after = await ErasureSteps.RunAsync([new ErasureStepWork(Guid.Empty, "Customer", "fax", null)], [], null, CancellationToken.None);
        Assert.Equal((ErasureStepStatus.Failed, "no step is named fax"), (after[0].Status, after[0].Failure));

        IErasureStep[] twice = [new Nothing(), new Nothing()];
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => ErasureSteps.PrepareAsync(twice, null, new ErasureStepContext(Guid.Empty, "Customer", 1), CancellationToken.None));
        Assert.StartsWith("Two steps have one name", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Nothing : IErasureStep
    {
        public string Name => "nothing";

        public Task EraseAsync(ErasureStepWork work, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
