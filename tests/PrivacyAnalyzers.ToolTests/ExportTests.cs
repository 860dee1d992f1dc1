using System.Text.Json;
using PrivacyAnalyzers.Tool.Export;
using PrivacyAnalyzers.Tool.Output;
using PrivacyAnalyzers.ToolTests.Support;
using YamlDotNet.RepresentationModel;

namespace PrivacyAnalyzers.ToolTests;

public sealed class ExportTests
{
    [Fact]
    public void A_record_of_processing_has_a_row_a_purpose()
    {
        using BuiltShop shop = BuiltShop.Build();

        ToolRun run = ToolRun.Of("export", shop.Assembly, "--format", "ropa-csv");

        string[] rows = run.Output.Split("\r\n");
        Assert.Equal(4, rows.Length);
        Assert.Equal(
            "\"marketing\",\"legitimate-interest\",\"\",\"identifier\",\"Shop.Customer.Email\",\"controller\",\"mail-provider (service-provider)\",\"EEA; US\",\"EEA to US: standard-contractual-clauses\"," +
            "\"account-default: 60 days after account-closed, then delete; invoices: as long as the law requires (tax), then delete\",\"sign-up\",\"\",\"within 3 days\"",
            rows[1]);
        Assert.All(rows[..3], row => Assert.Equal(RopaCsv.Columns.Length - 1, System.Text.RegularExpressions.Regex.Count(row, "\",\"")));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@a", "\"'@a\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a,b\nc", "\"a,b\nc\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_never_a_formula(string cell, string written) => Assert.Equal(written, Escape.Csv(cell));

    [Fact]
    public void A_fides_dataset_has_the_shape_that_fideslang_asks_for()
    {
        using BuiltShop shop = BuiltShop.Build();

        ToolRun run = ToolRun.Of("export", shop.Assembly, "--format", "fides");

        var stream = new YamlStream();
        stream.Load(new StringReader(run.Output));
        var dataset = (YamlMappingNode)((YamlSequenceNode)stream.Documents[0].RootNode["dataset"]).Children[0];
        Assert.Matches("^[a-zA-Z0-9_.<>-]+$", Text(dataset["fides_key"]));
        Assert.Equal("Shop", Text(dataset["name"]));
        string[] fields = ((YamlSequenceNode)dataset["collections"]).SelectMany(collection => ((YamlSequenceNode)collection["fields"]).Select(field =>
            $"{Text(collection["name"])}.{Text(field["name"])}: {Text(((YamlSequenceNode)field["data_categories"]).Single())}")).ToArray();
        Assert.Equal(["Shop.Customer.Email: user.contact.email", "Shop.Customer.Town: user.location", "Shop.Invoice.BillTo: user.unique_id"], fields);
    }

    [Fact]
    public void Every_category_has_a_term_in_both_vocabularies()
    {
        string[] keys = Model.Categories.All.Select(category => category.Key).ToArray();

        Assert.Equal(keys.Order(StringComparer.Ordinal), Fides.Categories.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(keys.Order(StringComparer.Ordinal), Dpv.Categories.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DPV_is_linked_data_whose_references_lead_somewhere()
    {
        using BuiltShop shop = BuiltShop.Build();

        ToolRun run = ToolRun.Of("export", shop.Assembly, "--format", "dpv");

        JsonElement[] graph = run.Json.GetProperty("@graph").EnumerateArray().ToArray();
        JsonElement marketing = graph.Single(node => node.GetProperty("@id").GetString() == "urn:privacyanalyzers:process:marketing");
        Assert.Equal("eu-gdpr:A6-1-f", marketing.GetProperty("dpv:hasLegalBasis").GetProperty("@id").GetString());
        Assert.Equal("urn:privacyanalyzers:data:Shop.Customer.Email", Assert.Single(marketing.GetProperty("dpv:hasPersonalData").EnumerateArray()).GetProperty("@id").GetString());
        HashSet<string> ids = graph.Select(node => node.GetProperty("@id").GetString()!).ToHashSet();
        Assert.Equal(graph.Length, ids.Count);
        Assert.All(
            graph.SelectMany(node => new[] { "dpv:hasPersonalData", "dpv:hasRecipient" }.Where(key => node.TryGetProperty(key, out _)).SelectMany(key => node.GetProperty(key).EnumerateArray())),
            reference => Assert.Contains(reference.GetProperty("@id").GetString()!, ids));
    }

    [Fact]
    public void A_file_takes_the_export_and_json_says_where()
    {
        using BuiltShop shop = BuiltShop.Build(withLog: false);
        string file = shop.PathOf("out/ropa.csv");

        ToolRun run = ToolRun.Of("export", shop.Assembly, "--format", "ropa-csv", "-o", file, "--json");

        Assert.Equal((0, file, false), (run.Code, run.Json.GetProperty("output").GetString(), run.Json.GetProperty("knowsUses").GetBoolean()));
        Assert.Contains("Purposes and recipients are incomplete", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("\"Processing activity\"", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("export", shop.Assembly, "--format", "xml").Code);
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
