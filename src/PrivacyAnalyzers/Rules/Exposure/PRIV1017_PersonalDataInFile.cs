using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data is written to a file, a response header or a cookie in clear.</summary>
internal sealed class PRIV1017_PersonalDataInFile : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1017",
        title: "Personal data is written to a file, a header or a cookie",
        message: "'{0}' ({1}) is written to a file, a response header or a cookie in clear: {2}; encrypt it, or write a key instead",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "Files, headers and cookies outlive the request, lie outside the database that erasure reaches, and are read by others.",
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Kind == SinkKind.File;
}
