using System.Text;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Tool.Input;
using PrivacyAnalyzers.Tool.Output;

namespace PrivacyAnalyzers.Tool.Export;

/// <summary>A record of processing activities (GDPR Art. 30(1)) as CSV: a row for each purpose, and one for what no purpose names.</summary>
internal static class RopaCsv
{
    public static readonly string[] Columns =
    [
        "Processing activity", "Legal basis", "Categories of data subjects", "Categories of personal data", "Members read for it", "Roles",
        "Recipients", "Regions of recipients", "Transfer mechanisms", "Retention", "Sources", "Consent", "Opt-out",
    ];

    public static string Write(Picture picture)
    {
        var text = new StringBuilder();
        Row(text, Columns);
        StatementFacts? statement = picture.Statement;
        IEnumerable<string> purposes = (statement?.Purposes.Select(purpose => purpose.Name) ?? [])
            .Union(picture.Entries.SelectMany(entry => entry.Purposes), StringComparer.Ordinal);
        var covered = new HashSet<RecordedDisclosure>();
        foreach (string purpose in purposes)
        {
            RecordedDisclosure[] entries = picture.Entries.Where(entry => IsFor(entry, purpose, statement)).ToArray();
            covered.UnionWith(entries);
            Row(text, Cells(picture, purpose, entries));
        }

        RecordedDisclosure[] others = picture.Entries.Where(entry => !covered.Contains(entry)).ToArray();
        if (others.Length > 0)
            Row(text, Cells(picture, null, others));
        return text.ToString();
    }

    private static bool IsFor(RecordedDisclosure entry, string purpose, StatementFacts? statement) =>
        entry.Purposes.Contains(purpose) || statement?.FindCategory(entry.Category)?.Purposes.Contains(purpose) == true;

    private static string[] Cells(Picture picture, string? purpose, RecordedDisclosure[] entries)
    {
        StatementFacts? statement = picture.Statement;
        PurposeFact? fact = purpose is null ? null : statement?.FindPurpose(purpose);
        CategoryFact[] categories = entries.Select(entry => statement?.FindCategory(entry.Category)).OfType<CategoryFact>().Distinct().ToArray();
        string[] recipients = entries.SelectMany(entry => entry.Recipients).Union(categories.SelectMany(category => category.DisclosedTo), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        RecipientFact[] known = recipients.Select(recipient => statement?.FindRecipient(recipient)).OfType<RecipientFact>().ToArray();
        string[] regions = Sorted(known.SelectMany(recipient => recipient.Regions));
        return
        [
            purpose ?? "not said",
            fact?.Basis ?? "",
            List(picture.Subjects),
            List(Sorted(entries.Select(entry => entry.Category))),
            List(entries.Where(entry => purpose is null || entry.Purposes.Contains(purpose)).Select(entry => entry.Member)),
            List(Sorted(entries.Select(entry => statement?.FindDataClass(entry.DataClass)).OfType<DataClassFact>().SelectMany(Roles))),
            List(recipients.Select(recipient => statement?.FindRecipient(recipient) is { } found ? $"{recipient} ({found.Kind})" : recipient)),
            List(regions),
            List(Sorted((statement?.Transfers ?? []).Where(transfer => regions.Contains(transfer.To)).Select(transfer =>
                $"{transfer.From} to {transfer.To}{(transfer.Product is null ? "" : $" ({transfer.Product})")}: {string.Join(", ", transfer.Mechanisms)}"))),
            List(Sorted(entries.Select(entry => entry.Retention).OfType<string>().Select(rule => statement?.FindRetention(rule) is { } found ? $"{rule}: {found.InWords}" : rule))),
            List(Sorted(categories.SelectMany(category => category.Sources))),
            fact?.Consent ?? List(Sorted(categories.Select(category => category.Consent).OfType<string>())),
            fact?.OptOutWithin is { } within ? $"within {Words.Period(within)}" : "",
        ];
    }

    private static IEnumerable<string> Roles(DataClassFact dataClass)
    {
        if (dataClass.Controller)
            yield return "controller";
        if (dataClass.Processor)
            yield return "processor";
    }

    private static string[] Sorted(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();

    private static string List(IEnumerable<string> names) => string.Join("; ", names);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Escape.Csv)).Append("\r\n");
}
