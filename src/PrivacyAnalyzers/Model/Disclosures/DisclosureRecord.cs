using System.Globalization;
using System.Text;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Disclosures;

/// <summary>
/// <c>privacy.disclosures.txt</c>: what the code disclosed when somebody last agreed to it. The same disclosures give the same bytes:
/// UTF-8 without a mark, LF, lines in ordinal order.
/// </summary>
/// <param name="Effective">The statement's date at that time; <see langword="null"/> where the record has none, which counts as older than any.</param>
/// <param name="Comments">Lines that people wrote, without their line ends. They stay, at the top.</param>
internal sealed record DisclosureRecord(StatementDate? Effective, EquatableArray<string> Comments, EquatableArray<RecordedDisclosure> Entries)
{
    public const string FileName = "privacy.disclosures.txt";
    private const string EffectivePrefix = "# effective:";
    private const string SameDatePrefix = "# same date:";

    /// <summary>The file's text.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        if (Effective is { } date)
            text.Append(EffectivePrefix).Append(' ').Append(date).Append('\n');
        foreach (string comment in Comments)
            text.Append(comment).Append('\n');
        foreach (string line in Entries.Select(entry => entry.ToLine()).Distinct(StringComparer.Ordinal).OrderBy(line => line, StringComparer.Ordinal))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>The record of what code discloses now, with the comments of the one before.</summary>
    /// <param name="sameDate">Why the statement's date did not change, where somebody says so.</param>
    public static DisclosureRecord Of(IEnumerable<RecordedDisclosure> entries, StatementDate? effective, DisclosureRecord? before, string? sameDate = null)
    {
        // A reason belongs to its date.
        IEnumerable<string> comments = (before?.Comments ?? EquatableArray<string>.Empty)
            .Where(comment => before?.Effective == effective || !comment.StartsWith(SameDatePrefix, StringComparison.Ordinal));
        if (sameDate is not null)
            comments = comments.Append($"{SameDatePrefix} {OneLine(sameDate)}");
        return new DisclosureRecord(effective, comments.ToEquatableArray(), entries.Distinct().OrderBy(entry => entry.ToLine(), StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>Reads the file's text; lines that are none of the record's are given back with their numbers, from zero.</summary>
    public static DisclosureRecord Read(string text, out IReadOnlyList<int> faults, out IReadOnlyList<(RecordedDisclosure Entry, int Line)> places)
    {
        StatementDate? effective = null;
        var comments = new List<string>();
        var entries = new List<(RecordedDisclosure Entry, int Line)>();
        var wrong = new List<int>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r').Trim(' ', '\t', '\uFEFF');
            if (line.Length == 0)
                continue;
            if (line.StartsWith(EffectivePrefix, StringComparison.Ordinal))
            {
                if (effective is null && Date(line.Substring(EffectivePrefix.Length).Trim()) is { } date)
                    effective = date;
                else
                    wrong.Add(i);
            }
            else if (line[0] == '#')
            {
                comments.Add(line);
            }
            else if (RecordedDisclosure.Parse(line) is { } entry)
            {
                entries.Add((entry, i));
            }
            else
            {
                wrong.Add(i);
            }
        }

        faults = wrong;
        places = entries;
        return new DisclosureRecord(effective, comments.ToEquatableArray(), entries.Select(entry => entry.Entry).ToEquatableArray());
    }

    public static StatementDate? Date(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? new StatementDate(date.Year, date.Month, date.Day) : null;

    private static string OneLine(string text) => new(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c).ToArray());
}
