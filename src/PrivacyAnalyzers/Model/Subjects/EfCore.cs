using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Knows EF Core's types and attributes by full name.</summary>
internal static class EfCore
{
    public const string Namespace = "Microsoft.EntityFrameworkCore";

    public static bool IsReferenced(Compilation compilation) =>
        KnownTypes.Has(compilation, KnownTypes.DbContext);

    public static int MajorVersion(INamedTypeSymbol context)
    {
        for (INamedTypeSymbol? type = context; type is not null; type = type.BaseType)
        {
            if (IsEf(type, "DbContext"))
                return type.ContainingAssembly?.Identity.Version.Major ?? 0;
        }

        return 0;
    }

    public static bool IsContext(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsEf(current, "DbContext"))
                return true;
        }

        return false;
    }

    /// <summary>The classes of a compilation that are contexts.</summary>
    public static IEnumerable<INamedTypeSymbol> Contexts(Compilation compilation, SourceTypes types) => IsReferenced(compilation)
        ? types.All.Where(static type => type.TypeKind == TypeKind.Class && IsContext(type))
        : [];

    public static bool IsEf(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol named && named.Name == name && MetadataNames.IsIn(named.OriginalDefinition, "Microsoft.EntityFrameworkCore");

    /// <summary>The context's sets: its own properties and those it inherits, the most derived first.</summary>
    public static IEnumerable<(IPropertySymbol Property, INamedTypeSymbol Entity)> Sets(INamedTypeSymbol context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? type = context; type is not null && !IsEf(type, "DbContext"); type = type.BaseType)
        {
            foreach (IPropertySymbol property in WrittenOrder.Members(type).OfType<IPropertySymbol>())
            {
                if (!property.IsStatic && !property.IsIndexer && property.Type is INamedTypeSymbol { TypeArguments.Length: 1 } set &&
                    IsEf(set, "DbSet") && set.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Class } entity && seen.Add(property.Name))
                {
                    yield return (property, entity);
                }
            }
        }
    }

    /// <summary>An attribute of the framework or of EF Core, such as <c>KeyAttribute</c>, on a member or its positional parameter.</summary>
    public static AttributeData? FindAttribute(ISymbol symbol, string name)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && type.Name == name && !PrivacyAttributes.IsOurs(type))
                return data;
        }

        return PrivacyAttributes.PositionalParameter(symbol) is { } parameter ? FindAttribute(parameter, name) : null;
    }

    public static bool HasAttribute(ISymbol symbol, string name) => FindAttribute(symbol, name) is not null;

    /// <summary>The strings among an attribute's arguments, arrays of them included: the member names of <c>[PrimaryKey]</c> and <c>[Index]</c>.</summary>
    public static IEnumerable<string> Names(AttributeData attribute)
    {
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Array && !argument.IsNull)
            {
                foreach (TypedConstant item in argument.Values)
                {
                    if (item.Value is string name)
                        yield return name;
                }
            }
            else if (argument.Kind == TypedConstantKind.Primitive && argument.Value is string single)
            {
                yield return single;
            }
        }
    }
}
