using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>The analysis hit its bound in a method: silence there means nothing.</summary>
internal static class PRIV1015_AnalysisBound
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1015",
        title: "The analysis hit its bound in this method",
        message: "'{0}' is too large or too deeply nested to follow personal data through it; split it, so that it can be vouched for",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Info,
        description: "The flow analysis stops after a fixed number of steps, so that it never slows the editor down. It then says where, instead of calling the method clean.");

    /// <param name="owner">Whose findings may not be all.</param>
    /// <param name="spent">Where the bound was hit: there itself, or in what it runs.</param>
    public static Diagnostic Of(ISymbol owner, ISymbol spent) =>
        Diagnostic.Create(Rule, owner.Locations.FirstOrDefault(location => location.IsInSource), Findings.At(owner), spent.Name);
}
