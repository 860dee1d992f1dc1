using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Whether the default of a value type can stand in a column in place of a value.</summary>
internal static class ValueDefaults
{
    /// <summary>Why it cannot, and what to do; <see langword="null"/> where it can, or the type is none.</summary>
    public static string? Fault(ITypeSymbol type)
    {
        type = TypeNames.StripNullable(type);
        if (!type.IsValueType)
            return null;
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.GetMembers().OfType<IFieldSymbol>().Any(field => field.HasConstantValue && Convert.ToDecimal(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) == 0)
                ? null
                : "is of an enum in which nothing is 0; make it nullable or give [Anonymize(With = …)]";
        }

        return HoldsReference(type, 0) ? "is of a struct whose default holds a null, which its column need not take; make it nullable" : null;
    }

    /// <summary>A converter makes a null of such a default, or fails. The framework's own structs bear it.</summary>
    private static bool HoldsReference(ITypeSymbol type, int depth) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && !IsFramework(type) && depth < 10 &&
        type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && (field.Type.IsReferenceType || HoldsReference(field.Type, depth + 1)));

    private static bool IsFramework(ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space is { Name: "System" };
    }
}
