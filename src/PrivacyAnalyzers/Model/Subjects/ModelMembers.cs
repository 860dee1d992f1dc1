using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>The members of a model that generated code can read, with those inherited: base types first, each name once.</summary>
internal static class ModelMembers
{
    // Weak by compilation: nothing outlives it. With nullability, since members of C<string> and C<string?> differ.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<ISymbol>>> Known = new();

    /// <summary>Read once a type, from what is read of its base: a deep hierarchy would else be read from its root for each of its types, as often as somebody asks.</summary>
    public static IReadOnlyList<ISymbol> Readable(INamedTypeSymbol type, Compilation compilation)
    {
        ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<ISymbol>> known = Known.GetValue(compilation, static _ => new(SymbolEqualityComparer.IncludeNullability));
        IReadOnlyList<ISymbol>? members = null;
        var chain = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object && !known.TryGetValue(current, out members); current = current.BaseType)
            chain.Push(current);
        members ??= Array.Empty<ISymbol>();
        while (chain.Count > 0)
        {
            INamedTypeSymbol next = chain.Pop();
            members = known.GetOrAdd(next, With(members, WrittenOrder.Members(next).Where(member => IsReadable(member, compilation)).ToArray()));
        }

        return members;
    }

    /// <summary>The most derived declaration of a name is the one that `row.Name` reads.</summary>
    private static IReadOnlyList<ISymbol> With(IReadOnlyList<ISymbol> inherited, ISymbol[] own)
    {
        if (own.Length == 0)
            return inherited;
        var members = new List<ISymbol>(inherited);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < inherited.Count; i++)
            places.Add(inherited[i].Name, i);
        foreach (ISymbol member in own)
        {
            if (places.TryGetValue(member.Name, out int place))
            {
                members[place] = member;
            }
            else
            {
                places.Add(member.Name, members.Count);
                members.Add(member);
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
