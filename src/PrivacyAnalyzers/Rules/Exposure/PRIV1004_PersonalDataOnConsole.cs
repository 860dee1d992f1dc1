using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data reaches the console or the debugger's output.</summary>
internal sealed class PRIV1004_PersonalDataOnConsole : ExposureRule
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1004",
        title: "Personal data reaches the console",
        message: "'{0}' ({1}) reaches the console or the debugger's output, which hosts collect as a log: {2}; leave it out or redact it",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Info,
        description: "Containers and services collect what is written to the console as a log.");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override bool Applies(FlowFinding finding) => finding.Kind == SinkKind.Console;
}
