using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV4005_DisclosuresDifferFixTests
{
    private const string Statement = "statement: Shop\neffective: 2026-03-01\ndataClasses:\n  customer-account: { role: controller }\nretention:\n  account-default: { keep: P60D, after: account-closed, then: delete }\n";

    [Fact]
    public async Task The_record_is_rewritten_and_comments_stay()
    {
        const string Code = """
            using PrivacyAnalyzers;

            [DataSubject, Retention("account-default")]
            public class Customer
            {
                public int Id { get; set; }

                [Identifier]
                public string? {|#0:Email|} { get; set; }

                [Identifier]
                public string? {|#1:Phone|} { get; set; }
            }
            """;
        var test = new FixTest<DisclosureAnalyzer, PRIV4005_DisclosuresDifferFix> { TestCode = Code, Statement = Statement };
        test.TestState.AdditionalFiles.Add(("privacy.disclosures.txt", "# effective: 2026-01-08\n# ours\n"));
        test.TestState.ExpectedDiagnostics.AddRange([Differs().WithLocation(0), Differs().WithLocation(1), Carrier]);
        test.FixedState.Sources.Add(Code.Replace("{|#0:", "", StringComparison.Ordinal).Replace("{|#1:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
        test.FixedState.InheritanceMode = StateInheritanceMode.Explicit;
        test.FixedState.AdditionalFiles.Add(("privacy.yml", Statement));
        test.FixedState.AdditionalFiles.Add(("privacy.disclosures.txt", SourceText.From(
            "# effective: 2026-03-01\n# ours\nidentifier | customer-account | Customer.Email | account-default | - | -\nidentifier | customer-account | Customer.Phone | account-default | - | -\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
        test.FixedState.AdditionalReferences.AddRange(References.All);
        test.FixedState.ExpectedDiagnostics.Add(Carrier);
        // It comes at the end of a compilation, where all purposes and recipients are known.
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        test.NumberOfIncrementalIterations = 1;
        test.NumberOfFixAllIterations = 1;
        await test.RunAsync(CancellationToken.None);
    }

    private static DiagnosticResult Carrier => new("PRIV4010", DiagnosticSeverity.Info);

    private static DiagnosticResult Differs() => new("PRIV4005", DiagnosticSeverity.Warning);
}
