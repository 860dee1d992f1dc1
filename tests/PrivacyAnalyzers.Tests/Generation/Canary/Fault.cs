using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

internal enum FaultMode
{
    /// <summary>The statement does not reach the database.</summary>
    Before,

    /// <summary>It is carried out, and the answer is lost.</summary>
    After,

    /// <summary>The connection is cut before it.</summary>
    Cut,
}

/// <summary>Kills the work at one of its statements, the commit among them.</summary>
internal sealed class Fault(FaultMode mode, int at) : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>How many statements were begun.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it struck when the work was being made to last.</summary>
    public bool IsAtCommit { get; private set; }

    /// <summary>How many transactions were made to last.</summary>
    public int Commits { get; private set; }

    public LiveDatabase? Database { get; set; }

    /// <summary>What happens at the statement; without it, an exception.</summary>
    public Func<Task>? Strike { get; set; }

    /// <summary>Looks at what each transaction left.</summary>
    public Func<Task>? Committed { get; set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command.Connection!);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command.Connection!);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        await AfterAsync();
        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await AfterAsync();
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        IsAtCommit = Count == at;
        await BeforeAsync(transaction.Connection!);
        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Commits++;
        if (Committed is not null)
            await Committed();
        await AfterAsync();
    }

    public override string ToString() => $"{mode} at statement {at}{(IsAtCommit ? ", the commit" : "")}";

    private async Task BeforeAsync(DbConnection connection)
    {
        if (Count++ != at)
            return;
        if (mode == FaultMode.Before)
            await StrikeAsync();

        // What comes next finds the connection gone by itself.
        if (mode == FaultMode.Cut)
            await Database!.CutAsync(connection);
    }

    private Task AfterAsync() => Count - 1 == at && mode == FaultMode.After ? StrikeAsync() : Task.CompletedTask;

    private Task StrikeAsync() => Strike is null ? throw new TimeoutException("killed") : Strike();
}
