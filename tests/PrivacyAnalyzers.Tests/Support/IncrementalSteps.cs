using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>Looks at what a generator did again although nothing of its concern had changed.</summary>
internal static class IncrementalSteps
{
    /// <summary>Every output, and every step that we named, gives what it gave before.</summary>
    public static void AssertCached(GeneratorDriverRunResult run)
    {
        foreach (GeneratorRunResult result in run.Results)
        {
            int outputs = 0;
            foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in result.TrackedOutputSteps)
            {
                foreach (IncrementalStepRunReason reason in Reasons(steps))
                {
                    outputs++;
                    Assert.True(reason == IncrementalStepRunReason.Cached, $"{result.Generator.GetGeneratorType().Name}: output {name} was {reason}");
                }
            }

            if (result.GeneratedSources.Length > 0)
                Assert.True(outputs > 0, "The generator emitted text that no step accounts for");

            foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in result.TrackedSteps)
            {
                if (IsOfRoslyn(name) || result.TrackedOutputSteps.ContainsKey(name))
                    continue;
                foreach (IncrementalStepRunReason reason in Reasons(steps))
                {
                    Assert.True(
                        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                        $"{result.Generator.GetGeneratorType().Name}: step {name} was {reason}");
                }
            }
        }
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>Inputs, which may change, and the inner steps of <c>ForAttributeWithMetadataName</c>.</summary>
    public static bool IsOfRoslyn(string name) =>
        name is "Compilation" or "CompilationOptions" or "ParseOptions" or "AdditionalTexts" or "AnalyzerConfigOptions" or "MetadataReferences" ||
        name.Contains("ForAttribute", StringComparison.Ordinal);
}
