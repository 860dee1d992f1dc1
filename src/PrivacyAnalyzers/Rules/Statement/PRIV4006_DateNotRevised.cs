using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>What the code discloses changed and the statement's date did not: at <c>effective</c> in the statement.</summary>
internal static class PRIV4006_DateNotRevised
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4006",
        title: "The disclosures changed and the statement's date did not",
        message: "What the code discloses differs from what was recorded for {0} ('{1}' {2}), and the statement is effective from {3}, not later; revise the statement and its date first",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Warning,
        description: "People are told of a changed statement by its effective date. Code that discloses something else under the same date makes the statement untrue (clause S32).",
        tags: WellKnownDiagnosticTags.CompilationEnd);
}
