using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers.Tool.Output;

/// <summary>Puts text that comes from code, statements and logs into formats, so that it stays text there.</summary>
internal static class Escape
{
    /// <summary>For HTML and SVG, in content and in quoted attributes. Control characters, which no markup may hold, become spaces.</summary>
    public static string Html(string? text)
    {
        var result = new StringBuilder();
        foreach (char c in text ?? "")
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                _ when char.IsControl(c) => result.Append(' '),
                _ when IsDirection(c) => result.Append('\ufffd'),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>For a cell of a Markdown table: on one line, and no mark of Markdown or HTML works.</summary>
    public static string Markdown(string? text)
    {
        var result = new StringBuilder();
        foreach (char c in text ?? "")
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                result.Append(' ');
            else if (IsDirection(c))
                result.Append('\ufffd');
            else if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '!' or '|' or '~')
                result.Append('\\').Append(c);
            else if (c is '<' or '>' or '&')
                result.Append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            else
                result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A cell of CSV (RFC 4180), always quoted. What a spreadsheet would take for a formula, also in wide letters and behind what cannot be seen, gets an apostrophe before it.</summary>
    public static string Csv(string? text)
    {
        string value = text ?? "";
        int at = 0;
        while (at < value.Length && (char.IsWhiteSpace(value[at]) || char.IsControl(value[at]) || char.GetUnicodeCategory(value[at]) == UnicodeCategory.Format))
            at++;
        bool isFormula = at < value.Length && value[at] is ('=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20');
        if (isFormula || value is ['\t' or '\r' or '\n', ..])
            value = "'" + value;
        return "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>
    /// A double-quoted YAML string. JSON's would not do: it writes what is beyond the first plane as two halves, which readers of YAML take for two characters.
    /// </summary>
    public static string Yaml(string text)
    {
        var result = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                result.Append('\\').Append((char)rune.Value);
            else if (rune.Value is >= ' ' and <= '~')
                result.Append((char)rune.Value);
            else
                result.Append(rune.IsBmp ? "\\u" : "\\U").Append(rune.Value.ToString(rune.IsBmp ? "x4" : "x8", CultureInfo.InvariantCulture));
        }

        return result.Append('"').ToString();
    }

    /// <summary>A line for a terminal: what would command it, begin another line or turn what is read around is shown as its number.</summary>
    public static string Terminal(string text)
    {
        var result = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]))
                result.Append(c).Append(text[++at]);
            else if (char.IsControl(c) || char.IsSurrogate(c) || IsDirection(c) || c is '\u2028' or '\u2029')
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>Characters that change the order in which others are shown.</summary>
    private static bool IsDirection(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>A part of an IRI: what is not plain is percent-encoded.</summary>
    public static string Iri(string text) => Uri.EscapeDataString(text);

    /// <summary>A key of letters, digits and underscores.</summary>
    public static string Key(string text)
    {
        string key = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? c.ToString(CultureInfo.InvariantCulture) : "_"));
        return key.Length == 0 ? "_" : key;
    }
}
