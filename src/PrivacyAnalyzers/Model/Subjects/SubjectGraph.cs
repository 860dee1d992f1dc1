namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>What the search for ways asks of a context's entities and their relations: one for all subjects.</summary>
internal sealed class SubjectGraph
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly DraftIndex _index;
    private readonly ILookup<string, EntityDraft> _referring;
    private readonly ILookup<string, EntityDraft> _linked;
    private readonly HashSet<string> _people;
    private readonly Dictionary<string, FilterModel[]> _filters;

    /// <param name="ordered">The context's entities, children first.</param>
    public SubjectGraph(IReadOnlyList<EntityDraft> ordered, DraftIndex index)
    {
        Ordered = ordered;
        _index = index;
        Drafts = ordered.ToDictionary(static draft => draft.Global, StringComparer.Ordinal);
        for (int i = 0; i < ordered.Count; i++)
            _places.Add(ordered[i].Global, i);
        _referring = By(static relation => relation.Principal);
        _linked = By(static relation => relation.SubjectLink);
        _people = new HashSet<string>(ordered.Where(static draft => ContextModelBuilder.IsMarked(draft.Type)).Select(static draft => draft.Global), StringComparer.Ordinal);
        _filters = ordered.Select(static draft => (draft.Global, Filters: QueryFilters.Of(draft).ToArray())).Where(static pair => pair.Filters.Length > 0).ToDictionary(static pair => pair.Global, static pair => pair.Filters, StringComparer.Ordinal);
    }

    public IReadOnlyList<EntityDraft> Ordered { get; }

    public IReadOnlyDictionary<string, EntityDraft> Drafts { get; }

    public bool IsPerson(string entity) => _people.Contains(entity);

    /// <summary>What hides rows of these entities.</summary>
    public IEnumerable<FilterModel> Filters(IEnumerable<string> entities) =>
        _filters.Count == 0 ? Enumerable.Empty<FilterModel>() : entities.SelectMany(entity => _filters.TryGetValue(entity, out FilterModel[]? filters) ? filters : Array.Empty<FilterModel>());

    /// <summary>The entities that refer to this one.</summary>
    public IEnumerable<EntityDraft> Referring(string principal) => _referring[principal];

    /// <summary>The entities with a <c>[SubjectLink]</c> to this one, in order.</summary>
    public IEnumerable<EntityDraft> Linked(string subject) => _linked[subject];

    public IEnumerable<EntityDraft> Heirs(EntityDraft draft) => _index.Heirs(draft.Type);

    public IEnumerable<EntityDraft> InOrder(IEnumerable<string> entities) => entities.Select(entity => _places[entity]).OrderBy(static place => place).Select(place => Ordered[place]);

    private ILookup<string, EntityDraft> By(Func<RelationModel, string?> key) => Ordered
        .SelectMany(draft => draft.Relations.Select(key).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => (Name: name, Draft: draft)))
        .ToLookup(static pair => pair.Name, static pair => pair.Draft, StringComparer.Ordinal);
}
