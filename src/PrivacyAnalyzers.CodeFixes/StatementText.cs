using System.Text;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Edits of <c>privacy.yml</c> as text: what is added goes to the end of its section, and every comment and every order stays.</summary>
internal static class StatementText
{
    /// <summary>Adds an entry to a section, such as <c>sms-provider: { kind: service-provider }</c>; the section is begun where it is not there.</summary>
    public static SourceText AddEntry(SourceText text, string section, string entry)
    {
        int header = LineOf(text, section);
        string end = LineEnd(text);
        if (header < 0)
        {
            string gap = text.Length == 0 || text[text.Length - 1] == '\n' ? "" : end;
            return Insert(text, text.Length, $"{gap}{end}{section}:{end}  {entry}{end}");
        }

        // recipients: { a: { … } }, and products: [a, b].
        string line = text.ToString(text.Lines[header].Span);
        string rest = WithoutComment(line.Substring(line.IndexOf(':') + 1)).Trim();
        if (rest.Length > 0)
        {
            int close = text.Lines[header].Start + WithoutComment(line).TrimEnd().Length - 1;
            bool isEmpty = rest.Trim('{', '}', '[', ']', ' ').Length == 0;
            return rest[rest.Length - 1] is '}' or ']' ? Insert(text, TrimBack(text, close), (isEmpty ? (rest[0] == '{' ? " " : "") : ", ") + entry + (isEmpty && rest[0] == '{' ? " " : "")) : text;
        }

        int last = header;
        string indent = "  ";
        for (int i = header + 1; i < text.Lines.Count; i++)
        {
            string each = text.ToString(text.Lines[i].Span);
            if (each.Trim().Length == 0 || each.TrimStart()[0] == '#')
                continue;
            if (each[0] is not (' ' or '-'))
                break;
            if (last == header)
                indent = each.Substring(0, each.Length - each.TrimStart().Length);
            last = i;
        }

        string item = text.ToString(text.Lines[Math.Min(header + 1, text.Lines.Count - 1)].Span).TrimStart();
        string written = section == "products" && item.StartsWith("-", StringComparison.Ordinal) ? "- " + entry : entry;
        return Insert(text, text.Lines[last].End, end + indent + written);
    }

    /// <summary>Adds a name to a list of an entry, such as the data classes of a category.</summary>
    /// <returns><see langword="null"/> where the list is written in another way than in one line.</returns>
    public static SourceText? AddToList(SourceText text, Position entry, string key, string name)
    {
        for (int i = entry.Line; i < text.Lines.Count; i++)
        {
            string line = WithoutComment(text.ToString(text.Lines[i].Span));
            if (i > entry.Line && line.Trim().Length > 0 && line.Length - line.TrimStart().Length <= entry.Column)
                return null;
            int found = line.IndexOf(key + ": [", StringComparison.Ordinal);
            if (found < 0)
                continue;
            int close = line.IndexOf(']', found);
            return close < 0 ? null : Insert(text, text.Lines[i].Start + close, (line[close - 1] == '[' ? "" : ", ") + name);
        }

        return null;
    }

    private static int LineOf(SourceText text, string section)
    {
        for (int i = 0; i < text.Lines.Count; i++)
        {
            if (text.ToString(text.Lines[i].Span).StartsWith(section + ":", StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private static int TrimBack(SourceText text, int position)
    {
        while (position > 0 && text[position - 1] == ' ')
            position--;
        return position;
    }

    private static string WithoutComment(string line)
    {
        int comment = line.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? line : line.Substring(0, comment);
    }

    private static string LineEnd(SourceText text) => text.Lines.Count > 1 && text.Lines[0].EndIncludingLineBreak - text.Lines[0].End == 2 ? "\r\n" : "\n";

    private static SourceText Insert(SourceText text, int position, string added) => SourceText.From(
        text.WithChanges(new TextChange(new TextSpan(position, 0), added)).ToString(), text.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), text.ChecksumAlgorithm);
}
