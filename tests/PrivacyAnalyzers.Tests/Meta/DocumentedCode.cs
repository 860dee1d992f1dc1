using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>
/// Compiles what the documentation shows, as a reader's project would: the SDK's usual usings and ours, the package's generators,
/// and the statement that the page showed last.
/// </summary>
internal static class DocumentedCode
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using PrivacyAnalyzers;
        """;

    public static Compilation Compile(string? statement, params IReadOnlyList<string> files)
    {
        CSharpParseOptions parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        SyntaxTree[] trees = files.Select((code, index) => CSharpSyntaxTree.ParseText(code, parse, path: $"{index}")).ToArray();
        bool isProgram = trees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>().Any());
        Compilation compilation = CSharpCompilation.Create(
            "Documented",
            trees.Append(CSharpSyntaxTree.ParseText(Usings, parse, path: "Usings")),
            References.All,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
                .WithNullableContextOptions(NullableContextOptions.Enable));
        if (RuleSet.GeneratorTypes.Length == 0)
            return compilation;
        CSharpGeneratorDriver.Create(
            RuleSet.GeneratorTypes.Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!).AsSourceGenerator()),
            Files(statement), parse).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated;
    }

    /// <summary>What does not compile of these blocks together, as the compiler says it, at the page's line.</summary>
    public static IEnumerable<string> Errors(string? statement, params CodeBlock[] blocks) =>
        Errors(Compile(statement, blocks.Select(block => block.Text).ToArray()), blocks);

    /// <summary>The same for blocks that are written for a reader's project: they name its types, and statements stand in a method of it.</summary>
    public static IEnumerable<string> ErrorsFor(DocumentationReader reader, params CodeBlock[] blocks) =>
        Errors(Compile(reader.Statement, [.. blocks.Select(reader.Place), reader.Code]), blocks);

    private static IEnumerable<string> Errors(Compilation compilation, CodeBlock[] blocks) =>
        from diagnostic in compilation.GetDiagnostics()
        where diagnostic.Severity == DiagnosticSeverity.Error
        let place = diagnostic.Location.GetLineSpan()
        let block = int.TryParse(place.Path, out int index) && index < blocks.Length ? blocks[index] : null
        select $"{(block is null ? place.Path : $"{block.Page}:{block.Line + 1 + place.StartLinePosition.Line}")}: {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    /// <summary>What the package's analyzers report of one id; also where the rule is off by default.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(string id, string code, string? statement, string? record = null, string? baseline = null)
    {
        Compilation compilation = Compile(statement, code);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Warn)]));
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers(RuleSet.AnalyzersOf(id), new AnalyzerOptions(Files(statement, record, baseline)))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return all.Where(diagnostic => diagnostic.Id == id || diagnostic.Id == "AD0001").ToImmutableArray();
    }

    private static ImmutableArray<AdditionalText> Files(string? statement, string? record = null, string? baseline = null) =>
    [
        .. new[] { ("privacy.yml", statement), ("privacy.disclosures.txt", record), ("privacy.baseline.txt", baseline) }
            .Where(file => file.Item2 is not null).Select(file => new MemoryText(file.Item1, file.Item2!)),
    ];
}
