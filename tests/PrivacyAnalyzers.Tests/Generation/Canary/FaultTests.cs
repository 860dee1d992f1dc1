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
/// An erasure that is killed at any of its statements has done nothing or everything, and a second run completes it: at each statement of each
/// random model an exception before it, an exception after it, and a connection that is really cut.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=fault --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "fault")]
public class FaultTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full";

    [Theory]
    [InlineData("sqlite", 2, 60)]
    [InlineData("postgres", 1, 20)]
    public async Task At_every_statement_nothing_or_everything_has_happened(string kind, int few, int many)
    {
        if (kind == "postgres" && Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        int count = IsFull ? many : few;
        CanaryModels models = CanaryModels.Compile(1000, count);
        int faults = 0;
        int statements = 0;
        foreach (ModelSpec model in models.All)
        {
            await using LiveDatabase template = await LiveDatabase.CreateAsync(kind);
            CanaryData data;
            await using (DbConnection connection = await template.ConnectAsync())
            await using (DbContext db = Open(models, model, connection))
            {
                await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
                data = await CanaryData.FillAsync(model, models.Assembly, models.SpaceOf(model), db);
            }

            object key = data.Subjects[0].RequestKey;
            (string before, string after, int number) = await UndisturbedAsync(models, model, template, key);
            statements += number;
            foreach (FaultMode mode in Enum.GetValues<FaultMode>())
            {
                for (int at = 0; at < number; at++)
                {
                    await KilledAsync(models, model, template, key, new Fault(mode, at), before, after);
                    faults++;
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {count} models, {statements} statements, {faults} faults, each nothing or everything and completed by a second run"));
        Assert.True(statements >= count * 3, "an erasure has statements to be killed at");
    }

    private static async Task<(string Before, string After, int Statements)> UndisturbedAsync(CanaryModels models, ModelSpec model, LiveDatabase template, object key)
    {
        await using LiveDatabase database = await template.CopyAsync();
        await using DbConnection connection = await database.ConnectAsync();
        string before = (await Dump.ReadAsync(connection)).ToString();
        var none = new Fault(FaultMode.Before, int.MaxValue);
        Exception? refusal = await EraseAsync(models, model, connection, key, none);
        Assert.True(refusal is null or NotSupportedException, refusal?.ToString());
        return (before, (await Dump.ReadAsync(connection)).ToString(), none.Count);
    }

    private static async Task KilledAsync(CanaryModels models, ModelSpec model, LiveDatabase template, object key, Fault fault, string before, string after)
    {
        await using LiveDatabase database = await template.CopyAsync();
        fault.Database = database;
        await using (DbConnection connection = await database.ConnectAsync())
            Assert.NotNull(await EraseAsync(models, model, connection, key, fault));
        await using DbConnection survivor = await database.ConnectAsync();
        string state = (await Dump.ReadAsync(survivor)).ToString();
        Assert.True(state == before || (state == after && fault.IsAtCommit), $"model {model.Seed}, {fault}: something in between\n{state}\nbefore\n{before}");

        Exception? second = await EraseAsync(models, model, survivor, key, new Fault(FaultMode.Before, int.MaxValue));
        Assert.True(second is null or NotSupportedException, $"model {model.Seed}, {fault}: {second}");
        Assert.Equal(after, (await Dump.ReadAsync(survivor)).ToString());
    }

    private static async Task<Exception?> EraseAsync(CanaryModels models, ModelSpec model, DbConnection connection, object key, Fault fault)
    {
        await using DbContext db = Open(models, model, connection, fault);
        return await Record.ExceptionAsync(() => models.Call<Task<ErasureReceipt>>(model, "Erase", db, new Erasure.Shop.Verifier(), key, new FixedTime(Erasure.Shop.Now)));
    }

    private static DbContext Open(CanaryModels models, ModelSpec model, DbConnection connection, params IInterceptor[] interceptors) =>
        models.Call<DbContext>(model, "Open", connection, interceptors);
}
