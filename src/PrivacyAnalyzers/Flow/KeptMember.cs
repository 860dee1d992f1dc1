using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Which bodies may leave something in a member.</summary>
internal static class KeptMember
{
    /// <summary>Only constructors may, and what the member is then cannot be changed from outside.</summary>
    public static bool IsSetOnce(ISymbol member, ITypeSymbol? type) => !IsMutable(type) && member switch
    {
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        _ => false,
    };

    /// <summary>Text is not; what is known by an interface alone is taken for a service, unless it is a sequence.</summary>
    private static bool IsMutable(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String && (type.TypeKind != TypeKind.Interface || MemberShape.ElementType(type) is not null);
}
