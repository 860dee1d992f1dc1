using System.Text.Json;
using PrivacyAnalyzers.ToolTests.Support;

namespace PrivacyAnalyzers.ToolTests;

/// <summary>Code flows and baselines from the compiler's log, as it is written: related locations, an analyzer's properties one level down.</summary>
public sealed class SarifTests : IDisposable
{
    private const string Log = """
        {
          "$schema": "http://json.schemastore.org/sarif-2.1.0",
          "version": "2.1.0",
          "runs": [
            {
              "results": [
                {
                  "ruleId": "PRIV1001",
                  "level": "warning",
                  "message": { "text": "'Customer.Email' (identifier) reaches a log" },
                  "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "file:///src/A.cs" }, "region": { "startLine": 9, "startColumn": 5 } } } ],
                  "relatedLocations": [
                    { "physicalLocation": { "artifactLocation": { "uri": "file:///src/A.cs" }, "region": { "startLine": 7, "startColumn": 3 } } },
                    { "physicalLocation": { "artifactLocation": { "uri": "file:///src/B.cs" }, "region": { "startLine": 2, "startColumn": 1 } } }
                  ],
                  "properties": { "warningLevel": 1, "customProperties": { "PrivacyMember": "M:A.B(C)", "PrivacySource": "P:C.Email", "PrivacySink": "M:L.Log" } }
                },
                { "ruleId": "PRIV2001", "message": { "text": "two" }, "properties": { "customProperties": { "PrivacyMember": "P:C.Email", "PrivacySource": "P:C.Email", "PrivacySink": "-" } } },
                { "ruleId": "PRIV2001", "message": { "text": "two again" }, "properties": { "customProperties": { "PrivacyMember": "P:C.Email", "PrivacySource": "P:C.Email", "PrivacySink": "-" } } },
                { "ruleId": "PRIV4001", "message": { "text": "the statement" } },
                { "ruleId": "PRIV1006", "message": { "text": "quiet" }, "suppressions": [ { "kind": "inSource" } ], "properties": { "customProperties": { "PrivacyMember": "M:A.C" } } },
                { "ruleId": "CA1000", "message": { "text": "another's" }, "relatedLocations": [ { "physicalLocation": { } } ], "locations": [ { "physicalLocation": { } } ] }
              ]
            }
          ]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("privacy-sarif-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_path_becomes_a_code_flow_that_ends_at_the_finding()
    {
        ToolRun run = ToolRun.Of("sarif", Write("in.sarif", Log), "-o", PathOf("out.sarif"));
        ToolRun again = ToolRun.Of("sarif", PathOf("out.sarif"), "--json");

        Assert.Equal((0, $"{PathOf("out.sarif")}: 1 code flow in 6 results\n"), (run.Code, run.Output));
        Assert.Equal(0, again.Json.GetProperty("codeFlows").GetInt32());
        JsonElement[] results = JsonDocument.Parse(File.ReadAllText(PathOf("out.sarif"))).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToArray();
        JsonElement[] steps = results[0].GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray().Select(step => step.GetProperty("location")).ToArray();
        Assert.Equal([7, 2, 9], steps.Select(step => step.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()));
        Assert.Equal("'Customer.Email' (identifier) reaches a log", steps[2].GetProperty("message").GetProperty("text").GetString());
        Assert.All(results.Skip(1), result => Assert.False(result.TryGetProperty("codeFlows", out _)));
    }

    [Fact]
    public void A_baseline_lists_findings_once_and_says_what_it_cannot_list()
    {
        ToolRun run = ToolRun.Of("baseline", Write("in.sarif", Log), "-o", PathOf("privacy.baseline.txt"));
        ToolRun json = ToolRun.Of("baseline", PathOf("in.sarif"), "-o", PathOf("privacy.baseline.txt"), "--json");

        Assert.Equal((0, $"{PathOf("privacy.baseline.txt")}: 2 lines for 3 findings\nnot listed, mend it: PRIV4001: the statement\n"), (run.Code, run.Output));
        Assert.Equal(
            "# Findings that were known when this file was written: rule | member it stands in | classified member | sink\nPRIV1001 | M:A.B(C) | P:C.Email | M:L.Log\nPRIV2001 | P:C.Email | P:C.Email | -\n",
            File.ReadAllText(PathOf("privacy.baseline.txt")));
        Assert.Equal(("PRIV4001: the statement", 2), (json.Json.GetProperty("notListed")[0].GetString(), json.Json.GetProperty("baselines")[0].GetProperty("lines").GetInt32()));
    }

    [Fact]
    public void A_solution_gets_a_baseline_beside_each_project()
    {
        foreach (string log in new[] { "shop/bin/Debug/net8.0/Shop.privacy.sarif", "shop/bin/Debug/net10.0/Shop.privacy.sarif", "core/bin/Debug/net10.0/Core.privacy.sarif", "artifacts/bin/Web/debug/Web.privacy.sarif" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(log))!);
            Write(log, Log);
        }

        Write("shop/Shop.csproj", "<Project />");
        Write("core/Core.csproj", "<Project />");
        Directory.CreateDirectory(PathOf("web"));
        Write("web/Web.csproj", "<Project />");
        ToolRun run = ToolRun.Of("baseline", _folder, "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal([2, 2, 2], run.Json.GetProperty("baselines").EnumerateArray().Select(each => each.GetProperty("lines").GetInt32()));
        Assert.True(File.Exists(PathOf("shop/privacy.baseline.txt")) && File.Exists(PathOf("core/privacy.baseline.txt")) && File.Exists(PathOf("web/privacy.baseline.txt")));
    }

    [Fact]
    public void Logs_of_two_projects_whose_folders_are_not_known_are_not_put_into_one_baseline()
    {
        ToolRun run = ToolRun.Of("baseline", Write("Shop.privacy.sarif", Log), Write("Core.privacy.sarif", Log));
        ToolRun none = ToolRun.Of("baseline", Directory.CreateDirectory(PathOf("empty")).FullName);

        Assert.Equal((2, 2), (run.Code, none.Code));
        Assert.Contains("were not found", run.Error, StringComparison.Ordinal);
        Assert.Contains("build with -p:PrivacyLog=true", none.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("baseline")]
    public void What_is_no_log_is_refused_and_nothing_is_written(string command)
    {
        ToolRun broken = ToolRun.Of(command, Write("in.sarif", "{ \"version\": "), "-o", PathOf("out"));
        ToolRun missing = ToolRun.Of(command, PathOf("none.sarif"), "-o", PathOf("out"));

        Assert.Equal((2, 2), (broken.Code, missing.Code));
        Assert.Contains("is not a SARIF log", broken.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("out")));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }
}
