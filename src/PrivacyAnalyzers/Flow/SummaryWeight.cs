namespace PrivacyAnalyzers.Flow;

/// <summary>How much a summary says.</summary>
internal static class SummaryWeight
{
    /// <summary>Beyond this, only what lies directly in an input is told. Bodies of wide class hierarchies that call each other get there.</summary>
    private const int MaxDeep = 300;

    /// <summary>How much may be said of values. Each call would copy all of it, and summaries of those that call each other feed on each other.</summary>
    private const int Max = 2_000;

    /// <summary>Whether it is more than anybody may say, however narrow.</summary>
    public static bool IsTooMuch(MethodSummary summary) => OfValues(summary) > Max;

    /// <summary>The summary, without what lies deep in its inputs where that is too much.</summary>
    public static MethodSummary Fit(MethodSummary summary) => summary.IsNarrow || OfValues(summary) <= MaxDeep ? summary : NarrowSummary.Of(summary);

    private static int OfValues(MethodSummary summary)
    {
        int weight = Of(summary.Returns);
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
