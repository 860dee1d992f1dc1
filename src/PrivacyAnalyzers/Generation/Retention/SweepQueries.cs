using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>
/// Writes the sets of rows that a sweep speaks of: <c>endedN</c> (by clock), <c>goneX</c> (to delete), and, by rule, those to clear and
/// those that a hold keeps.
/// </summary>
internal sealed class SweepQueries(SweepPlan plan)
{
    private readonly RowConditions _rows = new(plan.Context);
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    /// <summary>The entities on the way at hand. No way to a person comes by one twice: what leads back is on the way to another person, and is not cut.</summary>
    private readonly HashSet<string> _way = new(StringComparer.Ordinal);

    /// <summary>By the types that rows may be part of, the places of those that may.</summary>
    private readonly Lazy<ILookup<string, int>> _followers = new(() => Enumerable.Range(0, plan.Entities.Count)
        .SelectMany(place => plan.LeadersOf(plan.Entities[place]).Select(leader => (leader.Type, Place: place)))
        .ToLookup(pair => pair.Type, pair => pair.Place, StringComparer.Ordinal));

    public string Filters { get; } = QueryFilters.Call(ContextIndex.Of(plan.Context).Filters);

    /// <summary>Whether a hold is on the row or on one that it belongs to; <see langword="null"/> where there are no holds.</summary>
    public string? IsHeld(SweptEntity entity, string row) => AnyOf(Holds(entity, row));

    /// <summary>The variables for the rows to delete, in an order in which each is written after what it speaks of.</summary>
    public IEnumerable<(SweptEntity Entity, string Query)> Gone()
    {
        foreach (SweptEntity entity in plan.Entities)
        {
            if (entity.Row is null)
                continue;
            yield return (entity, Ended(entity));
            _defined.Add(entity.Type);
            foreach ((SweptEntity Entity, string Query) follower in Followers(entity))
                yield return follower;
        }
    }

    /// <summary>Whether the entity has a variable for rows to delete.</summary>
    public bool HasGone(SweptEntity entity) => _defined.Contains(entity.Type);

    /// <summary>The rows whose data by one rule is to be cleared.</summary>
    public string Cleared(SweptEntity entity, RuleClearing clearing) =>
        Where(entity, Staying(entity, clearing.Path).Concat(new[] { $"({string.Join(" || ", IsLeft(entity, clearing))})" }));

    private IEnumerable<string> IsLeft(SweptEntity entity, RuleClearing clearing) =>
        (clearing.Data.IsEmpty ? Array.Empty<string>() : new[] { clearing.Data.IsLeft(entity.Entity) })
            .Concat(clearing.Shared.Select(shared => $"({HaveEnded(shared.Further)} && {ClearedData.Of(shared.Collection).IsLeft(entity.Entity)})"));

    /// <summary>All those periods have ended for <c>row</c>.</summary>
    public string HaveEnded(IEnumerable<ClockPath> paths) => string.Join(" && ", paths.Select(path => IsEnded(path, "row")));

    /// <summary>The rows whose periods have ended, or those of the rows that they are part of, whether or not something keeps them.</summary>
    public string AllEnded(SweptEntity entity) => Where(entity, new[] { HasEnded(entity, "row", 1) });

    private string HasEnded(SweptEntity entity, string row, int depth)
    {
        if (entity.Row is not null || depth > plan.Entities.Count)
            return entity.End.Count == 0 ? "true" : string.Join(" && ", entity.End.Select(path => IsEnded(path, row)));
        string leader = FormattableString.Invariant($"leader{depth}");
        return AnyOf(plan.LeadersOf(entity).Select(other => $"{RowConditions.Set(other.Type)}.Any({leader} => {_rows.RefersTo(entity.Leader!, row, leader)} && {HasEnded(other, leader, depth + 1)})")) ?? "true";
    }

    /// <summary>The rows whose period has ended, and that stay all the same.</summary>
    public string Left(SweptEntity entity, ClockPath path) => Where(entity, Staying(entity, path));

    private List<string> Staying(SweptEntity entity, ClockPath path)
    {
        var conditions = new List<string> { IsEnded(path, "row") };
        conditions.AddRange(Exactly(entity.Derived, "row"));
        if (IsHeld(entity, "row") is { } held)
            conditions.Add("!" + held);
        if (HasGone(entity))
            conditions.Add($"!gone{entity.Name}.Any(gone => {RowConditions.IsSame(entity.Entity, "gone", "row")})");
        return conditions;
    }

