using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the sets of rows that an erasure speaks of, as queries in local variables: <c>mineX</c> (the subject's), <c>goneX</c> (those to
/// delete) and <c>leftX</c> (those to anonymise). A preview counts the very queries that the erasure carries out.
/// </summary>
internal sealed class ErasureQueries(ErasurePlan plan)
{
    private readonly RowConditions _rows = new(plan.Context);
    private readonly ContextIndex _index = ContextIndex.Of(plan.Context);
    private readonly Dictionary<string, int> _places = Enumerable.Range(0, plan.Entities.Count).ToDictionary(i => plan.Entities[i].Type, StringComparer.Ordinal);
    private readonly Dictionary<string, Blocker[]> _blockers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubjectPath> _rowPaths = plan.Subject.RowPaths.ToDictionary(path => path.Entity, StringComparer.Ordinal);
    private readonly List<bool> _allGo = [];

    public string Filters { get; } = QueryFilters.Call(ContextIndex.Of(plan.Context).Filters);

    /// <summary>The condition under which a hold keeps the row as it is; <see langword="null"/> where there are no holds.</summary>
    public string? IsHeld(EntityPlan entity, string row) => _rows.IsHeld(entity.Entity, entity.Steps, row);

    public static bool IsDeletable(EntityPlan entity) => entity.Fate == RowFate.Delete;

    /// <summary>Whether some rows may have to stay without their personal data.</summary>
    public bool CanStay(EntityPlan entity) =>
        entity.Fate != RowFate.Delete || Blockers(entity).Any();

    public string Mine(EntityPlan entity)
    {
        string conditions = string.Join(" && ", new[] { _rowPaths.TryGetValue(entity.Type, out SubjectPath? byRow) && byRow == entity.Path ? $"isFound && {entity.Path.Predicate}" : entity.Path.Predicate }.Concat(Exactly(entity.Derived, "row")));
        return $"{entity.Entity.Set}{Filters}.Where(row => {conditions})";
    }

    public string Gone(EntityPlan entity)
    {
        IEnumerable<string> conditions = Blockers(entity).Select(blocker => "!" + blocker.Condition);
        if (IsHeld(entity, "row") is { } held)
            conditions = new[] { "!" + held }.Concat(conditions);
        string[] all = conditions.ToArray();
        return all.Length == 0 ? "mine" + entity.Name : $"mine{entity.Name}.Where(row => {string.Join("\n    && ", all)})";
    }

    public string Left(EntityPlan entity)
    {
        var conditions = new List<string>();
        if (IsHeld(entity, "row") is { } held)
            conditions.Add("!" + held);
        if (IsDeletable(entity))
            conditions.Add($"!gone{entity.Name}.Any(gone => {RowConditions.IsSame(entity.Entity, "gone", "row")})");
        return conditions.Count == 0 ? "mine" + entity.Name : $"mine{entity.Name}.Where(row => {string.Join(" && ", conditions)})";
    }

    /// <summary>The rows that refer to one and outlive the erasure, so that it must stay: each a condition on <c>row</c>.</summary>
    public IReadOnlyList<Blocker> Blockers(EntityPlan entity)
    {
        if (!_blockers.TryGetValue(entity.Type, out Blocker[]? known))
            _blockers.Add(entity.Type, known = FindBlockers(entity).ToArray());
        return known;
    }

    private IEnumerable<Blocker> FindBlockers(EntityPlan entity)
    {
        int own = IndexOf(entity.Type);
        foreach (RelationModel relation in entity.RequiredBy)
        {
            EntityModel dependent = plan.Context.Find(relation.Dependent)!;
            EntityPlan? other = PlanOf(relation.Dependent);
            if (GoesAlong(entity, other, relation))
                continue;
            string refers = Refers(relation, dependent);
            if (IsHeldBelow(other, relation) is { } held)
            {
                yield return new Blocker(dependent, other, IsByHold: true, Any(dependent, $"{refers} && {held}"));
                refers += " && !" + held;
            }

            yield return new Blocker(dependent, other, IsByHold: false, Any(dependent, refers + Survives(other, own)));
        }

        // What a hold keeps stays as it is, optional references too.
        foreach (RelationModel relation in entity.OptionalFor)
        {
            EntityModel dependent = plan.Context.Find(relation.Dependent)!;
            EntityPlan? other = PlanOf(relation.Dependent);
            if (IsHeldBelow(other, relation) is { } held)
                yield return new Blocker(dependent, other, IsByHold: true, Any(dependent, $"{Refers(relation, dependent)} && {held}"));
        }
    }

    /// <summary>
    /// Whether every row that refers to one of the person's by this relation goes before it, whatever the data: then nothing need be asked, row by
    /// row. It is the person's own by this very reference, of a type whose rows all go.
    /// </summary>
    private bool GoesAlong(EntityPlan entity, EntityPlan? other, RelationModel relation) =>
        other is not null && IndexOf(other.Type) < IndexOf(entity.Type) && other.Derived.Count == 0 && AllGo(other) &&
        other.Steps.Count == entity.Steps.Count + 1 && other.Steps[0] == relation && other.Steps.Skip(1).SequenceEqual(entity.Steps);

    /// <summary>
    /// Nothing keeps a row of the type: no rule, no hold, no other row. Only what comes before it is asked in turn, so that each is asked once, and
    /// a long row of entities needs no deep stack.
    /// </summary>
    private bool AllGo(EntityPlan entity)
    {
        int own = IndexOf(entity.Type);
        while (_allGo.Count <= own)
        {
            EntityPlan next = plan.Entities[_allGo.Count];
            _allGo.Add(IsDeletable(next) && IsHeld(next, "row") is null && !Blockers(next).Any());
        }

        return _allGo[own];
    }

    /// <summary>The rows whose optional reference to a deleted one must be cleared first.</summary>
    public string Referring(RelationModel relation, EntityPlan entity) =>
        $"{RowConditions.Set(relation.Dependent)}{Filters}.Where(row => gone{entity.Name}.Any(gone => {_rows.RefersTo(relation, "row", "gone")}))";

    /// <summary>
    /// A hold is on <c>other</c>. Where it belongs to <c>row</c> by this very relation, only its own hold counts: of rows that are held
    /// themselves nobody asks.
    /// </summary>
    private string? IsHeldBelow(EntityPlan? other, RelationModel relation)
    {
        if (other is null)
            return plan.Context.Find(relation.Dependent) is { } dependent ? IsHeldAlong(dependent) : null;
        bool belongs = other.Steps.Count > 0 && other.Steps[0] == relation;
        return _rows.IsHeld(other.Entity, belongs ? Array.Empty<RelationModel>() : other.Steps, "other");
    }

    /// <summary>A hold is on <c>other</c>, a row of nobody or of another kind of person.</summary>
    private string? IsHeldAlong(EntityModel entity)
    {
        string[] holds = _index.PathsOf(entity.Type.Global).Select(path => (IReadOnlyList<RelationModel>)path.Steps.Items)
            .DefaultIfEmpty(Array.Empty<RelationModel>()).Select(steps => _rows.IsHeld(entity, steps, "other")).OfType<string>().Distinct().ToArray();
        return holds.Length == 0 ? null : $"({string.Join(" || ", holds)})";
    }

    /// <summary>What refers by the relation and need not be the person's, where a hold may keep it.</summary>
    public EntityPlan? HoldOfAnother(RelationModel relation) =>
        PlanOf(relation.Dependent) is { } other && IsHeldBelow(other, relation) is not null && (other.Steps.Count == 0 || other.Steps[0] != relation) ? other : null;

    private string Refers(RelationModel relation, EntityModel dependent)
    {
        string[] derived = _index.Derived(dependent).Where(other => !other.IsAbstract).Select(other => other.Type.Global).ToArray();
        return string.Join(" && ", new[] { _rows.RefersTo(relation, "other", "row") }.Concat(Exactly(derived, "other")));
    }

    /// <summary>Whether a dependent outlives the erasure. Of one that is handled later, or is of the same type, it is only known whose it is.</summary>
    private string Survives(EntityPlan? other, int own)
    {
        if (other is null || !IsDeletable(other))
            return "";
        string set = IndexOf(other.Type) < own ? "gone" : "mine";
        return $" && !{set}{other.Name}.Any(gone => {RowConditions.IsSame(other.Entity, "gone", "other")})";
    }

    private int IndexOf(string type) => _places.TryGetValue(type, out int place) ? place : -1;

    private EntityPlan? PlanOf(string type) => _places.TryGetValue(type, out int place) ? plan.Entities[place] : null;

    private static string Any(EntityModel dependent, string condition) => $"{RowConditions.Set(dependent.Type.Global)}.Any(other => {condition})";

    /// <summary>Rows of derived types are handled with those types.</summary>
    private static IEnumerable<string> Exactly(IReadOnlyList<string> derived, string row) => derived.Select(type => $"!({row} is {type})");
}

/// <summary>Rows that keep another from being deleted.</summary>
/// <param name="Dependent">Their type.</param>
/// <param name="Plan">What the erasure does to them; <see langword="null"/> where they lead to no subject.</param>
/// <param name="IsByHold">They stay because of a hold.</param>
/// <param name="Condition">On <c>row</c>: there is one.</param>
internal sealed record Blocker(EntityModel Dependent, EntityPlan? Plan, bool IsByHold, string Condition);
