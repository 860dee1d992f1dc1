using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>Recorded disclosures, from files.</summary>
internal static class Records
{
    /// <summary>The record; <see langword="null"/> where there is no such file.</summary>
    public static DisclosureRecord? ReadIfAny(string path)
    {
        if (!File.Exists(path))
            return null;
        DisclosureRecord record = DisclosureRecord.Read(Files.Read(path), out IReadOnlyList<int> faults, out _);
        return faults.Count == 0 ? record : throw new ToolFault($"{path}({faults[0] + 1}): this is not a line of recorded disclosures; mend it, or delete the file and record anew");
    }

    public static DisclosureRecord Read(string path) => ReadIfAny(path) ?? throw new ToolFault($"{path} does not exist; 'dotnet privacy record' writes it");

    /// <summary>The records that the projects have, or those that were named, together; <see langword="null"/> where there is none.</summary>
    public static IReadOnlyList<RecordedDisclosure>? Together(IReadOnlyList<Project> projects, IReadOnlyList<string> named)
    {
        string[] paths = named.Count > 0 ? [.. named] : [.. projects.Select(project => project.RecordPath).OfType<string>().Distinct(StringComparer.Ordinal)];
        return paths.Length == 0 ? null : Picture.Merge(paths.SelectMany(path => Read(path).Entries));
    }
}
