using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

internal static class SourceTypes
{
    /// <summary>All types of a namespace and below it, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> All(INamespaceSymbol space)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                foreach (INamedTypeSymbol type in All(inner))
                    yield return type;
            }
            else if (member is INamedTypeSymbol type)
            {
                yield return type;
                foreach (INamedTypeSymbol nested in Nested(type))
                    yield return nested;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            yield return nested;
            foreach (INamedTypeSymbol deeper in Nested(nested))
                yield return deeper;
        }
    }
}
