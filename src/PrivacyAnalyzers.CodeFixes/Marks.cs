using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>An attribute for a declaration, as it is written there.</summary>
/// <param name="Attribute">The attribute's name, without its ending.</param>
/// <param name="Namespace">Where the attribute is from.</param>
/// <param name="Arguments">Its arguments as code, with their parentheses.</param>
internal sealed record Mark(string Attribute, string Namespace = PrivacyAttributes.Namespace, string Arguments = "");

/// <summary>Writes attributes on declarations of one file, with the imports that they need.</summary>
internal static class Marks
{
    public static CompilationUnitSyntax Write(CompilationUnitSyntax root, SemanticModel model, IReadOnlyDictionary<SyntaxNode, Mark[]> marks)
    {
        SyntaxTrivia lineEnd = AttributeInsertion.LineEnd(root);
        var missing = new HashSet<string>(StringComparer.Ordinal);
        Dictionary<SyntaxNode, string[]> written = marks.ToDictionary(entry => entry.Key, entry => entry.Value.Select(mark => Written(entry.Key, mark, model, missing)).ToArray());
        CompilationUnitSyntax changed = root.ReplaceNodes(
            written.Keys,
            (original, rewritten) => written[original].Aggregate(rewritten, (declaration, attribute) => AttributeInsertion.Add(declaration, attribute, lineEnd)));
        return missing.Aggregate(changed, (file, space) => UsingDirectives.Add(file, space, lineEnd));
    }

    /// <param name="missing">Takes the namespace where it is not imported.</param>
    private static string Written(SyntaxNode declaration, Mark mark, SemanticModel model, HashSet<string> missing)
    {
        string? name = AttributeInsertion.VisibleName(model, declaration.SpanStart, mark.Attribute, mark.Namespace);
        if (name is null)
            missing.Add(mark.Namespace);

        // On a parameter that declares a record's property only our own attributes may stand for the property.
        string target = declaration is ParameterSyntax && mark.Namespace != PrivacyAttributes.Namespace ? "property: " : "";
        return target + (name ?? mark.Attribute) + mark.Arguments;
    }
}
