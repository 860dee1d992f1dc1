using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Finds a type's key as EF Core does, and a data subject's.</summary>
internal static class ModelKeys
{
    /// <summary>The primary key's members, in order: configured, by attribute, by name. Empty where none can be seen.</summary>
    public static IReadOnlyList<string> Primary(INamedTypeSymbol type, IEnumerable<EntityFacts> facts, Compilation compilation)
    {
        IReadOnlyList<ISymbol> members = ModelMembers.Readable(type, compilation);
        foreach (EntityFacts fact in facts)
        {
            if (fact.Key is { } configured && configured.All(name => members.Any(member => member.Name == name)))
                return configured;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (EfCore.FindAttribute(current, "PrimaryKeyAttribute") is { } attribute && EfCore.IsEf(attribute.AttributeClass, "PrimaryKeyAttribute"))
            {
                string[] names = EfCore.Names(attribute).ToArray();
                if (names.Length > 0 && names.All(name => members.Any(member => member.Name == name)))
                    return names;
            }
        }

        string[] marked = members.Where(member => EfCore.HasAttribute(member, "KeyAttribute")).Select(member => member.Name).ToArray();
        if (marked.Length > 0)
            return marked;

        foreach (string name in Conventional(type))
        {
            ISymbol? found = members.FirstOrDefault(member =>
                member is IPropertySymbol && string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase) && !EfCore.HasAttribute(member, "NotMappedAttribute") &&
                ModelTypes.Target(ModelMembers.TypeOf(member)).Target is not { TypeKind: TypeKind.Class });
            if (found is not null)
                return new[] { found.Name };
        }

        return Array.Empty<string>();
    }

    /// <summary>What a request names the subject by: <c>[SubjectKey]</c> members, else the primary key.</summary>
    public static IReadOnlyList<string> OfSubject(INamedTypeSymbol type, IEnumerable<EntityFacts> facts, Compilation compilation)
    {
        string[] marked = ModelMembers.Readable(type, compilation)
            .Where(member => MemberAttributes.Has(member, "SubjectKeyAttribute"))
            .Select(member => member.Name)
            .ToArray();
        return marked.Length > 0 ? marked : Primary(type, facts, compilation);
    }

    private static IEnumerable<string> Conventional(INamedTypeSymbol type)
    {
        yield return "Id";
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
            yield return current.Name + "Id";
    }
}
