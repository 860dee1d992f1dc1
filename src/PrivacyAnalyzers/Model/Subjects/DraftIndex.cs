using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>The entities of a context while it is read, by what is asked of them: found once, and not among all for each of them.</summary>
internal sealed class DraftIndex
{
    private readonly Dictionary<INamedTypeSymbol, EntityDraft> _byType = new(SymbolEqualityComparer.Default);
    private readonly ILookup<INamedTypeSymbol, EntityDraft> _heirs;

    public DraftIndex(IReadOnlyList<EntityDraft> drafts)
    {
        foreach (EntityDraft draft in drafts)
            _byType[draft.Type] = draft;
        _heirs = drafts.SelectMany(static draft => draft.TypeAndBases.Select(type => (Type: type, Draft: draft)))
            .ToLookup<(INamedTypeSymbol Type, EntityDraft Draft), INamedTypeSymbol, EntityDraft>(static pair => pair.Type, static pair => pair.Draft, SymbolEqualityComparer.Default);
    }

    public EntityDraft? Find(INamedTypeSymbol type) => _byType.TryGetValue(type, out EntityDraft? draft) ? draft : null;

    /// <summary>The entities of the type and of those that derive from it, in order.</summary>
    public IEnumerable<EntityDraft> Heirs(INamedTypeSymbol type) => _heirs[type];
}
