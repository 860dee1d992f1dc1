using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers;
using Quartz;

namespace Fernhallow.Jobs;

/// <summary>Erases whoever asked for it. What is to be done stands in the cases, so nothing of a person gets into the scheduler's tables.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ErasureJob(ShopContext db, TimeProvider time, ILogger<ErasureJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // Where a sweep was first, nobody is named any more.
        await db.ErasureCases.Where(c => c.Receipt == null && c.CustomerId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Receipt, ErasureCase.WasSwept), cancellationToken);
        IQueryable<ErasureCase> open = db.ErasureCases.AsNoTracking().Where(c => c.Receipt == null && c.CustomerId != null).OrderBy(c => c.AskedAt);
        foreach (ErasureCase asked in await open.ToListAsync(cancellationToken))
        {
            try
            {
                await EraseAsync(asked, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The case stays open, and the next run tries it again. What a database says may quote a person's data.
                LogFailed(asked.Id, failure.GetType().Name);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>One transaction: the receipt is there exactly if the person is gone.</summary>
    private async Task EraseAsync(ErasureCase asked, CancellationToken cancellationToken)
    {
        VerifiedRequest<Customer> request = await asked.ReopenAsync(time, cancellationToken);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // A node that stood still may come back to a case that another one has served. This changes nothing, and locks the case.
        int claimed = await db.ErasureCases.Where(c => c.Id == asked.Id && c.Receipt == null && c.CustomerId == asked.CustomerId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CustomerId, asked.CustomerId), cancellationToken);
        if (claimed == 0)
            return;

        ErasureReceipt receipt = await db.EraseCustomerAsync(request, cancellationToken);
        await db.ErasureCases.Where(c => c.Id == asked.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Receipt, receipt.ToString()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogErased(asked.Id, receipt.Deleted, receipt.Anonymized, receipt.Retained);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Case {Case}: {Deleted} rows deleted, {Anonymized} anonymised, {Retained} retained")]
    private partial void LogErased(Guid @case, int deleted, int anonymized, int retained);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Case} stays open: {Failure}")]
    private partial void LogFailed(Guid @case, string failure);
}