    /// <summary>The rows whose period has ended and that a hold keeps; <see langword="null"/> where there are no holds.</summary>
    public string? Held(SweptEntity entity, ClockPath path) => IsHeld(entity, "row") is { } held
        ? Where(entity, new[] { IsEnded(path, "row") }.Concat(Exactly(entity.Derived, "row")).Concat(new[] { held }))
        : null;

    /// <summary>The rows that refer to deleted ones and can do without.</summary>
    public string Referring(RelationModel relation, SweptEntity entity) =>
        $"{RowConditions.Set(relation.Dependent)}{Filters}.Where(row => gone{entity.Name}.Any(gone => {_rows.RefersTo(relation, "row", "gone")}))";

    public IEnumerable<RelationModel> Relations(SweptEntity entity, bool areRequired) =>
        RowSurvival.Relations(plan.Context, entity.Entity).Where(relation => relation.IsRequired == areRequired);

    /// <summary>Conditions on <c>row</c>: rows that require it are there, whatever becomes of them.</summary>
    public IEnumerable<string> Dependents(SweptEntity entity) =>
        Relations(entity, areRequired: true).Select(relation => Any(relation, "other", Refers(relation, plan.Find(relation.Dependent), "other", "row")));

    private string Ended(SweptEntity entity)
    {
        IEnumerable<string> conditions = entity.End.Select(path => IsEnded(path, "row")).Concat(Exactly(entity.Derived, "row"));
        if (IsHeld(entity, "row") is { } held)
            conditions = conditions.Concat(new[] { "!" + held });
        return Where(entity, conditions.Concat(Blockers(entity, "row", 1).Select(blocker => "!" + blocker)));
    }

    /// <summary>What is part of a row goes with it, and what is part of that: once all is defined that it may be part of, which may be of several derived types.</summary>
    private IEnumerable<(SweptEntity Entity, string Query)> Followers(SweptEntity defined)
    {
        var ready = new SortedSet<int>();
        for (SweptEntity? current = defined; current is not null; current = Next())
        {
            foreach (int place in _followers.Value[current.Type])
            {
                if (!_defined.Contains(plan.Entities[place].Type) && plan.LeadersOf(plan.Entities[place]).All(HasGone))
                    ready.Add(place);
            }

            if (current == defined)
                continue;
            string[] goes = plan.LeadersOf(current).Select(leader => $"gone{leader.Name}.Any(gone => {_rows.RefersTo(current.Leader!, "row", "gone")})").ToArray();
            yield return (current, Where(current, new[] { AnyOf(goes)! }.Concat(Exactly(current.Derived, "row"))));
        }

        SweptEntity? Next()
        {
            if (ready.Count == 0)
                return null;
            SweptEntity next = plan.Entities[ready.Min];
            ready.Remove(ready.Min);
            _defined.Add(next.Type);
            return next;
        }
    }

    /// <summary>Conditions under which the row must stay, since another refers to it and stays.</summary>
    private IEnumerable<string> Blockers(SweptEntity entity, string row, int depth)
    {
        string other = FormattableString.Invariant($"other{depth}");
        foreach (RelationModel relation in Relations(entity, areRequired: true))
        {
            SweptEntity? dependent = plan.Find(relation.Dependent);
            string condition = Refers(relation, dependent, other, row);
            if (dependent is not null && dependent.Leader == relation && depth <= plan.Entities.Count)
            {
                // Part of this row: it keeps the row only where something keeps it.
                string? keeps = AnyOf(Holds(dependent, other).Concat(Blockers(dependent, other, depth + 1)));
                if (keeps is not null)
                    yield return Any(relation, other, $"{condition} && {keeps}");
                continue;
            }

            if (dependent is not null)
                condition += NotGone(dependent, other);
            yield return Any(relation, other, condition);
        }

        foreach (RelationModel relation in Relations(entity, areRequired: false))
        {
            if (plan.Find(relation.Dependent) is not { } dependent)
                continue;
            if (IsHeld(dependent, other) is { } held)
                yield return Any(relation, other, $"{Refers(relation, dependent, other, row)} && {held}");
            if (RowSurvival.MayNeedWay(plan.Context, entity.Entity, relation) && IsDueLater(dependent, other, depth) is { } later)
                yield return Any(relation, other, $"{Refers(relation, dependent, other, row)}{NotGone(dependent, other)} && {later}");
        }
    }

