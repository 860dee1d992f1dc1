using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>A credential reaches any diagnostics sink or a URL, alone or inside an object.</summary>
internal sealed class PRIV1006_CredentialExposed : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1006",
        title: "A credential reaches a diagnostics sink or a URL",
        message: "The credential '{0}' ({1}) is disclosed: {2}; never write it out",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Error,
        description: "The statement keeps credentials confidential. Whoever reads the log can act as the person.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Source.Category == Model.Categories.Credential && finding.Kind is not SinkKind.File;
}
