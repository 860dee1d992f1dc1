using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<
    PrivacyAnalyzers.Rules.Statement.PRIV4002_UnknownName, PrivacyAnalyzers.CodeFixes.PRIV4002_UnknownNameFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV4002_UnknownNameFixTests
{
    [Fact]
    public Task Each_slip_becomes_the_name_nearest_to_it()
    {
        var test = new Test
        {
            TestCode = """
                using PrivacyAnalyzers;
                [assembly: Product({|PRIV4002:"emial"|})]

                static class Names { public const string Usage = "usage-record"; }

                [DataClass({|PRIV4002:"customer-acount"|})]
                record C(
                    [Identifier, Retention({|PRIV4002:Names.Usage|})] string A,
                    [property: Retention(rule: /* old */ {|PRIV4002:"Invoices"|})] string B)
                {
                    [Purpose({|PRIV4002:"marketting"|})]
                    void M() { }
                }
                """,
            FixedCode = """
                using PrivacyAnalyzers;
                [assembly: Product("email")]

                static class Names { public const string Usage = "usage-record"; }

                [DataClass("customer-account")]
                record C(
                    [Identifier, Retention("usage-records")] string A,
                    [property: Retention(rule: /* old */ "invoices")] string B)
                {
                    [Purpose("marketing")]
                    void M() { }
                }
                """,
            Statement = Statements.Example,
            CodeActionEquivalenceKey = "PRIV4002",
        };
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task The_title_says_the_name()
    {
        var test = new Test
        {
            TestCode = """[PrivacyAnalyzers.DataClass({|PRIV4002:"customer-usge"|})] class C;""",
            FixedCode = """[PrivacyAnalyzers.DataClass("customer-usage")] class C;""",
            Statement = Statements.Example,
            CodeActionVerifier = (action, verifier) => verifier.Equal("Use 'customer-usage'", action.Title),
        };
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Fix_all_reaches_every_file_of_the_project()
    {
        var test = new Test { Statement = Statements.Example };
        test.TestState.Sources.Add("""[PrivacyAnalyzers.DataClass({|PRIV4002:"customer-usge"|})] class C;""");
        test.TestState.Sources.Add("""[PrivacyAnalyzers.DataClass({|PRIV4002:"customer-contnet"|})] class D;""");
        test.FixedState.Sources.Add("""[PrivacyAnalyzers.DataClass("customer-usage")] class C;""");
        test.FixedState.Sources.Add("""[PrivacyAnalyzers.DataClass("customer-content")] class D;""");
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_name_far_from_all_has_no_fix()
    {
        const string Code = """[PrivacyAnalyzers.DataClass({|PRIV4002:"weather"|})] class C;""";
        return new Test { TestCode = Code, FixedCode = Code, Statement = Statements.Example }.RunAsync(CancellationToken.None);
    }
}
