using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>The compilation's own types, and who derives from whom. Built at first need: it walks them all.</summary>
internal sealed class SourceTypes
{
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _all;
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> _derived;

    public SourceTypes(Compilation compilation)
    {
        _all = new(() => Walk(compilation.Assembly.GlobalNamespace).ToImmutableArray());
        _derived = new(() => _all.Value.Where(type => type.BaseType is not null)
            .ToLookup<INamedTypeSymbol, INamedTypeSymbol>(type => type.BaseType!.OriginalDefinition, SymbolEqualityComparer.Default));
    }

    public ImmutableArray<INamedTypeSymbol> All => _all.Value;

    /// <summary>The types that name this one as their base.</summary>
    public IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) => _derived.Value[type.OriginalDefinition];

    /// <summary>The types of any assembly.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(IAssemblySymbol assembly) => Walk(assembly.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> Walk(INamespaceSymbol space)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            foreach (INamedTypeSymbol type in member is INamedTypeSymbol own ? WithNested(own) : Walk((INamespaceSymbol)member))
                yield return type;
        }
    }

    /// <summary>Asked for all members of a type, the compiler makes them all: only the types in it are.</summary>
    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type)
    {
        yield return type;
        foreach (INamedTypeSymbol member in type.GetTypeMembers())
        {
            foreach (INamedTypeSymbol nested in WithNested(member))
                yield return nested;
        }
    }
}
