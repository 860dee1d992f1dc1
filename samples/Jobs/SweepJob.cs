using PrivacyAnalyzers;
using Quartz;

namespace Fernhallow.Jobs;

/// <summary>Deletes and anonymises what has run out. One node at a time; a node that goes on for a dead one begins after its last whole batch.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob(ShopContext db, TimeProvider time, ILogger<SweepJob> logger) : IJob
{
    private const int BatchSize = 100;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        RetentionReceipt receipt = await db.SweepRetentionAsync(time.GetUtcNow(), BatchSize, cancellationToken);
        LogSwept(receipt.Deleted, receipt.Anonymized, receipt.Held, context.Recovering);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Swept: {Deleted} deleted, {Anonymized} anonymised, {Held} held; for a node that died: {Recovering}")]
    private partial void LogSwept(int deleted, int anonymized, int held, bool recovering);
}
