using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>A clock, a consent or a key that is there, and not marked: offered by its name and type.</summary>
[Trait("Proof", "fix")]
public class OfferedMarkFixTests
{
    private const string Statement = """
        statement: S
        effective: 2026-01-08
        dataClasses:
          account: { role: controller }
        purposes:
          serve: { basis: contract }
        categories:
          identifier: { classes: [account], purposes: [serve] }
          protected-characteristic: { classes: [account], purposes: [serve], consent: survey-opt-in }
        retention:
          r: { keep: P3Y, after: account-closed, then: delete }

        """;

    private static string Stored(string type) => "using System;\nusing Microsoft.EntityFrameworkCore;\nusing PrivacyAnalyzers;\n\n" + type + "\n\npublic class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }\n";

    [Fact]
    public Task The_date_whose_name_speaks_of_the_event_is_its_clock()
    {
        const string Before = "[DataSubject, Retention(\"r\")]\npublic class {|PRIV3006:Customer|}\n{\n    public int Id { get; set; }\n    public DateTime CreatedAt { get; set; }\n    public string? ClosedBy { get; set; }\n\n    /// <summary>When they left.</summary>\n    public DateTimeOffset? ClosedAt { get; set; }\n}";
        return RunAsync<PRIV3006_NoClock, PRIV3006_NoClockFix>(
            Stored(Before), Stored(Before.Replace("{|PRIV3006:Customer|}", "Customer", StringComparison.Ordinal).Replace("    public DateTimeOffset", "    [RetentionClock(\"account-closed\")]\n    public DateTimeOffset", StringComparison.Ordinal)), "PRIV3006:ClosedAt");
    }

    [Fact]
    public Task The_choice_whose_name_speaks_of_the_consent_records_it()
    {
        const string Before = "[DataSubject, Retention(\"r\")]\npublic class Customer\n{\n    public int Id { get; set; }\n    public bool IsActive { get; set; }\n    public bool InSurvey { get; set; }\n    [ProtectedCharacteristic] public string? {|PRIV2005:Gender|} { get; set; }\n    [ProtectedCharacteristic] public DateOnly? {|PRIV2005:Born|} { get; set; }\n}";
        return RunAsync<PRIV2005_NoConsentRecord, PRIV2005_NoConsentRecordFix>(
            Stored(Before),
            Stored(System.Text.RegularExpressions.Regex.Replace(Before, @"\{\|PRIV2005:(\w+)\|\}", "$1").Replace("    public bool InSurvey", "    [Consent(\"survey-opt-in\")]\n    public bool InSurvey", StringComparison.Ordinal)),
            "PRIV2005:InSurvey");
    }

    [Fact]
    public Task The_member_whose_name_speaks_of_a_key_tells_people_apart()
    {
        const string Before = "[DataSubject, Retention(\"r\")]\npublic class {|PRIV3002:Customer|}\n{\n    public string Name { get; set; } = \"\";\n    public string AccountNumber { get; set; } = \"\";\n}";
        return RunAsync<PRIV3002_SubjectWithoutKey, PRIV3002_SubjectWithoutKeyFix>(
            Stored(Before), Stored(Before.Replace("{|PRIV3002:Customer|}", "Customer", StringComparison.Ordinal).Replace("    public string Account", "    [SubjectKey]\n    public string Account", StringComparison.Ordinal)), "PRIV3002:AccountNumber");
    }

    private static Task RunAsync<TRule, TFix>(string before, string after, string key)
        where TRule : class, new()
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        var test = new FixTest<TRule, TFix>
        {
            TestCode = before,
            FixedCode = after,
            Statement = Statement,
            CodeActionEquivalenceKey = key,

            // The rules know the type from its context.
            CodeFixTestBehaviors = Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        return test.RunAsync(CancellationToken.None);
    }
}
