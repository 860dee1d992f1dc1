using System.Collections.Immutable;
using System.Text;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>The way from source to sink, for the message and its further locations.</summary>
internal static class FlowPath
{
    /// <summary>The property that names the category, for the fixes.</summary>
    public const string CategoryKey = "PrivacyCategory";

    /// <summary>More steps than this help nobody: the first and the last ones stay.</summary>
    private const int MaxSteps = 12;

    public static ImmutableArray<TraceStep> StepsOf(FlowFinding finding)
    {
        List<TraceStep> steps = finding.Trace?.Steps() ?? [];
        steps.Reverse();
        if (steps.Count > MaxSteps)
            steps.RemoveRange(MaxSteps / 2, steps.Count - MaxSteps);
        return steps.ToImmutableArray();
    }

    public static string InWords(FlowFinding finding, ImmutableArray<TraceStep> steps)
    {
        var text = new StringBuilder(finding.Source.Display);
        string last = finding.Source.Display;
        foreach (TraceStep step in steps)
        {
            if (step.Text == last || step.Text.Length == 0)
                continue;
            text.Append(" -> ").Append(step.Text);
            last = step.Text;
        }

        if (last != finding.SinkName)
            text.Append(" -> ").Append(finding.SinkName);
        return text.ToString();
    }
}
