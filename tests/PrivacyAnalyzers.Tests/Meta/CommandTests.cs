using System.Text.RegularExpressions;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>No page shows a command that nobody runs: commands stand in blocks marked <c>sh</c>, and each is run by a test, by <c>.ci/run</c>, or names a proof that exists.</summary>
[Trait("Proof", "docs")]
public partial class CommandTests
{
    private const string Tool = "tests/PrivacyAnalyzers.ToolTests/DocumentedCommandTests.cs";
    private const string Adoption = "tests/PrivacyAnalyzers.PackageTests/AdoptionTests.cs";
    private const string Walk = "tests/PrivacyAnalyzers.PackageTests/ReadmeWalkTests.cs";
    private const string Format = "tests/PrivacyAnalyzers.PackageTests/FormatTests.cs";
    private const string Workshop = "tests/PrivacyAnalyzers.PackageTests/Support/Workshop.cs";
    private const string Build = "tests/PrivacyAnalyzers.PackageTests/BuildFileTests.cs";
    private const string Installed = "tests/PrivacyAnalyzers.PackageTests/Support/InstalledTool.cs";
    private const string Leaky = "tests/PrivacyAnalyzers.SampleTests/LeakyTests.cs";
    private const string Samples = "tests/PrivacyAnalyzers.SampleTests";
    private const string Benchmarks = "tests/PrivacyAnalyzers.PackageTests/BenchmarkCommandTests.cs";

    /// <summary>What a command begins with, who runs it, and a word of it that stands there.</summary>
    private static readonly (string Command, string RunBy, string Word)[] Known =
    [
        ("dotnet privacy ", Tool, "Every_command_of_the_page_runs"),
        ("dotnet tool install --global PrivacyAnalyzers.Tool", Installed, "\"tool\", \"install\""),
        ("dotnet pack src/PrivacyAnalyzers.Annotations -c Release -o packages", Workshop, "\"pack\", \"src/PrivacyAnalyzers.Annotations\""),
        ("dotnet pack src/PrivacyAnalyzers.Tool -c Release -o packages", Installed, "\"pack\", \"src/PrivacyAnalyzers.Tool\""),
        ("dotnet nuget add source ", Walk, "nuget add source"),
        ("dotnet new web ", Walk, "## Five minutes"),
        ("dotnet add package ", Walk, "## Five minutes"),
        ("dotnet format analyzers ", Format, "\"format\", \"analyzers\""),
        ("dotnet build -p:PrivacyLog=true", Adoption, "-p:PrivacyLog=true"),
        ("dotnet build -t:WritePrivacySchema", Build, "-t:WritePrivacySchema"),
        ("dotnet build samples/LeakyCommunications", Leaky, "LeakyCommunications"),
        ("dotnet build", Walk, "\"dotnet build\""),
        ("dotnet run --project samples/Communications", Samples, "Communications"),
        ("dotnet run --project samples/Jobs", Samples, "Jobs"),
        ("dotnet run -c Release --project tests/PrivacyAnalyzers.Benchmarks", Benchmarks, "PrivacyAnalyzers.Benchmarks"),
    ];

    [Fact]
    public void Commands_stand_in_blocks_of_their_own() =>
        Repository.ShouldBeNone(
            Pages().SelectMany(page => page.Blocks).Where(block => block.Language != "sh" && block.Text.Split('\n').Any(line => Command().IsMatch(line))).Select(block => block.Place),
            "These blocks hold commands and are not marked sh:");

    [Fact]
    public void Each_command_is_run_by_somebody() =>
        Repository.ShouldBeNone(Commands().Where(each => !IsTest(each.Command) && !Known.Any(known => each.Command.StartsWith(known.Command, StringComparison.Ordinal))).Select(each => $"{each.Place}: {each.Command}"), "Nothing runs these commands:");

    [Fact]
    public void Who_runs_a_command_does() =>
        Repository.ShouldBeNone(Known.Where(known => !Texts(known.RunBy).Any(text => text.Contains(known.Word, StringComparison.Ordinal))).Select(known => $"{known.RunBy}: {known.Command}"), "These are said to run a command, and do not:");

