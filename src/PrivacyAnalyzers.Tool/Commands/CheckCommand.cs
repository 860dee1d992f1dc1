using System.CommandLine;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>For CI: holds what all projects disclose to their records, and the statement's promises to all of them.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> assemblies = CommonOptions.Assemblies();
        Option<string[]> logs = CommonOptions.Logs();
        Option<string[]> records = CommonOptions.Records();
        Option<bool> json = CommonOptions.Json();
        Command command = new("check", "Compare what the code discloses with the record; exit code 1 where it drifted") { assemblies, logs, records, json };
        command.Runs(console, parsed =>
        {
            IReadOnlyList<Project> projects = CommonOptions.Read(console, parsed, assemblies, logs, needsUses: true);
            Picture picture = Picture.Of(projects);
            string[] named = parsed.GetValue(records) ?? [];
            if (named.Length == 0 && projects.FirstOrDefault(project => project.RecordPath is null) is { } without)
                throw new ToolFault($"{without.Path} was built without recorded disclosures; write them with 'dotnet privacy record' beside the project and build again, or name them with --record");
            IReadOnlyList<DisclosureDifference> differences = DisclosureDifference.Between(Records.Together(projects, named)!, picture.Entries);
            string[] unkept = picture.Unkept().ToArray();
            if (parsed.GetValue(json))
                console.Data(new { drift = differences.Count > 0, differences = differences.Select(difference => new { difference.Member, difference.Category, difference = difference.InWords }), unkept });
            else
                Say(console, picture, differences, unkept);
            return differences.Count > 0 ? ExitCodes.Drift : ExitCodes.Done;
        });
        return command;
    }

    private static void Say(ToolConsole console, Picture picture, IReadOnlyList<DisclosureDifference> differences, string[] unkept)
    {
        foreach (DisclosureDifference difference in differences)
            console.Line($"PRIV4005: '{difference.Member}' ({difference.Category}) {difference.InWords}");
        foreach (string promise in unkept)
            console.Line("PRIV4004: " + promise);
        console.Line(differences.Count == 0
            ? $"{Words.Count(picture.Entries.Count, "member")} of {Words.Count(picture.Projects.Count, "project")} as recorded"
            : $"{Words.Count(differences.Count, "difference")}; record them with 'dotnet privacy record'");
    }
}
