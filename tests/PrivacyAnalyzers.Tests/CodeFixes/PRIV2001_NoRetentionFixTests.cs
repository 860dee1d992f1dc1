using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<
    PrivacyAnalyzers.Rules.Classification.PRIV2001_NoRetention, PrivacyAnalyzers.CodeFixes.PRIV2001_NoRetentionFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV2001_NoRetentionFixTests
{
    [Theory]
    [InlineData(0, "customer-relationship")]
    [InlineData(1, "support-communications")]
    [InlineData(4, "invoices")]
    public Task Each_rule_of_the_statement_is_offered_in_its_order(int index, string rule)
    {
        Test test = Create(
            """
            using PrivacyAnalyzers;

            class Ticket
            {
                [FreeText]
                public string? [|Text|] { get; set; }
            }
            """,
            $$"""
            using PrivacyAnalyzers;

            class Ticket
            {
                [FreeText]
                [Retention("{{rule}}")]
                public string? Text { get; set; }
            }
            """);
        test.CodeActionIndex = index;
        test.CodeActionEquivalenceKey = "PRIV2001:" + rule;
        test.CodeActionVerifier = (action, verifier) => verifier.Equal($"Add [Retention(\"{rule}\")]", action.Title);
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task The_attribute_stands_where_the_others_do() => Run(
        """
        using PrivacyAnalyzers;

        /// <summary>A person.</summary>
        class Customer
        {
            [Identifier] public string? [|A|] { get; set; }

            // About B.
            [Identifier]
            [System.Obsolete]
            internal string? [|B|];

            [Identifier] public string? [|C|], [|D|];
        }

        [Identifier]
        record Address(string? [|Street|], [Geolocation] double [|Latitude|], [property: Geolocation]double [|Longitude|], int Id);

        [Identifier]
        struct Name
        {
            /// <summary>The first.</summary>
            public string? [|First|] { get; set; }
            public string? [|Last|] { get; set; }
        }

        [Identifier] struct Phone { public string? [|Number|]; }
        """,
        """
        using PrivacyAnalyzers;

        /// <summary>A person.</summary>
        class Customer
        {
            [Identifier] [Retention("invoices")] public string? A { get; set; }

            // About B.
            [Identifier]
            [System.Obsolete]
            [Retention("invoices")]
            internal string? B;

            [Identifier] [Retention("invoices")] public string? C, D;
        }

        [Identifier]
        record Address([Retention("invoices")] string? Street, [Geolocation] [Retention("invoices")] double Latitude, [property: Geolocation] [Retention("invoices")] double Longitude, int Id);

        [Identifier]
        struct Name
        {
            /// <summary>The first.</summary>
            [Retention("invoices")]
            public string? First { get; set; }
            [Retention("invoices")]
            public string? Last { get; set; }
        }

        [Identifier] struct Phone { [Retention("invoices")] public string? Number; }
        """);

    [Fact]
    public Task What_is_inherited_from_another_assembly_gets_it_at_the_type() => Run(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.EntityFrameworkCore;

        namespace App
        {
            /// <summary>A person.</summary>
            public class [|AppUser|] : IdentityUser
            {
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        namespace App
        {
            /// <summary>A person.</summary>
            [Retention("invoices")]
            public class AppUser : IdentityUser
            {
            }
        }
        """);

    [Fact]
    public Task A_missing_import_stands_below_the_header_and_above_the_comment() => Run(
        """
        // The company's header.
        #nullable enable

        /// <summary>A person.</summary>
        class Customer
        {
            [Microsoft.AspNetCore.Identity.PersonalData]
            public string? [|A|] { get; set; }
            [Microsoft.AspNetCore.Identity.PersonalData]
            public string? [|B|] { get; set; }
        }
        """,
        """
        // The company's header.
        #nullable enable

        using PrivacyAnalyzers;

        /// <summary>A person.</summary>
        class Customer
        {
            [Microsoft.AspNetCore.Identity.PersonalData]
            [Retention("invoices")]
            public string? A { get; set; }
            [Microsoft.AspNetCore.Identity.PersonalData]
            [Retention("invoices")]
            public string? B { get; set; }
        }
        """);

    [Theory]
    [InlineData("using System;\nusing System.Linq;\nusing Xunit;\n", "using System;\nusing System.Linq;\nusing PrivacyAnalyzers;\nusing Xunit;\n")]
    [InlineData("// Header.\nusing Xunit;\n", "// Header.\nusing PrivacyAnalyzers;\nusing Xunit;\n")]
    [InlineData("global using Xunit;\nusing static System.Math;\nusing A = System.Int32;\n", "global using Xunit;\nusing PrivacyAnalyzers;\nusing static System.Math;\nusing A = System.Int32;\n")]
    [InlineData("using Microsoft.Win32;\n", "using Microsoft.Win32;\nusing PrivacyAnalyzers;\n")]
    [InlineData("", "using PrivacyAnalyzers;\n\n")]
    public async Task Imports_keep_their_order(string before, string after)
    {
        const string Code = "class C\n{\n    [Microsoft.AspNetCore.Identity.PersonalData]\n    public string? [|A|] { get; set; }\n}\n";
        const string Fixed = "class C\n{\n    [Microsoft.AspNetCore.Identity.PersonalData]\n    [Retention(\"invoices\")]\n    public string? A { get; set; }\n}\n";
        Test test = Create(before + Code, after + Fixed);
        test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
        await test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Another_attribute_of_that_name_is_not_used_by_mistake() => Run(
        """
        class RetentionAttribute : System.Attribute { }

        class C
        {
            [PrivacyAnalyzers.Identifier]
            public string? [|A|] { get; set; }
        }
        """,
        """
        class RetentionAttribute : System.Attribute { }

        class C
        {
            [PrivacyAnalyzers.Identifier]
            [global::PrivacyAnalyzers.Retention("invoices")]
            public string? A { get; set; }
        }
        """);

    [Fact]
    public async Task Windows_line_ends_stay()
    {
        const string Code = "using PrivacyAnalyzers;\r\nclass C\r\n{\r\n    [Identifier]\r\n    public string? [|A|] { get; set; }\r\n}\r\n";
        Test test = Create(Code, Code.Replace("[|A|]", "A", StringComparison.Ordinal).Replace("[Identifier]\r\n", "[Identifier]\r\n    [Retention(\"invoices\")]\r\n", StringComparison.Ordinal));
        await test.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Statements.Minimal)]
    [InlineData("broken: [")]
    public Task Without_rules_nothing_is_offered(string? statement)
    {
        const string Code = "using PrivacyAnalyzers; class C { [Identifier] public string? [|A|] { get; set; } }";
        return new Test { TestCode = Code, FixedCode = Code, Statement = statement }.RunAsync(CancellationToken.None);
    }

    private static Task Run(string code, string expected) => Create(code, expected).RunAsync(CancellationToken.None);

    private static Test Create(string code, string expected) => new()
    {
        TestCode = code,
        FixedCode = expected,
        Statement = Statements.Example,
        CodeActionEquivalenceKey = "PRIV2001:invoices",
    };
}
