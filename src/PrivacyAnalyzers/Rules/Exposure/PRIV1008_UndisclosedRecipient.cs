using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data goes to a recipient that the statement does not allow it to.</summary>
internal static class PRIV1008_UndisclosedRecipient
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1008",
        title: "Disclosed to a recipient that the statement does not name for it",
        message: "'{0}' ({1}) is disclosed to '{3}', {4}: {2}; leave it out, or revise the statement first",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Error,
        description: "Who receives personal data is part of what people were told: GDPR Art. 13(1)(e), CCPA 1798.130(a)(5)(C). The entry of the recipient in 'privacy.yml' lists the categories and data classes that it may receive.");

    /// <returns>The finding; <see langword="null"/> where the statement allows it, or does not know the recipient, which another rule says.</returns>
    public static Diagnostic? Judge(FlowFinding finding, StatementTerms terms, ISymbol owner, CancellationToken cancellation) =>
        finding.Declared is { } name && terms.Statement.FindRecipient(name) is { } recipient && terms.ObjectionTo(recipient, finding.Source, cancellation) is { } objection
            ? finding.IsPseudonym ? new PRIV1013_Pseudonym().Report(finding, owner) : ExposureRule.Report(Rule, finding, owner, name, objection)
            : null;
}
