using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Computes summaries on demand for one root body. Bodies that call each other are solved in rounds, each once a round, by the first of
/// them that was asked for. What they rest on is a guess until a round changes nothing; only then is it stored, so that it does not depend
/// on where the question began.
/// </summary>
internal sealed class SummarySession(FlowEngine engine, CancellationToken cancellation)
{
    /// <summary>Rounds of a fixed point over mutual recursion; the lattice is finite, this only bounds a bad case.</summary>
    private const int MaxRounds = 16;

    private readonly Dictionary<ISymbol, Frame> _active = new(SymbolEqualityComparer.Default);

    /// <summary>What the last round said of bodies that rest on one still being computed.</summary>
    private readonly Dictionary<ISymbol, MethodSummary> _assumed = new(SymbolEqualityComparer.Default);

    /// <summary>Those of this round, and the outermost frame that each rests on: asked for again, they are not solved again.</summary>
    private readonly Dictionary<ISymbol, (SolvedBody Solved, int Lowest)> _guesses = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> _guessed = [];
    private bool _hasChanged;
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

        if (_guesses.TryGetValue(definition, out (SolvedBody Solved, int Lowest) guess))
        {
            _lowest = Math.Min(_lowest, guess.Lowest);
            return guess.Solved.Summary;
        }

        ControlFlowGraph? graph = engine.GraphOf(definition, Cancellation);
        return graph is null ? null : Compute(definition, graph);
    }

    private MethodSummary Compute(ISymbol owner, ControlFlowGraph graph)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var frame = new Frame(_active.Count, _assumed.TryGetValue(owner, out MethodSummary? assumed) ? assumed : MethodSummary.Trivial);
        _active.Add(owner, frame);
        int outer = _lowest;
        bool hasChanged = _hasChanged;
        int first = _guessed.Count;
        SolvedBody solved;
        for (int round = 1; ; round++)
        {
            _lowest = int.MaxValue;
            _hasChanged = false;
            frame.IsRecursive = false;
            var body = new BodyAnalysis(engine, this, graph, owner as IMethodSymbol, parent: null).StayNarrow(frame.Assumed.IsNarrow);
            body.Run();
            solved = SolvedBody.Of(body);

            // A bound once hit stays hit, or rounds with and without it would alternate.
            if (frame.Assumed.IsSpent)
                solved = solved with { Summary = MethodSummary.Spent };
            engine.CountWork(solved.Steps);
            _hasChanged |= frame.IsRecursive && SummaryWeight.Of(solved.Summary) != SummaryWeight.Of(frame.Assumed);

            // Who rests on an outer frame leaves the rounds to it.
            if (_lowest < frame.Depth || !_hasChanged || round == MaxRounds)
                break;
            frame.Assumed = solved.Summary;
            DropGuesses(first);
        }

        _active.Remove(owner);
        if (_lowest < frame.Depth)
        {
            Guess(owner, solved, first);
            _hasChanged |= hasChanged;
            _lowest = Math.Min(outer, _lowest);
        }
        else
        {
            engine.Store(owner, solved, Cancellation);
            for (int i = first; i < _guessed.Count; i++)
                engine.Store(_guessed[i], _guesses[_guessed[i]].Solved, Cancellation);
            DropGuesses(first);
            _hasChanged = hasChanged;
            _lowest = outer;
        }

        return solved.Summary;
    }

    /// <summary>What was solved while the body was being computed now rests on what the body itself rests on.</summary>
    private void Guess(ISymbol owner, SolvedBody solved, int first)
    {
        _assumed[owner] = solved.Summary;
        for (int i = first; i < _guessed.Count; i++)
            _guesses[_guessed[i]] = (_guesses[_guessed[i]].Solved, Math.Min(_guesses[_guessed[i]].Lowest, _lowest));
        _guesses.Add(owner, (solved, _lowest));
        _guessed.Add(owner);
    }

    private void DropGuesses(int first)
    {
        for (int i = first; i < _guessed.Count; i++)
            _guesses.Remove(_guessed[i]);
        _guessed.RemoveRange(first, _guessed.Count - first);
    }

    private sealed class Frame(int depth, MethodSummary assumed)
    {
        public int Depth { get; } = depth;

        public bool IsRecursive { get; set; }

        public MethodSummary Assumed { get; set; } = assumed;
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
