using System.Collections.Immutable;
using PrivacyAnalyzers.Catalog;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is known of a method, property or field without looking into it: from the catalogue, attributes and base types.</summary>
internal sealed record CallFacts(
    ImmutableArray<ParameterSink> Sinks,
    SinkKind? ReturnedCollectionSink,
    string? SourceCategory,
    bool IsSanitizer,
    bool IsPseudonymizer,
    CatalogLine? Passthrough,
    LogMethodKind LogMethod,
    KeyedSource? Keyed = null)
{
    public static readonly CallFacts None = new(ImmutableArray<ParameterSink>.Empty, null, null, false, false, null, LogMethodKind.None);

    /// <summary>It makes a URL of what it gets, or of the text that it gets a request.</summary>
    public bool MakesUrl
    {
        get
        {
            foreach (ParameterSink sink in Sinks)
            {
                if (sink.Kind == SinkKind.Url)
                    return true;
            }

            return false;
        }
    }

    public bool IsNone => ReferenceEquals(this, None);
}

/// <param name="Ordinal">The parameter; -1 for the receiver.</param>
/// <param name="Mode">How the sink renders what it gets.</param>
/// <param name="TemplateOrdinal">The parameter that holds the message template whose holes name these values; -1 for none.</param>
/// <param name="Declared">What the statement calls it: the recipient, the purpose.</param>
internal readonly record struct ParameterSink(int Ordinal, SinkKind Kind, RenderMode Mode, int TemplateOrdinal, string? Declared = null);

/// <summary>A source only for some constants: <c>FindFirst(ClaimTypes.Email)</c>.</summary>
/// <param name="Ordinal">The parameter that takes the constant.</param>
internal sealed record KeyedSource(int Ordinal, CatalogKey Key, string Category);

/// <summary>A log method that a generator writes.</summary>
internal enum LogMethodKind
{
    None,

    /// <summary><c>[LoggerMessage]</c> with the runtime's own generator, which ignores classification.</summary>
    Plain,

    /// <summary><c>[LoggerMessage]</c> with the telemetry generator, which redacts what is classified.</summary>
    Redacting,
}
