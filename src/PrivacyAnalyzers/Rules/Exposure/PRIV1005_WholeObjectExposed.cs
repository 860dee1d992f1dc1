using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>A whole object that holds personal data is logged or serialised into a sink.</summary>
internal sealed class PRIV1005_WholeObjectExposed : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1005",
        title: "A whole object with personal data reaches a diagnostics sink",
        message: "The whole object is written out and with it '{0}' ({1}): {2}; write the members that are needed, one by one",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "A destructured object, a record's text or a serialised object shows every member it has, today's and tomorrow's.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.IsWhole && finding.Kind is not (SinkKind.File or SinkKind.Url);
}
