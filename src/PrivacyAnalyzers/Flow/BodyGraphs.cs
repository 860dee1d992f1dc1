using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// The graphs of the bodies that were asked for: one that is asked different questions needs its graph for each of them, and the graph
/// is dear. Only so many, since each holds all of its body. Safe for concurrent use.
/// </summary>
internal sealed class BodyGraphs(Compilation compilation)
{
    private const int Most = 1024;

    private readonly ConcurrentDictionary<ISymbol, ControlFlowGraph> _graphs = new(SymbolEqualityComparer.Default);

    public ControlFlowGraph? Of(ISymbol owner, CancellationToken cancellation)
    {
        if (_graphs.TryGetValue(owner, out ControlFlowGraph? known))
            return known;
        if (SourceBodies.GraphOf(owner, compilation, cancellation) is not { } graph)
            return null;
        if (_graphs.Count >= Most)
            _graphs.Clear();
        return _graphs.GetOrAdd(owner, graph);
    }
}
