using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>The command that measures any project runs, on a small one, without repeating what it measures.</summary>
[Collection(WorkshopTests.Name)]
[Trait("Proof", "docs")]
public class BenchmarkCommandTests(Workshop workshop)
{
    [Fact]
    public async Task The_benchmarks_measure_the_project_that_they_are_given()
    {
        string program = Path.Combine(Workshop.RepositoryRoot, "tests", "PrivacyAnalyzers.Benchmarks", "bin", "Debug", "net10.0", "PrivacyAnalyzers.Benchmarks.dll");
        string folder = workshop.CopyOf(Path.Combine(Workshop.SourceOfProjects, "OldCode", "Core"));
        Run run = await DotNet.RunAsync(folder, program, "OldCode.Core.csproj", "--set", "ours", "--repetitions", "1", "--files", "1");

        run.ThatSucceeded();
        Assert.Contains("OldCode.Core: ", run.Output, StringComparison.Ordinal);
    }
}
