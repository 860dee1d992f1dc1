using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Rules;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>One rule as an analyzer by itself.</summary>
internal static class HostedRule
{
    /// <param name="rule">A <see cref="PrivacyRule"/>, or an analyzer of its own.</param>
    public static DiagnosticAnalyzer Of(object rule) => rule as DiagnosticAnalyzer ?? new PrivacyRules((PrivacyRule)rule);

    /// <summary>The rule that the analyzer reports if it is only one, apart from the lines of a baseline, of which every analyzer speaks.</summary>
    public static DiagnosticDescriptor? OnlyRule(DiagnosticAnalyzer analyzer) =>
        analyzer.SupportedDiagnostics.Where(rule => rule.Id != "PRIV4009").ToArray() is [var only] ? only : null;
}
