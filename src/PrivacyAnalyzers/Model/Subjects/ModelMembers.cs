using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>The members of a model that generated code can read, with those inherited: base types first, each name once.</summary>
internal static class ModelMembers
{
    public static IReadOnlyList<ISymbol> Readable(INamedTypeSymbol type, Compilation compilation)
    {
        var chain = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            chain.Add(current);

        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        var members = new List<ISymbol>();
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            foreach (ISymbol member in WrittenOrder.Members(chain[i]))
            {
                if (!IsReadable(member, compilation))
                    continue;

                // The most derived declaration of a name is the one that `row.Name` reads.
                if (byName.TryGetValue(member.Name, out int index))
                {
                    members[index] = member;
                }
                else
                {
                    byName.Add(member.Name, members.Count);
                    members.Add(member);
                }
            }
        }

        return members;
    }

    /// <summary>The value's type, with its nullability.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>EF Core stores public properties that can be set, by any accessibility; <c>[NotMapped]</c> says no.</summary>
    public static bool IsMappedByConvention(ISymbol member) =>
        member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } property && (property.SetMethod is not null || MayBeSetElsewhere(property)) && !EfCore.HasAttribute(member, "NotMappedAttribute");

    /// <summary>No compiler sees the private setter of another assembly's property. That the getter is the compiler's own tells that there may be one.</summary>
    private static bool MayBeSetElsewhere(IPropertySymbol property) => property is { SetMethod: null, GetMethod: { } getter } && !property.IsInSource() && getter.IsMade();

    /// <summary>A collection that is filled but never set is a navigation as well.</summary>
    public static bool IsNavigable(ISymbol member) =>
        member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } && !EfCore.HasAttribute(member, "NotMappedAttribute");

    public static SetterKind Setter(ISymbol member, Compilation compilation) => member switch
    {
        IPropertySymbol { SetMethod: { } setter } when compilation.IsSymbolAccessibleWithin(setter, compilation.Assembly) =>
            setter.IsInitOnly ? SetterKind.Init : SetterKind.Settable,
        IFieldSymbol { IsReadOnly: false } => SetterKind.Settable,
        _ => SetterKind.None,
    };

    private static bool IsReadable(ISymbol member, Compilation compilation)
    {
        if (member.IsStatic || !member.CanBeReferencedByName || member.IsImplicitlyDeclared)
            return false;
        ITypeSymbol type;
        switch (member)
        {
            case IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property when compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly):
                type = property.Type;
                break;
            case IFieldSymbol { IsConst: false } field when compilation.IsSymbolAccessibleWithin(field, compilation.Assembly):
                type = field.Type;
                break;
            default:
                return false;
        }

        return TypeNames.StripNullable(type).TypeKind is not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer) && !type.IsRefLikeType &&
            compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);
    }
}
