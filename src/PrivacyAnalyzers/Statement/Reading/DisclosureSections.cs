using System.Collections.Immutable;
using System.Globalization;
using PrivacyAnalyzers.Statement.Yaml;

namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>Where data goes: <c>recipients</c>, <c>transfers</c>, <c>products</c>, <c>logs</c>; and what binds code: <c>minimumAge</c>, <c>automatedDecisions</c>.</summary>
internal static class DisclosureSections
{
    public static IEnumerable<RecipientEntry> Recipients(Fields root, References references, Disclosures disclosures, Faults faults)
    {
        foreach ((Written name, Fields fields) in root.Named("recipients", Shape.Recipient))
        {
            references.Declare("recipients", name);
            string path = "recipients." + name.Text;
            string? kind = fields.OneOf("kind", ClosedLists.RecipientKinds);
            ImmutableArray<Written> receives = fields.Names("receives");
            ImmutableArray<Written> classes = fields.Names("classes");
            references.Use("categories", receives, path + ".receives");
            references.Use("dataClasses", classes, path + ".classes");
            disclosures.AddRecipient(name, fields.KeyPosition("receives"), receives);
            if (kind == ClosedLists.Sale && root.Boolean("sells") == false)
            {
                Position later = Disclosures.Later(root.ValuePosition("sells"), fields.ValuePosition("kind"));
                faults.Add(later, $"'sells' is false, but '{path}' is a sale: say 'sells: true' or give the recipient another kind");
            }

            yield return new RecipientEntry(
                name.Text, name.Position, kind ?? "", DataSections.Texts(receives), DataSections.Texts(classes), DataSections.Texts(fields.Regions("regions")));
        }
    }

    public static IEnumerable<TransferEntry> Transfers(Fields root, References references, Faults faults)
    {
        if (root.List("transfers") is not { } list)
            yield break;
        var seen = new HashSet<(string From, string To, string? Product)>();
        for (int i = 0; i < list.Items.Length; i++)
        {
            YamlNode item = list.Items[i];
            var fields = new Fields(item, Shape.Transfer, $"transfers[{i}]", item.Position, faults);
            Written? from = fields.Region("from");
            Written? to = fields.Region("to");
            Written? product = fields.Name("product");
            ImmutableArray<Written> mechanisms = fields.SomeOf("mechanisms", ClosedLists.Mechanisms);
            fields.NotEmpty("mechanisms");
            if (product is { } named)
                references.Declare("products", named);
            if (from is not { } start || to is not { } end)
                continue;
            if (start.Text == end.Text)
                faults.Add(end.Position, $"a transfer leads from one region to another, not from {Faults.Quote(start.Text)} to itself");
            else if (!seen.Add((start.Text, end.Text, product?.Text)))
                faults.Add(item.Position, $"the transfer from {Faults.Quote(start.Text)} to {Faults.Quote(end.Text)}{(product is { } p ? " of " + Faults.Quote(p.Text) : "")} stands twice: list all its mechanisms in one entry");
            else
                yield return new TransferEntry(item.Position, start.Text, end.Text, product?.Text, DataSections.Texts(mechanisms));
        }
    }

    public static IEnumerable<NameEntry> Products(Fields root, References references)
    {
        foreach (Written product in root.Names("products"))
        {
            references.Declare("products", product);
            yield return new NameEntry(product.Text, product.Position);
        }
    }

    public static IEnumerable<LogEntry> Logs(Fields root, References references)
    {
        foreach ((Written name, Fields fields) in root.Named("logs", Shape.Log))
        {
            references.Declare("logs", name);
            Written? purpose = fields.Name("purpose");
            ImmutableArray<Written> accepts = fields.Names("accepts");
            if (purpose is { } used)
                references.Use("purposes", used, $"logs.{name.Text}.purpose");
            references.Use("categories", accepts, $"logs.{name.Text}.accepts");
            yield return new LogEntry(name.Text, name.Position, purpose?.Text, DataSections.Texts(accepts));
        }
    }

    public static IEnumerable<MinimumAgeEntry> MinimumAges(Fields root, Faults faults)
    {
        foreach (YamlEntry entry in root.Entries("minimumAge"))
        {
            if (!Scalars.IsRegion(entry.Key.Value))
                faults.Add(entry.Key.Position, $"{Faults.Quote(entry.Key.Value)} in 'minimumAge' is not {Forms.Region}");
            if (entry.Value is YamlScalar { Kind: ScalarKind.Integer } scalar &&
                int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int age) && age is >= 1 and <= 120)
            {
                yield return new MinimumAgeEntry(entry.Key.Value, entry.Key.Position, age);
            }
            else
            {
                faults.Add(
                    entry.Value is YamlScalar { Kind: ScalarKind.Null } ? entry.Key.Position : entry.Value.Position,
                    $"'minimumAge.{entry.Key.Value}' must be a whole number of years from 1 to 120");
            }
        }
    }

    public static IEnumerable<AutomatedDecisionEntry> AutomatedDecisions(Fields root, References references)
    {
        foreach ((Written name, Fields fields) in root.Named("automatedDecisions", Shape.AutomatedDecision))
        {
            references.Declare("automatedDecisions", name);
            yield return new AutomatedDecisionEntry(
                name.Text,
                name.Position,
                fields.OneOf("notice", ClosedLists.Requirements) == ClosedLists.Required,
                fields.OneOf("humanReview", ClosedLists.Requirements) == ClosedLists.Required);
        }
    }
}
