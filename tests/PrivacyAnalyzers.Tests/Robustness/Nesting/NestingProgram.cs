using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Robustness.Nesting;

/// <summary>
/// What a process of its own runs over deep code, since a stack that overflows takes its process along. It says what it is about to do
/// before it does it, and what came of it after.
/// </summary>
internal static class NestingProgram
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    /// <summary>Each argument is a mode, a depth and a shape: <c>ours:1000:calls</c>.</summary>
    public static async Task<int> RunAsync(IEnumerable<string> tasks)
    {
        foreach (string task in tasks)
        {
            string[] parts = task.Split(':');
            Console.WriteLine($"begins {task}");
            string result = await RunAsync(parts[0], NestedCode.Of(parts[2], int.Parse(parts[1], CultureInfo.InvariantCulture)));
            Console.WriteLine($"ended {task}: {result}");
        }

        return 0;
    }

    private static async Task<string> RunAsync(string mode, string code)
    {
        long start = Stopwatch.GetTimestamp();
        CSharpCompilation compilation = CSharpCompilation.Create("Deep", [CSharpSyntaxTree.ParseText(code, Parse, "Deep.cs")], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<Diagnostic> found;
        switch (mode)
        {
            case "compiler":
                found = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
                break;
            case "generators":
                GeneratorDriver driver = CSharpGeneratorDriver.Create(Meta.RuleSet.GeneratorTypes.Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()), [new MemoryText("privacy.yml", Statements.Example)], Parse);
                driver = driver.RunGenerators(compilation);
                found = driver.GetRunResult().Diagnostics;
                break;
            default:
                ImmutableArray<DiagnosticAnalyzer> analyzers = mode == "floor" ? [new NestingFloor()] : [.. Meta.RuleSet.AnalyzerTypes.Where(type => mode == "ours" || type.Name == mode).Select(Meta.RuleSet.Create)];
                found = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
                break;
        }

        return $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s; {string.Join(", ", found.CountBy(diagnostic => diagnostic.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}" +
            string.Concat(found.Where(diagnostic => diagnostic.Id is "AD0001" or "CS8785").Take(1).Select(diagnostic => $"\n{diagnostic.GetMessage(CultureInfo.InvariantCulture)} {diagnostic.Descriptor.Description}"));
    }
}
