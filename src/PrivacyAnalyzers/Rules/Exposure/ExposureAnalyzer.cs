using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>Runs the flow engine once over each body and lets the exposure rules judge what it found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExposureAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ExposureRule.All.Select(rule => rule.Descriptor).Concat(new[]
        {
            PRIV1008_UndisclosedRecipient.Rule, PRIV1009_UndisclosedPurpose.Rule, PRIV1010_NoTransferMechanism.Rule, PRIV1012_UnmarkedSink.Rule, PRIV1015_AnalysisBound.Rule,
            PRIV2006_StoredUnclassified.Rule, PRIV4009_BaselineLineGone.Descriptor,
        }).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>Told of each compilation's engine: who measures wants to know how much it did.</summary>
    internal Action<FlowEngine>? Started { get; init; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        context.WatchBaseline(SupportedDiagnostics.Select(rule => rule.Id).ToArray());
        PrivacyStatement? statement = StatementLocator.Load(context.Options, context.CancellationToken)?.Statement;
        MemberClassifier classifier = ModelCache.Classifier(context.Compilation, statement);
        FlowCatalog catalog = CatalogLocator.Load(context.Options, context.CancellationToken);
        StoredData stored = ModelCache.Stored(context.Compilation, statement);
        StatementTerms? terms = statement is null ? null : new StatementTerms(context.Compilation, statement, stored.Types);
        var engine = new FlowEngine(context.Compilation, classifier, catalog, type => stored.IsStored(type, context.CancellationToken));
        Started?.Invoke(engine);
        var gate = new BodyGate(engine);
        context.RegisterOperationBlockAction(block => Analyze(block, engine, gate, terms));
    }

    private static void Analyze(OperationBlockAnalysisContext context, FlowEngine engine, BodyGate gate, StatementTerms? terms)
    {
        if (terms is not null)
            PRIV1009_UndisclosedPurpose.CheckReads(context, engine, terms);
        if (!gate.IsWorthwhile(context.OperationBlocks, takesSource: PRIV1012_UnmarkedSink.Concerns(context.OwningSymbol, context.Compilation, engine)))
            return;
        var graphs = new HashSet<ControlFlowGraph>();
        foreach (IOperation block in context.OperationBlocks)
        {
            // A constructor's initialiser and body are two blocks of one graph.
            ControlFlowGraph graph = context.GetControlFlowGraph(block);
            if (!graphs.Add(graph))
                continue;
            SolvedBody? solved = Solve(graph, context, engine);
            if (solved is not null)
            {
                Judge(context, solved.Findings, terms);
                PRIV1012_UnmarkedSink.Report(context, solved.Summary, engine);
            }

            if (solved?.Summary.IsSpent != false)
                context.ReportFinding(Diagnostic.Create(PRIV1015_AnalysisBound.Rule, context.OwningSymbol.Locations.FirstOrDefault(location => location.IsInSource), Findings.At(context.OwningSymbol), context.OwningSymbol.Name));
        }
    }

    /// <summary>A fault of the engine must not take the user's build along: it is reported as what it is, a method nobody vouches for.</summary>
    private static SolvedBody? Solve(ControlFlowGraph graph, OperationBlockAnalysisContext context, FlowEngine engine)
    {
        try
        {
            return engine.Analyze(graph, context.OwningSymbol, context.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
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
