using System.Text.RegularExpressions;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>New projects that reference the packed package. Each file says at the end of a line what the compiler must find there.</summary>
[Collection(WorkshopTests.Name)]
public partial class FreshProjectTests(Workshop workshop)
{
    /// <summary>Every project in which the compiler runs. The others are in <see cref="BuildFileTests"/>.</summary>
    public static TheoryData<string> Compiled()
    {
        var data = new TheoryData<string>();
        foreach (string project in Directory.EnumerateFiles(Workshop.SourceOfProjects, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(Workshop.SourceOfProjects, project))!;
            if (!folder.StartsWith("Misconfigured", StringComparison.Ordinal))
                data.Add(folder);
        }

        return data;
    }

    /// <summary>No finding more and none less; so also no AD0001, CS8785 or CS8032, which an analyzer that fails would leave.</summary>
    [Theory]
    [MemberData(nameof(Compiled))]
    public void Builds_with_exactly_the_findings_it_is_marked_with(string project) =>
        Assert.Equal(Expectations.Read(workshop.FolderOf(project)), workshop.FindingsOf(project).Where(IsAsserted));

    /// <summary>Ten faults of ten rules: what a stranger sees in the terminal.</summary>
    [Fact]
    public void Ten_planted_faults_are_what_the_command_line_shows()
    {
        IReadOnlyList<Finding> planted = Expectations.Read(workshop.FolderOf("TenFaults"));

        Assert.Equal(10, planted.Select(finding => finding.Id).Distinct().Count());
        Assert.Equal(10, planted.Count);
        Assert.Equal(
            planted.Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            workshop.OutputOf("TenFaults").Select(line => Shown().Match(line)).Where(match => match.Success)
                .Select(match => $"{match.Groups["file"].Value}({match.Groups["line"].Value}): {match.Groups["rest"].Value}").Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What the package generates compiles without a warning, and runs.</summary>
    [Fact]
    public async Task Generated_code_runs()
    {
        Run run = await DotNet.RunAsync(workshop.FolderOf("Generated"), Path.Combine("bin", "Debug", "net10.0", "Generated.dll"));
        run.ThatSucceeded();

        Generated.AssertSaid(run.Output);
    }

    /// <summary>All that a build shows, and our own information; not the suggestions that the SDK has for any code, nor what is there for the tool.</summary>
    private static bool IsAsserted(Finding finding) => finding.Id != "PRIV4010" && (finding.Severity != "note" || finding.Id.StartsWith("PRIV", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<file>[A-Za-z.]+)\((?<line>\d+),\d+\): (?<rest>(warning|error) PRIV\d+):")]
    private static partial Regex Shown();
}
