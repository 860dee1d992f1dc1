using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// The last step of a body's findings: values and code that its type keeps in members, handed over in this body, written in another. Asked
/// when a body is reported, never while one is solved, so that a summary does not depend on where the questions began.
/// </summary>
internal static class HeldFlow
{
    public static SolvedBody Complete(SolvedBody solved, INamedTypeSymbol? owner, FlowEngine engine, SummarySession session)
    {
        if (solved.HeldSinks.IsEmpty && solved.HeldCalls.IsEmpty)
            return solved;
        ImmutableArray<FlowFinding>.Builder findings = solved.Findings.ToBuilder();
        var known = new HashSet<(ISymbol, SyntaxNode)>(solved.Findings.Select(finding => (finding.Source.Member, finding.Node)), PlaceComparer.Instance);
        foreach (SummarySink sink in solved.HeldSinks)
        {
            InputPath path = ((InputOrigin)sink.Input.Origin).Path;
            bool isShown = ((InputOrigin)sink.Input.Origin).Mode.TakesApart();
            foreach ((Taint label, bool isPart) in HeldBy(path, forCode: false, owner, engine, session).SelectMany(held => held.LabelsOf(path)))
            {
                // Of an object that is handed over, only what shows counts.
                if (!isPart || isShown)
                    Add(label, isPart, sink.Input, sink, sink.Node);
            }
        }

        foreach (HeldCall call in solved.HeldCalls)
        {
            foreach (SummaryClosure code in HeldBy(call.Made.Delegate, forCode: true, owner, engine, session).SelectMany(held => held.CodeOf(call.Made.Delegate)))
            {
                foreach (SummarySink sink in (code.Body ?? session.Get(Question.Of(code.Method, Focus.Whole)))?.Sinks ?? ImmutableArray<SummarySink>.Empty)
                {
                    if (((InputOrigin)sink.Input.Origin).Path is not { Root.Ordinal: >= 0 and int ordinal, Steps.IsEmpty: true } || ordinal >= call.Made.Arguments.Length)
                        continue;
                    foreach (Taint given in call.Made.Arguments[ordinal].Taints)
                        Add(given, isPart: false, sink.Input, sink, call.Nodes[ordinal]);
                }
            }
        }

        return solved with { Findings = findings.ToImmutable() };

        void Add(Taint label, bool isPart, Taint input, SummarySink sink, SyntaxNode node)
        {
            if (label.Origin is not SourceOrigin told || (sink.Kind == Catalog.SinkKind.Url && label.IsInUrl))
                return;
            foreach (SourceOrigin source in told.At(sink.Kind).Where(source => known.Add((source.Member, node))))
            {
                findings.Add(new FlowFinding(
                    source,
                    label.IsWhole || input.IsWhole || isPart,
                    label.IsPseudonym || input.IsPseudonym,
                    sink.Kind,
                    sink.SinkName,
                    sink.Sink,
                    node,
                    TraceStep.Continue(label.Trace, input.Trace),
                    sink.Declared));
            }
        }
    }

    /// <summary>What the member's type leaves in it, and what a type that derives from it and uses it does.</summary>
    private static IEnumerable<HeldMembers> HeldBy(InputPath path, bool forCode, INamedTypeSymbol? owner, FlowEngine engine, SummarySession session)
    {
        if (HeldMembers.MemberOf(path)?.ContainingType is not { } type)
            yield break;
        yield return engine.HeldBy(type, forCode, session);
        if (owner is not null && !SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, type.OriginalDefinition))
            yield return engine.HeldBy(owner, forCode, session);
    }

    private sealed class PlaceComparer : IEqualityComparer<(ISymbol Member, SyntaxNode Node)>
    {
        public static readonly PlaceComparer Instance = new();

        public bool Equals((ISymbol Member, SyntaxNode Node) x, (ISymbol Member, SyntaxNode Node) y) =>
            x.Node == y.Node && SymbolEqualityComparer.Default.Equals(x.Member, y.Member);

        public int GetHashCode((ISymbol Member, SyntaxNode Node) place) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(place.Member) * 31) + place.Node.GetHashCode());
    }
}
