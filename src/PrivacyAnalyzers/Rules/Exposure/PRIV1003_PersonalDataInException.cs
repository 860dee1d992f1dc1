using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data reaches an exception's message or data.</summary>
internal sealed class PRIV1003_PersonalDataInException : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1003",
        title: "Personal data reaches an exception",
        message: "'{0}' ({1}) reaches an exception's message or data, which gets logged wherever it is caught: {2}; name a key instead",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "An exception is logged wherever it is caught, by code that does not know what its message holds.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Kind == SinkKind.Exception;
}
