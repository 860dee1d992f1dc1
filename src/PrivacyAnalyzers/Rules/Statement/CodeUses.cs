using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// Sees what code does with members, as the rules do that judge it: what code of a purpose reads or has read for it, and what reaches a
/// recipient or such code, by whatever way.
/// </summary>
internal sealed class CodeUses(Compilation compilation, FlowResults results, IDisclosureUses uses)
{
    private readonly CodeMarks _marks = ModelCache.Marks(compilation);

    public void Look(OperationBlockAnalysisContext context)
    {
        ImmutableArray<string> purposes = _marks.PurposesOf(context.OwningSymbol);
        if (!purposes.IsEmpty)
        {
            foreach (PurposeRead read in new PurposeReads(compilation, results.Engine.Classifier, _marks, context.CancellationToken).In(context.OperationBlocks))
            {
                foreach (string purpose in purposes)
                    uses.Add(new DisclosureUse(read.Member, DisclosureUseKind.Purpose, purpose));
            }
        }

        foreach (SolvedBody? solved in results.Of(context))
        {
            foreach (FlowFinding finding in solved?.Findings ?? ImmutableArray<FlowFinding>.Empty)
            {
                if (finding.Declared is { } name && finding.Kind is SinkKind.Recipient or SinkKind.Purpose)
                    uses.Add(new DisclosureUse(finding.Source.Member, finding.Kind == SinkKind.Purpose ? DisclosureUseKind.Purpose : DisclosureUseKind.Recipient, name));
            }
        }
    }
}
