using System.Data.Common;
using Fernhallow.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using PrivacyAnalyzers.SampleTests.Support;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>What the sample's job does with a case that others have served, or whose person is gone.</summary>
public sealed class ErasureJobTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_node_that_comes_back_leaves_the_receipt_of_the_one_that_served_its_case() => await OnPostgresAsync(async connectionString =>
    {
        await using (ShopContext stalled = Open(connectionString, new Stall(() => RunAsync(connectionString))))
            await new ErasureJob(stalled, TimeProvider.System, NullLogger<ErasureJob>.Instance).Execute(null!, CancellationToken.None);

        ErasureCase served = await CaseAsync(connectionString);
        Assert.Null(served.CustomerId);
        Assert.Contains("Ticket: 1 deleted, 0 anonymised, 0 retained", served.Receipt, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_case_whose_person_a_sweep_has_deleted_is_closed_and_says_so() => await OnPostgresAsync(async connectionString =>
    {
        await using (ShopContext db = Open(connectionString))
        {
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosedAt, new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            await db.SweepRetentionAsync(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), 100);
            Assert.Equal(0, await db.Customers.CountAsync());
        }

        await RunAsync(connectionString);

        Assert.Equal("Nothing was left to erase: retention had run out, and a sweep deleted the person's data before the case was served.", (await CaseAsync(connectionString)).Receipt);
    });

    private async Task OnPostgresAsync(Func<string, Task> test)
    {
        if (Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        string name = await Postgres.CreateAsync();
        string connectionString = Postgres.ConnectionTo(name);
        await using (ShopContext db = Open(connectionString))
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
            var jane = new Customer { Id = Guid.NewGuid(), Name = "Jane" };
            db.AddRange(jane, new Ticket { Customer = jane, Text = "hello" }, ErasureCase.Of(await VerifiedRequest.VerifyAsync<Customer>(new SignedIn(), jane.Id, SubjectRights.Erasure)));
            await db.SaveChangesAsync();
        }

        await test(connectionString);
        await Postgres.DropAsync(name);
    }

    private static async Task RunAsync(string connectionString)
    {
        await using ShopContext db = Open(connectionString);
        await new ErasureJob(db, TimeProvider.System, NullLogger<ErasureJob>.Instance).Execute(null!, CancellationToken.None);
    }

    private static async Task<ErasureCase> CaseAsync(string connectionString)
    {
        await using ShopContext db = Open(connectionString);
        return await db.ErasureCases.SingleAsync();
    }

    private static ShopContext Open(string connectionString, params IInterceptor[] interceptors) =>
        new(new DbContextOptionsBuilder<ShopContext>().UseNpgsql(connectionString).AddInterceptors(interceptors).Options);

    /// <summary>The node has listed its cases and stands still; another one does its work meanwhile.</summary>
    private sealed class Stall(Func<Task> meanwhile) : DbTransactionInterceptor
    {
        private bool _isOver;

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            if (!_isOver)
            {
                _isOver = true;
                await meanwhile();
            }

            return result;
        }
    }
}
