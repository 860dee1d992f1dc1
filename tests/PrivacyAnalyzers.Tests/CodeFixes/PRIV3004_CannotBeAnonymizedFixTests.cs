using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Rights.PRIV3004_CannotBeAnonymized, PrivacyAnalyzers.CodeFixes.PRIV3004_CannotBeAnonymizedFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV3004_CannotBeAnonymizedFixTests
{
    private static string Code(string members) => "using System.Net.Mail;\nusing PrivacyAnalyzers;\n\n[DataSubject, Retention(\"r\")]\npublic class Customer\n{\n    public int Id { get; set; }\n\n" + members + "\n}\n";

    [Theory]
    [InlineData("    [Identifier]\n    public MailAddress {|PRIV3004:Email|} { get; set; } = null!;\n\n    public int Plan { get; set; }", "    [Identifier]\n    public MailAddress? Email { get; set; }\n\n    public int Plan { get; set; }")]
    [InlineData("    [Identifier] public required MailAddress {|PRIV3004:Email|} { get; set; } // where\n    [Identifier] public MailAddress {|PRIV3004:Other|} { get; set; } = new(\"a@b.c\");", "    [Identifier] public required MailAddress? Email { get; set; } // where\n    [Identifier] public MailAddress? Other { get; set; } = new(\"a@b.c\");")]
    public Task A_reference_may_be_null(string before, string after) => Test.RunAsync(Code(before), Code(after), "PRIV3004.Nullable");

    [Theory]
    [InlineData("    [Identifier]\n    public string? {|PRIV3004:Name|} { get; init; }\n\n    [Identifier] public string? {|PRIV3004:Phone|} { get; private set; } // how", "    [Identifier]\n    public string? Name { get; set; }\n\n    [Identifier] public string? Phone { get; set; } // how")]
    [InlineData("    [Identifier] public string {|PRIV3004:Name|} { get; } = \"\";", "    [Identifier] public string Name { get; set; } = \"\";")]
    public Task Generated_code_can_set_it(string before, string after) => Test.RunAsync(Code(before), Code(after), "PRIV3004.Setter");

    [Fact]
    public Task A_unique_text_without_room_may_be_null()
    {
        const string Before = """
            using System.ComponentModel.DataAnnotations;
            using Microsoft.EntityFrameworkCore;
            using PrivacyAnalyzers;

            [DataSubject, Retention("r")]
            [Index(nameof(Email), IsUnique = true)]
            public class Customer
            {
                public int Id { get; set; }
                [Identifier, MaxLength(10)] public string {|PRIV3004:Email|} { get; set; } = null!;
            }

            public class ShopDb : DbContext
            {
                public DbSet<Customer> Customers => Set<Customer>();
            }
            """;
        return new Test
        {
            TestCode = Before,
            FixedCode = Before.Replace("string {|PRIV3004:Email|} { get; set; } = null!;", "string? Email { get; set; }", StringComparison.Ordinal),
            Statement = "statement: S\neffective: 2026-01-08\nretention:\n  r: { keep: P1Y, after: account-closed, then: anonymize }\ncategories:\n  identifier: {}\n",

            // The rule knows a row's fate from the context.
            CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        }.RunAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("    [Identifier] public MailAddress {|PRIV3004:Email|} => new(\"a@b.c\");")]
    public Task What_is_computed_is_left_to_the_person(string members)
    {
        var test = new Test { TestCode = Code(members), FixedCode = Code(members) };
        test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.Explicit;
        test.FixedState.MarkupHandling = Microsoft.CodeAnalysis.Testing.MarkupMode.Allow;
        test.FixedState.AdditionalReferences.AddRange(Support.References.All);
        return test.RunAsync(CancellationToken.None);
    }
}
