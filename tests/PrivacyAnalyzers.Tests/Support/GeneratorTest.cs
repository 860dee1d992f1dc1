using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>
/// Runs generators over code, always twice: once over the code, once after an edit that concerns no model, of which every step of
/// ours must come from the cache. What they emit must compile with the code, without a warning and without documentation missing.
/// </summary>
internal sealed class GeneratorTest
{
    private const string UnrelatedPath = "Unrelated.cs";

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private readonly List<(string Path, string Text)> _sources = [];

    public GeneratorTest(params string[] sources)
    {
        foreach (string source in sources)
            _sources.Add(($"Code{_sources.Count}.cs", source));
    }

    /// <summary>The text of <c>privacy.yml</c>; <see langword="null"/> for none.</summary>
    public string? Statement { get; init; }

    /// <summary>What MSBuild would hand over, such as <c>RootNamespace</c>.</summary>
    public Dictionary<string, string> Properties { get; } = new() { ["RootNamespace"] = "Shop" };

    public ImmutableArray<MetadataReference> References { get; init; } = Support.References.All;

    public string AssemblyName { get; init; } = "Shop";

    /// <summary>The code under test is broken, or has warnings of its own: what is generated is still looked at, but nothing need compile.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Runs the generators twice, checks both runs, and gives what the first one made.</summary>
    public GeneratorResult Run(params IIncrementalGenerator[] generators)
    {
        CSharpCompilation before = Compile("namespace Elsewhere { internal static class Unrelated { } }");
        GeneratorDriver driver = Driver(generators, StatementFile(Statement));
        driver = driver.RunGeneratorsAndUpdateCompilation(before, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorDriverRunResult first = driver.GetRunResult();
        AssertNoFailure(first, reported);
        if (!IsBroken)
            AssertCompiles(output, first);

        CSharpCompilation after = before.ReplaceSyntaxTree(
            before.SyntaxTrees.Single(tree => tree.FilePath == UnrelatedPath),
            Tree(UnrelatedPath, "namespace Elsewhere { internal static class Unrelated { /* edited */ public static int Two() => 2; } }"));
        GeneratorDriverRunResult second = driver.RunGenerators(after).GetRunResult();
        AssertNoFailure(second, second.Diagnostics);
        IncrementalSteps.AssertCached(second);
        Assert.Equal(
            first.GeneratedTrees.Select(tree => (tree.FilePath, tree.ToString())),
            second.GeneratedTrees.Select(tree => (tree.FilePath, tree.ToString())));
        return new GeneratorResult(first, (CSharpCompilation)output);
    }

    /// <summary>Runs the generators once, without further checks: for much code, of which it counts what it does.</summary>
    public GeneratorResult Emit(params IIncrementalGenerator[] generators)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators.Select(generator => generator.AsSourceGenerator()), StatementFile(Statement) is { } file ? [file] : [], Parse, new BuildProperties(Properties));
        driver = driver.RunGeneratorsAndUpdateCompilation(Compile(), out Compilation output, out ImmutableArray<Diagnostic> reported);
        AssertNoFailure(driver.GetRunResult(), reported);
        return new GeneratorResult(driver.GetRunResult(), (CSharpCompilation)output);
    }

    /// <summary>Runs the generators, changes one source, the statement or the root namespace, and runs them again.</summary>
    public GeneratorEdit Edit(IIncrementalGenerator[] generators, int source = 0, string? text = null, string? statement = null, string? rootNamespace = null)
    {
        CSharpCompilation compilation = Compile();
        MemoryText? file = StatementFile(Statement);
        GeneratorDriver driver = Driver(generators, file).RunGenerators(compilation);
        GeneratorDriverRunResult before = driver.GetRunResult();
        AssertNoFailure(before, before.Diagnostics);
        if (text is not null)
        {
            string path = _sources[source].Path;
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Tree(path, text));
        }

        if (statement is not null)
            driver = driver.ReplaceAdditionalText(file!, StatementFile(statement)!);
        if (rootNamespace is not null)
            driver = driver.WithUpdatedAnalyzerConfigOptions(new BuildProperties(new Dictionary<string, string>(Properties) { ["RootNamespace"] = rootNamespace }));
        GeneratorDriverRunResult after = driver.RunGenerators(compilation).GetRunResult();
        AssertNoFailure(after, after.Diagnostics);
        return new GeneratorEdit(before, after);
    }

    /// <summary>The code under test alone, as a reference for another test's code.</summary>
    public MetadataReference ToReference()
    {
        var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = Compile("").Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>The compilation without any generator.</summary>
    public CSharpCompilation Compile(string unrelated = "") => CSharpCompilation.Create(
        AssemblyName,
        [.. _sources.Select(source => Tree(source.Path, source.Text)), Tree(UnrelatedPath, unrelated)],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,

            // As the SDK does: versions of references are unified at run time.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    private CSharpGeneratorDriver Driver(IIncrementalGenerator[] generators, MemoryText? statement) => CSharpGeneratorDriver.Create(
        generators.Select(generator => generator.AsSourceGenerator()),
        statement is null ? [] : [statement],
        Parse,
        new BuildProperties(Properties),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static MemoryText? StatementFile(string? text) => text is null ? null : new MemoryText("/repo/privacy.yml", text);

    private static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(text, Parse, path, System.Text.Encoding.UTF8);

    private static void AssertNoFailure(GeneratorDriverRunResult run, ImmutableArray<Diagnostic> reported)
    {
        foreach (GeneratorRunResult result in run.Results)
            Assert.True(result.Exception is null, result.Exception?.ToString());
        Assert.Empty(reported);
        Assert.Empty(run.Diagnostics);
    }

    private static void AssertCompiles(Compilation output, GeneratorDriverRunResult run)
    {
        var generated = run.GeneratedTrees.ToHashSet();
        Diagnostic[] faults = output.GetDiagnostics()
            // Code under test may have warnings, such as those that EF Core's own suppressor takes away; generated code may have none,
            // a missing comment included: it would break projects that treat warnings as errors.
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error ||
                (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree)))
            .ToArray();
        if (faults.Length == 0)
            return;
        IEnumerable<string> context = faults.Take(10).Select(fault => fault + "\n    " + Line(fault));
        Assert.Fail($"{faults.Length} faults in the compiled output:\n" + string.Join("\n", context));
    }

    private static string Line(Diagnostic fault) =>
        fault.Location.SourceTree is { } tree ? tree.GetText().Lines[fault.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
}
