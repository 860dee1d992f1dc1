using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// Not a fault: what the code discloses, for <c>dotnet privacy</c>, which reads it from the compiler's log. Purposes and recipients are known
/// to analyzers only, and an analyzer has no other way out.
/// </summary>
internal static class PRIV4010_Disclosures
{
    /// <summary>The property that holds the record's text as it would be now, without comments.</summary>
    public const string RecordKey = "PrivacyDisclosures";

    /// <summary>The property that holds the assembly's name.</summary>
    public const string AssemblyKey = "PrivacyAssembly";

    /// <summary>The property that holds the record's path, where there is one.</summary>
    public const string PathKey = "PrivacyRecordPath";

    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4010",
        title: "What the code discloses",
        message: "{0} classified members of '{1}' are stored; 'dotnet privacy' reads what is done with them from this entry of the compiler's log",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Info,
        description: "Carries the disclosures of a project to 'dotnet privacy' by way of the compiler's log. It is at no place, and no setting changes it.",
        tags: new[] { WellKnownDiagnosticTags.CompilationEnd, WellKnownDiagnosticTags.NotConfigurable });
}
