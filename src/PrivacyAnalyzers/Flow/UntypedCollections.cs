using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Collections from before there were generics, and the interfaces by which newer ones can still be changed.</summary>
internal static class UntypedCollections
{
    public static bool Is(ITypeSymbol type) => type.SpecialType == SpecialType.System_Array || IsOrImplements(type, "ICollection");

    public static bool HasKeys(ITypeSymbol type) => IsOrImplements(type, "IDictionary");

    /// <summary>What such a dictionary gives when it is walked.</summary>
    public static bool IsEntry(ITypeSymbol type) => type is INamedTypeSymbol { Name: "DictionaryEntry" } named && MetadataNames.IsIn(named, "System.Collections");

    private static bool IsOrImplements(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { IsGenericType: false } named && (MetadataNames.IsIn(named, "System.Collections") || MetadataNames.IsIn(named, "System.Collections.Specialized")) &&
        (IsThat(named, name) || named.AllInterfaces.Any(@interface => IsThat(@interface, name)));

    private static bool IsThat(INamedTypeSymbol type, string name) => type.Name == name && !type.IsGenericType && MetadataNames.IsIn(type, "System.Collections");
}
