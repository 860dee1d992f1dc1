using System.Globalization;
using PrivacyAnalyzers.PackageTests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>
/// How long the ten faults build with the package and without its analyzers. Printed, not judged: a threshold would measure the machine.
/// <c>dotnet test tests/PrivacyAnalyzers.PackageTests --filter Proof=build-time --logger "console;verbosity=detailed"</c>
/// </summary>
[Collection(WorkshopTests.Name)]
public class BuildTimeTests(Workshop workshop, ITestOutputHelper output)
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full" ? 10 : 1;

    [Fact]
    [Trait("Proof", "build-time")]
    public async Task The_analyzers_cost_is_measured()
    {
        var with = new List<TimeSpan>();
        var without = new List<TimeSpan>();
        for (int round = 0; round < Rounds; round++)
        {
            // The same project and references, so that nothing but analyzers and generators differs; in turn, so that both see the same machine.
            without.Add(await BuildAsync("-p:RunAnalyzers=false", expectFindings: false));
            with.Add(await BuildAsync("-p:RunAnalyzers=true", expectFindings: true));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"without analyzers: {Median(without):0.00} s, with: {Median(with):0.00} s, ratio {Median(with) / Median(without):0.00}, rounds {Rounds}"));
    }

    private async Task<TimeSpan> BuildAsync(string property, bool expectFindings)
    {
        Run run = await DotNet.RunAsync(workshop.FolderOf("TenFaults"), "build", "--no-restore", "--no-incremental", "-nologo", property);

        Assert.Equal(expectFindings, run.Output.Contains("PRIV1006", StringComparison.Ordinal));
        return run.Elapsed;
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalSeconds;
}
