namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>Who opens the transaction, and what a failure leaves.</summary>
public class TransactionTests
{
    private const string Model = """
        [DataSubject] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }
        public class Note { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Note> Notes => Set<Note>(); }

        /// Tries again, three times, whatever went wrong in the database.
        public sealed class Retrying(Microsoft.EntityFrameworkCore.Storage.ExecutionStrategyDependencies dependencies) : Microsoft.EntityFrameworkCore.Storage.ExecutionStrategy(dependencies, 3, TimeSpan.Zero)
        {
            protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
        }

        public sealed class FailsAt(string start, int times) : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
        {
            public int Left { get; private set; } = times;
            public override System.Threading.Tasks.ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int>> NonQueryExecutingAsync(System.Data.Common.DbCommand command, Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData data, Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int> result, System.Threading.CancellationToken cancellationToken = default)
            {
                if (command.CommandText.StartsWith(start) && Left > 0)
                {
                    Left--;
                    throw new TimeoutException("the database went away");
                }
                return new(result);
            }
        }
        """;

    private const string Fill = """
        await using (Db filled = Open())
        {
            filled.Add(new Customer { Id = 1, Name = "Jane" });
            filled.Add(new Note { CustomerId = 1, Text = "called" });
            filled.Add(new Note { CustomerId = 1, Text = "wrote" });
            await filled.SaveChangesAsync();
        }

        """;

    [Theory]
    [InlineData(2, "3/0/0 0 0")]
    [InlineData(9, "RetryLimitExceededException 5 2")]
    public async Task A_retrying_strategy_runs_the_whole_again_and_counts_once(int failures, string expected)
    {
        string text = await LiveModel.RunAsync(Model, Fill + $$"""
            var failing = new FailsAt("DELETE FROM \"Customers\"", {{failures}});
            string figures;
            await using (Db db = new(new DbContextOptionsBuilder<Db>().UseSqlite(s_connection, sqlite => sqlite.ExecutionStrategy(d => new Retrying(d))).AddInterceptors(failing).Options))
            {
                try { figures = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1))); }
                catch (Exception e) { figures = e.GetType().Name; }
            }

            return $"{figures} {failing.Left} {Rows("SELECT count(*) FROM Notes")}";
            """);

        Assert.Equal(expected, text);
    }

    [Fact]
    public async Task Where_only_the_answer_to_a_commit_is_lost_the_receipt_and_the_steps_are_those_of_what_lasted()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            var losing = new Losing();
            var steps = new List<string>();
            await using Db db = new(new DbContextOptionsBuilder<Db>().UseSqlite(s_connection, sqlite => sqlite.ExecutionStrategy(d => new Retrying(d))).AddInterceptors(losing).Options);
            string first = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1), ErasureGround.Request, [new Photos(steps)]));
            return $"{first} {losing.Lost} {string.Join(",", steps)} {Rows("SELECT count(*) FROM Notes")} {Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)))}";
            """ + """

            }
            private sealed class Photos(List<string> done) : IErasureStep
            {
                public string Name => "photos";
                public Task<string?> PrepareAsync(ErasureStepContext context, System.Threading.CancellationToken cancellationToken) => Task.FromResult<string?>("folder");
                public Task EraseAsync(ErasureStepWork work, System.Threading.CancellationToken cancellationToken) { done.Add(work.Memo!); return Task.CompletedTask; }
            }
            private sealed class Losing : Microsoft.EntityFrameworkCore.Diagnostics.DbTransactionInterceptor
            {
                public int Lost;
                public override Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, Microsoft.EntityFrameworkCore.Diagnostics.TransactionEndEventData data, System.Threading.CancellationToken cancellationToken = default) => Lost++ == 0 ? throw new TimeoutException("no answer") : Task.CompletedTask;
            """);

        Assert.Equal("3/0/0 2 folder 0 0/0/0", text);
    }

    [Fact]
    public async Task In_an_ambient_transaction_it_opens_none_and_the_callers_word_counts()
    {
        string text = await LiveModel.RunAsync(Model, Fill + """
            // SQLite cannot enlist: that it is asked for nothing of its own is what counts here.
            using (var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
            {
                var begun = new Begun();
                await using Db db = Open(options => options.AddInterceptors(begun).ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.AmbientTransactionWarning)));
                string figures = Figures(await db.EraseCustomerAsync(await Verified<Customer>(1)));
                scope.Complete();
                return $"{figures} {begun.Count} {Rows("SELECT count(*) FROM Notes")}";
            }
            """ + """

            }
            private sealed class Begun : Microsoft.EntityFrameworkCore.Diagnostics.DbTransactionInterceptor
            {
                public int Count;
                public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbTransaction>> TransactionStartingAsync(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.TransactionStartingEventData data, Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbTransaction> result, System.Threading.CancellationToken cancellationToken = default) { Count++; return new(result); }
            """);

        Assert.Equal("3/0/0 0 0", text);
    }
}
