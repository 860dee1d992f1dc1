using System.Reflection;
using System.Text.RegularExpressions;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

/// <summary>Runs every <c>dotnet privacy</c> that the guides show, in order, in the folder of a project that was just built.</summary>
[Collection(Name)]
[Trait("Proof", "docs")]
public sealed partial class DocumentedCommandTests
{
    public const string Name = "The current folder";

    /// <summary>What other tests run: the installed tool and fresh builds.</summary>
    private static readonly string[] RunElsewhere =
    [
        "dotnet tool install --global PrivacyAnalyzers.Tool",
        "dotnet build",
        "dotnet build -p:PrivacyLog=true",
        "dotnet build -p:PrivacyLog=true -p:TreatWarningsAsErrors=false",
        "dotnet add package PrivacyAnalyzers",
        "dotnet format analyzers --severity info --diagnostics PRIV2002",
    ];

    private static readonly string Docs = Path.Combine(
        typeof(DocumentedCommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "docs");

    [Theory]
    [InlineData("tool.md", 8)]
    [InlineData("ci.md", 3)]
    [InlineData("adoption.md", 3)]
    public void Every_command_of_the_page_runs(string page, int commands)
    {
        using BuiltShop shop = BuiltShop.Build();
        string bin = shop.PathOf("bin/Debug/net10.0");
        Directory.CreateDirectory(bin);
        foreach (string file in new[] { "Shop.dll", "Shop.privacy.sarif" })
            File.Copy(shop.PathOf(file), Path.Combine(bin, file));
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = shop.Folder;

            // The first record is what 'check' compares with on each of these pages; its path stands in no log yet.
            string[] lines = Commands(page).ToArray();
            int run = 0;
            foreach (string line in lines.Where(line => line.StartsWith("dotnet privacy ", StringComparison.Ordinal)))
            {
                string[] arguments = Words().Matches(line["dotnet privacy ".Length..]).Select(word => word.Value.Trim('"')).ToArray();
                if (arguments[0] == "check")
                {
                    Assert.Equal(0, ToolRun.Of("record", arguments[1]).Code);
                    arguments = [.. arguments, "--record", "privacy.disclosures.txt"];
                }

                ToolRun result = ToolRun.Of(arguments);
                Assert.True(result.Code == 0, $"{page}: '{line}' ended with {result.Code}: {result.Output}{result.Error}");
                run++;
            }

            Assert.Equal(commands, run);
            Assert.Empty(lines.Where(line => !line.StartsWith("dotnet privacy ", StringComparison.Ordinal)).Except(RunElsewhere));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Fact]
    public void The_page_names_every_command_and_every_exit_code()
    {
        string page = File.ReadAllText(Path.Combine(Docs, "tool.md"));
        string help = ToolRun.Of("--help").Output;
        Assert.Contains("  dotnet privacy [command] [options]", help, StringComparison.Ordinal);
        Assert.Contains("  dotnet privacy baseline <logs>... [options]", ToolRun.Of("baseline", "--help").Output, StringComparison.Ordinal);

        string[] commands = CommandOfHelp().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(7, commands.Length);
        Assert.All(commands, command => Assert.Contains($"| `{command}` |", page, StringComparison.Ordinal));
        Assert.All(new[] { "| 0 |", "| 1 |", "| 2 |" }, row => Assert.Contains(row, page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Commands(string page)
    {
        bool isShell = false;
        foreach (string line in File.ReadLines(Path.Combine(Docs, page)).Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isShell = line == "```sh";
            else if (isShell && line.Length > 0)
                yield return line;
        }
    }

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^  ([a-z]+) <", RegexOptions.Multiline)]
    private static partial Regex CommandOfHelp();
}

/// <summary>A process has one current folder: these tests run when no other does.</summary>
[CollectionDefinition(DocumentedCommandTests.Name, DisableParallelization = true)]
public sealed class CurrentFolderTests;
