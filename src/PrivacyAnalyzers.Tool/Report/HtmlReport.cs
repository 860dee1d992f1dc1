using System.Globalization;
using System.Text;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Report;

/// <summary>One HTML page that needs nothing but itself: no script, no network, no font.</summary>
internal sealed class HtmlReport
{
    private readonly StringBuilder _html = new();
    private readonly ReportModel _report;

    private HtmlReport(ReportModel report) => _report = report;

    public static string Write(ReportModel report) => new HtmlReport(report).Write();

    private string Write()
    {
        Line("<!doctype html>");
        Line("<html lang=\"en\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line($"<title>Privacy report: {Escape.Html(_report.Title)}</title>");
        Line($"<style>\n{ReportStyle.Css.ReplaceLineEndings("\n")}\n</style>");
        Line("</head>");
        Line("<body>");
        Line("<a class=\"skip\" href=\"#main\">Skip to the content</a>");
        Head();
        Line("<main id=\"main\">");
        Section("held", "What is held", Held);
        Section("map", "Data map", Map);
        Section("retention", "Retention schedule", Retention);
        Section("differences", "Differences to the last record", Differences);
        Section("clauses", "What the statement says, and how the code stands to it", Clauses);
        Line("</main>");
        Line($"<footer><p>Made by <code>dotnet privacy report</code> from {Escape.Html(string.Join(", ", _report.Assemblies))}.</p></footer>");
        Line("</body>");
        Line("</html>");
        return _html.ToString();
    }

    private void Head()
    {
        Line("<header>");
        Line($"<h1>{Escape.Html(_report.Title)}</h1>");
        Line($"<p class=\"soft\">{(_report.Effective is { } date ? $"Effective from <time datetime=\"{Escape.Html(date)}\">{Escape.Html(date)}</time>. " : "")}What the code of {Escape.Html(string.Join(", ", _report.Assemblies))} stores about people.</p>");
        if (!_report.KnowsUses)
            Line("<p><strong>No compiler log was given for every assembly: purposes and recipients are incomplete.</strong> Build with <code>-p:PrivacyLog=true</code>.</p>");
        Line("<dl class=\"facts\">");
        Fact("Members held", _report.Held.Count);
        Fact("Categories", _report.Held.Select(entry => entry.Category).Distinct(StringComparer.Ordinal).Count());
        Fact("Purposes in code", _report.Held.SelectMany(entry => entry.Purposes).Distinct(StringComparer.Ordinal).Count());
        Fact("Recipients in code", _report.Held.SelectMany(entry => entry.Recipients).Distinct(StringComparer.Ordinal).Count());
        Fact("Broken clauses", _report.Clauses.Count(clause => clause.Status == ClauseStatus.Broken));
        Line("</dl>");
        Line("<nav aria-label=\"Sections\"><ul role=\"list\">");
        foreach ((string id, string title) in new[] { ("held", "What is held"), ("map", "Data map"), ("retention", "Retention schedule"), ("differences", "Differences"), ("clauses", "The statement") })
            Line($"<li><a href=\"#{id}\">{title}</a></li>");
        Line("</ul></nav>");
        Line("</header>");
    }

    private void Held() => Table(
        "Every stored member that is personal data" + (_report.SharedPrefix.Length > 0 ? $", in {_report.SharedPrefix.TrimEnd('.')}" : ""),
        ["Member", "Category", "Data class", "Retention", "Purposes", "Recipients"],
        _report.Held.Select(entry => new[] { Breakable(_report.Short(entry.Member)), Text(entry.Category), Text(entry.DataClass), Text(entry.Retention), List(entry.Purposes), List(entry.Recipients) }));

    private void Map()
    {
        Line("<p class=\"soft\">From left to right: where data is stored, what it is, for what code reads it, and to whom code hands it.</p>");
        Line("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Data map, scrolls sideways\">");
        _html.Append(DataMap.Draw(_report));
        Line("</div>");
    }

