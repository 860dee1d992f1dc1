using System.Text;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>Entries that a fix adds to <c>privacy.yml</c>: in their section, with every comment and every order kept.</summary>
[Trait("Proof", "fix")]
public class StatementEditFixTests
{
    private const string Yaml = """
        # What we allow ourselves.
        statement: Shop            # the title
        effective: 2026-01-08
        dataClasses:
          account: { role: controller }
          usage:   { role: processor }   # theirs

        categories:
          # Who they are.
          identifier: { classes: [account] }
        recipients:
          # They carry calls.
          carrier: { kind: communications-provider }

        products: [voice]
        # The end.

        """;

    [Theory]
    [InlineData("[Recipient({|#0:\"sms-provider\"|})] interface IA { void Send(); }", "recipient", "  carrier: { kind: communications-provider }\n", "  carrier: { kind: communications-provider }\n  sms-provider: { kind: service-provider, receives: [] }\n")]
    [InlineData("[DataClass({|#0:\"content\"|})] class A { }", "data class", "  usage:   { role: processor }   # theirs\n", "  usage:   { role: processor }   # theirs\n  content: { role: controller }\n")]
    [InlineData("[Product({|#0:\"video\"|})] class A { }", "product", "products: [voice]\n", "products: [voice, video]\n")]
    [InlineData("[Purpose({|#0:\"marketing\"|})] class A { }", "purpose", "# The end.\n", "# The end.\n\npurposes:\n  marketing: { basis: consent }\n")]
    [InlineData("[ApprovedLog({|#0:\"security-log\"|})] class A { }", "log", "# The end.\n", "# The end.\n\nlogs:\n  security-log: { accepts: [] }\n")]
    [InlineData("class A { [AutomatedDecision({|#0:\"suspension\"|})] void M() { } }", "automated decision", "# The end.\n", "# The end.\n\nautomatedDecisions:\n  suspension: { notice: required, humanReview: required }\n")]
    public Task A_name_that_code_uses_is_added_to_its_section(string code, string noun, string before, string after)
    {
        Assert.Contains(before, Yaml, StringComparison.Ordinal);
        Assert.NotEmpty(noun);
        return RunAsync<PRIV4002_UnknownName, PRIV4002_AddNameFix>(
            "using PrivacyAnalyzers; " + code, Yaml, Yaml.Replace(before, after, StringComparison.Ordinal), "PRIV4002", PRIV4002_AddNameFix.Key);
    }

    [Fact]
    public Task Fix_all_adds_each_name_once() => RunAsync<PRIV4002_UnknownName, PRIV4002_AddNameFix>(
        "using PrivacyAnalyzers; [Recipient({|#0:\"a\"|})] interface IA { } [Recipient({|#1:\"b\"|})] interface IB { [Recipient({|#2:\"a\"|})] void M(); }",
        Yaml, Yaml.Replace("carrier: { kind: communications-provider }\n", "carrier: { kind: communications-provider }\n  a: { kind: service-provider, receives: [] }\n  b: { kind: service-provider, receives: [] }\n", StringComparison.Ordinal),
        "PRIV4002", PRIV4002_AddNameFix.Key, iterations: 2);

    [Theory]
    [InlineData("geolocation", "[Geolocation]", "[DataClass(\"account\")]", "  identifier: { classes: [account] }\n", "  identifier: { classes: [account] }\n  geolocation: { classes: [account] }\n")]
    [InlineData("identifier", "[Identifier]", "[DataClass(\"usage\")]", "  identifier: { classes: [account] }\n", "  identifier: { classes: [account, usage] }\n")]
    public Task What_code_stores_is_disclosed(string category, string attribute, string dataClass, string before, string after)
    {
        Assert.NotEmpty(category);
        return RunAsync<PRIV4003_Undisclosed, PRIV4003_UndisclosedFix>(
            $"using PrivacyAnalyzers; {dataClass} class A {{ public int Id {{ get; set; }} {attribute} public string? {{|#0:Where|}} {{ get; set; }} }}",
            Yaml, Yaml.Replace(before, after, StringComparison.Ordinal), "PRIV4003", "PRIV4003");
    }

