using System.Globalization;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// No table is forgotten: random models, a marker in every member, and every cell of the database read afterwards. A failure prints the seed and
/// the model.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=canary --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "canary")]
public class CanaryTests(ITestOutputHelper output)
{
    private const int Batch = 30;
    private static readonly int Count = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full" ? 360 : int.Parse(Environment.GetEnvironmentVariable("PROOF_COUNT") ?? "12", CultureInfo.InvariantCulture);
    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("PROOF_FIRST") ?? "0", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [Trait("Clause", "S21")]
    public async Task S21_every_marker_stands_exactly_where_the_statement_allows(string kind)
    {
        if (kind == "postgres" && Postgres.ConnectionString is null)
        {
            output.WriteLine(Postgres.Missing);
            return;
        }

        var failures = new List<string>();
        var refusals = new List<string>();
        for (int from = First; from < First + Count; from += Batch)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            CanaryModels models = CanaryModels.Compile(from, Math.Min(Batch, First + Count - from));
            TimeSpan compiled = watch.Elapsed;
            foreach (ModelSpec model in models.All)
                await CheckAsync(kind, models, model, failures, refusals);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"models {from} and on: compiled in {compiled.TotalSeconds:0.0} s, run in {(watch.Elapsed - compiled).TotalSeconds:0.0} s"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {Count} models, {failures.Count} failures, {refusals.Count} models with a refusal"));
        Assert.True(failures.Count == 0, $"{failures.Count} of {Count} models fail:\n{string.Join("\n\n", failures.Take(5))}");

        // A generator that refuses everything would forget nothing.
        Assert.True(refusals.Count * 4 <= Count, $"{refusals.Count} of {Count} models are refused:\n{string.Join("\n", refusals)}");
    }

    private static async Task CheckAsync(string kind, CanaryModels models, ModelSpec model, List<string> failures, List<string> refusals)
    {
        await using LiveDatabase database = await LiveDatabase.CreateAsync(kind);
        await using System.Data.Common.DbConnection connection = await database.ConnectAsync();
        var run = new CanaryRun(models, model, connection);
        try
        {
            await run.RunAsync();
        }
        catch (Exception e)
        {
            failures.Add(e is Xunit.Sdk.XunitException ? e.Message : $"model {model.Seed}: {e}\n\n{SpecSource.Write(model, "M")}");
        }

        if (run.Refusals.Count > 0)
            refusals.Add($"{model.Seed}: {run.Refusals[0]}");
    }
}
