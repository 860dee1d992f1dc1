using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Statement.PRIV4007_UnjustifiedSuppression>;

namespace PrivacyAnalyzers.Tests.Rules.Statement;

public class PRIV4007_UnjustifiedSuppressionTests
{
    [Theory]
    [InlineData("[SuppressMessage(\"Privacy.Exposure\", {|#0:\"PRIV1001\"|})] class C;")]
    [InlineData("[SuppressMessage(\"Privacy.Exposure\", {|#0:\"PRIV1001:Personal data reaches a log\"|})] class C;")]
    [InlineData("[SuppressMessageAttribute(\"x\", {|#0:\"PRIV1001\"|}, Justification = \"\")] class C;")]
    [InlineData("[SuppressMessage(\"x\", {|#0:\"PRIV1001\"|}, Justification = \" - \")] class C;")]
    [InlineData("[SuppressMessage(\"x\", {|#0:\"PRIV1001\"|}, Justification = \"<Pending>\")] class C;")]
    [InlineData("[SuppressMessage(\"x\", {|#0:\"PRIV1001\"|}, Justification = null)] class C;")]
    [InlineData("[SuppressMessage(checkId: {|#0:\"PRIV1001\"|}, category: \"x\")] class C;")]
    [InlineData("[assembly: SuppressMessage(\"x\", {|#0:\"PRIV1001\"|}, Scope = \"member\", Target = \"~M:C.M\")]")]
    [InlineData("class C { [method: System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", {|#0:Ids.Log|})] void M() { } } class Ids { public const string Log = \"PRIV1001\"; }")]
    [InlineData("class C { void M() { [SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] void N() { } N(); } }")]
    [InlineData("class C { System.Action F = [SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] () => { }; }")]
    [InlineData("class C { void M([SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] string email) { } }")]
    [InlineData("class C { void M<[SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] T>() { } }")]
    [InlineData("class C { int X { [SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] get; set; } }")]
    [InlineData("class C { int this[[SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] int i] => i; }")]
    [InlineData("enum E { [SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] A }")]
    [InlineData("record R([property: SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] string Email);")]
    [InlineData("namespace N { class C { class D { [SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] event System.Action E; } } }")]
    [InlineData("class C { void M() { void N([SuppressMessage(\"x\", {|#0:\"PRIV1001\"|})] int i) { } N(1); } }")]
    public Task An_attribute_needs_its_justification(string code) => Run(code, Expected("'PRIV1001' is", "in 'Justification'"));

    [Theory]
    [InlineData("[SuppressMessage(\"x\", \"PRIV1001\", Justification = \"nobody's address\")] class C;")]
    [InlineData("[SuppressMessage(\"x\", \"PRIV1001\", Justification = C.Why)] class C { public const string Why = \"nobody's address\"; }")]
    [InlineData("[SuppressMessage(\"x\", \"CA1822\")] class C;")]
    [InlineData("[SuppressMessage(\"x\", \"PRIVX001\")] [SuppressMessage(\"x\", \"PRIV10011\")] class C;")]
    [InlineData("namespace Other { class SuppressMessageAttribute(string a, string b) : System.Attribute { public string C => a + b; } [SuppressMessage(\"x\", \"PRIV1001\")] class C; }")]
    public Task An_attribute_that_has_one_or_is_of_other_rules_is_quiet(string code) => Run(code);

    [Fact]
    public Task An_alias_hides_nothing() => Run(
        "using Hush = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute; [Hush(\"x\", {|#0:\"PRIV1001\"|})] class C;",
        Expected("'PRIV1001' is", "in 'Justification'"));

    [Theory]
    [InlineData("#pragma warning disable {|#0:PRIV1001|}\nclass C;\n#pragma warning restore PRIV1001")]
    [InlineData("#pragma warning disable CA1822, {|#0:PRIV1001|}, 1591\nclass C;")]
    [InlineData("#pragma warning disable {|#0:PRIV1001|} //\nclass C;")]
    [InlineData("#pragma warning disable {|#0:PRIV1001|} // ---\nclass C;")]
    [InlineData("// Two lines above.\n\n#pragma warning disable {|#0:PRIV1001|}\nclass C;")]
    [InlineData("/// <summary>A class.</summary>\n#pragma warning disable {|#0:PRIV1001|}\nclass C;")]
    [InlineData("class C\n{\n    void M()\n    {\n#pragma warning disable {|#0:PRIV1001|}\n        // Below.\n    }\n}")]
    [InlineData("#pragma warning disable {|#0:PRIV1001|}")]
    [InlineData("#if true\n#pragma warning disable {|#0:PRIV1001|}\n#endif\nclass C;")]
    public Task A_pragma_needs_a_comment(string code) => Run(code, Expected("'PRIV1001' is", "in a comment on this line or the line above"));

    [Theory]
    [InlineData("#pragma warning disable PRIV1001 // Nobody's address.\nclass C;")]
    [InlineData("// Nobody's address.\n#pragma warning disable PRIV1001\nclass C;")]
    [InlineData("/* Nobody's\n   address. */\n#pragma warning disable PRIV1001\nclass C;")]
    [InlineData("class C\n{\n    int _x; // Nobody's address.\n#pragma warning disable PRIV1001\n    int X => _x;\n}")]
    [InlineData("class C; // Nobody's address.\r\n#pragma warning disable PRIV1001\r\n")]
    [InlineData("#pragma warning disable CA1822\nclass C;")]
    [InlineData("#pragma warning restore PRIV1001\nclass C;")]
    [InlineData("#if false\n#pragma warning disable PRIV1001\n#endif\nclass C;")]
    public Task A_pragma_that_has_one_or_is_of_other_rules_is_quiet(string code) => Run(code);

    [Fact]
    public Task A_pragma_without_a_name_suppresses_all() => Run(
        "#pragma warning {|#0:disable|}\nclass C;\n// The rest is a copy.\n#pragma warning disable\nclass D;",
        Expected("All rules, those of privacy too, are", "in a comment on this line or the line above"));

    [Fact]
    public Task Each_rule_is_named() => Run(
        "#pragma warning disable {|#0:PRIV1001|}, {|#1:PRIV1002|}\nclass C;",
        Expected("'PRIV1001' is", "in a comment on this line or the line above"),
        new DiagnosticResult("PRIV4007", DiagnosticSeverity.Info).WithLocation(1).WithMessage("'PRIV1002' is suppressed without a justification; say why in a comment on this line or the line above"));

    [Fact]
    public Task Broken_code_is_left_to_the_compiler()
    {
        Test test = Create("using System.Diagnostics.CodeAnalysis;\n#pragma warning disable ,\n#pragma warning\n#pragma\n[SuppressMessage] class A; [SuppressMessage(,)] class B; [SuppressMessage(\"x\", 1)] class D; [SuppressMessage(\"x\", Missing)] class E; [SuppressMessage(\"x\", \"PRIV1001\"");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PRIV4007", DiagnosticSeverity.Info).WithSpan(5, 156, 5, 166).WithMessage("'PRIV1001' is suppressed without a justification; say why in 'Justification'"));
        return test.RunAsync(CancellationToken.None);
    }

    private static DiagnosticResult Expected(string what, string where) =>
        new DiagnosticResult("PRIV4007", DiagnosticSeverity.Info).WithLocation(0).WithMessage($"{what} suppressed without a justification; say why {where}");

    // Usings come first, and below comments and directives of the file's head.
    private static Task Run(string code, params DiagnosticResult[] expected)
    {
        Test test = Create(code.StartsWith('#') || code.StartsWith('/') ? code : "using System.Diagnostics.CodeAnalysis;\n" + code);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }

    // The library would repeat each test under a #pragma of its own, which has no justification.
    private static Test Create(string code) => new() { TestCode = code, TestBehaviors = TestBehaviors.SkipSuppressionCheck };
}
