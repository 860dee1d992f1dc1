using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Disclosure;

/// <summary>What this project's code stores, for the disclosures that are generated of it.</summary>
internal sealed record DisclosureModel(string Namespace, PrivacyStatement? Statement, EquatableArray<DisclosureEntry> Entries)
{
    public static DisclosureModel Of(IEnumerable<ContextModel> contexts, IEnumerable<PlainSubjectModel> others, PrivacyStatement? statement, string space) =>
        new(space, Said(statement), DisclosureEntries.Of(contexts, others));

    /// <summary>The statement without what no disclosure says: an edit there writes nothing again.</summary>
    private static PrivacyStatement? Said(PrivacyStatement? statement) => statement is null ? null : statement with
    {
        Products = EquatableArray<NameEntry>.Empty,
        AutomatedDecisions = EquatableArray<AutomatedDecisionEntry>.Empty,
        Logs = EquatableArray<LogEntry>.Empty,
        Taxonomies = EquatableArray<TaxonomyEntry>.Empty,
    };
}
