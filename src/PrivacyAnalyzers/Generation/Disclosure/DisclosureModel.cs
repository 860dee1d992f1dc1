using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Disclosure;

/// <summary>What this project's code stores, for the disclosures that are generated of it.</summary>
internal sealed record DisclosureModel(string Namespace, PrivacyStatement? Statement, EquatableArray<DisclosureEntry> Entries)
{
    public static DisclosureModel Of(IEnumerable<ContextModel> contexts, IEnumerable<PlainSubjectModel> others, PrivacyStatement? statement, string space) =>
        new(space, statement, DisclosureEntries.Of(contexts, others));
}
