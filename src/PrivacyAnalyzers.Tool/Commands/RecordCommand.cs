using System.CommandLine;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Commands;

/// <summary>Writes what code discloses into its record, and refuses where the statement's date did not change with it.</summary>
internal static class RecordCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> assemblies = CommonOptions.Assemblies();
        Option<string[]> logs = CommonOptions.Logs();
        Option<string?> output = CommonOptions.Output("The record to write; by default the one that the project has, else privacy.disclosures.txt here");
        Option<string?> sameDate = new("--same-date") { Description = "Why what is disclosed may change under the same date; the reason is written into the record" };
        Option<bool> json = CommonOptions.Json();
        Command command = new("record", "Record what the code discloses") { assemblies, logs, output, sameDate, json };
        command.Runs(console, parsed =>
        {
            string? reason = parsed.GetValue(sameDate);
            if (reason is not null && string.IsNullOrWhiteSpace(reason))
                throw new ToolFault("--same-date needs a reason");
            IReadOnlyList<Project> projects = CommonOptions.Read(console, parsed, assemblies, logs, needsUses: true);
            Result[] results = Targets(projects, parsed.GetValue(output)).Select(target => Record(target.Path, target.Projects, reason)).ToArray();
            if (parsed.GetValue(json))
                console.Data(new { records = results });
            foreach (Result result in results.Where(_ => !parsed.GetValue(json)))
                console.Line(result.InWords);
            return results.Any(result => result.State == "refused") ? ExitCodes.Drift : ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Each project records its own; a file that is named takes all.</summary>
    private static IEnumerable<(string Path, IReadOnlyList<Project> Projects)> Targets(IReadOnlyList<Project> projects, string? output)
    {
        if (output is not null)
            return [(output, projects)];
        Project[] without = projects.Where(project => project.RecordPath is null).ToArray();
        if (without.Length > 1)
            throw new ToolFault($"{without[0].Path} and {without[1].Path} have no record yet; record them one by one with --output, each beside its project");
        return projects.GroupBy(project => project.RecordPath ?? DisclosureRecord.FileName, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<Project>)group.ToArray()));
    }

    private static Result Record(string path, IReadOnlyList<Project> projects, string? reason)
    {
        Picture picture = Picture.Of(projects);
        DisclosureRecord? before = Records.ReadIfAny(path);
        StatementDate? effective = picture.Statement?.Effective is { } text ? DisclosureRecord.Date(text) : null;
        int changes = DisclosureDifference.Between(before?.Entries.ToArray() ?? [], picture.Entries).Count;
        bool isSameDate = before?.Effective is { } recorded && effective is { } now && now.CompareTo(recorded) <= 0;
        if (changes > 0 && before is not null && isSameDate && reason is null)
            return new Result(path, "refused", changes, before.Effective.ToString(), effective.ToString());

        // A reason without a change would only stay in the way.
        DisclosureRecord record = DisclosureRecord.Of(picture.Entries, effective ?? before?.Effective, before, changes > 0 && isSameDate ? reason : null);
        return new Result(path, Files.Write(path, record.ToText()) ? "written" : "unchanged", changes, before?.Effective?.ToString(), effective?.ToString());
    }

    private sealed record Result(string Path, string State, int Changes, string? RecordedDate, string? StatementDate)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string InWords => State switch
        {
            "refused" => $"{Path}: refused: {Words.Count(Changes, "change")} since the record of {RecordedDate}, and the statement is effective from {StatementDate}, not later; revise the statement and its date, or say with --same-date why it stays",
            "written" => $"{Path}: written, {Words.Count(Changes, "change")}",
            _ => $"{Path}: unchanged",
        };
    }
}
