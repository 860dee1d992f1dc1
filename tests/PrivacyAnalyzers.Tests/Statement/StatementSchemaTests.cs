using Newtonsoft.Json.Linq;
using NJsonSchema;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement.Reading;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;
using YamlDotNet.Serialization;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>The schema that editors use says what the reader says, and the page about the statement shows what both accept.</summary>
public class StatementSchemaTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("src", "PrivacyAnalyzers.Annotations", "privacy.schema.json"));
    private static readonly JObject Schema = JObject.Parse(Text);

    public static TheoryData<string> Accepted => new()
    {
        Statements.Example,
        Statements.Minimal,
        PageExample(),
        Statements.Minimal + "sells: true",
        Statements.Minimal + "dataClasses: { a: { role: [processor] } }",
        Statements.Minimal + "purposes: { p: { basis: vital-interest, consent: yes-please, optOut: { within: P2W } } }",
        Statements.Minimal + "categories: { sensitive: {}, free-text: { sources: [] } }",
        Statements.Minimal + "categories: { voice-print: {} }\ntaxonomies: { Contoso.Outer+VoiceAttribute: voice-print }",
        Statements.Minimal + "retention: { r: { keep: P1Y6M3D, after: closed, then: delete } }",
        Statements.Minimal + "recipients: { r: { kind: acquirer } }",
        Statements.Minimal + "transfers: []\nproducts: []\nlogs: {}",
        Statements.Minimal + "automatedDecisions: { d: {}, e: { notice: none } }",
        Statements.Minimal + "minimumAge: { US: 13, US-CA: 16, NO: 13 }",
        "{ \"statement\": \"Json\", \"effective\": \"2026-01-08\", \"products\": [\"365\"] }",
    };

    public static TheoryData<string> Refused => new()
    {
        "effective: 2026-01-08",
        "statement: X",
        "statement: ' '\neffective: 2026-01-08",
        "statement: 5\neffective: 2026-01-08",
        "statement: X\neffective: 8 January 2026",
        "- statement",
        Statements.Minimal + "retentions: {}",
        Statements.Minimal + "sells: 'true'",
        Statements.Minimal + "sells: yes please",
        Statements.Minimal + "dataClasses: []",
        Statements.Minimal + "dataClasses: { a: {} }",
        Statements.Minimal + "dataClasses: { a: }",
        Statements.Minimal + "dataClasses: { A_b: { role: controller } }",
        Statements.Minimal + "dataClasses: { a: { role: owner } }",
        Statements.Minimal + "dataClasses: { a: { role: [] } }",
        Statements.Minimal + "dataClasses: { a: { role: [controller, controller] } }",
        Statements.Minimal + "purposes: { p: {} }",
        Statements.Minimal + "purposes: { p: { basis: whim } }",
        Statements.Minimal + "purposes: { p: { basis: consent, optOut: {} } }",
        Statements.Minimal + "purposes: { p: { basis: consent, optOut: { within: PT3H } } }",
        Statements.Minimal + "categories: { identifier: { class: [] } }",
        Statements.Minimal + "categories: { identifier: { sources: support } }",
        Statements.Minimal + "categories: { identifier: { sources: [1] } }",
        Statements.Minimal + "retention: { r: { keep: P1Y, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: P1Y, after: closed } }",
        Statements.Minimal + "retention: { r: { keep: P, after: closed, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: P1W2D, after: closed, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: P1D1Y, after: closed, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: P12345D, after: closed, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: P1Y, after: closed, within: P1D, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: instructed, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: instructed, within: P1D, after: closed, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: by-law, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: by-law, ground: habit, then: delete } }",
        Statements.Minimal + "retention: { r: { keep: by-law, ground: tax, then: archive } }",
        Statements.Minimal + "recipients: { r: {} }",
        Statements.Minimal + "recipients: { r: { kind: vendor } }",
        Statements.Minimal + "recipients: { r: { kind: sale, regions: ['U.S.'] } }",
        Statements.Minimal + "transfers: [ { from: EEA, to: US } ]",
        Statements.Minimal + "transfers: [ { from: EEA, to: US, mechanisms: [] } ]",
        Statements.Minimal + "transfers: [ { from: EEA, to: US, mechanisms: [hope] } ]",
        Statements.Minimal + "products: [a, a]",
        Statements.Minimal + "products: [A]",
        Statements.Minimal + "minimumAge: { US: 0 }",
        Statements.Minimal + "minimumAge: { US: 12.5 }",
        Statements.Minimal + "automatedDecisions: { d: { notice: maybe } }",
        Statements.Minimal + "logs: { l: { purpose: p } }",
        Statements.Minimal + "taxonomies: { 'Contoso Personal': identifier }",
        Statements.Minimal + "taxonomies: { Contoso.PersonalAttribute: [identifier] }",
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Both_accept(string yaml)
    {
        Assert.Empty(StatementFaultTests.Read(yaml).Errors);
        Assert.Empty((await JsonSchema.FromJsonAsync(Text)).Validate(Json(yaml)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Both_refuse(string yaml)
    {
        Assert.NotEmpty(StatementFaultTests.Read(yaml).Errors);
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(Text)).Validate(Json(yaml)));
    }

    [Fact]
    public void Every_key_of_the_reader_stands_in_the_schema_and_no_other()
    {
        foreach (Shape shape in Shape.All)
        {
            List<JObject> alternatives = At(shape.Path);

            Assert.Equal(shape.Keys.Select(key => key.Name).Order(), alternatives.SelectMany(each => ((JObject)each["properties"]!).Properties().Select(key => key.Name)).Distinct().Order());
            Assert.Equal(
                shape.Keys.Where(key => key.IsRequired).Select(key => key.Name).Order(),
                alternatives.Select(each => (each["required"] ?? new JArray()).Values<string>().OfType<string>()).Aggregate((left, right) => left.Intersect(right)).Order());
            Assert.All(alternatives, each => Assert.False((bool)each["additionalProperties"]!));
        }
    }

    [Theory]
    [InlineData("dataClasses.*", "role", nameof(ClosedLists.Roles))]
    [InlineData("purposes.*", "basis", nameof(ClosedLists.Bases))]
    [InlineData("retention.*", "then", nameof(ClosedLists.Ends))]
    [InlineData("retention.*", "ground", nameof(ClosedLists.Grounds))]
    [InlineData("recipients.*", "kind", nameof(ClosedLists.RecipientKinds))]
    [InlineData("transfers.*", "mechanisms", nameof(ClosedLists.Mechanisms))]
    [InlineData("automatedDecisions.*", "notice", nameof(ClosedLists.Requirements))]
    public void Closed_lists_are_the_same(string path, string key, string list)
    {
        JToken property = At(path).Select(each => each["properties"]![key]).OfType<JToken>().First();
        var values = (IEnumerable<string>)typeof(ClosedLists).GetField(list)!.GetValue(null)!;

        JToken found = property.SelectToken("enum") ?? property.SelectToken("items.enum") ?? Resolve(((JContainer)property).Descendants().OfType<JProperty>().First(each => each.Name == "$ref").Value)["enum"]!;
        Assert.Equal(values, found.Values<string>());
    }

    [Fact]
    public void Editors_offer_every_category() =>
        Assert.Equal(Categories.All.Select(category => category.Key), ((JObject)Schema["properties"]!["categories"]!["properties"]!).Properties().Select(property => property.Name));

    [Fact]
    public void The_page_shows_every_key_and_names_every_value()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "statement.md"));
        var example = (IDictionary<object, object>)new DeserializerBuilder().Build().Deserialize<object>(PageExample())!;
        IEnumerable<string> shown = Keys(example).Distinct();

        Assert.Subset(shown.ToHashSet(), Shape.All.SelectMany(shape => shape.Keys).Select(key => key.Name).ToHashSet());
        foreach (string value in ClosedLists.Bases.Concat(ClosedLists.Grounds).Concat(ClosedLists.RecipientKinds).Concat(ClosedLists.Mechanisms).Concat(Categories.All.Select(category => category.Key)))
            Assert.Contains($"`{value}`", page, StringComparison.Ordinal);
    }

    private static string PageExample()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "statement.md")).ReplaceLineEndings("\n");
        int start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Keys(object value) => value switch
    {
        IDictionary<object, object> map => map.SelectMany(pair => Keys(pair.Value).Prepend((string)pair.Key)),
        IList<object> list => list.SelectMany(Keys),
        _ => [],
    };

    /// <summary>The schemas of a mapping's alternatives; <c>*</c> in the path is a name of the company's, or an entry of a list.</summary>
    private static List<JObject> At(string path)
    {
        List<JObject> found = [Schema];
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found
                .Select(each => step == "*" ? each["items"] ?? ((JProperty)each["patternProperties"]!.First!).Value : each["properties"]![step]!)
                .Select(each => each["$ref"] is { } reference ? Resolve(reference) : (JObject)each)
                .SelectMany(each => each["oneOf"] is JArray alternatives && each["properties"] is null ? alternatives.Cast<JObject>() : [each])
                .ToList();
        }

        return found;
    }

    private static JObject Resolve(JToken reference) => (JObject)Schema.SelectToken(((string)reference!)[2..].Replace('/', '.'))!;

    // As editors see YAML: numbers and truth values are such unless they are quoted.
    private static string Json(string yaml) => new SerializerBuilder().JsonCompatible().Build().Serialize(
        new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml));
}
