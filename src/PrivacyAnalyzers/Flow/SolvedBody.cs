using System.Collections.Immutable;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is kept of a body once it is solved: for its callers, and for whoever reports what it does itself.</summary>
/// <param name="Summary">For its callers.</param>
/// <param name="Findings">Labelled values that reach a sink in it.</param>
/// <param name="HeldSinks">Members of its own type that reach a sink in it.</param>
/// <param name="HeldCalls">Delegates in members of its own type that it invokes.</param>
/// <param name="Steps">How many operations were evaluated.</param>
/// <param name="Joins">How often states were joined where ways meet.</param>
internal sealed record SolvedBody(
    MethodSummary Summary,
    ImmutableArray<FlowFinding> Findings,
    ImmutableArray<SummarySink> HeldSinks,
    ImmutableArray<HeldCall> HeldCalls,
    int Steps,
    int Joins)
{
    public static SolvedBody Of(BodyAnalysis body)
    {
        BodyAnalysis[] all = body.Bodies().ToArray();
        return new SolvedBody(
            body.Summary,
            all.SelectMany(each => each.Findings).ToImmutableArray(),
            all.SelectMany(each => each.HeldSinks).ToImmutableArray(),
            all.SelectMany(each => each.HeldCalls).ToImmutableArray(),
            all.Sum(each => each.Steps),
            all.Sum(each => each.Joins));
    }
}
