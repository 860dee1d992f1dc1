using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement.Reading;
using PrivacyAnalyzers.Statement.Yaml;

namespace PrivacyAnalyzers.Statement;

/// <summary>
/// Reads <c>privacy.yml</c>: text → tree → records. Whatever the text is, the answer is a statement, faults, or both; never an exception
/// but a cancellation. With faults, the statement holds what could be read, and every name that it declares.
/// </summary>
internal static class StatementReader
{
    public static StatementFile Read(string path, SourceText text, CancellationToken cancellation)
    {
        var faults = new Faults();
        PrivacyStatement? statement = YamlLoader.Load(text, faults, cancellation) switch
        {
            YamlMap map => Statement(map, faults),
            { } other => NoMapping(other, faults),
            null => null,
        };
        return new StatementFile(path, statement, faults.ToArray());
    }

    private static PrivacyStatement Statement(YamlMap map, Faults faults)
    {
        var root = new Fields(map, Shape.Root, "", First(map), faults);
        var references = new References(faults);
        var disclosures = new Disclosures(faults);
        List<CategoryEntry> categories = DataSections.Categories(root, references, disclosures).ToList();
        List<TaxonomyEntry> taxonomies = DataSections.Taxonomies(root, faults).ToList();
        var statement = new PrivacyStatement(
            root.Text("statement") ?? "",
            root.Date("effective") ?? default,
            root.ValuePosition("effective"),
            root.Boolean("sells") ?? false,
            DataSections.DataClasses(root, references).ToEquatableArray(),
            DataSections.Purposes(root, references).ToEquatableArray(),
            categories.ToEquatableArray(),
            RetentionSection.Read(root, references, faults).ToEquatableArray(),
            DisclosureSections.Recipients(root, references, disclosures, faults).ToEquatableArray(),
            DisclosureSections.Transfers(root, references, faults).ToEquatableArray(),
            DisclosureSections.Products(root, references).ToEquatableArray(),
            DisclosureSections.MinimumAges(root, faults).ToEquatableArray(),
            DisclosureSections.AutomatedDecisions(root, references).ToEquatableArray(),
            DisclosureSections.Logs(root, references).ToEquatableArray(),
            taxonomies.ToEquatableArray());

        disclosures.Check();
        references.Check(section => IsUnreadable(root, section));
        references.CheckConstants();
        DataSections.CheckCategoryNames(categories, taxonomies, faults);
        return statement;
    }

    /// <summary>A section that is no mapping, or whose key is misspelt, may hold any name.</summary>
    private static bool IsUnreadable(Fields root, string section) =>
        root.Has(section) ? root.IsNoMap(section) : root.Unknown.Any(key => NearestName.Find(key, new[] { section }) is not null);

    private static PrivacyStatement? NoMapping(YamlNode node, Faults faults)
    {
        faults.Add(node.Position, $"the statement must be a mapping of keys to values, not {node.Noun}");
        return null;
    }

    private static Position First(YamlMap map) => map.Entries.Length > 0 ? map.Entries[0].Key.Position : map.Position;
}
