using System.CommandLine;
using System.Text.Json.Nodes;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>The compiler writes the steps of a value as related locations; viewers and code scanning show paths as code flows.</summary>
internal static class SarifCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string> log = new("log") { Description = "A compiler log (SARIF 2.1)" };
        Option<string?> output = CommonOptions.Output("The log to write; by default the log itself");
        Option<bool> json = CommonOptions.Json();
        Command command = new("sarif", "Make code flows of the paths in a compiler log") { log, output, json };
        command.Runs(console, parsed =>
        {
            CompilerLog read = CompilerLog.Read(parsed.GetValue(log)!);
            int flows = read.Results.Count(AddFlow);
            string file = parsed.GetValue(output) ?? read.Path;
            Files.Write(file, read.Root.ToJsonString(Json.Options).ReplaceLineEndings("\n") + "\n");
            if (parsed.GetValue(json))
                console.Data(new { output = file, results = read.Results.Count, codeFlows = flows });
            else
                console.Line($"{file}: {Words.Count(flows, "code flow")} in {Words.Count(read.Results.Count, "result")}");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>One flow a result: its related locations in order, then the place of the finding itself.</summary>
    private static bool AddFlow(LogResult result)
    {
        if (!result.Rule.StartsWith("PRIV", StringComparison.Ordinal) || result.Node["codeFlows"] is not null ||
            result.Node["relatedLocations"] is not JsonArray { Count: > 0 } steps || result.Node["locations"] is not JsonArray { Count: > 0 } places)
        {
            return false;
        }

        var locations = new JsonArray();
        foreach (JsonNode? place in steps.Append(places[0]))
        {
            if (place is not JsonObject step || step["physicalLocation"] is not JsonObject physical)
                continue;
            JsonObject location = new() { ["physicalLocation"] = physical.DeepClone() };
            if (locations.Count == 0)
                location["message"] = new JsonObject { ["text"] = "The data comes from here" };
            locations.Add(new JsonObject { ["location"] = location });
        }

        if (locations.Count < 2)
            return false;
        locations[^1]!["location"]!["message"] = new JsonObject { ["text"] = result.Message };
        result.Node["codeFlows"] = new JsonArray(new JsonObject { ["threadFlows"] = new JsonArray(new JsonObject { ["locations"] = locations }) });
        return true;
    }
}
