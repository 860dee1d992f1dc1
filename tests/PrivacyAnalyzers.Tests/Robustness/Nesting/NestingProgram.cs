using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Robustness.Nesting;

/// <summary>
/// What a process of its own runs over deep code, since a stack that overflows takes its process along. It says what it is about to do
/// before it does it, and what came of it after.
/// </summary>
internal static class NestingProgram
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private static readonly AdditionalText Statement = new MemoryText("privacy.yml", Statements.Example);

    /// <summary>Each argument is a mode, a depth and a shape: <c>ours:1000:calls</c>. Modes are <c>ours</c>, <c>generators</c>, and <c>floor</c> for <see cref="NestingFloor"/>.</summary>
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
        CSharpCompilation compilation = CSharpCompilation.Create("Deep", [CSharpSyntaxTree.ParseText(code, Parse, "Deep.cs")], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<Diagnostic> found;
        switch (mode)
        {
            case "generators":
                GeneratorDriver driver = CSharpGeneratorDriver.Create(Meta.RuleSet.GeneratorTypes.Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()), [Statement], Parse);
                found = driver.RunGenerators(compilation).GetRunResult().Diagnostics;
                break;
            default:
                found = await compilation.WithAnalyzers(mode == "floor" ? [new NestingFloor()] : [.. Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create)], new AnalyzerOptions([Statement])).GetAnalyzerDiagnosticsAsync();
                break;
        }

        // What may hang on the depth: leaks, bounds, crashes.
        return string.Join(", ", found.Where(diagnostic => !diagnostic.Id.StartsWith("PRIV2", StringComparison.Ordinal) && !diagnostic.Id.StartsWith("PRIV4", StringComparison.Ordinal))
            .CountBy(diagnostic => diagnostic.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
    }
}
