using System.Text;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Report;

/// <summary>The report as Markdown, for a pull request or a wiki.</summary>
internal static class MarkdownReport
{
    public static string Write(ReportModel report)
    {
        var text = new StringBuilder();
        text.Append($"# {Escape.Markdown(report.Title)}\n\n");
        text.Append($"{(report.Effective is { } date ? $"Effective from {Escape.Markdown(date)}. " : "")}What the code of {Escape.Markdown(string.Join(", ", report.Assemblies))} stores about people.\n");
        Table(text, "What is held", ["Member", "Category", "Data class", "Retention", "Purposes", "Recipients"],
            report.Held.Select(entry => new[] { entry.Member, entry.Category, entry.DataClass, entry.Retention, string.Join(", ", entry.Purposes), string.Join(", ", entry.Recipients) }));
        Table(text, "Retention schedule", ["Rule", "Kept", "Members"], report.Schedule.Select(rule => new[] { rule.Name, rule.InWords, rule.Members.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        if (report.Differences is { } differences)
            Table(text, "Differences to the last record", ["Member", "Category", "Difference"], differences.Select(difference => new[] { difference.Member, difference.Category, difference.InWords }));
        Table(text, "What the statement says", ["Clause", "Section", "Status", "Finding"],
            report.Clauses.Select(clause => new[] { clause.Name, clause.Section, HtmlReport.StatusText(clause.Status), clause.Finding }));
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, string[] head, IEnumerable<string?[]> rows)
    {
        text.Append($"\n## {title}\n\n");
        string[] lines = rows.Select(row => $"| {string.Join(" | ", row.Select(cell => string.IsNullOrEmpty(cell) ? "–" : Escape.Markdown(cell)))} |\n").ToArray();
        if (lines.Length == 0)
        {
            text.Append("None.\n");
            return;
        }

        text.Append($"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => " --- |"))}\n").Append(string.Concat(lines));
    }
}
