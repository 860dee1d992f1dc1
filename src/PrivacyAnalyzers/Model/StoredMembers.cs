using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>Which members hold a value of their own, so that something is kept in them.</summary>
internal static class StoredMembers
{
    /// <summary>
    /// An instance field, or an instance property that stores. Not: statics and constants, indexers, what the compiler adds, abstract members
    /// (the override stores), and a property that only computes.
    /// </summary>
    public static bool Stores(ISymbol member) => member switch
    {
        { IsStatic: true } or { IsAbstract: true } => false,
        IFieldSymbol field => !field.IsImplicitlyDeclared && field.AssociatedSymbol is null,
        IPropertySymbol { IsIndexer: true } => false,
        IPropertySymbol property => !property.IsImplicitlyDeclared && (property.SetMethod is not null || HasBackingField(property)),
        _ => false,
    };

    /// <summary>Whether a field stands behind a property by EF Core's naming: then the property speaks for both.</summary>
    public static IPropertySymbol? PropertyBehind(IFieldSymbol field)
    {
        string name = field.Name.StartsWith("m_", StringComparison.Ordinal) ? field.Name.Substring(2) : field.Name.TrimStart('_');
        if (name.Length == 0 || field.DeclaredAccessibility != Accessibility.Private)
            return null;
        string pascal = char.ToUpperInvariant(name[0]) + name.Substring(1);
        return field.ContainingType.GetMembers(pascal).OfType<IPropertySymbol>().FirstOrDefault();
    }

    /// <summary>Types whose instances nobody stores: attributes, exceptions, and what lives on the stack alone.</summary>
    public static bool IsNeverStored(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic || type.IsRefLikeType || type.IsImplicitClass)
            return true;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Attribute" or "Exception" && MetadataNames.IsIn(current, "System"))
                return true;
        }

        return false;
    }

    /// <summary>Whether a field stands behind the property. Metadata may not show private fields: there every property counts.</summary>
    public static bool HasBackingField(IPropertySymbol property) => property.DeclaringSyntaxReferences.IsEmpty || BackingField(property) is not null;

    /// <summary>The field that the compiler adds to a property. Metadata does not show it.</summary>
    public static IFieldSymbol? BackingField(IPropertySymbol property)
    {
        foreach (ISymbol member in property.ContainingType.GetMembers($"<{property.Name}>k__BackingField"))
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                return field;
        }

        return null;
    }
}
