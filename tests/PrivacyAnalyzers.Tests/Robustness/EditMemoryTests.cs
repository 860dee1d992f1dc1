using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Tests.Robustness.Determinism;
using PrivacyAnalyzers.Tests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Robustness;

/// <summary>
/// A day of typing leaves nothing behind: what an edit replaced is not kept alive by analyzers, generators or what they remember.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter FullyQualifiedName~EditMemoryTests --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "incremental")]
public class EditMemoryTests(ITestOutputHelper output)
{
    /// <summary>The compilation now and the one before it, from which the next takes over what it may.</summary>
    private const int Kept = 2;

    private static readonly int Edits = int.Parse(Environment.GetEnvironmentVariable("PROOF_COUNT") ?? (Environment.GetEnvironmentVariable("PROOF_SCALE") == "full" ? "10000" : "40"), CultureInfo.InvariantCulture);

    [Fact]
    public async Task Edits_leave_nothing_behind()
    {
        var editor = new Editor();
        long early = 0;
        int findings = 0;
        for (int i = 0; i < Edits; i++)
        {
            findings += await editor.EditAsync(i);
            if (i == Edits / 10)
                early = Live();
        }

        long late = Live();
        output.WriteLine(FormattableString.Invariant($"{Edits} edits, {findings} findings: {early / 1e6:F1} MB alive after a tenth of them, {late / 1e6:F1} MB after all; {editor.Alive()} of {2 * Edits} compilations and {editor.AliveTrees()} of {Edits} replaced trees alive"));
        Assert.InRange(findings, Edits, int.MaxValue);
        Assert.InRange(editor.Alive(), 0, Kept);
        Assert.InRange(editor.AliveTrees(), 0, Kept);
        GC.KeepAlive(editor);
    }

    private static long Live()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>One workspace: the same analyzers and the same driver as long as it is open.</summary>
    private sealed class Editor
    {
        private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);

        private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [.. Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create)];
        private readonly List<WeakReference> _compilations = [];
        private readonly List<WeakReference> _trees = [];
        private CSharpCompilation _compilation;
        private MemoryText _statement;
        private GeneratorDriver _driver;

        public Editor()
        {
            DeterministicProgram program = DeterministicProgram.Of("Parts");
            _statement = new MemoryText("privacy.yml", program.Additional[0].Text);
            _compilation = CSharpCompilation.Create("Edited", program.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parse, file.Path)), References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
            _driver = CSharpGeneratorDriver.Create(Meta.RuleSet.GeneratorTypes.Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()), [_statement], Parse);
        }

        /// <summary>A body, a declaration or the statement, in turn, and what an editor asks for after it.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public async Task<int> EditAsync(int number)
        {
            SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == (number % 5 == 3 ? "Note.cs" : "Log.2.cs"));
            string text = DeterministicProgram.Of("Parts").Files.Single(file => file.Path == old.FilePath).Text;
            SyntaxTree edited = CSharpSyntaxTree.ParseText(text.Replace("text) =>", $"text) => /* {number} */", StringComparison.Ordinal).Replace("public int OrderId", $"public int Twice{number}() => 2; public int OrderId", StringComparison.Ordinal), Parse, old.FilePath);
            _trees.Add(new WeakReference(old));
            _compilations.Add(new WeakReference(_compilation));
            _compilation = _compilation.ReplaceSyntaxTree(old, edited);
            if (number % 20 == 19)
            {
                var statement = new MemoryText("privacy.yml", Statements.Example + $"\n# {number}");
                _driver = _driver.ReplaceAdditionalText(_statement, statement);
                _statement = statement;
            }

            _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out Compilation complete, out _);
            CompilationWithAnalyzers run = complete.WithAnalyzers(_analyzers, new AnalyzerOptions([_statement]));
            AnalysisResult result = await run.GetAnalysisResultAsync(complete.GetSemanticModel(edited), filterSpan: null, CancellationToken.None);
            ImmutableArray<Diagnostic> found = result.GetAllDiagnostics();
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
            _compilations.Add(new WeakReference(complete));
            return number % 5 == 3 ? 1 + found.Length : found.Length;
        }

        public int Alive() => _compilations.Count(each => each.IsAlive);

        public int AliveTrees() => _trees.Count(each => each.IsAlive);
    }
}
