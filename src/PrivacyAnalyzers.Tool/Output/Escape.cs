using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

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
                _ when char.IsControl(c) || char.IsSurrogate(c) => result.Append(char.IsSurrogate(c) ? c : ' '),
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
            else if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '!' or '|' or '~')
                result.Append('\\').Append(c);
            else if (c is '<' or '>' or '&')
                result.Append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            else
                result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A cell of CSV (RFC 4180), always quoted. What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Csv(string? text)
    {
        string value = text ?? "";
        if (value.TrimStart() is { Length: > 0 } visible && (visible[0] is '=' or '+' or '-' or '@' || value[0] is '\t' or '\r' or '\n'))
            value = "'" + value;
        return "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>A JSON string, which is also a double-quoted YAML string.</summary>
    public static string Json(string text) => JsonSerializer.Serialize(text, JsonText);

    /// <summary>A part of an IRI: what is not plain is percent-encoded.</summary>
    public static string Iri(string text) => Uri.EscapeDataString(text);

    /// <summary>A key of letters, digits and underscores.</summary>
    public static string Key(string text)
    {
        string key = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? c.ToString(CultureInfo.InvariantCulture) : "_"));
        return key.Length == 0 ? "_" : key;
    }

    private static readonly JsonSerializerOptions JsonText = new() { Encoder = JavaScriptEncoder.Default };
}
