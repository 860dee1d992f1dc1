using System.Diagnostics;
using System.Globalization;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// A process that sweeps in batches is killed, really, in them and between them: what it leaves are whole batches, and the next sweep completes them.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=fault --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "fault")]
public class KillTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full";

    [Theory]
    [InlineData("file", 1, 3)]
    [InlineData("postgres", 1, 2)]
    public async Task A_killed_process_leaves_whole_batches(string kind, int few, int many)
    {
        if (kind == "postgres" && Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        int count = IsFull ? many : few;
        CanaryModels models = CanaryModels.Compile(1003, count);
        string image = Path.GetTempFileName();
        await File.WriteAllBytesAsync(image, models.Image);
        int kills = 0;
        int between = 0;
        foreach (ModelSpec model in models.All)
        {
            await using LiveDatabase template = await SweepRuns.FilledAsync(models, model, kind);
            if (await SweepRuns.UndisturbedAsync(models, model, kind, template, 1) is not { } run)
                continue;

            // The quick runs kill at a few of the statements.
            int stride = IsFull ? 1 : Math.Max(1, run.Statements / (kind == "file" ? 6 : 2));
            for (int at = stride - 1; at < run.Statements; at += stride)
            {
                foreach (FaultMode mode in new[] { FaultMode.Before, FaultMode.After })
                {
                    await using LiveDatabase database = await template.CopyAsync();
                    int commits = await KillAsync(image, models.SpaceOf(model), kind, database, mode, at);
                    await SweepRuns.CompletesAsync(models, model, database, 1, commits, run, $"model {model.Seed}, killed {mode} statement {at}");
                    kills++;
                    between += commits > 0 && commits < run.States.Count - 1 ? 1 : 0;
                }
            }
        }

        File.Delete(image);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {count} models, {kills} processes killed, {between} of them after some batches and before the last, each completed by the next sweep"));
        Assert.True(kills >= count * 2 && between > 0);
    }

    /// <summary>Starts a sweep in a process of its own and kills that at a statement.</summary>
    /// <returns>How many transactions had ended.</returns>
    private static async Task<int> KillAsync(string image, string space, string kind, LiveDatabase database, FaultMode mode, int at)
    {
        string number = at.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, "sweep", image, space, kind, database.ConnectionString, "1", mode.ToString(), number])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string? said = await process.StandardOutput.ReadLineAsync();
        process.Kill();
        string complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(said is not null, complaint);
        return int.Parse(said, CultureInfo.InvariantCulture);
    }
}
