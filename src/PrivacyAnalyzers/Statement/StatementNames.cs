namespace PrivacyAnalyzers.Statement;

/// <summary>The kinds of names that code may use.</summary>
internal enum NameKind { DataClass, Retention, Clock, Purpose, Consent, OptOut, Recipient, Log, Product, AutomatedDecision }

/// <summary>Which names the statement has for code to use, kind by kind, in the order of the file and each once.</summary>
internal static class StatementNames
{
    public static IReadOnlyList<string> Of(PrivacyStatement statement, NameKind kind) => Names(statement, kind).Distinct(StringComparer.Ordinal).ToList();

    public static bool Has(PrivacyStatement statement, NameKind kind, string name) => Names(statement, kind).Contains(name, StringComparer.Ordinal);

    /// <summary>What a message calls such a name.</summary>
    public static string Noun(NameKind kind) => kind switch
    {
        NameKind.DataClass => "a data class of the privacy statement",
        NameKind.Retention => "a retention rule of the privacy statement",
        NameKind.Clock => "a clock ('after') of the privacy statement's retention rules",
        NameKind.Purpose => "a purpose of the privacy statement",
        NameKind.Consent => "a consent that the privacy statement names",
        NameKind.OptOut => "a purpose with an opt-out in the privacy statement",
        NameKind.Recipient => "a recipient of the privacy statement",
        NameKind.Log => "a log of the privacy statement",
        NameKind.Product => "a product of the privacy statement",
        _ => "an automated decision of the privacy statement",
    };

    private static IEnumerable<string> Names(PrivacyStatement statement, NameKind kind) => kind switch
    {
        NameKind.DataClass => statement.DataClasses.Select(entry => entry.Name),
        NameKind.Retention => statement.Retention.Select(entry => entry.Name),
        NameKind.Clock => Given(statement.Retention.Select(entry => entry.After)),
        NameKind.Purpose => statement.Purposes.Select(entry => entry.Name),
        NameKind.Consent => Given(statement.Categories.Select(entry => entry.Consent).Concat(statement.Purposes.Select(entry => entry.Consent))),
        NameKind.OptOut => statement.Purposes.Where(entry => entry.OptOutWithin is not null).Select(entry => entry.Name),
        NameKind.Recipient => statement.Recipients.Select(entry => entry.Name),
        NameKind.Log => statement.Logs.Select(entry => entry.Name),
        NameKind.Product => statement.Products.Select(entry => entry.Name).Concat(Given(statement.Transfers.Select(entry => entry.Product))),
        _ => statement.AutomatedDecisions.Select(entry => entry.Name),
    };

    private static IEnumerable<string> Given(IEnumerable<string?> names) => names.OfType<string>();
}
