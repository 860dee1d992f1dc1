using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>One project, parsed once; each measurement compiles it afresh.</summary>
internal sealed class CodeBase
{
    private readonly CSharpCommandLineArguments _arguments;
    private readonly IReadOnlyList<MetadataReference> _references;

    private CodeBase(CSharpCommandLineArguments arguments, IReadOnlyList<MetadataReference> references, IReadOnlyList<SyntaxTree> trees)
    {
        _arguments = arguments;
        _references = references;
        Trees = trees;
        Written = trees;
    }

    public string Name => _arguments.CompilationName ?? Path.GetFileNameWithoutExtension(_arguments.OutputFileName) ?? "code";

    /// <summary>What the project's people wrote.</summary>
    public IReadOnlyList<SyntaxTree> Written { get; }

    /// <summary>With what its source generators added.</summary>
    public IReadOnlyList<SyntaxTree> Trees { get; private set; }

    public int Lines => Written.Sum(tree => tree.GetText().Lines.Count);

    /// <summary>A compilation that has bound nothing yet.</summary>
    public CSharpCompilation Fresh() => CSharpCompilation.Create(
        Name,
        Trees,
        _references,
        _arguments.CompilationOptions
            .WithConcurrentBuild(true)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithCryptoKeyFile(null)
            .WithMetadataReferenceResolver(null));

    /// <summary>Reads the projects in an order in which each follows those that it refers to.</summary>
    public static IReadOnlyList<CodeBase> LoadAll(Options options)
    {
        var pending = options.Paths.Select(path => CompilerArguments.Of(path, options)).ToDictionary(arguments => arguments.OutputFileName ?? "", StringComparer.OrdinalIgnoreCase);
        var images = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        var loaded = new List<CodeBase>();
        foreach (string output in pending.Keys.ToArray())
            Load(output);
        return loaded;

        void Load(string output)
        {
            if (!pending.Remove(output, out CSharpCommandLineArguments? arguments))
                return;
            var references = new List<MetadataReference>();
            foreach (CommandLineReference reference in arguments.MetadataReferences)
            {
                string file = Path.GetFileName(reference.Reference);
                Load(file);
                string path = Path.GetFullPath(reference.Reference, arguments.BaseDirectory!);
                if (images.TryGetValue(file, out MetadataReference? image))
                    references.Add(image);
                else if (File.Exists(path))
                    references.Add(MetadataReference.CreateFromFile(path, reference.Properties));
                else
                    Console.Error.WriteLine($"{output}: no {file}");
            }

            var code = new CodeBase(arguments, references, [.. arguments.SourceFiles.Where(file => File.Exists(file.Path)).Select(file => Parse(file.Path, arguments))]);
            code.Generate();
            images[output] = code.ToReference();
            loaded.Add(code);
        }
    }

    private static SyntaxTree Parse(string path, CSharpCommandLineArguments arguments)
    {
        using FileStream stream = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream, arguments.Encoding, arguments.ChecksumAlgorithm), arguments.ParseOptions, path);
    }

    private void Generate()
    {
        ImmutableArray<ISourceGenerator> generators = Plugins.Load<ISourceGenerator, IIncrementalGenerator>(
            _arguments.AnalyzerReferences.Select(reference => Path.GetFullPath(reference.FilePath, _arguments.BaseDirectory!)).Where(File.Exists), static generator => generator.AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: _arguments.ParseOptions).RunGeneratorsAndUpdateCompilation(Fresh(), out Compilation generated, out _);
        Trees = [.. generated.SyntaxTrees];
    }

    /// <summary>As other projects see it: without bodies.</summary>
    private MetadataReference ToReference()
    {
        using var stream = new MemoryStream();
        CSharpCompilation compilation = Fresh();
        EmitResult result = compilation.Emit(stream, options: new EmitOptions(metadataOnly: true, tolerateErrors: true, includePrivateMembers: false));
        return result.Success ? MetadataReference.CreateFromImage(stream.ToArray()) : compilation.ToMetadataReference();
    }
}
