using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Leads from a model's plain names back to the symbols that they came from.</summary>
internal static class MemberPaths
{
    /// <summary>The member that a path such as <c>Address.Street</c> ends at, however far it can be followed.</summary>
    public static ISymbol? Find(INamedTypeSymbol type, string path)
    {
        ISymbol? found = null;
        foreach (string name in path.Split('.'))
        {
            if (Declared(type, name) is not { } member)
                return found;
            found = member;
            if (ModelTypes.Target(ModelMembers.TypeOf(member)).Target is not { } target)
                return found;
            type = target;
        }

        return found;
    }

    private static ISymbol? Declared(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol) is { } found)
                return found;
        }

        return null;
    }
}
