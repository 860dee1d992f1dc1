using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Disclosure;

/// <summary>Puts the statement's words to what the code stores.</summary>
internal sealed class DisclosureFacts(DisclosureModel model)
{
    private const string Sale = "sale";

    public PrivacyStatement? Statement => model.Statement;

    /// <summary>What is stored, in the order of the statement, then what the statement lacks by name.</summary>
    public IReadOnlyList<string> Collected { get; } = Ordered(model, model.Entries);

    /// <summary>Categories that the company, as controller, discloses to recipients that do not buy them. What it passes on for its customers is theirs.</summary>
    public IReadOnlyList<string> DisclosedForBusinessPurposes => Ordered(model, model.Entries.Where(entry =>
        DataClass(entry) is not { IsController: false } && Recipients(entry).Any(recipient => recipient.Kind != Sale)));

    public IReadOnlyList<string> Sold => Ordered(model, model.Entries.Where(entry => Recipients(entry).Any(recipient => recipient.Kind == Sale)));

    public DataClassEntry? DataClass(DisclosureEntry entry) => entry.DataClass is null ? null : model.Statement?.FindDataClass(entry.DataClass);

    public IEnumerable<string> Sources(string category) => Category(category)?.Sources ?? Enumerable.Empty<string>();

    public IEnumerable<PurposeEntry> Purposes(string category) =>
        Category(category)?.Purposes.Select(name => model.Statement!.FindPurpose(name)).OfType<PurposeEntry>() ?? Enumerable.Empty<PurposeEntry>();

    public string? Consent(string category) => Category(category)?.Consent;

    public IEnumerable<RecipientEntry> Recipients(string category) =>
        Category(category)?.DisclosedTo.Select(name => model.Statement!.FindRecipient(name)).OfType<RecipientEntry>() ?? Enumerable.Empty<RecipientEntry>();

    /// <summary>Those of the category who receive data of the entry's class.</summary>
    public IEnumerable<RecipientEntry> Recipients(DisclosureEntry entry) =>
        Recipients(entry.Category).Where(recipient => entry.DataClass is null || recipient.Classes.Count == 0 || recipient.Classes.Contains(entry.DataClass));

    public IEnumerable<TransferEntry> Transfers(DisclosureEntry entry)
    {
        var regions = new HashSet<string>(Recipients(entry).SelectMany(recipient => recipient.Regions), StringComparer.Ordinal);
        return model.Statement?.Transfers.Where(transfer => regions.Contains(transfer.To)) ?? Enumerable.Empty<TransferEntry>();
    }

    private CategoryEntry? Category(string name) => model.Statement?.FindCategory(name);

    private static string[] Ordered(DisclosureModel model, IEnumerable<DisclosureEntry> entries)
    {
        var names = new HashSet<string>(entries.Select(entry => entry.Category), StringComparer.Ordinal);
        IEnumerable<string> stated = model.Statement?.Categories.Select(category => category.Name).Where(names.Contains).Distinct(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        string[] known = stated.ToArray();
        return known.Concat(names.Except(known).OrderBy(name => name, StringComparer.Ordinal)).ToArray();
    }
}
