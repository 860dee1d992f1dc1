using System.Collections.Immutable;

namespace PrivacyAnalyzers.Catalog;

/// <summary>
/// Reads catalogue text: <c>documentation-id &lt;tab&gt; carriers &lt;tab&gt; kind</c> a line, <c>#</c> for comments. A carrier
/// <c>parameter=constant|constant</c> at the end narrows a source to calls with one of these.
/// </summary>
internal static class CatalogReader
{
    private const string SourcePrefix = "source:";
    private const string RecipientPrefix = "recipient:";

    private static readonly ImmutableDictionary<string, SinkKind> Sinks =
        SinkKinds.Exposing.ToImmutableDictionary(kind => kind.ToString().ToLowerInvariant());

    private static readonly ImmutableDictionary<string, CatalogKind> Others = new Dictionary<string, CatalogKind>
    {
        ["sanitizer"] = CatalogKind.Sanitizer,
        ["pseudonymizer"] = CatalogKind.Pseudonymizer,
        ["passthrough"] = CatalogKind.Passthrough,
        ["none"] = CatalogKind.None,
    }.ToImmutableDictionary();

    /// <summary>What a line's last part may be, as messages list it.</summary>
    public static ImmutableArray<string> Kinds { get; } =
        Sinks.OrderBy(sink => sink.Value).Select(sink => sink.Key).Concat(new[] { SourcePrefix + "CATEGORY", RecipientPrefix + "NAME" }).Concat(Others.Keys.OrderBy(kind => kind, StringComparer.Ordinal)).ToImmutableArray();

    /// <summary>All lines that can be read.</summary>
    public static IEnumerable<CatalogLine> Read(string text)
    {
        foreach (string raw in text.Split('\n'))
        {
            if (ReadLine(raw, out _) is { } line)
                yield return line;
        }
    }

    /// <summary>The line; <see langword="null"/> for a comment, a blank line and one with a fault.</summary>
    public static CatalogLine? ReadLine(string raw, out CatalogFault? fault)
    {
        fault = null;
        string line = raw.TrimEnd('\r', ' ');
        if (line.Length == 0 || line[0] == '#')
            return null;
        string[] parts = line.Split('\t');
        if (parts.Length != 3)
        {
            fault = new CatalogFault(CatalogFaultKind.Form, 0, line);
            return null;
        }

        if (parts[0].Length < 3 || parts[0][1] != ':' || parts[0][0] is not ('M' or 'P' or 'F'))
        {
            fault = new CatalogFault(CatalogFaultKind.Id, 0, parts[0]);
            return null;
        }

        ImmutableArray<string> carriers = parts[1].Split(';').Where(carrier => carrier.IndexOf('=') < 0).ToImmutableArray();
        if (Sinks.TryGetValue(parts[2], out SinkKind sink))
            return new CatalogLine(parts[0], carriers, CatalogKind.Sink, sink, null);
        if (Others.TryGetValue(parts[2], out CatalogKind kind))
            return new CatalogLine(parts[0], carriers, kind, default, null);
        if (parts[2].StartsWith(SourcePrefix, StringComparison.Ordinal) && parts[2].Length > SourcePrefix.Length)
            return new CatalogLine(parts[0], carriers, CatalogKind.Source, default, parts[2].Substring(SourcePrefix.Length), KeyIn(parts[1]));
        if (parts[2].StartsWith(RecipientPrefix, StringComparison.Ordinal) && parts[2].Length > RecipientPrefix.Length)
            return new CatalogLine(parts[0], carriers, CatalogKind.Sink, SinkKind.Recipient, null, Recipient: parts[2].Substring(RecipientPrefix.Length));
        fault = new CatalogFault(CatalogFaultKind.Kind, line.Length - parts[2].Length, parts[2]);
        return null;
    }

    private static CatalogKey? KeyIn(string carriers)
    {
        foreach (string carrier in carriers.Split(';'))
        {
            int equals = carrier.IndexOf('=');
            if (equals > 0)
                return new CatalogKey(carrier.Substring(0, equals), carrier.Substring(equals + 1).Split('|').ToImmutableArray());
        }

        return null;
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
}

/// <summary>What is wrong in a line that cannot be read.</summary>
internal enum CatalogFaultKind
{
    /// <summary>It has not three parts.</summary>
    Form,

    /// <summary>Its first part is no documentation id of a method, property or field.</summary>
    Id,

    /// <summary>Its last part is no kind.</summary>
    Kind,
}

/// <param name="Column">Where in the line it stands, from zero.</param>
/// <param name="Text">What stands there.</param>
internal sealed record CatalogFault(CatalogFaultKind Kind, int Column, string Text);
