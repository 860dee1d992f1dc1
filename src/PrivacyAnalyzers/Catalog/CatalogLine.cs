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

/// <summary>Where a value that reaches a sink ends up. The names of the catalogue's sink kinds.</summary>
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
}

/// <summary>One line: a documentation id, which of its parameters hold the value, and what happens to it.</summary>
/// <param name="Id">The documentation id, such as <c>M:System.Console.WriteLine(System.String)</c>.</param>
/// <param name="Carriers">Parameter names, or one of <c>return</c>, <c>this</c>, <c>*</c>.</param>
/// <param name="Sink">Meaningful for <see cref="CatalogKind.Sink"/>.</param>
/// <param name="Category">The statement key, for <see cref="CatalogKind.Source"/>.</param>
/// <param name="Key">The line holds only where this argument is one of these constants: a claim's type, a header's name.</param>
internal sealed record CatalogLine(string Id, ImmutableArray<string> Carriers, CatalogKind Kind, SinkKind Sink, string? Category, CatalogKey? Key = null)
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
