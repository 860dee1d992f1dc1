using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules;

/// <summary>
/// What the flow engine says of each body: one engine a compilation, and each body asked about once, whichever analyzer comes first. Weak by
/// compilation; safe for concurrent use.
/// </summary>
internal sealed class FlowResults
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ImmutableArray<AdditionalText>, FlowResults>> Tables = new();

    private readonly ConcurrentDictionary<(SyntaxTree Tree, int Start, int Blocks), ImmutableArray<SolvedBody?>> _bodies = new();

    private FlowResults(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        Statement = StatementLocator.Load(options, cancellation)?.Statement;
        Stored = ModelCache.Stored(compilation, Statement);
        Engine = new FlowEngine(compilation, ModelCache.Classifier(compilation, Statement), CatalogLocator.Load(options, cancellation), Stored);
    }

    public PrivacyStatement? Statement { get; }

    public StoredData Stored { get; }

    public FlowEngine Engine { get; }

    public static FlowResults Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        // The statement and the catalogue are among the additional files.
        ConcurrentDictionary<ImmutableArray<AdditionalText>, FlowResults> table = Tables.GetValue(compilation, static _ => new());
        return table.TryGetValue(options.AdditionalFiles, out FlowResults? known)
            ? known
            : table.GetOrAdd(options.AdditionalFiles, new FlowResults(compilation, options, cancellation));
    }

    /// <summary>One for each graph of the body at hand; <see langword="null"/> where the engine failed. None where nothing can be found.</summary>
    public ImmutableArray<SolvedBody?> Of(OperationBlockAnalysisContext context)
    {
        SyntaxNode first = context.OperationBlocks[0].Syntax;
        (SyntaxTree, int, int) key = (first.SyntaxTree, first.SpanStart, context.OperationBlocks.Length);
        return _bodies.TryGetValue(key, out ImmutableArray<SolvedBody?> known) ? known : _bodies.GetOrAdd(key, TrySolve(context));
    }

    /// <summary>A fault of the engine must not take the user's build along: it is reported as what it is, a method nobody vouches for.</summary>
    private ImmutableArray<SolvedBody?> TrySolve(OperationBlockAnalysisContext context)
    {
        try
        {
            return Solve(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ImmutableArray.Create(new SolvedBody?[] { null });
        }
    }

    private ImmutableArray<SolvedBody?> Solve(OperationBlockAnalysisContext context)
    {
        // A constructor's initialiser and body are two blocks of one graph.
        IOperation[] roots = context.OperationBlocks.Length == 1 ? [RootOf(context.OperationBlocks[0])] : context.OperationBlocks.Select(RootOf).Distinct().ToArray();
        ReachIndex reach = Engine.Reach(context.CancellationToken);
        if (!reach.IsWorthwhile(context.OperationBlocks, context.OwningSymbol, context.CancellationToken))
            return ImmutableArray<SolvedBody?>.Empty;

        ImmutableArray<SolvedBody?> solved = roots.Select(root => (SolvedBody?)Solve(root, context)).ToImmutableArray();
        if (solved.All(body => body is { Findings.IsEmpty: true, Summary: { IsSpent: false, Unvouched: null } }))
            reach.SetQuiet(context.OperationBlocks, context.OwningSymbol, context.CancellationToken);
        return solved;
    }

    /// <summary>Where some inputs of the method at hand end. A fault of the engine is a method nobody vouches for, here as well.</summary>
    public MethodSummary Follow(OperationBlockAnalysisContext context, IMethodSymbol method, Focus inputs)
    {
        try
        {
            ReachIndex reach = Engine.Reach(context.CancellationToken);
            IOperation? body = context.OperationBlocks.FirstOrDefault(block => FlowEngine.IsBody(RootOf(block), method));
            if (body is null || !reach.MayExpose(context.OperationBlocks, method, context.CancellationToken))
                return MethodSummary.Trivial;
            MethodSummary summary = Engine.Follow(method, inputs, () => context.GetControlFlowGraph(body), context.CancellationToken);
            if (summary is { Sinks.IsEmpty: true, IsSpent: false, Unvouched: null })
                reach.SetHarmless(context.OperationBlocks, method, context.CancellationToken);
            return summary;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return MethodSummary.Spent;
        }
    }

    private static IOperation RootOf(IOperation block)
    {
        IOperation root = block;
        while (root.Parent is { } parent)
            root = parent;
        return root;
    }

    private SolvedBody Solve(IOperation root, OperationBlockAnalysisContext context) =>
        Engine.Analyze(root, context.OwningSymbol, () => context.GetControlFlowGraph(context.OperationBlocks.First(block => RootOf(block) == root)), context.CancellationToken);
}
