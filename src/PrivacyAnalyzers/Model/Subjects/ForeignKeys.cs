using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Finds which members are a navigation's foreign key: by <c>[ForeignKey]</c>, else by EF Core's names.</summary>
internal static class ForeignKeys
{
    public static IReadOnlyList<string> Find(EntityDraft dependent, Holder? navigation, EntityDraft principal, Holder? inverse)
    {
        string[] marked = ByAttribute(dependent, navigation, inverse);
        return marked.Length > 0 ? marked : ByConvention(dependent, navigation?.Member.Name, principal);
    }

    /// <summary><c>NavigationId</c>, <c>NavigationKey</c>, <c>PrincipalId</c>, <c>PrincipalKey</c>; all members of a composite key or none.</summary>
    public static IReadOnlyList<string> ByConvention(EntityDraft dependent, string? navigation, EntityDraft principal)
    {
        foreach (string prefix in Prefixes(dependent, navigation, principal))
        {
            var found = new List<string>();
            foreach (string keyName in principal.Key)
            {
                ISymbol? key = principal.FindValue(keyName);
                ISymbol? candidate = dependent.FindValueIgnoringCase(prefix + keyName) ?? (principal.Key.Count == 1 ? dependent.FindValueIgnoringCase(prefix + "Id") : null);
                if (key is null || candidate is null || !SameType(key, candidate) || (dependent == principal && candidate.Name == keyName))
                    break;
                found.Add(candidate.Name);
            }

            if (found.Count > 0 && found.Count == principal.Key.Count)
                return found;
        }

        // `CustomerId` is both the principal's key and the dependent's foreign key.
        return navigation is not null && principal.Key.Count == 1 && principal.Key[0] != "Id" && dependent != principal &&
            dependent.FindValueIgnoringCase(principal.Key[0]) is { } sameName && principal.FindValue(principal.Key[0]) is { } principalKey && SameType(sameName, principalKey)
            ? new[] { sameName.Name }
            : Array.Empty<string>();
    }

    private static IEnumerable<string> Prefixes(EntityDraft dependent, string? navigation, EntityDraft principal)
    {
        if (navigation is not null)
            yield return navigation;
        for (EntityDraft? current = principal; current is not null; current = current.Base)
        {
            if (current != dependent)
                yield return current.Type.Name;
        }
    }

    private static string[] ByAttribute(EntityDraft dependent, Holder? navigation, Holder? inverse)
    {
        foreach (Holder? holder in new[] { navigation, inverse })
        {
            if (holder is not null && EfCore.FindAttribute(holder.Member, "ForeignKeyAttribute") is { } attribute)
            {
                string[] names = EfCore.Names(attribute).SelectMany(text => text.Split(',')).Select(name => name.Trim()).ToArray();
                if (names.Length > 0 && names.All(name => dependent.FindValue(name) is not null))
                    return names;
            }
        }

        return navigation is null
            ? Array.Empty<string>()
            : dependent.Values
                .Where(value => EfCore.FindAttribute(value, "ForeignKeyAttribute") is { } attribute && EfCore.Names(attribute).Contains(navigation.Member.Name))
                .Select(value => value.Name)
                .ToArray();
    }

    private static bool SameType(ISymbol left, ISymbol right) =>
        SymbolEqualityComparer.Default.Equals(TypeNames.StripNullable(ModelMembers.TypeOf(left)), TypeNames.StripNullable(ModelMembers.TypeOf(right)));
}
