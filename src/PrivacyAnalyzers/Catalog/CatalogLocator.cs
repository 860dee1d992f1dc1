using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Catalog;

/// <summary>The catalogue of a compilation: the shipped lines, then the user's files in order of their paths.</summary>
internal static class CatalogLocator
{
    public const string FileName = "privacy.catalog.txt";

    private const string KindKey = "build_metadata.AdditionalFiles.PrivacyKind";

    // Weak by text: nothing here outlives the file.
    private static readonly ConditionalWeakTable<SourceText, IReadOnlyList<CatalogLine>> Read = new();

    public static FlowCatalog Load(AnalyzerOptions options, CancellationToken cancellation)
    {
        FlowCatalog catalog = FlowCatalog.Shipped;
        foreach (AdditionalText file in options.AdditionalFiles.Where(file => IsCatalog(file, options)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (file.GetText(cancellation) is { } text)
                catalog = catalog.With(Read.GetValue(text, static content => CatalogReader.Read(content.ToString()).ToArray()));
        }

        return catalog;
    }

    public static bool IsCatalog(AdditionalText file, AnalyzerOptions options) =>
        (options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(KindKey, out string? kind) && kind == "catalog") ||
        Path.GetFileName(file.Path.Replace('\\', '/')).Equals(FileName, StringComparison.OrdinalIgnoreCase);
}
