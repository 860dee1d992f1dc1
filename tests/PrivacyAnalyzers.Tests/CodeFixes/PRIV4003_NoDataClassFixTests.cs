using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Statement.PRIV4003_Undisclosed, PrivacyAnalyzers.CodeFixes.PRIV4003_NoDataClassFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV4003_NoDataClassFixTests
{
    [Fact]
    public Task Each_type_gets_the_class_that_is_chosen() => Test.RunAsync(
        """
        using PrivacyAnalyzers;

        namespace Shop;

        /// <summary>Who buys.</summary>
        [DataSubject]
        public class [|Customer|]
        {
            public int Id { get; set; }

            [Identifier]
            public string? Email { get; set; }
        }

        [Retention("account-default")]
        public record [|Visit|](int Id, [Identifier] string Who);
        """,
        """
        using PrivacyAnalyzers;

        namespace Shop;

        /// <summary>Who buys.</summary>
        [DataSubject]
        [DataClass("customer-usage")]
        public class Customer
        {
            public int Id { get; set; }

            [Identifier]
            public string? Email { get; set; }
        }

        [Retention("account-default")]
        [DataClass("customer-usage")]
        public record Visit(int Id, [Identifier] string Who);
        """,
        "PRIV4003:customer-usage",
        Statements.Example);

    [Fact]
    public Task A_category_that_is_not_disclosed_is_not_cured_by_a_class()
    {
        const string Code = "using PrivacyAnalyzers; [DataClass(\"customer-account\")] class A { public int Id { get; set; } [Geolocation] public string? {|PRIV4003:Where|} { get; set; } }";
        var test = new Test { TestCode = Code, FixedCode = Code, Statement = Statements.Example };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(References.All);
        test.FixedState.AdditionalFiles.Add(("privacy.yml", Statements.Example));
        return test.RunAsync(CancellationToken.None);
    }
}
