using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Whether two keys of a type can be compared with <c>==</c>; strongly typed ids need not have it.</summary>
internal static class KeyComparison
{
    public static string Write(bool hasOperator, string left, string right) => hasOperator ? $"{left} == {right}" : $"object.Equals({left}, {right})";

    public static bool HasEqualityOperator(ITypeSymbol type)
    {
        type = TypeNames.StripNullable(type);
        if (type.TypeKind == TypeKind.Enum || type.SpecialType is not SpecialType.None and not SpecialType.System_ValueType and not SpecialType.System_Object)
            return true;
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("op_Equality").Length > 0)
                return true;
        }

        // EF Core compares arrays and classes by value whatever the operator does.
        return type.IsReferenceType;
    }
}
