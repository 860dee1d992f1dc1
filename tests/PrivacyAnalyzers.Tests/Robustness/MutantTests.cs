using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Flow.Corpus;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Robustness;

/// <summary>
/// Broken code breaks nothing: one change at a time to a file of a sample or of the benchmark, and all analyzers and generators run
/// over what is left, and all that is offered for its findings is applied. <c>PROOF_COUNT=2000 dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=mutants --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "mutants")]
public class MutantTests(ITestOutputHelper output)
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("PROOF_COUNT") ?? "40", CultureInfo.InvariantCulture);
    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("PROOF_FIRST") ?? "0", CultureInfo.InvariantCulture);
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    [Theory]
    [InlineData("Communications", false)]
    [InlineData("LeakyCommunications", true)]
    public async Task Of_a_sample(string name, bool leaks) =>
        await RunAsync(name, Repository.Files($"samples/{name}", "*.cs"), Repository.Read(Repository.PathOf($"samples/{name}/privacy.yml")), leaks);

    [Fact]
    public async Task Of_the_benchmark() => await RunAsync("Corpus", CorpusGroup.All.SelectMany(group => group.Cases).Select(each => each.Code).Prepend(CorpusGroup.Prelude), statement: null, leaks: true);

    private async Task RunAsync(string name, IEnumerable<string> files, string? statement, bool leaks)
    {
        // What is read from disk has a path, what is in memory is the code itself.
        SyntaxTree[] trees = files.Select((file, i) => CSharpSyntaxTree.ParseText(file.Contains('\n') ? file : Repository.Read(file), Parse, $"{name}{i}.cs")).ToArray();
        CSharpCompilation whole = CSharpCompilation.Create(name, trees, References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        ImmutableArray<AdditionalText> additional = statement is null ? [] : [new MemoryText("privacy.yml", statement)];
        ImmutableArray<DiagnosticAnalyzer> analyzers = Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create).ToImmutableArray();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(Generators(), additional, Parse);
        var fixes = new OfferedFixes(whole, additional);
        var faults = new List<string>();
        int found = 0;
        for (int seed = First; seed < First + Count; seed++)
        {
            SyntaxTree tree = trees[seed % trees.Length];
            TextChange change = Mutator.Mutate(tree, seed);
            Document document = fixes.With(tree, tree.GetText().WithChanges(change));
            var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
            SyntaxTree mutant = (await document.GetSyntaxTreeAsync())!;
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out ImmutableArray<Diagnostic> reported);
            CompilationWithAnalyzers run = complete.WithAnalyzers(analyzers, new AnalyzerOptions(additional));
            AnalysisResult result = await run.GetAnalysisResultAsync(complete.GetSemanticModel(mutant), filterSpan: null, CancellationToken.None);
            found += result.GetAllDiagnostics().Length;
            faults.AddRange(reported.Concat(result.GetAllDiagnostics()).Where(diagnostic => diagnostic.Id is "AD0001" or "CS8784" or "CS8785")
                .Select(diagnostic => $"seed {seed}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)} {diagnostic.Descriptor.Description}"));
            faults.AddRange((await fixes.ApplyAllAsync(document, result.GetAllDiagnostics(), new TextSpan(change.Span.Start, 0))).Select(fault => $"seed {seed}: {fault}"));
        }

        output.WriteLine($"{name}: {Count} mutants of {trees.Length} files, {found} findings, {fixes.Applied} fixes, {faults.Count} crashes");
        Repository.ShouldBeNone(faults, "crashes:");
        Assert.InRange(fixes.Applied, leaks ? 1 : 0, int.MaxValue);
        Assert.InRange(found, 1, int.MaxValue);
    }

    private static ISourceGenerator[] Generators() => typeof(ExposureRules).Assembly.GetTypes()
        .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()).ToArray();
}
