using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>Every line of the shipped catalogue names a member that the real package has, and carriers that the member has.</summary>
public class CatalogTests
{
    private const string PackageMark = "# package ";

    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("Catalog", references: References.All);

    [Fact]
    public void Every_line_can_be_read() =>
        Repository.ShouldBeNone(
            from file in Files()
            from line in Repository.Read(file).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
            where CatalogReader.ReadLine(line.Text, out CatalogFault? fault) is null && fault is not null
            select $"{Repository.Name(file)}:{line.Number}: {line.Text}",
            "These lines of the catalogue are not read:");

    [Fact]
    public void Every_line_resolves_in_the_package_it_names()
    {
        (string Place, string Package, CatalogLine Line)[] lines = Lines().ToArray();

        Assert.NotEmpty(lines);
        Repository.ShouldBeNone(
            lines.Select(line => Fault(line.Package, line.Line) is { } fault ? $"{line.Place}: {line.Line.Id}: {fault}" : null).OfType<string>(),
            "These lines of the catalogue name what is not there:");
    }

    [Fact]
    public void Every_package_is_the_version_that_the_tests_reference()
    {
        using JsonDocument document = Dependencies();
        ImmutableHashSet<string> referenced = document.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name).ToImmutableHashSet();

        Repository.ShouldBeNone(
            Lines().Select(line => line.Package).Distinct().Where(package => !IsFramework(package) && !IsInFramework(package) && !referenced.Contains(package.Replace(' ', '/'))),
            "The catalogue was checked against other versions than the tests reference:");
    }

    [Fact]
    public void No_line_stands_twice() =>
        Repository.ShouldBeNone(
            Lines().GroupBy(line => (line.Line.Id, line.Line.Kind, line.Line.Sink)).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key.Id}: {string.Join(", ", group.Select(line => line.Place))}"),
            "These lines stand more than once:");

    private static string? Fault(string package, CatalogLine line)
    {
        ImmutableArray<ISymbol> symbols = DocumentationCommentId.GetSymbolsForDeclarationId(line.Id, Compilation);
        if (symbols.IsEmpty)
            return "no such member";
        if (!symbols.Any(symbol => IsOf(symbol, package)))
            return $"stands in {symbols[0].ContainingAssembly.Name}, not in {package}";
        string[] unknown = line.Carriers.Where(carrier => !symbols.Any(symbol => CatalogCarriers.Has(symbol, carrier))).ToArray();
        return unknown.Length > 0 ? $"has no {string.Join(", ", unknown)}" : null;
    }

    private static bool IsOf(ISymbol symbol, string package)
    {
        string name = package.Split(' ')[0];
        if (!IsFramework(package))
            return symbol.ContainingAssembly.Name == name || AssembliesOf(package).Contains(symbol.ContainingAssembly.Name);
        string file = Compilation.GetMetadataReference(symbol.ContainingAssembly)?.Display?.Replace('\\', '/') ?? "";

        // ASP.NET Core's folder holds libraries that are packages too; a newer one of those stands beside the tests instead.
        return file.Contains($"/shared/{name}/", StringComparison.Ordinal) || (name == "Microsoft.AspNetCore.App" && symbol.ContainingAssembly.Name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
    }

    private static JsonDocument Dependencies() => JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(typeof(CatalogTests).Assembly.Location, ".deps.json")));

    /// <summary>A package's assemblies: not every one is named like its package.</summary>
    private static ImmutableHashSet<string> AssembliesOf(string package)
    {
        using JsonDocument document = Dependencies();
        return document.RootElement.GetProperty("targets").EnumerateObject().First().Value.TryGetProperty(package.Replace(' ', '/'), out JsonElement library) && library.TryGetProperty("runtime", out JsonElement files)
            ? files.EnumerateObject().Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToImmutableHashSet()
            : [];
    }

    private static bool IsFramework(string package) => package.Split(' ')[0] is "Microsoft.NETCore.App" or "Microsoft.AspNetCore.App";

    /// <summary>A package that the framework has taken in: there the framework's own is what the tests run on.</summary>
    private static bool IsInFramework(string package) =>
        References.All.Any(reference => reference.Display!.Replace('\\', '/') is var path && path.Contains("/shared/", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(path) == package.Split(' ')[0]);

    private static IEnumerable<string> Files() => Repository.Files("src/PrivacyAnalyzers/Catalog", "*.txt");

    private static IEnumerable<(string Place, string Package, CatalogLine Line)> Lines()
    {
        foreach (string file in Files())
        {
            string package = "";
            string[] lines = Repository.Read(file).Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith(PackageMark, StringComparison.Ordinal))
                    package = lines[i][PackageMark.Length..].Trim();
                foreach (CatalogLine line in CatalogReader.Read(lines[i]))
                    yield return ($"{Repository.Name(file)}:{i + 1}", package, line);
            }
        }
    }
}
