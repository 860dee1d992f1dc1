using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>A project that a page has in mind when it names types of its reader: a folder of <c>Meta/Readers</c>.</summary>
internal sealed record DocumentationReader(string Code, string? Statement)
{
    public static DocumentationReader Named(string name)
    {
        string folder = Repository.PathOf("tests", "PrivacyAnalyzers.Tests", "Meta", "Readers", name);
        string statement = Path.Combine(folder, "privacy.yml");
        return new DocumentationReader(
            Repository.Read(Path.Combine(folder, "Project.cs")),
            File.Exists(statement) ? Repository.Read(statement) : null);
    }

    /// <summary>The block as a file of the project. Statements become a method of a class that has the project's objects at hand, on the same lines.</summary>
    public string Place(CodeBlock block)
    {
        bool isStatements = ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(block.Text).GetRoot()).Members.Any(member => member is GlobalStatementSyntax);
        return isStatements ? $"sealed class BlockOfLine{block.Line} : AtHand {{ async Task ShowAsync() {{ {block.Text} }} }}" : block.Text;
    }
}
