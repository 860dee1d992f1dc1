using System.Collections.Immutable;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement.Yaml;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>What data there is and what for: <c>dataClasses</c>, <c>purposes</c>, <c>categories</c>, <c>taxonomies</c>.</summary>
internal static class DataSections
{
    public static IEnumerable<DataClassEntry> DataClasses(Fields root, References references)
    {
        foreach ((Written name, Fields fields) in root.Named("dataClasses", Shape.DataClass))
        {
            references.Declare("dataClasses", name);
            ImmutableArray<string> roles = fields.IsList("role")
                ? fields.SomeOf("role", ClosedLists.Roles).Select(role => role.Text).ToImmutableArray()
                : fields.OneOf("role", ClosedLists.Roles) is { } role ? ImmutableArray.Create(role) : ImmutableArray<string>.Empty;
            fields.NotEmpty("role");
            yield return new DataClassEntry(name.Text, name.Position, roles.Contains(ClosedLists.Controller), roles.Contains(ClosedLists.Processor));
        }
    }

    public static IEnumerable<PurposeEntry> Purposes(Fields root, References references)
    {
        foreach ((Written name, Fields fields) in root.Named("purposes", Shape.Purpose))
        {
            references.Declare("purposes", name);
            LegalBasis basis = ClosedLists.Basis(fields.OneOf("basis", ClosedLists.Bases));
            Written? consent = fields.Name("consent");
            if (consent is { } given)
                references.Declare("consent", given);
            Period? within = fields.Inner("optOut", Shape.OptOut)?.Period("within");

            // An opt-out without a readable deadline is still one.
            if (fields.Has("optOut"))
                within ??= default(Period);
            yield return new PurposeEntry(name.Text, name.Position, basis, consent?.Text, within);
        }
    }

    public static IEnumerable<CategoryEntry> Categories(Fields root, References references, Disclosures disclosures)
    {
        foreach ((Written name, Fields fields) in root.Named("categories", Shape.Category))
        {
            references.Declare("categories", name);
            string path = "categories." + name.Text;
            ImmutableArray<Written> classes = fields.Names("classes");
            ImmutableArray<Written> purposes = fields.Names("purposes");
            ImmutableArray<Written> recipients = fields.Names("disclosedTo");
            Written? consent = fields.Name("consent");
            if (consent is { } given)
                references.Declare("consent", given);
            references.Use("dataClasses", classes, path + ".classes");
            references.Use("purposes", purposes, path + ".purposes");
            references.Use("recipients", recipients, path + ".disclosedTo");
            disclosures.AddCategory(name, fields.KeyPosition("disclosedTo"), recipients);
            yield return new CategoryEntry(
                name.Text,
                name.Position,
                Texts(classes),
                Texts(fields.Names("sources")),
                Texts(purposes),
                Texts(recipients),
                consent?.Text);
        }
    }

    /// <summary>Someone else's attributes, and the category that each stands for.</summary>
    public static IEnumerable<TaxonomyEntry> Taxonomies(Fields root, Faults faults)
    {
        foreach (YamlEntry entry in root.Entries("taxonomies"))
        {
            if (!Scalars.IsTypeName(entry.Key.Value))
                faults.Add(entry.Key.Position, $"{Faults.Quote(entry.Key.Value)} in 'taxonomies' is not the full name of an attribute class, such as Contoso.PrivateDataAttribute");
            if (entry.Value is not YamlScalar { Kind: ScalarKind.Text } category)
            {
                faults.Add(
                    entry.Value is YamlScalar { Kind: ScalarKind.Null } ? entry.Key.Position : entry.Value.Position,
                    $"'taxonomies.{entry.Key.Value}' must be a category, not {entry.Value.Noun}");
                continue;
            }

            yield return new TaxonomyEntry(entry.Key.Value, category.Position, category.Value);
        }
    }

    /// <summary>
    /// A category is one of the package's, or one that a taxonomy leads to: no code could ever have another. A taxonomy leads to one of
    /// the package's or to one that the statement declares.
    /// </summary>
    public static void CheckCategoryNames(IReadOnlyList<CategoryEntry> categories, IReadOnlyList<TaxonomyEntry> taxonomies, Faults faults)
    {
        List<string> known = Model.Categories.All.Select(category => category.Key).ToList();
        foreach (CategoryEntry category in categories)
        {
            if (!known.Contains(category.Name) && !taxonomies.Any(taxonomy => taxonomy.Category == category.Name))
                faults.Add(category.Position, $"no attribute stands for the category {Faults.Quote(category.Name)}" + (Nearest(category.Name, known) ?? ": map one to it under 'taxonomies'"));
        }

        foreach (TaxonomyEntry taxonomy in taxonomies)
        {
            if (!known.Contains(taxonomy.Category) && !categories.Any(category => category.Name == taxonomy.Category))
                faults.Add(taxonomy.Position, $"{Faults.Quote(taxonomy.Category)} in 'taxonomies' is not a category" + Faults.Instead(taxonomy.Category, known.Concat(categories.Select(category => category.Name)).ToList()));
        }
    }

    public static EquatableArray<string> Texts(ImmutableArray<Written> names) => names.Select(name => name.Text).ToEquatableArray();

    private static string? Nearest(string name, IReadOnlyCollection<string> known) =>
        NearestName.Find(name, known) is { } nearest ? $"; did you mean '{nearest}'?" : null;
}
