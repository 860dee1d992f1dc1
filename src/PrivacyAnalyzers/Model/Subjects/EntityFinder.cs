using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Finds what a context stores, as EF Core does: its sets, what its configuration names, and what their navigations lead to;
/// and splits each type's members into values, components and navigations.
/// </summary>
/// <param name="isClosed">Nothing is stored in its own right but the types that it is given: all else is a part of what holds it.</param>
internal sealed class EntityFinder(Compilation compilation, FluentFacts facts, MemberClassifier classifier, CancellationToken cancellation, bool isClosed = false)
{
    private readonly Dictionary<INamedTypeSymbol, EntityDraft> _drafts = new(SymbolEqualityComparer.Default);
    private readonly Queue<EntityDraft> _open = new();

    public IReadOnlyList<EntityDraft> Find(INamedTypeSymbol context)
    {
        foreach ((IPropertySymbol property, INamedTypeSymbol entity) in EfCore.Sets(context))
        {
            if (Add(entity) is { SetName: null } draft && compilation.IsSymbolAccessibleWithin(property, compilation.Assembly))
                draft.SetName = property.Name;
        }

        return FindAmong(facts.Mentioned);
    }

    /// <summary>Finds the given types, besides those that are found already, and what their navigations lead to.</summary>
    public IReadOnlyList<EntityDraft> FindAmong(IEnumerable<INamedTypeSymbol> types)
    {
        foreach (INamedTypeSymbol type in types)
            Add(type);
        while (_open.Count > 0)
            Split(_open.Dequeue());
        foreach (EntityDraft draft in _drafts.Values)
            draft.Base = BaseOf(draft.Type);
        foreach (EntityDraft draft in _drafts.Values)
            FindKey(draft);
        return _drafts.Values.OrderBy(draft => draft.Global, StringComparer.Ordinal).ToList();
    }

    private EntityDraft? Add(INamedTypeSymbol type)
    {
        type = FluentFacts.WithoutAnnotation(type);
        if (_drafts.TryGetValue(type, out EntityDraft? known))
            return known;
        if (ModelFitness.Of(type, compilation) != Unfitness.None || facts.Said(type).IsIgnored)
            return null;
        var draft = new EntityDraft(type) { Facts = facts.WithBases(type).ToList(), OwnFacts = facts.Said(type) };
        draft.IsKeyless = EfCore.HasAttribute(type, "KeylessAttribute") || draft.Facts.Any(fact => fact.IsKeyless) ||
            (draft.Facts.Any(fact => fact.HasView) && !draft.Facts.Any(fact => fact.HasTable) && !EfCore.HasAttribute(type, "TableAttribute"));
        foreach (EntityFacts fact in draft.Facts)
            draft.Ignored.UnionWith(fact.Ignored);
        _drafts.Add(type, draft);
        _open.Enqueue(draft);
        return draft;
    }

    private void Split(EntityDraft draft)
    {
        foreach (ISymbol member in ModelMembers.Readable(draft.Type, compilation))
        {
            cancellation.ThrowIfCancellationRequested();
            bool isMapped = ModelMembers.IsNavigable(member) && !draft.Ignored.Contains(member.Name);
            (INamedTypeSymbol? target, bool isCollection) = ModelTypes.Target(ModelMembers.TypeOf(member));
            if (target is null || (!isCollection && facts.IsScalar(target)) || draft.MemberFacts.Any(fact => fact.Values.Contains(member.Name)))
            {
                draft.Values.Add(member);
                continue;
            }

            if (ComponentOf(draft.MemberFacts, member, target, isCollection) is { } component)
                draft.Components.Add(component);
            else if (isMapped && IsEntity(target) && Add(target) is not null)
                draft.Navigations.Add(new Holder(member, target, isCollection));
            else if (!IsEntity(target) && ModelTypes.HoldsClassified(target, classifier, compilation))
                draft.Components.Add(new Holder(member, target, isCollection, IsStored: isMapped && (isCollection || ModelMembers.IsMappedByConvention(member))));
            else if (!IsEntity(target))
                draft.Values.Add(member);
        }
    }

    private Holder? ComponentOf(IReadOnlyList<EntityFacts> owner, ISymbol member, INamedTypeSymbol target, bool isCollection)
    {
        if (ModelFitness.Of(target, compilation) != Unfitness.None)
            return null;
        if (EfCore.HasAttribute(target, "ComplexTypeAttribute") || EfCore.HasAttribute(member, "ComplexTypeAttribute") || owner.Any(fact => fact.Complex.Contains(member.Name)))
            return new Holder(member, target, isCollection, IsComplex: true);
        if (EfCore.HasAttribute(target, "OwnedAttribute") || facts.Said(target).IsOwned || owner.Any(fact => fact.Owned.Contains(member.Name)))
        {
            INamedTypeSymbol plain = FluentFacts.WithoutAnnotation(target);
            return new Holder(member, target, isCollection, IsJson: owner.Any(fact => fact.JsonOwned.Contains(plain)), IsApart: owner.Any(fact => fact.OwnedApart.Contains(plain)));
        }

        return null;
    }

    /// <summary>A class that is stored in its own right: named by the context, or with a key that can be seen.</summary>
    private bool IsEntity(INamedTypeSymbol type) =>
        _drafts.ContainsKey(FluentFacts.WithoutAnnotation(type)) ||
        (!isClosed && type.TypeKind == TypeKind.Class && ModelFitness.Of(type, compilation) == Unfitness.None && !facts.Said(type).IsIgnored &&
            ModelKeys.Primary(type, facts.WithBases(type), compilation).Count > 0);

    private EntityDraft? BaseOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (_drafts.TryGetValue(current, out EntityDraft? found))
                return found;
        }

        return null;
    }

    private void FindKey(EntityDraft draft)
    {
        if (!draft.IsKeyless)
            draft.Key.AddRange(ModelKeys.Primary(draft.Type, draft.Facts, compilation));
    }
}
