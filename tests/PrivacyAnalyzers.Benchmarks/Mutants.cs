using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Generation;
using PrivacyAnalyzers.Tests.Robustness;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>Breaks code in many ways, each by one change of one file, and runs all our analyzers, generators and fixes over what is left.</summary>
internal static class Mutants
{
    /// <summary>Longer than anybody waits: what takes so long is as bad as a crash.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What went wrong, each with the seed and the file, and how many fixes were applied.</summary>
    public static async Task<(IReadOnlyList<string> Faults, int Fixes)> RunAsync(CodeBase code, AnalyzerSet ours, AnalyzerOptions options, int first, int count)
    {
        var faults = new ConcurrentBag<string>();
        CSharpCompilation whole = code.Fresh();
        var fixes = new OfferedFixes(whole, options.AdditionalFiles);
        SyntaxTree[] files = [.. code.Written.Where(tree => tree.Length > 0)];
        IIncrementalGenerator[] generators = [.. typeof(ModelPipeline).Assembly.GetTypes()
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract).Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators.Select(generator => generator.AsSourceGenerator()), options.AdditionalFiles, (CSharpParseOptions)files[0].Options);
        // Fixes have something to do where something is found: every other mutant is of such a file.
        SyntaxTree[] leaking = [.. await FixAsync(fixes, files, ours, options, faults)];
        for (int seed = first; seed < first + count; seed++)
        {
            SyntaxTree tree = leaking.Length > 0 && seed % 2 == 0 ? leaking[seed / 2 % leaking.Length] : files[seed % files.Length];
            string name = $"seed {seed}, {tree.FilePath}";
            TextChange change = Mutator.Mutate(tree, seed);
            Document document = fixes.With(tree, tree.GetText().WithChanges(change));
            var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
            SyntaxTree mutant = (await document.GetSyntaxTreeAsync())!;
            long start = Stopwatch.GetTimestamp();
            CompilationWithAnalyzers run = ours.On(compilation, options, (exception, analyzer, _) => faults.Add($"{name}: {analyzer.GetType().Name}: {exception}"));
            _ = await run.GetAnalysisResultAsync(mutant, CancellationToken.None);
            AnalysisResult found = await run.GetAnalysisResultAsync(run.Compilation.GetSemanticModel(mutant), filterSpan: null, CancellationToken.None);
            driver = driver.RunGenerators(compilation);
            foreach (GeneratorRunResult result in driver.GetRunResult().Results.Where(result => result.Exception is not null))
                faults.Add($"{name}: {result.Generator.GetGeneratorType().Name}: {result.Exception}");
            if (Stopwatch.GetElapsedTime(start) is var time && time > Patience)
                faults.Add($"{name}: {time.TotalSeconds:F0} s");
            foreach (string fault in await fixes.ApplyAllAsync(document, found.GetAllDiagnostics(), new TextSpan(change.Span.Start, 0)))
                faults.Add($"{name}: {fault}");
        }

        return ([.. faults], fixes.Applied);
    }

    /// <summary>Applies what is offered for the findings in the code as it is, and gives the files that have some.</summary>
    private static async Task<IReadOnlyList<SyntaxTree>> FixAsync(OfferedFixes fixes, SyntaxTree[] files, AnalyzerSet ours, AnalyzerOptions options, ConcurrentBag<string> faults)
    {
        var compilation = (CSharpCompilation)(await fixes.Project.GetCompilationAsync())!;
        ILookup<SyntaxTree, Diagnostic> found = (await ours.On(compilation, options).GetAnalyzerDiagnosticsAsync())
            .Where(diagnostic => diagnostic.Location.SourceTree is not null).ToLookup(diagnostic => diagnostic.Location.SourceTree!);
        var leaking = new List<SyntaxTree>();
        foreach (SyntaxTree file in files)
        {
            Document document = fixes.DocumentOf(file);
            if (found[(await document.GetSyntaxTreeAsync())!].ToArray() is not { Length: > 0 } findings)
                continue;
            leaking.Add(file);
            foreach (string fault in await fixes.ApplyAllAsync(document, findings, findings[0].Location.SourceSpan))
                faults.Add($"{file.FilePath}: {fault}");
        }

        return leaking;
    }
}
