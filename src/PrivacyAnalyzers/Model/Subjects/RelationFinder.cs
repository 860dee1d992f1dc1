using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Finds the foreign keys between a context's entities: what its configuration says, what navigations and names say by EF Core's
/// conventions, and what <c>[SubjectLink]</c> says. Each relation is held by the entity that has the foreign key.
/// </summary>
internal sealed class RelationFinder(IReadOnlyList<EntityDraft> drafts, DraftIndex index, FluentFacts facts)
{
    private static readonly string[] IdentityKey = { "UserId" };
    private readonly HashSet<(string Entity, string Member)> _used = new();
    private readonly Lazy<HashSet<EntityDraft>> _linked = new(() => new(facts.Relations.Where(fact => fact.IsManyToMany).SelectMany(fact => index.Heirs(fact.Dependent).Concat(index.Heirs(fact.Principal)))));
    private readonly Lazy<ILookup<string, EntityDraft>> _keys = new(() => Keys(drafts, index));
    private readonly HashSet<string> _ambiguous = new(drafts.GroupBy(draft => draft.Type.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key), StringComparer.Ordinal);

    public void Find()
    {
        foreach (RelationFact fact in facts.Relations)
            MarkUsed(fact);
        AddConfigured();
        foreach (EntityDraft draft in drafts)
            AddReferences(draft);
        foreach (EntityDraft draft in drafts)
            AddCollectionsOnly(draft);
        foreach (EntityDraft draft in drafts)
        {
            AddBareKeys(draft);
            AddIdentityKeys(draft);
            AddSubjectLinks(draft);
        }
    }

    /// <summary>Whether collections on both sides, or the configuration, make it one side of a many-to-many relation.</summary>
    public bool HasLinks(EntityDraft draft) =>
        _linked.Value.Contains(draft) ||
        draft.Navigations.Any(navigation => navigation.IsCollection && Draft(navigation.Target) is { } other &&
            other.Navigations.Any(back => back.IsCollection && back != navigation && draft.Is(back.Target)));

    private void MarkUsed(RelationFact fact)
    {
        if (fact.Navigation is { } navigation)
            _used.UnionWith(index.Heirs(fact.Dependent).Select(draft => (draft.Global, navigation)));
        if (fact.Inverse is { } inverse)
            _used.UnionWith(index.Heirs(fact.Principal).Select(draft => (draft.Global, inverse)));
    }

    private void AddConfigured()
    {
        (int Place, RelationFact Fact)[] said = facts.Relations.Select((fact, i) => (i, fact)).ToArray();
        ILookup<EntityDraft, (int Place, RelationFact Fact)> concerned = said.SelectMany(pair => index.Heirs(pair.Fact.Dependent).Concat(pair.Fact.IsSideOpen ? index.Heirs(pair.Fact.Principal) : Enumerable.Empty<EntityDraft>()).Select(draft => (Draft: draft, Said: pair)))
            .ToLookup(pair => pair.Draft, pair => pair.Said);
        foreach (EntityDraft draft in drafts)
            AddConfigured(draft, concerned[draft].Distinct().OrderBy(pair => pair.Place).Select(pair => pair.Fact));
    }

    private void AddConfigured(EntityDraft draft, IEnumerable<RelationFact> concerned)
    {
        foreach (RelationFact fact in concerned)
        {
            if (fact.IsManyToMany)
                continue;
            bool isDependent = draft.Is(fact.Dependent);
            EntityDraft? principal = isDependent ? Draft(fact.Principal) : null;
            string? navigation = fact.Navigation;
            string? inverse = fact.Inverse;
            if (fact.IsSideOpen)
            {
                // One to one without `HasForeignKey<T>`: the side whose members look like the foreign key has it.
                bool fits = principal is not null && ForeignKeys.ByConvention(draft, navigation, principal).Count > 0;
                if (!fits && draft.Is(fact.Principal) && Draft(fact.Dependent) is { } other && ForeignKeys.ByConvention(draft, inverse, other).Count > 0)
                {
                    principal = other;
                    (navigation, inverse) = (inverse, navigation);
                }
                else if (!fits)
                {
                    continue;
                }
            }

            if (principal is null)
                continue;

            // A foreign key that no member holds is a shadow property.
            IReadOnlyList<string> key = fact.ForeignKey is { } configured
                ? configured.All(name => draft.FindValue(name) is not null) ? configured : Array.Empty<string>()
                : ForeignKeys.Find(draft, Navigation(draft, navigation), principal, Navigation(principal, inverse));
            Add(draft, principal, navigation, inverse, key, fact.PrincipalKey, fact.IsRequired, fact.IsUnique);
        }
    }