    [Theory]
    [InlineData("recipients: { a: { kind: authority } }\nproducts: [x]\n", "recipients: { a: { kind: authority }, b: {} }\nproducts: [x]\n")]
    [InlineData("recipients: {}\n", "recipients: { b: {} }\n")]
    [InlineData("recipients: { a: {} } # they\n", "recipients: { a: {}, b: {} } # they\n")]
    [InlineData("recipients:\n    a: {}\n# end", "recipients:\n    a: {}\n    b: {}\n# end")]
    [InlineData("recipients:\r\n  a:\r\n    kind: authority\r\n\r\nproducts: [x]\r\n", "recipients:\r\n  a:\r\n    kind: authority\r\n  b: {}\r\n\r\nproducts: [x]\r\n")]
    [InlineData("statement: S", "statement: S\n\nrecipients:\n  b: {}\n")]
    public void An_entry_is_added_as_the_section_is_written(string before, string after) =>
        Assert.Equal(after, StatementText.AddEntry(SourceText.From(before), "recipients", "b: {}").ToString());

    [Theory]
    [InlineData("products: [x]\n", "products: [x, b]\n")]
    [InlineData("products: []\n", "products: [b]\n")]
    [InlineData("products:\n- x\n- y\n", "products:\n- x\n- y\n- b\n")]
    [InlineData("products:\n  - x\n", "products:\n  - x\n  - b\n")]
    public void A_product_is_added_to_its_list(string before, string after) =>
        Assert.Equal(after, StatementText.AddEntry(SourceText.From(before), "products", "b").ToString());

    [Theory]
    [InlineData("categories:\n  a:\n    purposes: [x]\n    classes: [y] # these\n", "categories:\n  a:\n    purposes: [x]\n    classes: [y, z] # these\n")]
    [InlineData("categories:\n  a: { purposes: [x], classes: [] }\n", "categories:\n  a: { purposes: [x], classes: [z] }\n")]
    [InlineData("categories:\n  a:\n    classes:\n    - y\n  b:\n    classes: [y]\n", null)]
    public void A_name_is_added_to_a_list_of_one_line(string before, string? after) =>
        Assert.Equal(after, StatementText.AddToList(SourceText.From(before), new Position(1, 2, 1), "classes", "z")?.ToString());

    [Theory]
    [InlineData("{ \"statement\": \"Shop\", \"effective\": \"2026-01-08\", \"recipients\": { \"carrier\": { \"kind\": \"authority\" } } }\n")]
    [InlineData("statement: Shop\neffective: 2026-01-08\nrecipients: {\n  carrier: { kind: authority }\n  }\n")]
    [InlineData("statement: Shop\neffective: 2026-01-08\n\"recipients\":\n  carrier: { kind: authority }\n")]
    public Task What_is_written_in_a_way_that_the_edit_would_break_is_left_alone(string yaml)
    {
        const string Code = "using PrivacyAnalyzers; [Recipient({|PRIV4002:\"sms-provider\"|})] interface IA { void Send(); }";
        var test = new FixTest<PRIV4002_UnknownName, PRIV4002_AddNameFix> { TestCode = Code, FixedCode = Code, Statement = yaml };
        test.FixedState.InheritanceMode = StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        test.FixedState.AdditionalFiles.Add(("privacy.yml", yaml));
        return test.RunAsync(CancellationToken.None);
    }

    private static Task RunAsync<TRule, TFix>(string code, string before, string after, string rule, string key, int iterations = 1)
        where TRule : class, new()
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        string plain = System.Text.RegularExpressions.Regex.Replace(code, @"\{\|#[0-9]:(.*?)\|\}", "$1");
        var test = new FixTest<TRule, TFix> { TestCode = code, Statement = before, CodeActionEquivalenceKey = key };
        test.TestState.ExpectedDiagnostics.AddRange(Enumerable.Range(0, System.Text.RegularExpressions.Regex.Count(code, @"\{\|#[0-9]"))
            .Select(place => new DiagnosticResult(rule, Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(place)));
        test.FixedState.Sources.Add(plain);
        test.FixedState.InheritanceMode = StateInheritanceMode.Explicit;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        test.FixedState.AdditionalFiles.Add(("privacy.yml", SourceText.From(after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
        test.NumberOfIncrementalIterations = iterations;
        test.NumberOfFixAllIterations = 1;
        return test.RunAsync(CancellationToken.None);
    }
}
