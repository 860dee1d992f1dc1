using System.CommandLine;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;
using PrivacyAnalyzers.Tool.Report;

namespace PrivacyAnalyzers.Tool.Commands;

internal static class ReportCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> assemblies = CommonOptions.Assemblies();
        Option<string[]> logs = CommonOptions.Logs();
        Option<string[]> records = CommonOptions.Records();
        Option<string?> output = CommonOptions.Output("The page to write; privacy-report.html by default");
        Option<string?> markdown = new("--markdown") { Description = "Write the report as Markdown, too" };
        Option<bool> json = CommonOptions.Json();
        Command command = new("report", "Write one HTML page about what the code holds") { assemblies, logs, records, output, markdown, json };
        command.Runs(console, parsed =>
        {
            IReadOnlyList<Project> projects = CommonOptions.Read(console, parsed, assemblies, logs, needsUses: false);
            Picture picture = Picture.Of(projects);
            IReadOnlyList<RecordedDisclosure>? recorded = Records.Together(projects, parsed.GetValue(records) ?? []);
            ReportModel report = ReportModel.Of(picture, recorded is null ? null : DisclosureDifference.Between(recorded, picture.Entries));
            string page = parsed.GetValue(output) ?? "privacy-report.html";
            Files.Write(page, HtmlReport.Write(report));
            if (parsed.GetValue(markdown) is { } file)
                Files.Write(file, MarkdownReport.Write(report));
            if (parsed.GetValue(json))
                console.Data(Data(report));
            else
                console.Line($"{page}: {report.Held.Count} members, {report.Clauses.Count(clause => clause.Status == ClauseStatus.Broken)} broken clauses");
            return ExitCodes.Done;
        });
        return command;
    }

    private static object Data(ReportModel report) => new
    {
        report.Title,
        report.Effective,
        report.Assemblies,
        report.KnowsUses,
        held = report.Held.Select(entry => new { entry.Member, entry.Category, entry.DataClass, entry.Retention, purposes = entry.Purposes.ToArray(), recipients = entry.Recipients.ToArray() }),
        retention = report.Schedule.Select(rule => new { rule.Name, kept = rule.InWords, rule.Members }),
        clauses = report.Clauses.Select(clause => new { clause.Section, clause.Name, status = clause.Status.ToString().ToLowerInvariant(), clause.Finding }),
        differences = report.Differences?.Select(difference => new { difference.Member, difference.Category, difference = difference.InWords }),
    };
}
