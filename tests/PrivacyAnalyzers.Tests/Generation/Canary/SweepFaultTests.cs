using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// A sweep that is killed at any of its statements leaves whole transactions: all of it or nothing, or, in batches, those that had ended before.
/// A second one completes it, and its receipt counts what it did.
/// </summary>
[Trait("Proof", "fault")]
public class SweepFaultTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full";

    [Theory]
    [InlineData("sqlite", 0, 2, 60)]
    [InlineData("sqlite", 1, 2, 60)]
    [InlineData("postgres", 0, 0, 20)]
    [InlineData("postgres", 1, 1, 20)]
    public async Task At_every_statement_batches_are_whole_or_not_there(string kind, int batch, int few, int many)
    {
        if (kind == "postgres" && Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        // The quick runs take models that a sweep has much to do in; on PostgreSQL each fault costs two databases.
        int count = IsFull ? many : few;
        FaultMode[] modes = kind == "sqlite" || IsFull ? Enum.GetValues<FaultMode>() : [FaultMode.Cut];
        CanaryModels models = CanaryModels.Compile(IsFull ? 1000 : 1003, count);
        int statements = 0;
        int transactions = 0;
        int faults = 0;
        foreach (ModelSpec model in models.All)
        {
            await using LiveDatabase template = await FilledAsync(models, model, kind);
            if (await UndisturbedAsync(models, model, kind, template, batch) is not { } run)
                continue;
            transactions += run.States.Count - 1;
            statements += run.Statements;
            foreach (FaultMode mode in modes)
            {
                for (int at = 0; at < run.Statements; at++)
                {
                    await KilledAsync(models, model, template, batch, new Fault(mode, at), run);
                    faults++;
                }
            }
        }

        string size = batch == 0 ? "at once" : string.Create(CultureInfo.InvariantCulture, $"in batches of {batch}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}, {size}: {count} models, {transactions} transactions, {statements} statements, {faults} faults, each at whole transactions and completed by a second sweep"));
        Assert.True(statements >= count * 3, "a sweep has statements to be killed at");
        Assert.True(transactions >= (batch == 0 ? count / 2 : count * 3 / 2), "a sweep in batches has several transactions");
    }

    /// <summary>The same rows are cleared and deleted, whatever the size of a batch, and each counts once.</summary>
    [Fact]
    public async Task In_batches_a_sweep_counts_as_one_at_once()
    {
        int count = IsFull ? 360 : 30;
        var failures = new List<string>();
        int transactions = 0;
        for (int from = 0; from < count; from += 30)
        {
            CanaryModels models = CanaryModels.Compile(from, 30);
            foreach (ModelSpec model in models.All)
            {
                try
                {
                    await using LiveDatabase template = await FilledAsync(models, model, "sqlite");
                    transactions += (await UndisturbedAsync(models, model, "sqlite", template, 1))?.States.Count - 1 ?? 0;
                }
                catch (Xunit.Sdk.XunitException e)
                {
                    failures.Add(e.Message);
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} models, {transactions} batches of 1, {failures.Count} models whose receipt differs from that of a sweep at once"));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
    }

    private static async Task<LiveDatabase> FilledAsync(CanaryModels models, ModelSpec model, string kind)
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
    private sealed record State(string Text, int Rows);

    /// <param name="States">What each transaction left, from before the first.</param>
    /// <param name="Rest">By state, what a sweep at once has still to do then.</param>
    private sealed record Undisturbed(IReadOnlyList<State> States, RetentionReceipt?[] Rest, int Statements);

    /// <summary>The sweep as it should be, held against the statement; <see langword="null"/> where the model is refused.</summary>
    private static async Task<Undisturbed?> UndisturbedAsync(CanaryModels models, ModelSpec model, string kind, LiveDatabase template, int batch)
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

    private static async Task KilledAsync(CanaryModels models, ModelSpec model, LiveDatabase template, int batch, Fault fault, Undisturbed run)
    {
        await using LiveDatabase database = await template.CopyAsync();
        fault.Database = database;
        await using (DbConnection connection = await database.ConnectAsync())
            Assert.NotNull((await SweepAsync(models, model, connection, batch, fault)).Failure);
        string where = $"model {model.Seed}, {fault}";
        RetentionReceipt rest;
        await using (LiveDatabase copy = await database.CopyAsync())
            rest = await RestAsync(models, model, copy, run, fault.Commits);

        await using DbConnection survivor = await database.ConnectAsync();
        State state = await ReadAsync(models, model, survivor);
        Assert.True(state.Text == run.States[fault.Commits].Text, $"{where}: not what {fault.Commits} transactions leave\n{state.Text}\nbut\n{run.States[fault.Commits].Text}");
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

    private static async Task<(RetentionReceipt? Receipt, Exception? Failure)> SweepAsync(CanaryModels models, ModelSpec model, DbConnection connection, int batch, params IInterceptor[] interceptors)
    {
        await using DbContext db = Open(models, model, connection, interceptors);
        RetentionReceipt? receipt = null;
        Exception? failure = await Record.ExceptionAsync(async () => receipt = await models.Call<Task<RetentionReceipt>>(model, "Sweep", db, Erasure.Shop.Now, batch));
        return (receipt, failure);
    }

    private static DbContext Open(CanaryModels models, ModelSpec model, DbConnection connection, params IInterceptor[] interceptors) =>
        models.Call<DbContext>(model, "Open", connection, interceptors);
}
