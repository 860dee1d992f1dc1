using System.Text;
using System.Text.Json;
using PrivacyAnalyzers.SampleTests.Support;
using PrivacyAnalyzers.Tests.Meta;

namespace PrivacyAnalyzers.SampleTests;

/// <summary>Builds the careless sample, and holds every finding: rule, severity, file, line and message, no more and no fewer.</summary>
public class LeakyTests
{
    /// <summary>With this environment variable set to 1 the checked-in list is written anew, to be read in the diff.</summary>
    private const string WriteSwitch = "SAMPLE_WRITE";

    [Fact]
    public async Task The_careless_sample_fails_to_build_with_exactly_these_findings()
    {
        string project = Path.Combine(Repository.Root, "samples", "LeakyCommunications");
        string sarif = Path.Combine(project, "obj", "findings.sarif");
        if (File.Exists(sarif))
            File.Delete(sarif);

        ProcessRun build = await ProcessRun.StartAsync("dotnet", Repository.Root, "build", project, "-nologo", "-v", "quiet");

        Assert.True(File.Exists(sarif), build.Output);
        string actual = Findings(await File.ReadAllTextAsync(sarif));
        string list = Path.Combine(project, "expected-findings.txt");
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
            await File.WriteAllTextAsync(list, actual);
        Assert.Equal((await File.ReadAllTextAsync(list)).ReplaceLineEndings("\n"), actual);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error PRIV1006", build.Output, StringComparison.Ordinal);
    }

    private static string Findings(string sarif)
    {
        using JsonDocument log = JsonDocument.Parse(sarif);
        var lines = new List<(string File, int Line, int Column, string Text)>();
        foreach (JsonElement result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            string file = "-";
            int line = 0;
            int column = 0;
            if (result.TryGetProperty("locations", out JsonElement locations) && locations.GetArrayLength() > 0)
            {
                JsonElement place = locations[0].GetProperty("physicalLocation");
                file = Path.GetFileName(Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!));
                line = place.GetProperty("region").GetProperty("startLine").GetInt32();
                column = place.GetProperty("region").GetProperty("startColumn").GetInt32();
            }

            string id = result.GetProperty("ruleId").GetString()!;
            string level = result.GetProperty("level").GetString()!;
            string message = result.GetProperty("message").GetProperty("text").GetString()!;
            lines.Add((file, line, column, FormattableString.Invariant($"{file}({line},{column}): {level} {id}: {message}")));
        }

        var text = new StringBuilder();
        foreach (var line in lines.OrderBy(line => line.File, StringComparer.Ordinal).ThenBy(line => line.Line).ThenBy(line => line.Column).ThenBy(line => line.Text, StringComparer.Ordinal))
            text.Append(line.Text).Append('\n');
        return text.ToString();
    }
}
