using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>Data comes in at the top, findings and code go out at the bottom; nothing points back up. See docs/how-it-works.md.</summary>
public class NamespaceArrowTests
{
    private const string Root = "PrivacyAnalyzers";

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Catalog"] = [],
        ["Statement"] = [],
        ["Model"] = ["Statement"],
        ["Flow"] = ["Catalog", "Model", "Statement"],
        ["Rules"] = ["Catalog", "Model", "Statement", "Flow"],
        ["Generation"] = ["Model", "Statement"],
    };

    /// <summary>Plain data with no arrow of its own, which stands in Model and is used above it. docs/decisions.md says why.</summary>
    private static readonly ImmutableHashSet<string> Shared = ["EquatableArray", "EquatableArrayExtensions", "Categories", "Category", "Vocabulary"];

    [Fact]
    public void No_reference_points_up()
    {
        CSharpCompilation compilation = CompileSources();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        Repository.ShouldBeNone(compilation.SyntaxTrees.SelectMany(tree => Faults(compilation.GetSemanticModel(tree))).Distinct(), "These references point up:");
    }

    private static IEnumerable<string> Faults(SemanticModel model)
    {
        string file = model.SyntaxTree.FilePath;
        foreach (SimpleNameSyntax name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (PartOf(model.GetEnclosingSymbol(name.SpanStart)) is not { } from || Declaring(model.GetSymbolInfo(name).Symbol) is not { } used || PartOf(used) is not { } to)
                continue;
            if (!MayUse.TryGetValue(from, out string[]? allowed))
                yield return $"{Repository.Name(file)}: namespace {from} has no place in the architecture";
            else if (from != to && !allowed.Contains(to) && !(to == "Model" && Shared.Contains(used.Name)))
                yield return $"{Repository.Name(file)}: {from} uses {to}.{used.Name}";
        }
    }

    /// <summary>The part of the architecture that a symbol belongs to: the first namespace under the root.</summary>
    private static string? PartOf(ISymbol? symbol)
    {
        INamespaceSymbol? space = symbol as INamespaceSymbol ?? symbol?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { } outer })
        {
            if (outer.Name == Root && outer.ContainingNamespace.IsGlobalNamespace)
                return space.Name;
            space = outer;
        }

        return null;
    }

    private static INamedTypeSymbol? Declaring(ISymbol? symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
            type = outer;
        return type?.Locations.Any(location => location.IsInSource) == true ? type.OriginalDefinition : null;
    }

    private static CSharpCompilation CompileSources()
    {
        CSharpParseOptions parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        const string usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        IEnumerable<SyntaxTree> trees = Repository.Files("src/PrivacyAnalyzers", "*.cs")
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file))
            .Append(CSharpSyntaxTree.ParseText(usings, parse, "Usings.cs"));
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Sources",
            trees,
            trusted.Where(path => !Path.GetFileName(path).StartsWith(Root, StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithNullableContextOptions(NullableContextOptions.Enable).WithAllowUnsafe(true));
    }
}
