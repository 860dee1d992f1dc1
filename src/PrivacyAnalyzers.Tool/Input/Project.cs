using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Rules.Statement;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>One built project: what its assembly says, and what the compiler's log adds.</summary>
/// <param name="Disclosed">What its code discloses, from the log; <see langword="null"/> without a log, when purposes and recipients are not known.</param>
/// <param name="RecordPath">The record that the project has, from the log.</param>
internal sealed record Project(string Path, Manifest Manifest, DisclosureRecord? Disclosed, string? RecordPath)
{
    public const string LogSuffix = ".privacy.sarif";

    /// <summary>The lines of its record: without a log, of what the assembly alone tells.</summary>
    public IReadOnlyList<RecordedDisclosure> Entries => Disclosed?.Entries.ToArray() ?? Manifest.Entries
        .Select(entry => new RecordedDisclosure(entry.Category, entry.DataClass, entry.FullName, entry.Retention, RecordedDisclosure.Sorted([]), RecordedDisclosure.Sorted([])))
        .ToArray();

    /// <summary>Puts logs to assemblies: by the name that the compiler wrote into the log.</summary>
    public static IReadOnlyList<Project> Combine(IEnumerable<(string Path, Manifest Manifest)> assemblies, IEnumerable<CompilerLog> logs)
    {
        var disclosed = new Dictionary<string, (CompilerLog Log, DisclosureRecord Record, string? Path)>(StringComparer.Ordinal);
        foreach (CompilerLog log in logs)
        {
            foreach (LogResult result in log.Results.Where(result => result.Rule == PRIV4010_Disclosures.Descriptor.Id))
            {
                if (!result.Properties.TryGetValue(PRIV4010_Disclosures.AssemblyKey, out string? assembly) || !result.Properties.TryGetValue(PRIV4010_Disclosures.RecordKey, out string? text))
                    throw new ToolFault($"{log.Path}: its PRIV4010 carries no disclosures; build again with the release of the package that this tool is of");
                DisclosureRecord record = DisclosureRecord.Read(text, out IReadOnlyList<int> faults, out _);
                if (faults.Count > 0)
                    throw new ToolFault($"{log.Path}: line {faults[0] + 1} of the disclosures in it cannot be read; build again");
                disclosed[assembly] = (log, record, result.Properties.GetValueOrDefault(PRIV4010_Disclosures.PathKey));
            }
        }

        var projects = new List<Project>();
        foreach ((string path, Manifest manifest) in assemblies)
        {
            if (!disclosed.TryGetValue(manifest.Assembly, out var found))
            {
                projects.Add(new Project(path, manifest, null, null));
                continue;
            }

            CheckOneBuild(path, manifest, found.Log, found.Record);
            projects.Add(new Project(path, manifest, found.Record, found.Path));
        }

        return projects;
    }

    /// <summary>A log of another build would put the wrong purposes to members.</summary>
    private static void CheckOneBuild(string path, Manifest manifest, CompilerLog log, DisclosureRecord record)
    {
        Dictionary<string, StoredMember> stored = manifest.Entries.GroupBy(entry => entry.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (RecordedDisclosure entry in record.Entries)
        {
            if (stored.TryGetValue(entry.Member, out StoredMember? member) &&
                (member.Category != entry.Category || member.DataClass != entry.DataClass || member.Retention != entry.Retention))
            {
                throw new ToolFault($"{log.Path} is not of the build that made {path}: they differ in '{entry.Member}'; build both again with -p:PrivacyLog=true");
            }
        }
    }
}
