using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Manifest;

/// <param name="Subjects">The data subjects, as documents name them.</param>
internal sealed record ManifestModel(string Assembly, PrivacyStatement? Statement, EquatableArray<string> Subjects, EquatableArray<DisclosureEntry> Entries)
{
    public static ManifestModel Of(IReadOnlyCollection<ContextModel> contexts, IReadOnlyCollection<PlainSubjectModel> others, PrivacyStatement? statement, string assembly) => new(
        assembly,
        statement,
        contexts.SelectMany(context => context.Subjects).Select(subject => subject.Type.Metadata.Replace('+', '.')).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
        DisclosureEntries.Of(contexts, others));
}