    private void Retention()
    {
        if (_report.Schedule.Count == 0)
        {
            Line("<p>No member has a retention rule.</p>");
            return;
        }

        double longest = _report.Schedule.Max(rule => rule.Days ?? 0);
        Line("<ol class=\"line\" role=\"list\">");
        foreach (ScheduledRule rule in _report.Schedule)
        {
            // A bar of a period is as long as the period; one that law or instruction ends is open, and dashed.
            string width = rule.Days is { } days && longest > 0 ? Math.Max(0.5, 100 * days / longest).ToString("0.#", CultureInfo.InvariantCulture) : "100";
            bool isOpen = rule.Days is null || rule.InWords.StartsWith("as long as", StringComparison.Ordinal);
            Line($"<li><strong>{Escape.Html(rule.Name)}</strong><span>{Escape.Html(rule.InWords)}, {Words.Count(rule.Members, "member")}<span class=\"bar{(isOpen ? " open" : "")}\" style=\"width:{width}%\" aria-hidden=\"true\"></span></span></li>");
        }

        Line("</ol>");
    }

    private void Differences()
    {
        if (_report.Differences is null)
            Line("<p>No record was given to compare with. Name one with <code>--record</code>.</p>");
        else if (_report.Differences.Count == 0)
            Line("<p class=\"Kept\"><strong>None.</strong> The code discloses what is recorded.</p>");
        else
            Table("What the code discloses now and the record does not say, or says otherwise", ["Member", "Category", "Difference"], _report.Differences.Select(difference => new[] { Breakable(_report.Short(difference.Member)), Text(difference.Category), Text(difference.InWords) }));
    }

    private void Clauses()
    {
        if (_report.Clauses.Count == 0)
        {
            Line("<p>The assemblies were built without a privacy statement.</p>");
            return;
        }

        Line("<p class=\"soft\">“Checked in the build” means that a rule of the analyzers holds code to it, and that an assembly does not show it.</p>");
        Table(
            "Each clause of the statement",
            ["Clause", "Section", "Status", "Finding"],
            _report.Clauses.Select(clause => new[] { Breakable(clause.Name), Text(clause.Section), $"<span class=\"status {clause.Status}\">{StatusText(clause.Status)}</span>", Text(clause.Finding) }));
    }

    public static string StatusText(ClauseStatus status) => status switch
    {
        ClauseStatus.Kept => "✓ Kept",
        ClauseStatus.Unused => "○ Nothing in code",
        ClauseStatus.Broken => "✗ Broken",
        _ => "· Checked in the build",
    };

    private void Table(string caption, string[] head, IEnumerable<string[]> rows)
    {
        // On a phone a row is a block of its own, and what is no table any more by its looks stays one by its roles.
        Line($"<div class=\"scroll rows\" tabindex=\"0\" role=\"region\" aria-label=\"{Escape.Html(caption)}\">");
        Line($"<table role=\"table\"><caption>{Escape.Html(caption)}</caption>");
        Line($"<thead role=\"rowgroup\"><tr role=\"row\">{string.Concat(head.Select(cell => $"<th role=\"columnheader\" scope=\"col\">{Escape.Html(cell)}</th>"))}</tr></thead>");
        Line("<tbody role=\"rowgroup\">");
        foreach (string[] row in rows)
            Line($"<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{row[0]}</th>{string.Concat(row.Skip(1).Select((cell, i) => $"<td role=\"cell\"{(cell == Text(null) ? " class=\"none\"" : "")} data-label=\"{Escape.Html(head[i + 1])}\">{cell}</td>"))}</tr>");
        Line("</tbody></table></div>");
    }

    private void Section(string id, string title, Action content)
    {
        Line($"<section aria-labelledby=\"{id}\">");
        Line($"<h2 id=\"{id}\">{Escape.Html(title)}</h2>");
        content();
        Line("</section>");
    }

    private void Fact(string name, int value) => Line(FormattableString.Invariant($"<div><dt>{name}</dt><dd>{value}</dd></div>"));

    private static string Text(string? text) => text is null ? "<span class=\"soft\">–</span>" : Escape.Html(text);

    private static string List(Model.EquatableArray<string> names) => names.Count == 0 ? Text(null) : string.Join(", ", names.Select(Escape.Html));

    /// <summary>Long names may break after their dots.</summary>
    private static string Breakable(string name) => Escape.Html(name).Replace(".", ".<wbr>", StringComparison.Ordinal);

    private void Line(string line) => _html.Append(line).Append('\n');
}
