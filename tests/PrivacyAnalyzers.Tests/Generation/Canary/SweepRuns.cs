using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>Sweeps of random models, undisturbed and after something ended one early.</summary>
internal static class SweepRuns
{
    public static async Task<LiveDatabase> FilledAsync(CanaryModels models, ModelSpec model, string kind)
    {
        LiveDatabase template = await LiveDatabase.CreateAsync(kind);
        await using DbConnection connection = await template.ConnectAsync();
        await using DbContext db = Open(models, model, connection);
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await CanaryData.FillAsync(model, models.Assembly, models.SpaceOf(model), db);
        return template;
    }

    /// <param name="Text">Every cell.</param>
    /// <param name="Rows">How many rows of entities there are.</param>
    public sealed record State(string Text, int Rows);

    /// <param name="States">What each transaction left, from before the first.</param>
    /// <param name="Rest">By state, what a sweep at once has still to do then.</param>
    public sealed record Undisturbed(IReadOnlyList<State> States, RetentionReceipt?[] Rest, int Statements);

    /// <summary>The sweep as it should be, held against the statement; <see langword="null"/> where the model is refused.</summary>
    public static async Task<Undisturbed?> UndisturbedAsync(CanaryModels models, ModelSpec model, string kind, LiveDatabase template, int batch)
    {
        await using (LiveDatabase fresh = await LiveDatabase.CreateAsync(kind))
        await using (DbConnection connection = await fresh.ConnectAsync())
            await new CanaryRun(models, model, connection).SweepAloneAsync(batch);

        await using LiveDatabase database = await template.CopyAsync();
        await using DbConnection swept = await database.ConnectAsync();
        await using DbConnection observer = await database.ConnectAsync();
        var states = new List<State> { await ReadAsync(models, model, observer) };
        var none = new Fault(FaultMode.Before, int.MaxValue) { Committed = async () => states.Add(await ReadAsync(models, model, observer)) };
        (RetentionReceipt? receipt, Exception? failure) = await SweepAsync(models, model, swept, batch, none);
        if (failure is NotSupportedException)
            return null;
        Assert.True(failure is null, $"model {model.Seed}: {failure}");
        var run = new Undisturbed(states, new RetentionReceipt?[states.Count], none.Count);
        await using LiveDatabase again = await template.CopyAsync();
        Equal(await RestAsync(models, model, again, run, 0), receipt!, $"model {model.Seed}");
        return run;
    }

    /// <summary>After something ended a sweep early: whole transactions are there, and another one completes it.</summary>
    public static async Task CompletesAsync(CanaryModels models, ModelSpec model, LiveDatabase database, int batch, int commits, Undisturbed run, string where)
    {
        RetentionReceipt rest;
        await using (LiveDatabase copy = await database.CopyAsync())
            rest = await RestAsync(models, model, copy, run, commits);

        await using DbConnection survivor = await database.ConnectAsync();
        State state = await ReadAsync(models, model, survivor);
        Assert.True(state.Text == run.States[commits].Text, $"{where}: not what {commits} transactions leave\n{state.Text}\nbut\n{run.States[commits].Text}");
        (RetentionReceipt? second, Exception? failure) = await SweepAsync(models, model, survivor, batch);
        Assert.True(failure is null, $"{where}: {failure}");
        Assert.Equal(run.States[^1].Text, (await Dump.ReadAsync(survivor)).ToString());
        Equal(rest, second!, where);
        Assert.Equal(state.Rows - run.States[^1].Rows, second!.Deleted);
    }

    /// <summary>What a sweep at once does from there, which is what all further batches do together.</summary>
    private static async Task<RetentionReceipt> RestAsync(CanaryModels models, ModelSpec model, LiveDatabase copy, Undisturbed run, int state)
    {
        if (run.Rest[state] is { } known)
            return known;
        await using DbConnection connection = await copy.ConnectAsync();
        (RetentionReceipt? receipt, Exception? failure) = await SweepAsync(models, model, connection, 0);
        Assert.True(failure is null, $"model {model.Seed}, from state {state}: {failure}");
        Assert.Equal(run.States[^1].Text, (await Dump.ReadAsync(connection)).ToString());
        return run.Rest[state] = receipt!;
    }

    private static void Equal(RetentionReceipt atOnce, RetentionReceipt actual, string where) =>
        Assert.True(atOnce.ToString() == actual.ToString(), $"{where}: at once\n{atOnce}\nand here\n{actual}");

    private static async Task<State> ReadAsync(CanaryModels models, ModelSpec model, DbConnection connection)
    {
        Dump dump = await Dump.ReadAsync(connection);
        await using DbContext db = Open(models, model, connection);
        string[] tables = [.. db.Model.GetEntityTypes().Where(type => !type.IsOwned() && !type.IsPropertyBag).Select(type => type.GetTableName()).OfType<string>().Distinct()];
        return new State(dump.ToString(), tables.Sum(table => dump.Tables[table].Count));
    }

    public static async Task<(RetentionReceipt? Receipt, Exception? Failure)> SweepAsync(CanaryModels models, ModelSpec model, DbConnection connection, int batch, params IInterceptor[] interceptors)
    {
        await using DbContext db = Open(models, model, connection, interceptors);
        RetentionReceipt? receipt = null;
        Exception? failure = await Record.ExceptionAsync(async () => receipt = await models.Call<Task<RetentionReceipt>>(model, "Sweep", db, Erasure.Shop.Now, batch));
        return (receipt, failure);
    }

    private static DbContext Open(CanaryModels models, ModelSpec model, DbConnection connection, params IInterceptor[] interceptors) =>
        models.Call<DbContext>(model, "Open", connection, interceptors);
}
