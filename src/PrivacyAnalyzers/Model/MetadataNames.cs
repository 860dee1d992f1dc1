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
    public static bool IsIn(INamedTypeSymbol type, params string[] parts)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            if (space is null || space.IsGlobalNamespace || space.Name != parts[i])
                return false;
            space = space.ContainingNamespace;
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
