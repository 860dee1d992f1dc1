using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Robustness.Determinism;

/// <summary>What may be otherwise on another machine, or on another day.</summary>
/// <param name="IsConcurrent">Whether bodies are analysed at the same time.</param>
/// <param name="Order">The seed of the order of files and analyzers; 0 is the natural one.</param>
/// <param name="IsWindows">Paths have a drive and backslashes, lines end with a carriage return too.</param>
internal sealed record Conditions(bool IsConcurrent = false, int Order = 0, bool IsWindows = false)
{
    public string Path(string relative) => IsWindows ? @"C:\src\Shop\" + relative.Replace('/', '\\') : "/src/Shop/" + relative;

    public string Relative(string path) => path.Replace('\\', '/').Split("/Shop/")[^1];

    public string Text(string text) => IsWindows ? text.ReplaceLineEndings("\r\n") : text;

    public IEnumerable<T> Ordered<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        if (Order != 0)
            new Random(Order).Shuffle(all);
        return all;
    }
}

/// <summary>All analyzers and generators over a program, and what came of it as one text.</summary>
internal static class DeterministicRun
{
    /// <summary>The newest language that the oldest compiler knows: a later one may choose another overload.</summary>
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);

    /// <summary>A program by its name: another compiler's world is entered with what all worlds share.</summary>
    public static Task<string> OfNamedAsync(string program) => OfAsync(DeterministicProgram.Of(program), new Conditions(IsConcurrent: true));

    /// <summary>
    /// Findings by file and place; what stands at one place stays in the order in which it was reported. Then what was generated.
    /// </summary>
    public static async Task<string> OfAsync(DeterministicProgram program, Conditions conditions)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            program.Name,
            conditions.Ordered(program.Files.Select(file => CSharpSyntaxTree.ParseText(conditions.Text(file.Text), Parse, conditions.Path(file.Path), Encoding.UTF8))),
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: conditions.IsConcurrent));
        ImmutableArray<AdditionalText> additional = [.. conditions.Ordered(program.Additional.Select(file => new MemoryText(conditions.Path(file.Path), conditions.Text(file.Text))))];
        var properties = new BuildProperties(new Dictionary<string, string> { ["RootNamespace"] = program.Name });
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            conditions.Ordered(Meta.RuleSet.GeneratorTypes).Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()), additional, Parse, properties);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out _);
        ImmutableArray<Diagnostic> found = await complete.WithAnalyzers(
            [.. conditions.Ordered(Meta.RuleSet.AnalyzerTypes).Select(Meta.RuleSet.Create)],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions(additional, properties), null, conditions.IsConcurrent, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in found.Concat(driver.GetRunResult().Diagnostics)
            .OrderBy(each => Place(each.Location, conditions).File, StringComparer.Ordinal).ThenBy(each => each.Location.GetLineSpan().StartLinePosition).ThenBy(each => each.Id, StringComparer.Ordinal))
        {
            text.Append(Spelled(diagnostic.Location, conditions)).Append(' ').Append(diagnostic.Severity).Append(' ').Append(diagnostic.Id).Append(": ").Append(diagnostic.GetMessage(CultureInfo.InvariantCulture));
            text.Append(string.Concat(diagnostic.AdditionalLocations.Select(location => " < " + Spelled(location, conditions))));
            text.Append(string.Concat(diagnostic.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $" {pair.Key}={conditions.Relative(pair.Value ?? "")}"))).Append('\n');
        }

        foreach (GeneratedSourceResult source in driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).OrderBy(source => source.HintName, StringComparer.Ordinal))
            text.Append("=== ").Append(source.HintName).Append('\n').Append(source.SourceText).Append('\n');
        return text.ToString();
    }

    private static (string File, FileLinePositionSpan Span) Place(Location location, Conditions conditions) =>
        (conditions.Relative(location.GetLineSpan().Path ?? ""), location.GetLineSpan());

    private static string Spelled(Location location, Conditions conditions)
    {
        (string file, FileLinePositionSpan span) = Place(location, conditions);
        return $"{file}{span.Span}";
    }
}
