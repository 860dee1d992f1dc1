using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Which members Json.NET writes of an object. What a type says holds for all that is written of it, also for members of its bases, and what is said
/// of a member is taken over from what it overrides and from the interfaces of its class.
/// </summary>
internal static class NewtonsoftContract
{
    private const string Library = "Newtonsoft";

    /// <param name="type">The type of the object, not that which declares the member.</param>
    public static bool Writes(ITypeSymbol type, ISymbol member)
    {
        Choice choice = ChoiceOf(type);
        bool isNonSerialized = member is IFieldSymbol && Has(member, "NonSerializedAttribute", "System");
        if (choice == Choice.Fields)
            return !member.IsStatic && !isNonSerialized && (member is IFieldSymbol { AssociatedSymbol: null } || (member is IPropertySymbol property && StoredMembers.BackingField(property) is not null));
        bool isNamed = IsSaid(member, "JsonPropertyAttribute");
        bool isContract = IsMemberOfContract(member);
        bool isRequired = IsSaid(member, "JsonRequiredAttribute");
        bool isPublic = member.DeclaredAccessibility == Accessibility.Public && !member.IsStatic;
        if (!isPublic && !isNamed && !isContract)
            return false;
        if (member is IPropertySymbol { GetMethod: { } getter } && getter.DeclaredAccessibility != Accessibility.Public && !isNamed && !isContract)
            return false;
        if (isNonSerialized || IsSaid(member, "JsonIgnoreAttribute") || IsNeverWritten(member))
            return false;
        return choice == Choice.Named ? isNamed || isContract || isRequired : !Has(member, "IgnoreDataMemberAttribute", "System");
    }

    /// <summary>Which of a type's members are written at all.</summary>
    private enum Choice
    {
        /// <summary>All public ones but those that are left out.</summary>
        Public,

        /// <summary>Those that an attribute names.</summary>
        Named,

        /// <summary>Its fields, whatever their names.</summary>
        Fields,
    }

    private static Choice ChoiceOf(ITypeSymbol type)
    {
        // What the type itself says, or a base of it, goes before its interfaces.
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (ChoiceSaid(current) is { } said)
                return said;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (ChoiceSaid(@interface) is { } said)
                return said;
        }

        return HasContract(type) ? Choice.Named : Choice.Public;
    }

    private static Choice? ChoiceSaid(ITypeSymbol type)
    {
        if (Find(type, "JsonObjectAttribute", Library) is not { } attribute)
            return null;
        object? said = attribute.ConstructorArguments.FirstOrDefault(static argument => argument.Kind == TypedConstantKind.Enum).Value;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == "MemberSerialization")
                said = argument.Value.Value;
        }

        return said switch
        {
            1 => Choice.Named,
            2 => Choice.Fields,
            _ => Choice.Public,
        };
    }

    private static bool HasContract(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Has(type, "DataContractAttribute", "System"))
                return true;
        }

        return false;
    }

    /// <summary><c>[DataMember]</c> counts in a class that is a data contract, or derives from one.</summary>
    private static bool IsMemberOfContract(ISymbol member)
    {
        for (ISymbol? current = member; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (Has(current, "DataMemberAttribute", "System"))
                return HasContract(member.ContainingType);
        }

        return false;
    }

    /// <summary><c>public bool ShouldSerializeEmail() => false;</c>: the class that declares the member, or a base of it, says that it is never written.</summary>
    private static bool IsNeverWritten(ISymbol member)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol test in type.GetMembers("ShouldSerialize" + member.Name))
            {
                if (test is IMethodSymbol { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public, ReturnType.SpecialType: SpecialType.System_Boolean } method)
                    return IsFalse(method);
            }
        }

        return false;
    }

    private static bool IsFalse(IMethodSymbol method) =>
        method is { IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is MethodDeclarationSyntax declaration &&
        (declaration.ExpressionBody?.Expression ?? (declaration.Body?.Statements is [ReturnStatementSyntax { Expression: var returned }] ? returned : null)).IsKind(SyntaxKind.FalseLiteralExpression);

    /// <summary>Whether the member has one of the library's attributes, itself or from what it takes the place of.</summary>
    private static bool IsSaid(ISymbol member, string attribute)
    {
        for (ISymbol? current = member; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (Has(current, attribute, Library))
                return true;
        }

        foreach (INamedTypeSymbol @interface in member is IPropertySymbol ? member.ContainingType.AllInterfaces : ImmutableArray<INamedTypeSymbol>.Empty)
        {
            if (@interface.GetMembers(member.Name).Any(declared => Has(declared, attribute, Library)))
                return true;
        }

        return false;
    }

    private static bool Has(ISymbol symbol, string name, string space) => Find(symbol, name, space) is not null;

    private static AttributeData? Find(ISymbol symbol, string name, string space)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && OutermostOf(type.ContainingNamespace) == space)
                return attribute;
        }

        return null;
    }

    private static string OutermostOf(INamespaceSymbol space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space.Name;
    }
}