    /// <summary>The row, or one that is found through it, holds what is due only later: its way to a person must not be cut.</summary>
    private string? IsDueLater(SweptEntity entity, string row, int depth)
    {
        _way.Add(entity.Type);
        IEnumerable<string> own = entity.Later.GroupBy(later => string.Join(" && ", later.Ends.Select(path => IsEnded(path, row))), StringComparer.Ordinal)
            .Select(group =>
            {
                string isThere = group.Any(later => later.Data is null) ? "true" : string.Join(" || ", group.Select(later => later.Data!.IsLeft(entity.Entity, row)));
                return group.Key.Length == 0 ? $"({isThere})" : $"(!({group.Key}) && ({isThere}))";
            });
        string below = FormattableString.Invariant($"other{depth + 1}");
        IEnumerable<string> further = RowSurvival.FoundThrough(plan.Context, entity.Entity)
            .Select(found => (found.Step, Entity: plan.Find(found.Entity.Type.Global)))
            .Where(found => found.Entity is not null && !_way.Contains(found.Entity.Type))
            .Select(found => (found.Step, found.Entity, Later: IsDueLater(found.Entity!, below, depth + 1)))
            .Where(found => found.Later is not null)
            .Select(found => Any(found.Step, below, $"{Refers(found.Step, found.Entity, below, row)}{NotGone(found.Entity!, below)} && {found.Later}"));
        string? any = AnyOf(own.Concat(further));
        _way.Remove(entity.Type);
        return any;
    }

    private string NotGone(SweptEntity entity, string row) =>
        _defined.Contains(entity.Type) ? $" && !gone{entity.Name}.Any(gone => {RowConditions.IsSame(entity.Entity, "gone", row)})" : "";

    private string Refers(RelationModel relation, SweptEntity? dependent, string other, string row) => string.Join(
        " && ", new[] { _rows.RefersTo(relation, other, row) }.Concat(Exactly(dependent?.Derived ?? Array.Empty<string>(), other)));

    private IEnumerable<string> Holds(SweptEntity entity, string row) => entity.Paths.Count == 0
        ? new[] { _rows.IsHeld(entity.Entity, Array.Empty<RelationModel>(), row) }.OfType<string>()
        : entity.Paths.Select(path => _rows.IsHeld(entity.Entity, path, row)).OfType<string>().Distinct();

    /// <summary>The period that a rule counts from a clock has ended for the row.</summary>
    private string IsEnded(ClockPath path, string row) => IsEnded(path, row, 0);

    private string IsEnded(ClockPath path, string row, int index)
    {
        string ended = FormattableString.Invariant($"ended{path.Clock.Number}");
        if (index == path.Steps.Count)
            return $"{ended}.Any(ended => {RowConditions.IsSame(path.Clock.Owner, "ended", row)})";
        RelationModel step = path.Steps[index];
        if (index == path.Steps.Count - 1)
            return $"{ended}.Any(ended => {_rows.RefersTo(step, row, "ended")})";
        string above = FormattableString.Invariant($"above{index + 1}");
        return $"{RowConditions.Set(step.Principal)}.Any({above} => {_rows.RefersTo(step, row, above)} && {IsEnded(path, above, index + 1)})";
    }

    private string Where(SweptEntity entity, IEnumerable<string> conditions) =>
        $"{entity.Entity.Set}{Filters}.Where(row => {string.Join("\n    && ", conditions)})";

    private static string Any(RelationModel relation, string other, string condition) => $"{RowConditions.Set(relation.Dependent)}.Any({other} => {condition})";

    private static string? AnyOf(IEnumerable<string> conditions) => conditions.ToArray() switch
    {
        [] => null,
        [var only] => only,
        var all => $"({string.Join(" || ", all)})",
    };

    private static IEnumerable<string> Exactly(IReadOnlyList<string> derived, string row) => derived.Select(type => $"!({row} is {type})");
}
