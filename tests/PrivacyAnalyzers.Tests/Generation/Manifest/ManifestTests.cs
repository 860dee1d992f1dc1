using System.Reflection;
using System.Text.Json;
using PrivacyAnalyzers.Generation.Manifest;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Manifest;

public class ManifestTests
{
    private const string Code = """
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject, DataClass("customer-account"), Retention("account-default")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            [Owned] public class Place { [Geolocation] public string? Town { get; set; } }
            public Place? Home { get; set; }
        }
        public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        """;

    [Fact]
    public void The_assembly_carries_what_it_stores_and_the_statement_it_is_held_to()
    {
        JsonElement manifest = Manifest(new GeneratorTest(Code) { Statement = Statements.Example }.Run(new ManifestGenerator()));

        Assert.Equal(1, manifest.GetProperty("version").GetInt32());
        Assert.Equal("Shop", manifest.GetProperty("assembly").GetString());
        Assert.Equal(["Shop.Customer"], manifest.GetProperty("subjects").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(
            """[{"type":"Shop.Customer","member":"Email","category":"identifier","dataClass":"customer-account","retention":"account-default"},{"type":"Shop.Customer","member":"Home.Town","category":"geolocation","dataClass":"customer-account","retention":"account-default"}]""",
            manifest.GetProperty("entries").GetRawText());
        JsonElement statement = manifest.GetProperty("statement");
        Assert.Equal("2026-01-08", statement.GetProperty("effective").GetString());
        Assert.Equal(["P7Y", "P3Y", "P60D", "instructed", "by-law"], statement.GetProperty("retention").EnumerateArray().Select(rule => rule.GetProperty("keep").GetString()));
        Assert.Equal(["US", "EEA"], statement.GetProperty("recipients")[0].GetProperty("regions").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("standard-contractual-clauses", statement.GetProperty("transfers")[1].GetProperty("mechanisms")[0].GetString());
        Assert.Equal(16, statement.GetProperty("minimumAges")[1].GetProperty("age").GetInt32());
    }

    [Fact]
    public void Without_a_statement_and_before_NET_8_it_is_there_all_the_same()
    {
        GeneratorResult result = new GeneratorTest("""
            namespace PrivacyAnalyzers { class RetentionAttribute : System.Attribute { public RetentionAttribute(string name) { } } class DataClassAttribute : System.Attribute { public DataClassAttribute(string name) { } } class DataSubjectAttribute : System.Attribute { } class IdentifierAttribute : System.Attribute { } }
            namespace Shop { [PrivacyAnalyzers.DataSubject, PrivacyAnalyzers.Retention("x \"\u2028\\")] public class Customer { public int Id { get; set; } [PrivacyAnalyzers.Identifier] public string? Email { get; set; } } }
            """) { References = References.Without("PrivacyAnalyzers") }.Run(new ManifestGenerator());

        JsonElement manifest = Manifest(result);
        Assert.False(manifest.TryGetProperty("statement", out _));
        Assert.Equal("x \"\u2028\\", manifest.GetProperty("entries")[0].GetProperty("retention").GetString());
    }

    [Fact]
    public void A_project_that_stores_nothing_about_people_has_none() =>
        Assert.Empty(new GeneratorTest("public class Product { public int Id { get; set; } }") { Statement = Statements.Example }.Run(new ManifestGenerator()).Files);

    [Fact]
    public void The_same_code_gives_the_same_text() =>
        Assert.Equal(
            new GeneratorTest(Code) { Statement = Statements.Example }.Run(new ManifestGenerator()).Text,
            new GeneratorTest(Code) { Statement = Statements.Example }.Run(new ManifestGenerator()).Text);

    private static JsonElement Manifest(GeneratorResult result) => JsonDocument.Parse(
        result.Load().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == ManifestEmitter.Key).Value!).RootElement;
}
