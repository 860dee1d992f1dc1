using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4002_UnknownName>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4002_UnknownNameTests
{
    public static TheoryData<string, string> Uses => new()
    {
        { "[DataClass({0})] class C;", "customer-usage" },
        { "class C { [Retention({0})] public string? M { get; set; } }", "support-communications" },
        { "class C { [RetentionClock({0})] public System.DateTime M; }", "account-closed" },
        { "record C([Consent({0})] bool M);", "survey-opt-in" },
        { "record C([property: OptOut({0})] bool M);", "marketing" },
        { "class C { void M([ApprovedLog({0})] object log) { } }", "security-log" },
        { "class C { [Recipient({0})] void M() { } }", "telephony-operators" },
        { "class C { [Purpose({0})] void M() { } }", "fraud-prevention" },
        { "class C { void M() { [Purpose({0})] void N() { } N(); } }", "fraud-prevention" },
        { "[assembly: Product({0})]", "email" },
        { "class C { [AutomatedDecision({0})] void M() { } }", "account-suspension" },
        { "class C { [SubjectNotice({0})] void M() { } }", "account-suspension" },
        { "class C { [HumanReviewAttribute({0})] void M() { } }", "account-suspension" },
        { "[PrivacyAnalyzers.DataClass({0})] class C;", "customer-usage" },
        { "[global::PrivacyAnalyzers.DataClass(name: {0})] class C;", "customer-usage" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public Task A_name_that_the_statement_has_is_quiet(string code, string name) =>
        Run(code.Replace("{0}", $"\"{name}\"", StringComparison.Ordinal), Statements.Example);

    [Theory]
    [MemberData(nameof(Uses))]
    public Task A_slip_is_reported_at_the_argument_with_the_nearest_name(string code, string name)
    {
        string slip = name[..^2] + name[^1] + name[^2];
        return Run(
            code.Replace("{0}", $"{{|#0:\"{slip}\"|}}", StringComparison.Ordinal),
            Statements.Example,
            new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0).WithMessage($"'{slip}' is not {Noun(code)}; did you mean '{name}'?"));
    }

    [Fact]
    public Task Every_attribute_that_takes_a_name_is_checked()
    {
        string[] taking = typeof(RetentionAttribute).Assembly.GetTypes()
            .Where(type => typeof(Attribute).IsAssignableFrom(type) && type.IsPublic && type.Name != "NotPersonalAttribute")
            .Where(type => type.GetConstructors().Any(constructor => constructor.GetParameters() is [{ ParameterType: var only }, ..] && only == typeof(string)))
            .Select(type => type.Name)
            .ToArray();

        Assert.Equal(taking.Order(), NameAttributes.KindByAttribute.Keys.Order());
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("using Rule = PrivacyAnalyzers.RetentionAttribute; [Rule({|#0:\"invoice\"|})] class C;")]
    [InlineData("using RuleAttribute = PrivacyAnalyzers.RetentionAttribute; [Rule({|#0:\"invoice\"|})] class C;")]
    [InlineData("using Rule = global::PrivacyAnalyzers.RetentionAttribute; [Rule({|#0:\"invoice\"|})] class C;")]
    [InlineData("global using Rule = PrivacyAnalyzers.RetentionAttribute; [Rule({|#0:\"invoice\"|})] class C;")]
    [InlineData("namespace N { using Rule = PrivacyAnalyzers.RetentionAttribute; [Rule({|#0:\"invoice\"|})] class C; }")]
    [InlineData("namespace N { namespace O { using Rule = RetentionAttribute; [Rule({|#0:\"invoice\"|})] class C; } }")]
    [InlineData("using P = PrivacyAnalyzers; [P.Retention({|#0:\"invoice\"|})] class C;")]
    [InlineData("using P = PrivacyAnalyzers; [P::RetentionAttribute({|#0:\"invoice\"|})] class C;")]
    public Task An_alias_hides_nothing(string code) =>
        Test.RunAsync(
            code.StartsWith("namespace", StringComparison.Ordinal) ? "using PrivacyAnalyzers;\n" + code : code,
            Statements.Example,
            new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0).WithMessage("'invoice' is not a retention rule of the privacy statement; did you mean 'invoices'?"));

    [Fact]
    public Task Nor_does_a_global_alias_of_another_file()
    {
        var test = new Test
        {
            TestCode = """[Rule({|#0:"invoice"|})] class C;""",
            Statement = Statements.Example,
        };
        test.TestState.Sources.Add("global using Rule = PrivacyAnalyzers.RetentionAttribute;");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'invoice' is not a retention rule of the privacy statement; did you mean 'invoices'?"));
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_constant_counts_as_what_it_holds() => Run(
        """
        static class Names { public const string Right = "invoices"; public const string Wrong = "invoice"; }
        class C
        {
            [Retention(Names.Right)] public string? A { get; set; }
            [Retention({|#0:Names.Wrong|})] public string? B { get; set; }
        }
        """,
        Statements.Example,
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0).WithMessage("'invoice' is not a retention rule of the privacy statement; did you mean 'invoices'?"));

    [Fact]
    public Task A_name_far_from_all_is_told_which_there_are() => Run(
        """[DataClass({|#0:"weather"|})] class C;""",
        Statements.Example,
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'weather' is not a data class of the privacy statement; use customer-account, customer-usage, customer-content"));

    [Fact]
    public Task A_statement_without_such_names_says_so() => Run(
        """[DataClass({|#0:"weather"|})] class C;""",
        Statements.Minimal,
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0).WithMessage("'weather' is not a data class of the privacy statement; there are none"));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null!")]
    public Task No_name_is_no_name(string argument) => Run(
        $"[DataClass({{|#0:{argument}|}})] class C;",
        Statements.Example,
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'' is not a data class of the privacy statement; use customer-account, customer-usage, customer-content"));

    [Fact]
    public Task A_product_that_only_a_transfer_names_counts() => Run(
        """[assembly: Product("fax")]""",
        Statements.Minimal + "transfers: [ { from: EEA, to: US, product: fax, mechanisms: [explicit-consent] } ]");

    [Fact]
    public Task A_purpose_without_an_opt_out_is_none_to_opt_out_of() => Run(
        """record C([OptOut({|#0:"fraud-prevention"|})] bool M);""",
        Statements.Example,
        new DiagnosticResult("PRIV4002", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'fraud-prevention' is not a purpose with an opt-out in the privacy statement; use marketing"));

    [Theory]
    [InlineData(null)]
    [InlineData("statement: [")]
    [InlineData("statement: X\neffective: 2026-01-08\ndataClass: { customer: { role: controller } }")]
    [InlineData("statement: X\neffective: 2026-01-08\ndataClasses: []")]
    public Task Without_names_to_compare_with_names_are_free(string? statement) => Run("""[DataClass("customer")] class C;""", statement);

    [Fact]
    public Task A_rule_with_a_fault_of_its_own_still_has_its_name() => Run(
        """[Retention("short")] class C;""",
        Statements.Minimal + "retention: { short: { keep: soon, then: delete } }");

    [Fact]
    public Task Someone_else_s_attribute_of_the_same_name_is_not_ours() => Run(
        """
        namespace Other
        {
            class RetentionAttribute(string rule) : System.Attribute { public string Rule => rule; }
            [Retention("anything")] class C;
        }
        """,
        Statements.Example);

    [Fact]
    public Task Broken_code_is_left_to_the_compiler()
    {
        var test = new Test
        {
            TestCode = "using PrivacyAnalyzers; [Retention] class A; [Retention()] class B; [Retention(Missing.Name)] class C; [Retention(1)] class D; [Retention(\"a\", \"b\")] class E; [Ret(\"a\")] class",
            Statement = Statements.Example,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        return test.RunAsync(CancellationToken.None);
    }

    private static string Noun(string code) => PrivacyAnalyzers.Statement.StatementNames.Noun(
        NameAttributes.KindByAttribute.Where(pair => code.Contains(pair.Key.Replace("Attribute", "", StringComparison.Ordinal), StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length).First().Value);

    private static Task Run(string code, string? statement, params DiagnosticResult[] expected) =>
        Test.RunAsync("using PrivacyAnalyzers;\n" + code, statement, expected);
}
