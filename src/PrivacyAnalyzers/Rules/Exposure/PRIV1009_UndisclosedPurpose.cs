using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>
/// Personal data is used for a purpose that the statement does not name for it: read in code that is marked with the purpose or in what that
/// code calls, or handed to such code.
/// </summary>
internal static class PRIV1009_UndisclosedPurpose
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        id: "PRIV1009",
        title: "Used for a purpose that the statement does not name for it",
        message: "'{0}' ({1}) is used for '{3}', {4}: {2}; do without it, or revise the statement first",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "Personal data is collected for purposes that people were told, and not used for others: GDPR Art. 5(1)(b). Of data that the company only processes for its customers it makes no use of its own: Art. 28(3)(a).");

    public static Diagnostic? Judge(FlowFinding finding, StatementTerms terms, ISymbol owner, CancellationToken cancellation) =>
        !finding.IsPseudonym && finding.Declared is { } name && terms.Statement.FindPurpose(name) is { } purpose &&
        terms.ObjectionTo(purpose, finding.Source.Member, finding.Source.Category, cancellation) is { } objection &&
        !terms.Marks.PurposesOf(owner).Contains(name)
            ? ExposureRule.Report(Rule, finding, owner, name, objection)
            : null;

    /// <summary>What code of a purpose reads itself, and what it has others read that have no purpose of their own.</summary>
    public static void CheckReads(OperationBlockAnalysisContext context, MemberClassifier classifier, StatementTerms terms)
    {
        PurposeEntry[] purposes = terms.Marks.PurposesOf(context.OwningSymbol).Select(terms.Statement.FindPurpose).OfType<PurposeEntry>().ToArray();
        if (purposes.Length == 0)
            return;
        foreach (PurposeRead read in new PurposeReads(context.Compilation, classifier, terms.Marks, context.CancellationToken).In(context.OperationBlocks))
        {
            foreach (PurposeEntry purpose in purposes)
            {
                if (terms.ObjectionTo(purpose, read.Member, read.Category, context.CancellationToken) is not { } objection)
                    continue;
                ImmutableDictionary<string, string?> properties = Findings.Of(context.OwningSymbol, read.Member, null).Add(FlowPath.CategoryKey, read.Category);
                context.ReportFinding(Diagnostic.Create(
                    Rule, read.Place.GetLocation(), read.Within is { } within ? new[] { within.GetLocation() } : [], properties,
                    $"{read.Member.ContainingType.Name}.{read.Member.Name}", read.Category, read.Way, purpose.Name, objection));
            }
        }
    }
}
