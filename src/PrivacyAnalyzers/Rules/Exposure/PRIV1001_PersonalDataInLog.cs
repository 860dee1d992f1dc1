using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data reaches a log: a logger, a trace listener, an event source.</summary>
internal sealed class PRIV1001_PersonalDataInLog : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1001",
        title: "Personal data reaches a log",
        message: "'{0}' ({1}) reaches a log, which the statement does not name for it: {2}; leave it out, log a key instead, or redact it",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "A log is read by more people, and kept longer, than the statement says. Only a log that the statement declares may take the categories listed for it.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Kind == SinkKind.Log;
}
