using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Generation;
using PrivacyAnalyzers.Tests.Robustness;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>Breaks code in many ways, each by one change of one file, and runs all our analyzers and generators over what is left.</summary>
internal static class Mutants
{
    /// <summary>Longer than anybody waits: what takes so long is as bad as a crash.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What went wrong, each with the seed and the file.</summary>
    public static IReadOnlyList<string> Run(CodeBase code, AnalyzerSet ours, AnalyzerOptions options, int first, int count)
    {
        var faults = new ConcurrentBag<string>();
        CSharpCompilation whole = code.Fresh();
        SyntaxTree[] files = [.. code.Written.Where(tree => tree.Length > 0)];
        IIncrementalGenerator[] generators = [.. typeof(ModelPipeline).Assembly.GetTypes()
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract).Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators.Select(generator => generator.AsSourceGenerator()), options.AdditionalFiles, (CSharpParseOptions)files[0].Options);
        for (int seed = first; seed < first + count; seed++)
        {
            SyntaxTree tree = files[seed % files.Length];
            string name = $"seed {seed}, {tree.FilePath}";
            SyntaxTree mutant = tree.WithChangedText(tree.GetText().WithChanges(Mutator.Mutate(tree, seed)));
            CSharpCompilation compilation = whole.ReplaceSyntaxTree(tree, mutant);
            long start = Stopwatch.GetTimestamp();
            CompilationWithAnalyzers run = ours.On(compilation, options, (exception, analyzer, _) => faults.Add($"{name}: {analyzer.GetType().Name}: {exception}"));
            _ = run.GetAnalysisResultAsync(mutant, CancellationToken.None).GetAwaiter().GetResult();
            _ = run.GetAnalysisResultAsync(run.Compilation.GetSemanticModel(mutant), filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
            driver = driver.RunGenerators(compilation);
            foreach (GeneratorRunResult result in driver.GetRunResult().Results.Where(result => result.Exception is not null))
                faults.Add($"{name}: {result.Generator.GetGeneratorType().Name}: {result.Exception}");
            if (Stopwatch.GetElapsedTime(start) is var time && time > Patience)
                faults.Add($"{name}: {time.TotalSeconds:F0} s");
        }

        return [.. faults];
    }
}
