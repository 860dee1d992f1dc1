using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>Where symbols come from.</summary>
internal static class SymbolPlaces
{
    /// <summary>Whether a declaration is written somewhere. Asked of every call and member: the list of places is made anew each time.</summary>
    public static bool IsInSource(this ISymbol symbol) =>
        (!symbol.IsImplicitlyDeclared && symbol.ContainingAssembly is ISourceAssemblySymbol) || !symbol.DeclaringSyntaxReferences.IsEmpty;
}
