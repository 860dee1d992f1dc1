using System.Collections.Immutable;

namespace PrivacyAnalyzers.Catalog;

/// <summary>What a line of the catalogue says about a method, property or field.</summary>
internal enum CatalogKind
{
    /// <summary>Takes a line of the shipped catalogue back.</summary>
    None,

    Sink,
    Source,
    Sanitizer,
    Pseudonymizer,
    Passthrough,
}

/// <summary>Where a value ends up. The names up to <see cref="File"/> are those of the attribute and of the catalogue's sink kinds, in their order.</summary>
internal enum SinkKind
{
    Log,
    Trace,
    Metric,
    Telemetry,
    Exception,
    Console,
    Url,
    File,

    /// <summary>Someone whom the statement names.</summary>
    Recipient,

    /// <summary>Code that serves a purpose of the statement.</summary>
    Purpose,

    /// <summary>A member of a stored type that nothing classifies.</summary>
    Store,
}

internal static class SinkKinds
{
    /// <summary>The kinds that code and catalogue may name: where a value is exposed.</summary>
    public static ImmutableArray<SinkKind> Exposing { get; } =
        Enum.GetValues(typeof(SinkKind)).Cast<SinkKind>().Where(static kind => kind.Exposes()).ToImmutableArray();

    public static bool Exposes(this SinkKind kind) => kind is >= SinkKind.Log and <= SinkKind.File;
}

/// <summary>One line: a documentation id, which of its parameters hold the value, and what happens to it.</summary>
/// <param name="Id">The documentation id, such as <c>M:System.Console.WriteLine(System.String)</c>.</param>
/// <param name="Carriers">Parameter names, or one of <c>return</c>, <c>this</c>, <c>*</c>.</param>
/// <param name="Sink">Meaningful for <see cref="CatalogKind.Sink"/>.</param>
/// <param name="Category">The statement key, for <see cref="CatalogKind.Source"/>.</param>
/// <param name="Recipient">The recipient's name, where what is carried is disclosed to one.</param>
/// <param name="Key">The line holds only where this argument is one of these constants: a claim's type, a header's name.</param>
internal sealed record CatalogLine(string Id, ImmutableArray<string> Carriers, CatalogKind Kind, SinkKind Sink, string? Category, CatalogKey? Key = null, string? Recipient = null)
{
    public bool Carries(string parameter)
    {
        foreach (string carrier in Carriers)
        {
            if (carrier == parameter || carrier == "*")
                return true;
        }

        return false;
    }

    public bool CarriesReturn => Carriers.Contains("return");

    public bool CarriesReceiver => Carriers.Contains("this") || Carriers.Contains("*");
}

/// <param name="Parameter">The parameter's name.</param>
/// <param name="Constants">Compared without regard to case.</param>
internal sealed record CatalogKey(string Parameter, ImmutableArray<string> Constants)
{
    public bool Holds(string constant)
    {
        foreach (string known in Constants)
        {
            if (string.Equals(known, constant, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
