using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>A hash, an encryption or a token of personal data reaches a sink, or what a method merely named like a sanitizer gave back.</summary>
internal sealed class PRIV1013_Pseudonym : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1013",
        title: "A pseudonym of personal data reaches a sink",
        message: "A pseudonym of '{0}' ({1}) reaches a sink and is still personal data: {2}; mark the method [Sanitizer] if its result identifies nobody",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Info,
        description: "A hash or a token stands for the same person each time: a pseudonym, and still personal data by GDPR Art. 4(5).");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.IsPseudonym && finding.Kind is not SinkKind.File;
}