    private void AddReferences(EntityDraft draft)
    {
        foreach (Holder navigation in draft.Navigations)
        {
            if (navigation.IsCollection || _used.Contains((draft.Global, navigation.Member.Name)) || Draft(navigation.Target) is not { } principal)
                continue;
            Holder? inverse = InverseOf(draft, navigation, principal);
            IReadOnlyList<string> key = ForeignKeys.Find(draft, navigation, principal, inverse);
            if (inverse is { IsCollection: false })
            {
                // One to one: the dependent is the side that holds the foreign key.
                bool otherHasIt = ForeignKeys.Find(principal, inverse, draft, navigation).Count > 0;
                if (key.Count == 0 || (otherHasIt && string.CompareOrdinal(draft.Global, principal.Global) > 0))
                    continue;
            }

            if (inverse is not null)
                _used.Add((principal.Global, inverse.Member.Name));
            Add(draft, principal, navigation.Member.Name, inverse?.Member.Name, key, null, null, inverse is { IsCollection: false });
        }
    }

    /// <summary>Collections of dependents that have no reference back.</summary>
    private void AddCollectionsOnly(EntityDraft principal)
    {
        foreach (Holder collection in principal.Navigations)
        {
            if (!collection.IsCollection || _used.Contains((principal.Global, collection.Member.Name)) || principal.Base?.Navigations.Any(n => n.Member.Name == collection.Member.Name) == true)
                continue;
            foreach (EntityDraft dependent in index.Heirs(collection.Target))
            {
                if (dependent.Navigations.Any(back => back.IsCollection && principal.Is(back.Target)))
                    continue;
                IReadOnlyList<string> key = ForeignKeys.Find(dependent, null, principal, collection);
                if (key.Count == 0 || !dependent.Relations.Any(relation => relation.ForeignKey.SequenceEqual(key)))
                    Add(dependent, principal, null, collection.Member.Name, key, null, null, false);
            }
        }
    }

    /// <summary>A member named like another entity's key is a link to it, although EF Core sees no relation without a navigation.</summary>
    private void AddBareKeys(EntityDraft draft)
    {
        foreach (EntityDraft principal in Named(draft))
        {
            if (principal == draft || principal.Key.Count != 1 || _ambiguous.Contains(principal.Type.Name) || draft.Is(principal.Type) || principal.Is(draft.Type))
                continue;

            IReadOnlyList<string> key = ForeignKeys.ByConvention(draft, null, principal);
            if (key.Count == 1 && Misfit(draft, key[0], principal) is null && !draft.Relations.Any(relation => relation.ForeignKey.Contains(key[0])))
                Add(draft, principal, null, null, key, null, null, draft.Key.SequenceEqual(key));
        }
    }

    /// <summary>In order, those of whose keys a member may have the name: after their own name, or that of a base.</summary>
    private IEnumerable<EntityDraft> Named(EntityDraft draft)
    {
        EntityDraft[] named = draft.Values.SelectMany(value => _keys.Value[value.Name]).Distinct().SelectMany(principal => index.Heirs(principal.Type)).Distinct().ToArray();
        return named.Length < 2 ? named : named.OrderBy(principal => principal.Global, StringComparer.Ordinal);
    }

    /// <summary>By the names that members with their keys would have, the entities that give these their own.</summary>
    private static ILookup<string, EntityDraft> Keys(IReadOnlyList<EntityDraft> drafts, DraftIndex index) => drafts
        .SelectMany(draft => index.Heirs(draft.Type).Where(heir => heir.Key.Count == 1).Select(heir => heir.Key[0]).Append("Id").Distinct(StringComparer.Ordinal).Select(key => (Name: draft.Type.Name + key, Draft: draft)))
        .ToLookup(pair => pair.Name, pair => pair.Draft, StringComparer.OrdinalIgnoreCase);

    /// <summary>What ASP.NET Core Identity stores beside a user. Its configuration is compiled into its own assembly and cannot be read.</summary>
    private void AddIdentityKeys(EntityDraft draft)
    {
        if (draft.FindValue(IdentityKey[0]) is null || draft.Relations.Any(relation => relation.ForeignKey.Contains(IdentityKey[0])) ||
            !IsOfIdentity(draft.Type, "IdentityUserClaim", "IdentityUserLogin", "IdentityUserToken", "IdentityUserRole"))
        {
            return;
        }

        if (drafts.FirstOrDefault(candidate => IsOfIdentity(candidate.Type, "IdentityUser") && (candidate.Base is null || !IsOfIdentity(candidate.Base.Type, "IdentityUser"))) is { } user)
            Add(draft, user, null, null, IdentityKey, null, true, false);
    }

