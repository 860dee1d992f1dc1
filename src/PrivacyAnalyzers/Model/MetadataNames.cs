using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>Names of types as metadata has them, and comparisons that build no string.</summary>
internal static class MetadataNames
{
    /// <summary><c>Namespace.Outer+Inner`1</c>, as <c>Compilation.GetTypeByMetadataName</c> takes it.</summary>
    public static string FullName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return FullName(outer) + "+" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
    }

    /// <summary>Whether a top-level type stands in exactly this namespace.</summary>
    public static bool IsIn(INamedTypeSymbol type, string name)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        for (int end = name.Length; end > 0;)
        {
            int start = name.LastIndexOf('.', end - 1) + 1;
            if (space is null || space.IsGlobalNamespace || space.Name.Length != end - start || string.CompareOrdinal(space.Name, 0, name, start, end - start) != 0)
                return false;
            space = space.ContainingNamespace;
            end = start - 1;
        }

        return type.ContainingType is null && space is { IsGlobalNamespace: true };
    }

    /// <summary>Whether the outermost namespace is <c>System</c> or <c>Microsoft</c>: the framework, EF Core and their like.</summary>
    public static bool IsOfPlatform(ISymbol symbol)
    {
        INamespaceSymbol? outermost = symbol.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            outermost = outermost.ContainingNamespace;
        return outermost is { Name: "System" or "Microsoft", IsGlobalNamespace: false };
    }
}
