using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<
    PrivacyAnalyzers.Rules.Classification.PRIV2002_Unclassified, PrivacyAnalyzers.CodeFixes.PRIV2002_UnclassifiedFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV2002_UnclassifiedFixTests
{
    private const string Customer = """
        using PrivacyAnalyzers;

        class Customer
        {
            public string? [|Email|] { get; set; }
        }
        """;

    [Theory]
    [InlineData(0, "PRIV2002", "Classify as [Identifier]", "[Identifier]")]
    [InlineData(1, "PRIV2002:customer-relationship", "Classify as [Identifier] with [Retention(\"customer-relationship\")]", "[Identifier]\n    [Retention(\"customer-relationship\")]")]
    [InlineData(5, "PRIV2002:invoices", "Classify as [Identifier] with [Retention(\"invoices\")]", "[Identifier]\n    [Retention(\"invoices\")]")]
    public Task The_category_is_offered_alone_and_with_each_rule_of_the_statement(int index, string key, string title, string attributes) =>
        Offer(index, key, title, Customer, Customer.Replace("public", attributes + "\n    public", StringComparison.Ordinal)).RunAsync(CancellationToken.None);

    [Fact]
    public Task And_that_it_is_about_nobody()
    {
        Test test = Offer(6, "PRIV2002=NotPersonal", "Say [NotPersonal(\"reason\")]", Customer, Customer.Replace("public", "[NotPersonal(\"reason\")]\n    public", StringComparison.Ordinal));
        test.CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("[Retention(\"invoices\")] class C { public string? [|Email|] { get; set; } }", "[Retention(\"invoices\")] class C { [NotPersonal(\"reason\")] public string? Email { get; set; } }")]
    [InlineData("[Transient] class C { public string? [|Email|] { get; set; } }", "[Transient] class C { [NotPersonal(\"reason\")] public string? Email { get; set; } }")]
    [InlineData("class C { [Retention(\"invoices\")] public string? [|Email|]; }", "class C { [Retention(\"invoices\")] [NotPersonal(\"reason\")] public string? Email; }")]
    [InlineData("record C([Retention(\"invoices\")] string [|Email|]);", "record C([Retention(\"invoices\")] [NotPersonal(\"reason\")] string Email);")]
    public Task No_rule_is_offered_where_there_is_one(string code, string @fixed)
    {
        // The second offer is then the last.
        Test test = Offer(1, "PRIV2002=NotPersonal", "Say [NotPersonal(\"reason\")]", "using PrivacyAnalyzers;\n" + code, "using PrivacyAnalyzers;\n" + @fixed);
        test.CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Fix_all_gives_each_member_its_own_category() => Test.RunAsync(
        """
        using System;

        namespace Shop;

        /// <summary>A person.</summary>
        class Customer
        {
            public string? [|Name|] { get; set; }

            [Obsolete]
            public DateOnly [|BirthDate|] { get; set; }

            public string? [|Password|], [|Phone|];
        }

        record SignUp(string [|Email|], string [|Iban|]);
        """,
        """
        using System;
        using PrivacyAnalyzers;

        namespace Shop;

        /// <summary>A person.</summary>
        class Customer
        {
            [Identifier]
            public string? Name { get; set; }

            [Obsolete]
            [ProtectedCharacteristic]
            public DateOnly BirthDate { get; set; }

            [Credential]
            public string? Password, Phone;
        }

        record SignUp([Identifier] string Email, [Financial] string Iban);
        """,
        "PRIV2002",
        Statements.Example);

    [Fact]
    public Task Fix_all_adds_the_rule_where_none_is()
    {
        const string Fixed = """
            using PrivacyAnalyzers;

            class Customer
            {
                [Identifier]
                [Retention("account-default")]
                public string? Email { get; set; }

                [Identifier]
                [Retention("account-default")]
                public string? Phone { get; set; }
            }

            [Retention("invoices")]
            class Payer
            {
                public string? [|Iban|] { get; set; }
            }
            """;
        var test = new Test
        {
            TestCode = Fixed.Replace("    [Identifier]\n    [Retention(\"account-default\")]\n", "", StringComparison.Ordinal)
                .Replace("Email", "[|Email|]", StringComparison.Ordinal).Replace("Phone", "[|Phone|]", StringComparison.Ordinal),
            FixedCode = Fixed,
            BatchFixedCode = Fixed.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
                .Replace("    public string? Iban", "    [Financial]\n    public string? Iban", StringComparison.Ordinal),
            Statement = Statements.Example,
            CodeActionEquivalenceKey = "PRIV2002:account-default",
        };

        // One by one, the rule is not offered to Payer: its finding stays, and is asserted.
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task An_attribute_of_the_same_name_stays_another() => Test.RunAsync(
        """
        class IdentifierAttribute : System.Attribute;

        class Customer
        {
            public string? [|Email|] { get; set; }
        }
        """,
        """
        class IdentifierAttribute : System.Attribute;

        class Customer
        {
            [global::PrivacyAnalyzers.Identifier]
            public string? Email { get; set; }
        }
        """,
        "PRIV2002");

    private static Test Offer(int index, string key, string title, string source, string @fixed)
    {
        var test = new Test
        {
            TestCode = source,
            FixedCode = @fixed.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal),
            Statement = Statements.Example,
            CodeActionIndex = index,
            CodeActionEquivalenceKey = key,
            CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title),
        };
        return test;
    }
}