    private static bool IsOfIdentity(INamedTypeSymbol type, params string[] names)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (names.Contains(current.Name) && MetadataNames.IsIn(current.OriginalDefinition, "Microsoft.AspNetCore.Identity"))
                return true;
        }

        return false;
    }

    private void AddSubjectLinks(EntityDraft draft)
    {
        foreach (ISymbol member in draft.Values.Concat(draft.Navigations.Select(navigation => navigation.Member)))
        {
            if (MemberAttributes.SubjectLink(member) is not { } named || Draft(named) is not { } subject)
                continue;
            int index = draft.Relations.FindIndex(relation => relation.ForeignKey.Contains(member.Name) || relation.Navigation == member.Name);
            if (index < 0)
            {
                if (draft.FindValue(member.Name) is null || subject == draft)
                    continue;
                if (Misfit(draft, member.Name, subject) is { } misfit)
                {
                    draft.Misfits.Add(misfit);
                    continue;
                }

                Add(draft, subject, null, null, new[] { member.Name }, null, null, false);
                index = draft.Relations.Count - 1;
            }

            draft.Relations[index] = draft.Relations[index] with { SubjectLink = subject.Global };
        }
    }

    /// <summary>Code that compared the two would not compile, and no database would find a row by it.</summary>
    private static MisfitLink? Misfit(EntityDraft draft, string member, EntityDraft principal)
    {
        if (principal.Key.Count != 1 || draft.FindValue(member) is not { } value || principal.FindValue(principal.Key[0]) is not { } key)
            return null;
        ITypeSymbol held = TypeNames.StripNullable(ModelMembers.TypeOf(value));
        ITypeSymbol wanted = TypeNames.StripNullable(ModelMembers.TypeOf(key));
        if (SymbolEqualityComparer.Default.Equals(held, wanted) || (IsWhole(held) && IsWhole(wanted)))
            return null;
        return new MisfitLink(member, held.Name, principal.Type.Name + "." + principal.Key[0], wanted.Name);
    }

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static void Add(
        EntityDraft dependent, EntityDraft principal, string? navigation, string? inverse,
        IReadOnlyList<string> key, IReadOnlyList<string>? principalKey, bool? isRequired, bool isUnique)
    {
        Holder? reference = Navigation(dependent, navigation);
        bool required = isRequired ?? IsRequired(dependent, reference, key);

        // What no value lets go of stays required, whatever is said.
        if (key.Count > 0 && key.All(name => !IsNullable(dependent, name) || dependent.Key.Contains(name)))
            required = true;
        dependent.Relations.Add(new RelationModel(
            dependent.Global,
            principal.Global,
            reference?.Member.Name,
            Navigation(principal, inverse)?.Member.Name,
            key.ToEquatableArray(),
            (principalKey ?? Array.Empty<string>()).ToEquatableArray(),
            required,
            isUnique,
            null));
    }

    /// <summary>As EF Core has it: a mark on the reference counts, and else its key's members; of one without members its own type.</summary>
    private static bool IsRequired(EntityDraft dependent, Holder? reference, IReadOnlyList<string> key)
    {
        if (reference is not null && IsMarkedRequired(dependent, reference.Member))
            return true;
        return key.Count > 0
            ? key.All(name => !IsNullable(dependent, name))
            : reference is not null && ModelMembers.TypeOf(reference.Member).NullableAnnotation == NullableAnnotation.NotAnnotated;
    }

    private static bool IsNullable(EntityDraft dependent, string name) =>
        dependent.FindValue(name) is { } value && TypeNames.IsNullable(ModelMembers.TypeOf(value)) && !IsMarkedRequired(dependent, value);

    private static bool IsMarkedRequired(EntityDraft dependent, ISymbol member) =>
        EfCore.HasAttribute(member, "RequiredAttribute") || dependent.MemberFacts.Any(fact => fact.Required.Contains(member.Name));

    private Holder? InverseOf(EntityDraft draft, Holder navigation, EntityDraft principal)
    {
        string? named = EfCore.FindAttribute(navigation.Member, "InversePropertyAttribute") is { } attribute ? EfCore.Names(attribute).FirstOrDefault() : null;
        if (named is not null)
            return Navigation(principal, named);
        Holder? pointing = principal.Navigations.FirstOrDefault(back => draft.Is(back.Target) &&
            EfCore.FindAttribute(back.Member, "InversePropertyAttribute") is { } inverse && EfCore.Names(inverse).FirstOrDefault() == navigation.Member.Name);
        if (pointing is not null)
            return pointing;

        // By convention only where there is one on each side; of several EF Core pairs none.
        Holder[] back = principal.Navigations.Where(candidate => draft.Is(candidate.Target) && candidate != navigation && !_used.Contains((principal.Global, candidate.Member.Name))).ToArray();
        int forward = draft.Navigations.Count(candidate => principal.Is(candidate.Target) && !_used.Contains((draft.Global, candidate.Member.Name)));
        return back.Length == 1 && (forward == 1 || draft == principal) ? back[0] : null;
    }

    private static Holder? Navigation(EntityDraft draft, string? name) =>
        name is null ? null : draft.Navigations.FirstOrDefault(navigation => navigation.Member.Name == name);

    private EntityDraft? Draft(INamedTypeSymbol type) => index.Find(type);
}
