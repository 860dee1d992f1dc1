using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>What the code discloses is not what is recorded: at the member, or at the record's line for what is gone.</summary>
internal static class PRIV4005_DisclosuresDiffer
{
    /// <summary>The property that holds the record as it should be; absent where the statement's date must be revised first.</summary>
    public const string RecordKey = "PrivacyRecord";

    /// <summary>The property that holds the record's path; absent where there is no record yet.</summary>
    public const string PathKey = "PrivacyRecordPath";

    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4005",
        title: "What the code discloses differs from the recorded disclosures",
        message: "'{0}' ({1}) {2}; record it with the fix or 'dotnet privacy record', so that the change is seen in review",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Warning,
        description: "What a product collects, why, and who receives it changes only knowingly: the record is checked in, and a pull request that changes it shows so in its diff (GDPR Art. 30; clause S32).",
        tags: WellKnownDiagnosticTags.CompilationEnd);
}
