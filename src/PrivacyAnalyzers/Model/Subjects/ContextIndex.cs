using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// What rules and generators ask of a context's model for each entity, found once. Searched for among all entities each time, a long row of entities would take
/// the cube of its length. Safe for concurrent use.
/// </summary>
internal sealed class ContextIndex
{
    // By model: no member of it, or it would count where models are compared.
    private static readonly ConditionalWeakTable<ContextModel, ContextIndex> Known = new();

    private readonly Dictionary<string, EntityModel> _entities = new(StringComparer.Ordinal);
    private readonly ILookup<string, (int Place, EntityModel Entity)> _places;
    private readonly ILookup<string, SubjectPath> _paths;
    private readonly ILookup<string, (int Place, RelationModel Relation)> _referring;
    private readonly ILookup<string, (int Place, string Dependent)> _single;
    private readonly HashSet<string> _held;
    private readonly HashSet<string> _clocks;
    private readonly ConcurrentDictionary<EntityModel, IReadOnlyList<EntityModel>> _derived = new(Same.One);
    private readonly ConcurrentDictionary<EntityModel, IReadOnlyList<RelationModel>> _relations = new(Same.One);
    private readonly ConcurrentDictionary<EntityModel, bool> _mayStay = new(Same.One);

    private ContextIndex(ContextModel context)
    {
        (int Place, EntityModel Entity)[] entities = context.Entities.Select(static (entity, i) => (i, entity)).ToArray();
        foreach ((_, EntityModel entity) in entities)
        {
            if (!_entities.ContainsKey(entity.Type.Global))
                _entities.Add(entity.Type.Global, entity);
        }

        _places = entities.ToLookup(static pair => pair.Entity.Type.Global, StringComparer.Ordinal);
        _paths = context.Subjects.SelectMany(static subject => subject.Paths).ToLookup(static path => path.Entity, StringComparer.Ordinal);
        _referring = entities.Where(static pair => !pair.Entity.IsKeyless && !pair.Entity.IsAbstract)
            .SelectMany(static pair => pair.Entity.Relations).Select(static (relation, i) => (Place: i, Relation: relation))
            .ToLookup(static pair => pair.Relation.Principal, StringComparer.Ordinal);
        _single = context.Entities.SelectMany(static entity => entity.Relations).Select(static (relation, i) => (Place: i, Relation: relation))
            .Where(static pair => pair.Relation.IsUnique).ToLookup(static pair => pair.Relation.Principal, static pair => (pair.Place, pair.Relation.Dependent), StringComparer.Ordinal);
        Filters = context.Entities.SelectMany(static entity => entity.Filters).ToArray();
        UniqueNames = new HashSet<string>(context.Entities.Select(static entity => entity.UniqueName), StringComparer.Ordinal);
        _held = new HashSet<string>(context.Entities.Where(HasOwnHold).Select(static entity => entity.Type.Global), StringComparer.Ordinal);
        _clocks = new HashSet<string>(context.Entities.SelectMany(StoredValue.Of).Select(static value => value.Member.Clock).OfType<string>(), StringComparer.Ordinal);
    }

    /// <summary>All query filters.</summary>
    public IReadOnlyList<FilterModel> Filters { get; }

    public HashSet<string> UniqueNames { get; }

    public static ContextIndex Of(ContextModel context) => Known.GetValue(context, static model => new ContextIndex(model));

    public EntityModel? Find(string globalName) => _entities.TryGetValue(globalName, out EntityModel? entity) ? entity : null;

    /// <summary>The entity's ways to all subjects.</summary>
    public IEnumerable<SubjectPath> PathsOf(string globalName) => _paths[globalName];

    /// <summary>The entities that derive from it, in the model's order.</summary>
    public IReadOnlyList<EntityModel> Derived(EntityModel entity) => entity.DerivedEntities.Count == 0
        ? Array.Empty<EntityModel>()
        : _derived.GetOrAdd(entity, found => found.DerivedEntities.Distinct(StringComparer.Ordinal).SelectMany(name => _places[name]).OrderBy(static pair => pair.Place).Select(static pair => pair.Entity).ToArray());

    /// <summary>Foreign keys to the entity's rows, also those that refer to them as rows of a base type.</summary>
    public IReadOnlyList<RelationModel> Relations(EntityModel entity) => _relations.GetOrAdd(entity, FindRelations);

    /// <summary>In the model's order, what each of some has one of at most.</summary>
    public IEnumerable<string> Single(IEnumerable<string> principals) => principals.SelectMany(name => _single[name]).OrderBy(static pair => pair.Place).Select(static pair => pair.Dependent);

    /// <summary>Whether a hold may stand on the entity's rows, those of derived types among them.</summary>
    public bool HasHold(EntityModel entity) => _held.Count > 0 && (HasOwnHold(entity) || Derived(entity).Any(derived => _held.Contains(derived.Type.Global)));

    /// <summary>Whether any row has a clock of that name.</summary>
    public bool HasClock(string name) => _clocks.Contains(name);

    /// <summary>What <see cref="RowSurvival"/> finds out, once an entity.</summary>
    public bool MayStay(EntityModel entity, Func<EntityModel, bool> find) => _mayStay.GetOrAdd(entity, find);

    private static bool HasOwnHold(EntityModel entity) => StoredValue.Of(entity).Any(static value => value.Member is { IsLegalHold: true, IsMapped: true });

    private RelationModel[] FindRelations(EntityModel entity)
    {
        IEnumerable<(int Place, RelationModel Relation)> found = _referring[entity.Type.Global];
        var names = new HashSet<string>(StringComparer.Ordinal) { entity.Type.Global };
        for (EntityModel? current = entity; current?.BaseEntity is { } name && names.Add(name); current = Find(name))
            found = found.Concat(_referring[name]);
        return (names.Count == 1 ? found : found.OrderBy(static pair => pair.Place)).Select(static pair => pair.Relation).Distinct().ToArray();
    }

    /// <summary>The very same entity: to compare two by what they hold takes as long as they are large.</summary>
    private sealed class Same : IEqualityComparer<EntityModel>
    {
        public static readonly Same One = new();

        public bool Equals(EntityModel? left, EntityModel? right) => ReferenceEquals(left, right);

        public int GetHashCode(EntityModel entity) => RuntimeHelpers.GetHashCode(entity);
    }
}
