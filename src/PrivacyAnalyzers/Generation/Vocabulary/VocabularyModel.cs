using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Vocabulary;

/// <summary>The names of a statement that code may use, by what they name.</summary>
internal sealed record VocabularyModel(string Namespace, EquatableArray<VocabularyClass> Classes)
{
    public static VocabularyModel Of(PrivacyStatement statement, string space) => new(space, new[]
    {
        Class("Retentions", "Retention rules: how long data is kept, and what happens then.", statement.Retention.Select(entry => (entry.Name, RetentionRule.From(entry).Describe()))),
        Class("Purposes", "What personal data is used for.", statement.Purposes.Select(entry => (entry.Name, Describe(entry)))),
        Class("Recipients", "Whom personal data is disclosed to.", statement.Recipients.Select(entry => (entry.Name, Describe(entry)))),
        Class("DataClasses", "Classes of personal data, by who decides about it.", statement.DataClasses.Select(entry => (entry.Name, Describe(entry)))),
        Class("Logs", "Logs that may take personal data.", statement.Logs.Select(entry => (entry.Name, Describe(entry)))),
        Class("Consents", "What people are asked to consent to.", StatementNames.Of(statement, NameKind.Consent).Select(name => (name, DescribeConsent(name, statement)))),
        Class("Clocks", "Events that retention counts from.", StatementNames.Of(statement, NameKind.Clock).Select(name => (name, DescribeClock(name, statement)))),
        Class("Products", "Products with rules of their own.", StatementNames.Of(statement, NameKind.Product).Select(name => (name, DescribeProduct(name, statement)))),
        Class("AutomatedDecisions", "Decisions about people that software takes.", statement.AutomatedDecisions.Select(entry => (entry.Name, Describe(entry)))),
    }.Where(type => type.Constants.Count > 0).ToEquatableArray());

    private static VocabularyClass Class(string name, string description, IEnumerable<(string Name, string Description)> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var constants = new List<VocabularyConstant>();
        foreach ((string value, string text) in names)
        {
            string identifier = Model.Vocabulary.ToIdentifier(value);

            // A member may not be called like its class. Two names that become one constant are PRIV4001; the first has it.
            if (identifier == name)
                identifier += "_";
            if (taken.Add(identifier))
                constants.Add(new VocabularyConstant(identifier, value, text));
        }

        return new VocabularyClass(name, description, constants.ToEquatableArray());
    }

    private static string Describe(PurposeEntry entry)
    {
        string basis = "Legal basis: " + LegalBases.Name(entry.Basis);
        if (entry.Consent is not null)
            basis += $" ({entry.Consent})";
        return entry.OptOutWithin is { } within ? $"{basis}. An opt-out takes effect within {within}" : basis;
    }

    private static string Describe(RecipientEntry entry) =>
        $"A {entry.Kind}{In(entry.Regions)}; receives {List(entry.Receives)}{(entry.Classes.Count > 0 ? " of " + List(entry.Classes) : "")}";

    private static string Describe(DataClassEntry entry) => (entry.IsController, entry.IsProcessor) switch
    {
        (true, true) => "The company is controller or processor, by purpose",
        (false, true) => "The company is processor: the customer decides",
        _ => "The company is controller",
    };

    private static string Describe(LogEntry entry) =>
        $"Accepts {List(entry.Accepts)}{(entry.Purpose is null ? "" : ", for " + entry.Purpose)}";

    private static string Describe(AutomatedDecisionEntry entry) =>
        $"Notice: {(entry.NoticeRequired ? "required" : "none")}. Human review: {(entry.HumanReviewRequired ? "required" : "none")}";

    private static string DescribeConsent(string name, PrivacyStatement statement) =>
        "Needed for " + List(statement.Categories.Where(entry => entry.Consent == name).Select(entry => entry.Name)
            .Concat(statement.Purposes.Where(entry => entry.Consent == name).Select(entry => entry.Name)));

    private static string DescribeClock(string name, PrivacyStatement statement) =>
        "Starts " + List(statement.Retention.Where(entry => entry.After == name).Select(entry => $"{entry.Name} ({entry.Duration})"));

    private static string DescribeProduct(string name, PrivacyStatement statement)
    {
        string[] transfers = statement.Transfers.Where(entry => entry.Product == name).Select(entry => $"{entry.From} to {entry.To}: {List(entry.Mechanisms)}").ToArray();
        return transfers.Length == 0 ? "Under the general transfer rules" : "Transfers of its own: " + string.Join("; ", transfers);
    }

    private static string In(EquatableArray<string> regions) => regions.Count == 0 ? "" : " in " + List(regions);

    private static string List(IEnumerable<string> names) => names.Any() ? string.Join(", ", names) : "nothing";
}

internal sealed record VocabularyClass(string Name, string Description, EquatableArray<VocabularyConstant> Constants);

internal sealed record VocabularyConstant(string Identifier, string Value, string Description);
