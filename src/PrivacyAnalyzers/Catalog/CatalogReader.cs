using System.Collections.Immutable;

namespace PrivacyAnalyzers.Catalog;

/// <summary>Reads catalogue text: <c>documentation-id &lt;tab&gt; carriers &lt;tab&gt; kind</c> a line, <c>#</c> for comments.</summary>
internal static class CatalogReader
{
    /// <summary>All lines that can be read. What cannot is reported through <paramref name="onError"/> with its line number from zero.</summary>
    public static IEnumerable<CatalogLine> Read(string text, Action<int, string>? onError = null)
    {
        int number = -1;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.TrimEnd('\r', ' ');
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] parts = line.Split('\t');
            if (parts.Length != 3 || parts[0].Length < 3 || parts[0][1] != ':')
            {
                onError?.Invoke(number, "A line is 'documentation-id <tab> carriers <tab> kind'");
                continue;
            }

            if (!TryParseKind(parts[2], out CatalogKind kind, out SinkKind sink, out string? category))
            {
                onError?.Invoke(number, $"'{parts[2]}' is no kind; use log, trace, metric, telemetry, exception, console, url, file, source:CATEGORY, sanitizer, pseudonymizer, passthrough or none");
                continue;
            }

            yield return new CatalogLine(parts[0], parts[1].Split(';').ToImmutableArray(), kind, sink, category);
        }
    }

    /// <summary>The full name of the type that declares a documentation id's member: what the catalogue is indexed by.</summary>
    public static string DeclaringType(string id)
    {
        int end = id.IndexOf('(');
        if (end < 0)
            end = id.Length;
        int dot = id.LastIndexOf('.', end - 1);
        return dot < 2 ? string.Empty : id.Substring(2, dot - 2);
    }

    private static bool TryParseKind(string text, out CatalogKind kind, out SinkKind sink, out string? category)
    {
        sink = default;
        category = null;
        kind = CatalogKind.Sink;
        switch (text)
        {
            case "log": sink = SinkKind.Log; return true;
            case "trace": sink = SinkKind.Trace; return true;
            case "metric": sink = SinkKind.Metric; return true;
            case "telemetry": sink = SinkKind.Telemetry; return true;
            case "exception": sink = SinkKind.Exception; return true;
            case "console": sink = SinkKind.Console; return true;
            case "url": sink = SinkKind.Url; return true;
            case "file": sink = SinkKind.File; return true;
            case "sanitizer": kind = CatalogKind.Sanitizer; return true;
            case "pseudonymizer": kind = CatalogKind.Pseudonymizer; return true;
            case "passthrough": kind = CatalogKind.Passthrough; return true;
            case "none": kind = CatalogKind.None; return true;
        }

        if (text.StartsWith("source:", StringComparison.Ordinal) && text.Length > "source:".Length)
        {
            kind = CatalogKind.Source;
            category = text.Substring("source:".Length);
            return true;
        }

        return false;
    }
}
