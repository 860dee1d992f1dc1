using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>What a member of a model is, by its name, its attributes and its type alone: a key, a navigation, a value.</summary>
internal static class MemberShape
{
    /// <summary><c>Id</c>, <c>CustomerId</c> of <c>Customer</c>, <c>[Key]</c>, <c>[SubjectKey]</c> or a foreign key that <c>[SubjectLink]</c> marks.</summary>
    public static bool IsKey(ISymbol member)
    {
        if (member.Name == "Id" || member.Name == member.ContainingType?.Name + "Id")
            return true;
        foreach (AttributeData attribute in PrivacyAttributes.Carriers(member).SelectMany(carrier => carrier.GetAttributes()))
        {
            if (attribute.AttributeClass is { Name: "KeyAttribute" or "SubjectKeyAttribute" or "SubjectLinkAttribute" or "ForeignKeyAttribute" })
                return true;
        }

        return false;
    }

    /// <summary>A reference to another class of the program, or a collection of such.</summary>
    public static bool IsNavigation(ISymbol member) =>
        TypeOf(member) is { } type && IsModelType(ElementType(type) ?? type);

    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IEventSymbol @event => @event.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    /// <summary>The type without its <c>?</c>, where that makes a value nullable.</summary>
    public static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The element of an array or of a generic sequence; <see langword="null"/> for strings and single values.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type.SpecialType == SpecialType.System_String || type is not INamedTypeSymbol named)
            return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            return named.TypeArguments[0];
        foreach (INamedTypeSymbol @interface in named.AllInterfaces)
        {
            if (@interface.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return @interface.TypeArguments[0];
        }

        return null;
    }

    private static bool IsModelType(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named &&
        named.ContainingNamespace?.Name != "System" && !IsUnderSystem(named.ContainingNamespace);

    /// <summary>Whether a namespace is <c>System</c> or inside it.</summary>
    public static bool IsUnderSystem(INamespaceSymbol? space)
    {
        while (space is { IsGlobalNamespace: false })
        {
            if (space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
                return true;
            space = space.ContainingNamespace;
        }

        return false;
    }
}
