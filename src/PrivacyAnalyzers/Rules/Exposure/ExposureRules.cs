using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules.Classification;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Runs the flow engine once over each body and lets the exposure rules judge what it found.</summary>
internal sealed class ExposureRules : PrivacyRule
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ExposureRule.All.Select(rule => rule.Descriptor).Concat(new[]
        {
            PRIV1008_UndisclosedRecipient.Rule, PRIV1009_UndisclosedPurpose.Rule, PRIV1010_NoTransferMechanism.Rule, PRIV1012_UnmarkedSink.Rule, PRIV1015_AnalysisBound.Rule,
            PRIV2006_StoredUnclassified.Rule,
        }).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>Told of each compilation's engine: who measures wants to know how much it did.</summary>
    internal Action<FlowEngine>? Started { get; init; }

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start)
    {
        FlowResults results = FlowResults.Of(start.Compilation, start.Options, start.CancellationToken);
        StatementTerms? terms = results.Statement is null ? null : new StatementTerms(start.Compilation, results.Statement, results.Stored.Types);
        Started?.Invoke(results.Engine);
        start.RegisterOperationBlockAction(block => Analyze(block, results, terms));
    }

    private static void Analyze(OperationBlockAnalysisContext context, FlowResults results, StatementTerms? terms)
    {
        if (terms is not null)
            PRIV1009_UndisclosedPurpose.CheckReads(context, results.Engine.Classifier, terms);
        bool isBound = false;
        ISymbol? unvouched = null;
        foreach (SolvedBody? solved in results.Of(context))
        {
            if (solved is not null)
                Judge(context, solved.Findings, terms);
            isBound |= solved?.Summary.IsSpent != false;
            unvouched ??= solved?.Summary.Unvouched;
        }

        isBound |= !PRIV1012_UnmarkedSink.Check(context, results);
        if (isBound || unvouched is not null)
            context.ReportFinding(PRIV1015_AnalysisBound.Of(context.OwningSymbol, isBound ? context.OwningSymbol : unvouched!));
    }

    /// <summary>One id a value and sink, however many labels the value has: the first rule that applies to any of them speaks.</summary>
    private static void Judge(OperationBlockAnalysisContext context, ImmutableArray<FlowFinding> findings, StatementTerms? terms)
    {
        foreach (IGrouping<(SyntaxNode Node, SinkKind Kind), FlowFinding> value in findings.Where(finding => finding.Kind.Exposes()).GroupBy(finding => (finding.Node, finding.Kind)))
        {
            FlowFinding[] labels = value
                .Where(finding => !ExposureRule.IsApproved(finding, terms?.Statement))
                .OrderByDescending(finding => Categories.Gravity(finding.Source.Category))
                .ThenBy(finding => finding.Source.Display, StringComparer.Ordinal)
                .ToArray();

            // What is there in clear counts before what is there as a pseudonym only.
            if (Array.Exists(labels, finding => !finding.IsPseudonym))
                labels = Array.FindAll(labels, finding => !finding.IsPseudonym);
            foreach (ExposureRule rule in ExposureRule.All)
            {
                FlowFinding[] applying = Array.FindAll(labels, rule.Applies);
                foreach (FlowFinding finding in applying)
                    context.ReportFinding(rule.Report(finding, context.OwningSymbol));
                if (applying.Length > 0)
                    break;
            }
        }

        foreach (FlowFinding finding in findings)
        {
            if (JudgeByStatement(finding, context, terms) is { } diagnostic)
                context.ReportFinding(diagnostic);
        }
    }

    /// <summary>Where it depends on the statement and the model whether a value may arrive.</summary>
    private static Diagnostic? JudgeByStatement(FlowFinding finding, OperationBlockAnalysisContext context, StatementTerms? terms) => finding.Kind switch
    {
        SinkKind.Recipient when terms is not null =>
            PRIV1008_UndisclosedRecipient.Judge(finding, terms, context.OwningSymbol, context.CancellationToken) ?? PRIV1010_NoTransferMechanism.Judge(finding, terms, context.OwningSymbol),
        SinkKind.Purpose when terms is not null => PRIV1009_UndisclosedPurpose.Judge(finding, terms, context.OwningSymbol, context.CancellationToken),
        SinkKind.Store => PRIV2006_StoredUnclassified.Judge(finding, context.OwningSymbol),
        _ => null,
    };
}
