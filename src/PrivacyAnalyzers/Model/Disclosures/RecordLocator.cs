using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Disclosures;

/// <summary>Finds the project's record among its additional files.</summary>
internal static class RecordLocator
{
    /// <summary>A file that is marked as the record beats one that is only named so; of several, the first by path.</summary>
    public static AdditionalText? Find(AnalyzerOptions options) =>
        options.AdditionalFiles
            .Select(file => (File: file, IsMarked: StatementLocator.IsKind(file, options.AnalyzerConfigOptionsProvider, "disclosures")))
            .Where(each => each.IsMarked || StatementLocator.IsNamed(each.File, DisclosureRecord.FileName))
            .OrderByDescending(each => each.IsMarked).ThenBy(each => each.File.Path, StringComparer.Ordinal)
            .Select(each => each.File).FirstOrDefault();
}
