using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.Rules.Classification;

/// <summary>Personal data is kept in a member that nothing classifies: no export shows it, no erasure finds it.</summary>
internal static class PRIV2006_StoredUnclassified
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV2006",
        title: "Personal data is stored in an unclassified member",
        message: "'{0}' ({1}) is put into '{3}', which is stored and not classified: {2}; classify '{3}', or mark it [NotPersonal(\"reason\")]",
        category: RuleDescriptor.Classification,
        severity: DiagnosticSeverity.Warning,
        description: "What is not classified is neither exported nor erased nor swept, whatever the statement promises: GDPR Art. 15 and 17.");

    public static Diagnostic? Judge(FlowFinding finding, ISymbol owner) =>
        finding.IsPseudonym ? null : ExposureRule.Report(Rule, finding, owner, finding.Sink is IMethodSymbol { ContainingType: var record } ? record.Name : $"{finding.Sink.ContainingType.Name}.{finding.Sink.Name}");
}
