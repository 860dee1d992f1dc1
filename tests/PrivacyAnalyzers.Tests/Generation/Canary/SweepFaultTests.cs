using System.Data.Common;
using System.Globalization;
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
            await using LiveDatabase template = await SweepRuns.FilledAsync(models, model, kind);
            if (await SweepRuns.UndisturbedAsync(models, model, kind, template, batch) is not { } run)
                continue;
            transactions += run.States.Count - 1;
            statements += run.Statements;
            foreach (FaultMode mode in modes)
            {
                for (int at = 0; at < run.Statements; at++)
                {
                    await FaultAsync(models, model, template, batch, new Fault(mode, at), run);
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
                    await using LiveDatabase template = await SweepRuns.FilledAsync(models, model, "sqlite");
                    transactions += (await SweepRuns.UndisturbedAsync(models, model, "sqlite", template, 1))?.States.Count - 1 ?? 0;
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

    private static async Task FaultAsync(CanaryModels models, ModelSpec model, LiveDatabase template, int batch, Fault fault, SweepRuns.Undisturbed run)
    {
        await using LiveDatabase database = await template.CopyAsync();
        fault.Database = database;
        await using (DbConnection connection = await database.ConnectAsync())
            Assert.NotNull((await SweepRuns.SweepAsync(models, model, connection, batch, fault)).Failure);
        await SweepRuns.CompletesAsync(models, model, database, batch, fault.Commits, run, $"model {model.Seed}, {fault}");
    }
}
