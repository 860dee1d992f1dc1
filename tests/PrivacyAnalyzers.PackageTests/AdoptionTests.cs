using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PrivacyAnalyzers.PackageTests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>
/// docs/adoption.md, step by step, on code that does not know the package: the one in this repository, or that of <c>PROOF_PROJECT</c>, a folder
/// that restores and builds, with the projects that <c>PROOF_PROJECT_FILES</c> names in it, in the order of their references, <c>;</c> between them.
/// <c>dotnet test tests/PrivacyAnalyzers.PackageTests --filter Proof=adoption --logger "console;verbosity=detailed"</c>
/// </summary>
[Collection(WorkshopTests.Name)]
public partial class AdoptionTests(Workshop workshop, ITestOutputHelper output)
{
    private static readonly string Source = Environment.GetEnvironmentVariable("PROOF_PROJECT") ?? Path.Combine(Workshop.SourceOfProjects, "OldCode");

    private static readonly string[] Projects = (Environment.GetEnvironmentVariable("PROOF_PROJECT_FILES") ?? "Core/OldCode.Core.csproj;Web/OldCode.Web.csproj").Split(';');

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    [Fact]
    [Trait("Proof", "adoption")]
    public async Task Old_code_adopts_the_package_by_the_guide_and_only_what_is_new_is_reported()
    {
        InstalledTool tool = await workshop.ToolAsync();
        string folder = workshop.CopyOf(Source);
        _watch.Restart();

        // Install, and look.
        foreach (string project in Projects)
            (await DotNet.RunAsync(folder, "add", project, "package", "PrivacyAnalyzers", "--version", workshop.Version)).ThatSucceeded();
        Assert.Empty(Reported(await BuildAsync(folder)));
        Say("installed and built, nothing reported");

        // A first statement.
        string[] assemblies = [.. Projects.Select(project => AssemblyOf(folder, project))];
        JsonElement init = JsonDocument.Parse(await tool.SaysAsync(folder, ["init", .. assemblies, "--json"])).RootElement;
        int proposed = init.GetProperty("proposed").GetArrayLength();
        Assert.True(proposed > 0);
        Say($"privacy.yml written, {proposed} members look like personal data");

        // Classify.
        foreach (string project in Projects)
            (await DotNet.RunAsync(folder, "format", "analyzers", project, "--no-restore", "--severity", "info", "--diagnostics", "PRIV2002")).ThatSucceeded();
        int classified = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Sum(file => Classification().Count(File.ReadAllText(file)));
        Assert.Equal(proposed, classified);

        // List what is known.
        // The projects of these tests name a log of their own.
        Run listing = await BuildAsync(folder, "-p:PrivacyLog=true", "-p:ErrorLog=", "-p:TreatWarningsAsErrors=false");
        int known = Reported(listing).Count;
        Assert.True(known > 0);
        JsonElement baseline = JsonDocument.Parse(await tool.SaysAsync(folder, "baseline", ".", "--json")).RootElement;
        int lines = baseline.GetProperty("baselines").EnumerateArray().Sum(each => each.GetProperty("lines").GetInt32());
        Assert.Empty(Reported(await BuildAsync(folder, "--no-incremental", "-p:PrivacyLog=true", "-p:ErrorLog=")));
        Say($"{classified} members classified, {known} warnings and errors, {lines} lines of baseline, the build is quiet again");

        // Record what is disclosed, project by project; one that stores nothing has nothing to record.
        int recorded = 0;
        foreach (string assembly in assemblies)
        {
            (int code, string said) = await tool.RunAsync(Path.GetDirectoryName(ProjectAbove(assembly))!, "record", assembly);
            Assert.True(code == 0 || said.Contains("holds no privacy manifest", StringComparison.Ordinal), said);
            recorded += code == 0 ? 1 : 0;
        }

        Assert.True(recorded > 0);
        Assert.Empty(Reported(await BuildAsync(folder, "--no-incremental")));

        // What is new is reported, alone, and mended.
        JsonElement member = init.GetProperty("proposed").EnumerateArray().First(each => each.GetProperty("category").GetString() == "identifier");
        string name = member.GetProperty("member").GetString()!;
        string leak = Path.Combine(folder, Path.GetDirectoryName(Projects[^1])!, "NewCode.cs");
        await File.WriteAllTextAsync(leak, $$"""
            using System.Diagnostics;

            namespace NewCode;

            internal static class Greeting
            {
                public static void Welcome({{member.GetProperty("type").GetString()}} person)
                {
                    Trace.WriteLine($"Welcome, {person.{{name}}}");
                }
            }

            """);
        string[] found = Reported(await DotNet.RunAsync(folder, "build", Projects[^1], "--no-restore", "-m:1")).ToArray();
        Assert.Equal(["NewCode.cs(9): PRIV1001"], found);
        Say("a new leak is the one finding");

        (await DotNet.RunAsync(folder, "format", "analyzers", Projects[^1], "--no-restore", "--diagnostics", "PRIV1001")).ThatSucceeded();
        Assert.DoesNotContain("person." + name, await File.ReadAllTextAsync(leak), StringComparison.Ordinal);
        Assert.Empty(Reported(await BuildAsync(folder)));
        string[] sources = [.. Projects.SelectMany(project => Directory.EnumerateFiles(Path.Combine(folder, Path.GetDirectoryName(project)!), "*.cs", SearchOption.AllDirectories)).Where(IsSource)];
        Say($"mended by a fix; {sources.Length} files, {sources.Sum(file => File.ReadLines(file).Count())} lines of {Path.GetFileName(Source)}");
    }

    private void Say(string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,6:0.0} s: {what}"));

    private static async Task<Run> BuildAsync(string folder, params string[] options) =>
        (await DotNet.RunAsync(folder, ["build", Projects[^1], "-m:1", .. options])).ThatSucceeded();

    /// <summary>Our warnings and errors, each once.</summary>
    private static IReadOnlyList<string> Reported(Run run) =>
        [.. Finding().Matches(run.Output).Select(match => $"{match.Groups["file"].Value}({match.Groups["line"].Value}): {match.Groups["id"].Value}").Distinct()];

    private static string AssemblyOf(string folder, string project) => Directory
        .EnumerateFiles(Path.Combine(folder, Path.GetDirectoryName(project)!, "bin"), Path.GetFileNameWithoutExtension(project) + ".dll", SearchOption.AllDirectories)
        .First(file => !file.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string ProjectAbove(string assembly)
    {
        for (DirectoryInfo folder = Directory.GetParent(assembly)!; ; folder = folder.Parent!)
        {
            if (folder.EnumerateFiles("*.csproj").FirstOrDefault() is { } project)
                return project.FullName;
        }
    }

    private static bool IsSource(string file) => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj");

    [GeneratedRegex(@"^\s*\[(Identifier|CustomerRecord|ProtectedCharacteristic|Commercial|Financial|Biometric|ElectronicActivity|Geolocation|Sensory|Professional|Education|Inference|Sensitive|Content|FreeText|Credential)\]", RegexOptions.Multiline)]
    private static partial Regex Classification();

    [GeneratedRegex(@"(?<file>[^\\/\s]+)\((?<line>\d+),\d+\): (warning|error) (?<id>PRIV\d+):")]
    private static partial Regex Finding();
}
