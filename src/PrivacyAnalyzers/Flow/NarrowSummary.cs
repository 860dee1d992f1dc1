using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>A summary that tells of what lies directly in an input, and of all that is deeper as if it lay there.</summary>
internal static class NarrowSummary
{
    public static MethodSummary Of(MethodSummary summary) => new(
        Of(summary.Returns, 0),
        Of(summary.Sinks),
        summary.Writes.Where(static write => write.Target.Steps.IsEmpty).Select(static write => write with { Value = Of(write.Value, 0) }).ToImmutableArray(),
        summary.Outs.Select(static @out => @out with { Value = Of(@out.Value, 0) }).ToImmutableArray(),
        ImmutableArray<SummaryCall>.Empty.Union(summary.Calls.Select(static call => call with { Arguments = call.Arguments.Select(static argument => Of(argument, 0)).ToImmutableArray() }), static (left, right) => left.SameAs(right)),
        ImmutableArray<SummaryValue>.Empty.Union(summary.Throws.Select(static thrown => Of(thrown, 0)), static (left, right) => left.SameAs(right)),
        summary.IsSpent) { IsNarrow = true };

    private static ImmutableArray<SummarySink> Of(ImmutableArray<SummarySink> sinks)
    {
        var narrow = ImmutableArray.CreateBuilder<SummarySink>(0);
        var known = new HashSet<SinkKey>();
        foreach (SummarySink sink in sinks)
        {
            SummarySink direct = sink with { Input = sink.Input.Narrow() };
            if (known.Add(direct.Key))
                narrow.Add(direct);
        }

        return narrow.ToImmutable();
    }

    private static SummaryValue Of(SummaryValue value, int depth) => value with
    {
        Taints = Value.OfTaints([.. value.Taints.Select(static taint => taint.Narrow())]).Taints,
        Aliases = value.Aliases.Select(static alias => alias.Narrow()).Distinct().ToImmutableArray(),
        Parts = depth > 0 && !IsVariable(value) ? SummaryValue.Unknown.Parts : value.Parts.Select(part => (part.Step, Of(part.Value, depth + 1))).ToImmutableArray(),
        Closures = value.Closures.Select(closure => closure with
        {
            Body = closure.Body is null ? null : Of(closure.Body),
            Receiver = Of(closure.Receiver, depth + 1),
            Captured = closure.Captured.Select(captured => (captured.Variable, Of(captured.Value, depth + 1))).ToImmutableArray(),
        }).ToImmutableArray(),
    };

    /// <summary>What lambdas share is the variable, not what lies in it.</summary>
    private static bool IsVariable(SummaryValue value) => value.Parts.Length == 1 && value.Parts[0].Step.Equals(AccessStep.Variable);
}
