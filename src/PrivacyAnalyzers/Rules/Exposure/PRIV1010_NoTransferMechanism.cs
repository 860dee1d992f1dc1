using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Personal data goes to a recipient in a region for which the statement has no transfer mechanism.</summary>
internal static class PRIV1010_NoTransferMechanism
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1010",
        title: "Disclosed to a region without a transfer mechanism",
        message: "'{0}' ({1}) is disclosed to '{3}' in {4}, and the statement names no mechanism for a transfer from {5} to {4}{6}: {2}; add one under 'transfers', or keep the data where it is",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "A transfer out of a protected region needs a ground of its own: GDPR Art. 44 to 49. An entry under 'transfers' with a product replaces the general one for that product's code.");

    public static Diagnostic? Judge(FlowFinding finding, StatementTerms terms, ISymbol owner)
    {
        if (finding.Declared is not { } name || terms.Statement.FindRecipient(name) is not { } recipient)
            return null;
        string? product = terms.ProductOf(owner);
        return terms.MissingTransfer(recipient, product) is { } missing
            ? ExposureRule.Report(Rule, finding, owner, name, missing.To, missing.From, product is null ? "" : $" for the product '{product}'")
            : null;
    }
}