    [Fact]
    public void A_page_with_commands_of_the_tool_is_one_whose_commands_are_run() =>
        Repository.ShouldBeNone(
            Commands().Where(each => each.Command.StartsWith("dotnet privacy ", StringComparison.Ordinal) && !Repository.Read(Repository.PathOf(Tool)).Contains($"\"{Path.GetFileName(each.Page)}\"", StringComparison.Ordinal)).Select(each => each.Place),
            "These pages are missing in DocumentedCommandTests:");

    /// <summary>Nothing is published yet: what a page installs, the README packs.</summary>
    [Fact]
    public void What_a_page_installs_the_readme_packs()
    {
        string[] packed = [.. Commands().Where(each => each.Page.EndsWith("README.md", StringComparison.Ordinal)).Select(each => Packed().Match(each.Command)).Where(match => match.Success)
            .Select(match => Repository.Read(Repository.PathOf($"{match.Groups["project"].Value}/{Path.GetFileName(match.Groups["project"].Value)}.csproj"))).Select(project => PackageId().Match(project).Groups["id"].Value)];
        Repository.ShouldBeNone(
            from each in Commands()
            let installed = Installs().Match(each.Command)
            where installed.Success && !packed.Contains(installed.Groups["id"].Value)
            select $"{each.Place}: {each.Command}",
            "These commands install what the README does not pack:");
    }

    /// <summary><c>dotnet test</c> is what runs this: a project and a proof that it names must exist.</summary>
    [Fact]
    public void A_proof_that_a_command_names_exists()
    {
        HashSet<string> proofs = [.. Repository.Files("tests", "*.cs").SelectMany(file => Trait().Matches(Repository.Read(file))).Select(match => match.Groups["name"].Value)];
        Repository.ShouldBeNone(
            from each in Commands()
            where IsTest(each.Command)
            let project = Project().Match(each.Command)
            let proof = Proof().Match(each.Command)
            where (project.Success && !Directory.Exists(Repository.PathOf(project.Value))) || (proof.Success && !proofs.Contains(proof.Groups["name"].Value))
            select $"{each.Place}: {each.Command}",
            "These commands name a project or a proof that does not exist:");
    }

    private static bool IsTest(string command) => Test().IsMatch(command);

    private static IEnumerable<(string Page, string Place, string Command)> Commands() =>
        from page in Pages()
        from block in page.Blocks
        where block.Language == "sh"
        from line in block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select (page.Name, block.Place, line.Trim());

    private static IEnumerable<MarkdownPage> Pages() => MarkdownPage.All().Append(MarkdownPage.Read(Repository.PathOf("samples/README.md")));

    private static IEnumerable<string> Texts(string path) =>
        (Directory.Exists(Repository.PathOf(path)) ? Repository.Files(path, "*.cs") : File.Exists(Repository.PathOf(path)) ? [Repository.PathOf(path)] : []).Select(Repository.Read);

    [GeneratedRegex(@"^\s*(\w+=\S+ )*(dotnet|git|npm|apt-get|bash|curl) [a-z-]")]
    private static partial Regex Command();

    [GeneratedRegex(@"^(\w+=\S+ )*dotnet test( |$)")]
    private static partial Regex Test();

    [GeneratedRegex(@"^dotnet pack (?<project>\S+)")]
    private static partial Regex Packed();

    [GeneratedRegex(@"<PackageId>(?<id>[\w.]+)</PackageId>")]
    private static partial Regex PackageId();

    [GeneratedRegex(@"^dotnet (tool install --global|add package) (?<id>PrivacyAnalyzers[\w.]*)")]
    private static partial Regex Installs();

    [GeneratedRegex(@"tests/[\w.]+")]
    private static partial Regex Project();

    [GeneratedRegex(@"Proof=(?<name>[\w-]+)")]
    private static partial Regex Proof();

    [GeneratedRegex("""Trait\("Proof", "(?<name>[\w-]+)"\)""")]
    private static partial Regex Trait();
}
