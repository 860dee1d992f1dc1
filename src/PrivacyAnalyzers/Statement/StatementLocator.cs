using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Statement;

/// <summary>Finds the project's files of ours among its additional files, and reads the statement once per text.</summary>
internal static class StatementLocator
{
    /// <summary>The metadata that the package's build files put on an additional file: <c>statement</c>, <c>catalog</c>, <c>baseline</c>, <c>disclosures</c>.</summary>
    public const string KindKey = "build_metadata.AdditionalFiles.PrivacyKind";

    public const string FileName = "privacy.yml";

    // Weak by text: an editor keeps the text object while the file is unchanged, and nothing here outlives it.
    private static readonly ConditionalWeakTable<SourceText, StatementFile> Read = new();

    public static bool IsStatement(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        IsKind(file, options, "statement") || IsNamed(file, FileName);

    public static bool IsKind(AdditionalText file, AnalyzerConfigOptionsProvider options, string kind) =>
        options.GetOptions(file).TryGetValue(KindKey, out string? value) && value == kind;

    /// <summary>The project's statement. A file that is marked as one beats a file that is only named so; of several, the first by path.</summary>
    public static AdditionalText? Find(ImmutableArray<AdditionalText> files, AnalyzerConfigOptionsProvider options)
    {
        AdditionalText? found = null;
        bool foundMarked = false;
        foreach (AdditionalText file in files)
        {
            bool marked = IsKind(file, options, "statement");
            if (!marked && !IsNamed(file, FileName))
                continue;
            if (found is null || (marked && !foundMarked) ||
                (marked == foundMarked && string.CompareOrdinal(file.Path, found.Path) < 0))
            {
                found = file;
                foundMarked = marked;
            }
        }

        return found;
    }

    /// <summary>The project's statement, read; <see langword="null"/> where it has none.</summary>
    public static StatementFile? Load(AnalyzerOptions options, CancellationToken cancellation) =>
        Find(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider) is { } file ? Load(file, cancellation) : null;

    /// <summary>The file, read; <see langword="null"/> where the compiler cannot give its text.</summary>
    public static StatementFile? Load(AdditionalText file, CancellationToken cancellation)
    {
        SourceText? text = file.GetText(cancellation);
        if (text is null)
            return null;
        if (Read.TryGetValue(text, out StatementFile? known) && known.Path == file.Path)
            return known;
        StatementFile read = StatementReader.Read(file.Path, text, cancellation);
        Read.Remove(text);
        try
        {
            Read.Add(text, read);
        }
        catch (ArgumentException)
        {
            // Another thread was first, with the same content.
        }

        return read;
    }

    /// <summary>Whether the file has the name, on whichever system its path was written.</summary>
    public static bool IsNamed(AdditionalText file, string name)
    {
        string path = file.Path;
        return path.EndsWith(name, StringComparison.OrdinalIgnoreCase) &&
            (path.Length == name.Length || path[path.Length - name.Length - 1] is '/' or '\\');
    }
}
