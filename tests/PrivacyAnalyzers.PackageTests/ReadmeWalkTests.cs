using System.Text.RegularExpressions;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>
/// What the README tells a newcomer, done as written, in an empty folder with the package in no cache: every file and every command of
/// "Five minutes", in order, from the new project to the first finding, its fix, and the generated code.
/// </summary>
[Collection(WorkshopTests.Name)]
[Trait("Proof", "docs")]
public partial class ReadmeWalkTests(Workshop workshop)
{
    /// <summary>The only thing done otherwise: a version that this repository is restored with, and so is at hand.</summary>
    private const string Floating = "10.*";

    [Fact]
    public async Task Following_the_readme_leads_to_the_first_finding_its_fix_and_generated_code()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(Workshop.RepositoryRoot, "README.md"));
        string folder = workshop.NewFolder("example");
        int start = readme.IndexOf("## Five minutes", StringComparison.Ordinal);
        string walk = readme[start..readme.IndexOf("\n## ", start + 3, StringComparison.Ordinal)];
        string built = "";
        int file = 0;
        foreach (Match block in Block().Matches(walk))
        {
            string text = block.Groups["text"].Value;
            switch (block.Groups["language"].Value)
            {
                case "yaml":
                    await File.WriteAllTextAsync(Path.Combine(folder, "privacy.yml"), text);
                    break;
                case "csharp":
                    await File.WriteAllTextAsync(Path.Combine(folder, FileName(walk[..block.Index]) ?? $"File{++file}.cs"), text);
                    break;
                case "sh":
                    foreach (string command in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        Assert.StartsWith("dotnet ", command, StringComparison.Ordinal);
                        Run run = await DotNet.RunAsync(folder, command["dotnet ".Length..].Replace(Floating, workshop.DotNetVersion, StringComparison.Ordinal).Split(' '));
                        run.ThatSucceeded();
                        built = command == "dotnet build" ? run.Output : built;
                    }

                    break;
                case "text":
                    Assert.Contains(text.Trim(), built, StringComparison.Ordinal);
                    built = "";
                    break;
            }
        }

        // After the fix the second build was quiet, and with the last file a third one is.
        Assert.DoesNotContain("PRIV", built, StringComparison.Ordinal);
        Assert.Contains("Build succeeded", built, StringComparison.Ordinal);
        Assert.Contains("customer.Id", await File.ReadAllTextAsync(Path.Combine(folder, "Registration.cs")), StringComparison.Ordinal);
        Run last = await DotNet.RunAsync(folder, "build");
        last.ThatSucceeded();
        Assert.DoesNotContain("warning", last.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_source_is_added_as_the_readme_says()
    {
        string folder = workshop.NewFolder("example");
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), "<configuration />");
        Directory.CreateDirectory(Path.Combine(folder, "packages"));
        string command = Command().Match(await File.ReadAllTextAsync(Path.Combine(Workshop.RepositoryRoot, "README.md"))).Groups["arguments"].Value;

        (await DotNet.RunAsync(folder, [.. command.Split(' '), "--configfile", "nuget.config"])).ThatSucceeded();

        Assert.Contains("privacy-analyzers", await File.ReadAllTextAsync(Path.Combine(folder, "nuget.config")), StringComparison.Ordinal);
    }

    /// <summary>The file that the text names last, above a block.</summary>
    private static string? FileName(string before) => before[(before.LastIndexOf("\n**", StringComparison.Ordinal) + 1)..] is var step && Named().Match(step) is { Success: true } match ? match.Groups["file"].Value : null;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(?<file>\w+\.cs)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^dotnet (?<arguments>nuget add source .*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
