using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>Where symbols come from.</summary>
internal static class SymbolPlaces
{
    /// <summary>Whether a declaration is written somewhere. Asked of every call and member: the list of places is made anew each time.</summary>
    public static bool IsInSource(this ISymbol symbol) =>
        (!symbol.IsImplicitlyDeclared && symbol.ContainingAssembly is ISourceAssemblySymbol) || !symbol.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Whether a declaration is written in this compilation. An editor hands a project the code of others, a build their metadata, and the same must be found.</summary>
    public static bool IsWrittenIn(this ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly) && symbol.IsInSource();

    /// <summary>Whether a diagnostic about it may stand at its declaration: an editor shows those of other projects, where none may.</summary>
    public static bool HasPlaceIn(this ISymbol symbol, Compilation compilation) =>
        symbol.Locations.Any(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree));

    /// <summary>The compiler wrote it. Metadata does not say so of a symbol, but by an attribute.</summary>
    public static bool IsMade(this IMethodSymbol method) => method.IsImplicitlyDeclared ||
        (!method.IsInSource() && method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" } type && MetadataNames.IsIn(type, "System.Runtime.CompilerServices")));

    /// <summary>A record; of a struct of another assembly only the text that the compiler made tells that it is one.</summary>
    public static bool IsRecordOrAlike(this ITypeSymbol type) => type.IsRecord ||
        (type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false } && !type.IsInSource() && type.GetMembers("ToString").Any(static member => member is IMethodSymbol { Parameters.Length: 0, IsOverride: true } method && method.IsMade()));
}
