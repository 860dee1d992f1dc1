using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Computes summaries on demand for one root body. A summary that rests on a guess about a method still being computed is kept only
/// once that guess has become a fixed point, so that what is stored does not depend on where the question began.
/// </summary>
internal sealed class SummarySession(FlowEngine engine, CancellationToken cancellation)
{
    /// <summary>Rounds of a fixed point over mutual recursion; the lattice is finite, this only bounds a bad case.</summary>
    private const int MaxRounds = 16;

    private readonly Dictionary<ISymbol, Frame> _active = new(SymbolEqualityComparer.Default);
    private int _lowest = int.MaxValue;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>
    /// The summary of a method written in this compilation, or of a field's or property's initialiser; <see langword="null"/> where there is
    /// no body to look into.
    /// </summary>
    public MethodSummary? Get(ISymbol owner)
    {
        ISymbol definition = owner.OriginalDefinition;
        definition = (definition as IMethodSymbol)?.PartialImplementationPart ?? definition;
        if (engine.Find(definition) is { } known)
            return known.Summary;
        if (_active.TryGetValue(definition, out Frame? active))
        {
            active.IsRecursive = true;
            _lowest = Math.Min(_lowest, active.Depth);
            return active.Assumed;
        }

        ControlFlowGraph? graph = engine.GraphOf(definition, Cancellation);
        return graph is null ? null : Compute(definition, graph);
    }

    private MethodSummary Compute(ISymbol owner, ControlFlowGraph graph)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var frame = new Frame(_active.Count);
        _active.Add(owner, frame);
        int outer = _lowest;
        _lowest = int.MaxValue;
        MethodSummary summary;
        BodyAnalysis body;
        int round = 0;
        do
        {
            frame.IsRecursive = false;
            body = new BodyAnalysis(engine, this, graph, owner as IMethodSymbol, parent: null);
            body.Run();
            summary = body.Summary;
            if (!frame.IsRecursive || SummaryWeight.Of(summary) == SummaryWeight.Of(frame.Assumed))
                break;
            frame.Assumed = summary;
        }
        while (++round < MaxRounds);

        _active.Remove(owner);
        bool rests = _lowest < frame.Depth;
        if (!rests)
            engine.Store(owner, SolvedBody.Of(body));
        _lowest = rests ? Math.Min(outer, _lowest) : outer;
        return summary;
    }

    private sealed class Frame(int depth)
    {
        public int Depth { get; } = depth;

        public bool IsRecursive { get; set; }

        public MethodSummary Assumed { get; set; } = MethodSummary.Trivial;
    }
}

/// <summary>Summaries only grow from round to round: the same number of entries means the same summary.</summary>
internal static class SummaryWeight
{
    public static int Of(MethodSummary summary)
    {
        int weight = Of(summary.Returns) + summary.Sinks.Length;
        foreach (SummaryCall call in summary.Calls)
        {
            foreach (SummaryValue argument in call.Arguments)
                weight += Of(argument);
        }

        foreach (SummaryValue thrown in summary.Throws)
            weight += 1 + Of(thrown);
        foreach (SummaryWrite write in summary.Writes)
            weight += 1 + Of(write.Value);
        foreach (SummaryOut @out in summary.Outs)
            weight += 1 + Of(@out.Value);
        return weight;
    }

    private static int Of(SummaryValue value)
    {
        int weight = value.Taints.Length + value.Aliases.Length + value.Closures.Length + (value.HasObject ? 1 : 0) + (value.IsClean ? 0 : 1);
        foreach ((_, SummaryValue part) in value.Parts)
            weight += 1 + Of(part);
        return weight;
    }
}
