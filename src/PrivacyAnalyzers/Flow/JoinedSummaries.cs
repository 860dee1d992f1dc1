using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What a call does that may run any of many bodies, as one summary: a handler that a hundred classes implement would else be applied a hundred
/// times at each of its calls. For one session.
/// </summary>
internal sealed class JoinedSummaries
{
    private readonly Dictionary<IMethodSymbol, (MethodSummary[] Of, MethodSummary Joined)> _known = new(SymbolEqualityComparer.Default);

    /// <param name="method">What is called.</param>
    /// <param name="summaries">Of what may run. Another one from round to round, where they rest on the body at hand.</param>
    public MethodSummary Of(IMethodSymbol method, MethodSummary[] summaries)
    {
        if (_known.TryGetValue(method, out (MethodSummary[] Of, MethodSummary Joined) known) && known.Of.IsSameAs(summaries, ReferenceEquals))
            return known.Joined;
        MethodSummary joined = Join(summaries);
        _known[method] = (summaries, joined);
        return joined;
    }

    private static MethodSummary Join(MethodSummary[] all)
    {
        SummaryValue returns = SummaryValue.Unknown;
        foreach (MethodSummary summary in all)
            returns = returns.Join(summary.Returns);
        var writes = new Alternatives<(InputPath Target, AccessStep Step)>(all.Length);
        var outs = new Alternatives<InputRoot>(all.Length);
        var sinks = ImmutableArray.CreateBuilder<SummarySink>(0);
        var sinkKeys = new HashSet<SinkKey>();
        ImmutableArray<SummaryCall> calls = ImmutableArray<SummaryCall>.Empty;
        ImmutableArray<SummaryValue> throws = ImmutableArray<SummaryValue>.Empty;
        foreach (MethodSummary summary in all)
        {
            foreach (SummarySink sink in summary.Sinks)
            {
                if (sinkKeys.Add(sink.Key))
                    sinks.Add(sink);
            }

            foreach (SummaryWrite write in summary.Writes)
                writes.Add((write.Target, write.Step), write.Value);
            foreach (SummaryOut @out in summary.Outs)
                outs.Add(@out.Root, @out.Value);
            calls = calls.Union(summary.Calls, static (left, right) => left.SameAs(right));
            throws = throws.Union(summary.Throws, static (left, right) => left.SameAs(right));
        }

        var joined = new MethodSummary(
            returns,
            sinks.ToImmutable(),
            writes.Joined(static place => place.Target.Into(place.Step) ?? place.Target, static (place, value) => new SummaryWrite(place.Target, place.Step, value)),
            outs.Joined(InputPath.Of, static (root, value) => new SummaryOut(root, value)),
            calls,
            throws,
            IsSpent: false);

        // It may say more than one body: it is applied once where each of them was.
        return SummaryWeight.IsTooMuch(joined) ? NarrowSummary.Of(joined) : joined;
    }

    /// <summary>What different bodies leave in the same places, in the order in which these came up.</summary>
    private sealed class Alternatives<TPlace>(int bodies) where TPlace : notnull
    {
        private readonly Dictionary<TPlace, int> _index = [];
        private readonly List<(TPlace Place, SummaryValue Value, int Count)> _all = [];

        public void Add(TPlace place, SummaryValue value)
        {
            if (_index.TryGetValue(place, out int index))
            {
                _all[index] = (place, _all[index].Value.Join(value), _all[index].Count + 1);
                return;
            }

            _index.Add(place, _all.Count);
            _all.Add((place, value, 1));
        }

        /// <summary>What only some clean may be what it was, and that is what it says by itself.</summary>
        private static bool IsCleaned(SummaryValue value) => value.IsClean && value.CarriesNothing && !value.HasObject;

        /// <summary>Where some leave a place alone, it may be what it was.</summary>
        public ImmutableArray<T> Joined<T>(Func<TPlace, InputPath> path, Func<TPlace, SummaryValue, T> make) =>
            _all.Where(entry => entry.Count == bodies || !IsCleaned(entry.Value)).Select(entry => make(entry.Place, entry.Count == bodies ? entry.Value : entry.Value.Join(SummaryValue.Of(path(entry.Place))))).ToImmutableArray();
    }
}
