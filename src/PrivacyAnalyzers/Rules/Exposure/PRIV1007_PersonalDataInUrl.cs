using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data becomes part of a URL.</summary>
internal sealed class PRIV1007_PersonalDataInUrl : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1007",
        title: "Personal data in a URL",
        message: "'{0}' ({1}) becomes part of a URL, which servers, proxies and browsers keep: {2}; send it in the body, or name a key instead",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "What stands in a URL's path or query is written to access logs, dependency telemetry and browser histories along the whole way.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Kind == SinkKind.Url;
}
