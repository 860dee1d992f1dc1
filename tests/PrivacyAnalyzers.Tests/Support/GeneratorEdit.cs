using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>What generators made before an edit and after it.</summary>
internal sealed class GeneratorEdit(GeneratorDriverRunResult before, GeneratorDriverRunResult after)
{
    public string Before { get; } = Text(before);

    public string After { get; } = Text(after);

    /// <summary>Files whose text is not the same, in the order of names.</summary>
    public IReadOnlyList<string> ChangedFiles { get; } = Changed(Files(before), Files(after));

    /// <summary>Steps that ran again and gave the same, or did not run.</summary>
    public IReadOnlySet<string> Unchanged { get; } = after.Results
        .SelectMany(result => result.TrackedSteps)
        .GroupBy(step => step.Key)
        .Where(group => group.SelectMany(step => step.Value).SelectMany(step => step.Outputs).All(output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
        .Select(group => group.Key)
        .ToHashSet();

    /// <summary>Every step that we named, with its generator.</summary>
    public IReadOnlySet<string> Steps { get; } = Named(after, static _ => true);

    /// <summary>Those of them that gave something else than before.</summary>
    public IReadOnlySet<string> Recomputed { get; } = Named(after, static reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Removed);

    /// <summary>Nothing was written again.</summary>
    public bool AllOutputsCached { get; } = after.Results
        .SelectMany(result => result.TrackedOutputSteps)
        .SelectMany(step => step.Value).SelectMany(step => step.Outputs)
        .All(output => output.Reason == IncrementalStepRunReason.Cached);

    /// <summary>How many of each generator's outputs were made anew, without those that none was.</summary>
    public IReadOnlyList<(string Generator, int Outputs)> Made { get; } = [.. after.Results
        .Select(result => (result.Generator.GetGeneratorType().Name, result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)))
        .Where(each => each.Item2 > 0).OrderBy(each => each.Name, StringComparer.Ordinal)];

    private static HashSet<string> Named(GeneratorDriverRunResult run, Func<IncrementalStepRunReason, bool> isMeant) => [..
        from result in run.Results
        from step in result.TrackedSteps
        where !IncrementalSteps.IsOfRoslyn(step.Key) && !result.TrackedOutputSteps.ContainsKey(step.Key) && step.Value.SelectMany(each => each.Outputs).Any(each => isMeant(each.Reason))
        select $"{result.Generator.GetGeneratorType().Name}: {step.Key}"];

    private static string Text(GeneratorDriverRunResult run) => string.Join("\n", Files(run).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));

    private static Dictionary<string, string> Files(GeneratorDriverRunResult run) =>
        run.Results.SelectMany(result => result.GeneratedSources).ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static string[] Changed(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
}
