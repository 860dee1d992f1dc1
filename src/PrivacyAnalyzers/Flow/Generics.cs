using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>Type parameters of types that are written elsewhere, and what they are in the types that derive from those.</summary>
internal static class Generics
{
    /// <summary>How far types inside types are read.</summary>
    public const int MaxDepth = 4;

    /// <summary>Whether a type is a type parameter, or made of one.</summary>
    public static bool Mentions(ITypeSymbol type, int depth = 0) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => Mentions(array.ElementType, depth),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate, TypeArguments: { IsEmpty: false } arguments } => depth < MaxDepth && arguments.Any(argument => Mentions(argument, depth + 1)),
        _ => false,
    };

    /// <summary>The type argument that an object's type has for a type parameter, of its own or of what it derives from.</summary>
    public static ITypeSymbol? ArgumentOf(ITypeSymbol? type, ITypeParameterSymbol parameter) =>
        Seen(type, parameter) is { } seen && parameter.Ordinal < seen.TypeArguments.Length ? seen.TypeArguments[parameter.Ordinal] : null;

    /// <summary>
    /// The type parameter of an object's own type that stands for the one that it is seen by: an <c>IOutcome&lt;T&gt;</c> may be an
    /// <c>Either&lt;E, T&gt;</c>. <see langword="null"/> where the type says what it is.
    /// </summary>
    public static ITypeParameterSymbol? OwnOf(ITypeSymbol? type, ITypeParameterSymbol parameter) =>
        type is not INamedTypeSymbol named || SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, parameter.ContainingSymbol)
            ? parameter
            : ArgumentOf(named.OriginalDefinition, parameter) is ITypeParameterSymbol own && SymbolEqualityComparer.Default.Equals(own.ContainingSymbol, named.OriginalDefinition) ? own : null;

    private static INamedTypeSymbol? Seen(ITypeSymbol? type, ITypeParameterSymbol parameter)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, parameter.ContainingSymbol))
                return named;
        }

        return type?.AllInterfaces.FirstOrDefault(@interface => SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, parameter.ContainingSymbol));
    }
}
