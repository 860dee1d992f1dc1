using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>A whole compilation, plain and with each set: what a build pays.</summary>
internal static class WholeBuild
{
    /// <summary>Ratios to the plain compile of the same repetition; their medians.</summary>
    public static (Cost Plain, IReadOnlyDictionary<AnalyzerSet, Cost> Ratios) Measure(CodeBase code, IReadOnlyList<AnalyzerSet> sets, AnalyzerOptions options, int repetitions)
    {
        var plain = new List<Cost>();
        var ratios = sets.ToDictionary(set => set, _ => new List<Cost>());

        // The first round loads and compiles what is run, and is thrown away.
        for (int i = -1; i < repetitions; i++)
        {
            Cost alone = Plain(code);
            if (i >= 0)
                plain.Add(alone);

            // Another set comes first each time: what the one before it leaves in memory weighs on all alike.
            for (int j = 0; j < sets.Count; j++)
            {
                AnalyzerSet set = sets[(i + 1 + j) % sets.Count];
                Cost cost = With(code, set, options);
                if (i >= 0)
                    ratios[set].Add(cost.Over(alone));
            }
        }

        return (Cost.Median(plain), ratios.ToDictionary(pair => pair.Key, pair => Cost.Median(pair.Value)));
    }

    private static Cost Plain(CodeBase code)
    {
        CSharpCompilation compilation = code.Fresh();
        return Cost.Of(() =>
        {
            _ = compilation.GetDiagnostics();
            compilation.Emit(Stream.Null);
        });
    }

    private static Cost With(CodeBase code, AnalyzerSet set, AnalyzerOptions options)
    {
        CompilationWithAnalyzers run = set.On(code.Fresh(), options);
        return Cost.Of(() =>
        {
            _ = run.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
            run.Compilation.Emit(Stream.Null);
        });
    }

    /// <summary>What a set reports, and the exceptions of analyzers among it.</summary>
    public static ImmutableArray<Diagnostic> Report(CodeBase code, AnalyzerSet set, AnalyzerOptions options) =>
        set.On(code.Fresh(), options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
}
