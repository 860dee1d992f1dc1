using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Says how a type's values are written down.</summary>
internal static class ValueShapes
{
    public static ValueShape Of(ITypeSymbol type)
    {
        ITypeSymbol value = TypeNames.StripNullable(type);
        if (IsByteArray(value))
            return new ValueShape(ValueKind.Bytes, false, false);
        if (KindOf(value) is { } kind)
            return new ValueShape(kind, false, false);
        if (!value.IsValueType && MemberShape.ElementType(value) is { } element)
        {
            ITypeSymbol item = TypeNames.StripNullable(element);
            ValueKind itemKind = IsByteArray(item) ? ValueKind.Bytes : KindOf(item) ?? ValueKind.Opaque;
            return new ValueShape(itemKind, itemKind != ValueKind.Opaque, TypeNames.IsNullable(element));
        }

        return new ValueShape(ValueKind.Opaque, false, false);
    }

    private static bool IsByteArray(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte };

    private static ValueKind? KindOf(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return ValueKind.Enum;
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return ValueKind.Text;
            case SpecialType.System_Boolean:
                return ValueKind.Boolean;
            case SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or
                SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or
                SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double:
                return ValueKind.Number;
            case SpecialType.System_DateTime:
                return ValueKind.DateTime;
            case SpecialType.System_Char:
                return ValueKind.TextOf;
        }

        if (type is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null } system)
        {
            switch (system.Name)
            {
                case "Guid":
                    return ValueKind.Guid;
                case "DateTimeOffset":
                    return ValueKind.DateTimeOffset;
                case "Uri" or "Version":
                    return ValueKind.TextOf;
            }
        }

        if (type.SpecialType == SpecialType.System_Object || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;
        if (type.AllInterfaces.Any(i => i.Name == "IFormattable" && MetadataNames.IsIn(i, "System")))
            return ValueKind.Formattable;
        return MemberShape.ElementType(type) is null && WritesItself(type) ? ValueKind.TextOf : null;
    }

    /// <summary>Whether the type, or one it derives from, says itself what its text is. A record's generated text lists its members and is none.</summary>
    private static bool WritesItself(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("ToString"))
            {
                if (member is IMethodSymbol { IsOverride: true, Parameters.Length: 0, IsImplicitlyDeclared: false })
                    return true;
            }
        }

        return false;
    }
}
