using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data reaches a span, baggage, a metric, a diagnostic source or a telemetry event.</summary>
internal sealed class PRIV1002_PersonalDataInTelemetry : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1002",
        title: "Personal data reaches telemetry",
        message: "'{0}' ({1}) reaches telemetry, which leaves the process: {2}; leave it out, use a key instead, or redact it",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "Spans, baggage, metrics and telemetry events leave the process, mostly for another company. The statement names no such recipient for personal data.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Kind is SinkKind.Trace or SinkKind.Metric or SinkKind.Telemetry;
}
