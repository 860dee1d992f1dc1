using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>The shipped catalogue against the real libraries: every line is a member that exists, and its carriers are parameters of it.</summary>
public class CatalogTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "Catalogue", [], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static TheoryData<string> Files() => [.. Repository.Files("src/PrivacyAnalyzers/Catalog", "*.txt").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_resolves(string file)
    {
        var faults = new List<string>();
        string text = Repository.Read(Repository.PathOf("src", "PrivacyAnalyzers", "Catalog", file));
        int lines = 0;
        foreach (CatalogLine line in CatalogReader.Read(text, (number, message) => faults.Add($"{file}({number + 1}): {message}")))
        {
            lines++;
            ISymbol? member = DocumentationCommentId.GetFirstSymbolForDeclarationId(line.Id, Compilation);
            if (member is null)
                faults.Add($"{line.Id}: no such member");
            else if (line.Carriers.FirstOrDefault(carrier => !IsCarrier(carrier, member)) is { } unknown)
                faults.Add($"{line.Id}: no parameter '{unknown}'");
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.NotEqual(0, lines);
    }

    private static bool IsCarrier(string carrier, ISymbol member) =>
        carrier is "return" or "this" or "*" ||
        (member is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name == carrier)) ||
        (member is IPropertySymbol or IFieldSymbol && carrier == "value");
}
