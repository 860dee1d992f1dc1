using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>
/// Writes the locks of a step on PostgreSQL, where a statement sees the rows as they were when it began: on the rows that it may change, and on those by whose
/// holds, clocks and data these are judged. The statement after that judges anew, and what it sees stays so until the transaction ends.
/// </summary>
internal sealed class SweepLocks(CodeWriter writer, SweepPlan plan, string filters)
{
    private readonly WayLocks _ways = new(writer, plan.Context, filters);
    private readonly HashSet<string> _clocks = new(plan.Clocks.Select(clock => clock.Owner.Type.Global), StringComparer.Ordinal);

    /// <summary>The entities on the way at hand, which comes by none of them twice.</summary>
    private readonly HashSet<string> _way = new(StringComparer.Ordinal);
    private int _number;

    /// <param name="rows">A variable with the rows that are to be cleared.</param>
    public void BeforeClearing(SweptEntity entity, string rows)
    {
        Judges(entity, rows);
        RowLock.Write(writer, entity.Entity, rows, LockMode.Change);
    }

    /// <param name="rows">A variable with the rows that are to be deleted.</param>
    public void BeforeDeleting(SweptEntity entity, string rows)
    {
        Judges(entity, rows);
        RowLock.Write(writer, entity.Entity, rows, LockMode.Refer);
        foreach (RelationModel relation in RowSurvival.Relations(plan.Context, entity.Entity).Where(relation => !relation.IsRequired))
        {
            if (plan.Find(relation.Dependent) is not { } dependent)
                continue;
            bool isWay = RowSurvival.MayNeedWay(plan.Context, entity.Entity, relation);
            if (isWay || CanBeHeld(dependent))
                Referring(dependent, relation, rows, isWay);
        }
    }

    /// <summary>What the row is part of, if it goes with that, and the ways to the persons.</summary>
    private void Judges(SweptEntity entity, string rows)
    {
        if (entity.Leader is { } step && plan.Context.Find(step.Principal) is { } leader)
        {
            string leaders = Variable(leader, _ways.Principals(new[] { step }, rows, 0));
            if (plan.Find(step.Principal) is { } swept)
                Judges(swept, leaders);
            RowLock.Write(writer, leader, leaders, LockMode.Refer);
        }

        foreach (IReadOnlyList<RelationModel> path in entity.Paths)
            _ways.Write(path, rows, Counts);
    }

    /// <summary>What refers to the rows and can do without, but not where a hold keeps the reference, or something is found by it that is due later.</summary>
    private void Referring(SweptEntity dependent, RelationModel relation, string rows, bool isWay)
    {
        string referring = Variable(dependent.Entity, _ways.Referring(relation, rows));
        Judges(dependent, referring);
        RowLock.Write(writer, dependent.Entity, referring, LockMode.Refer);
        if (!isWay)
            return;
        _way.Add(dependent.Type);
        foreach ((EntityModel found, RelationModel step) in RowSurvival.FoundThrough(plan.Context, dependent.Entity))
        {
            if (plan.Find(found.Type.Global) is { } below && !_way.Contains(below.Type))
                Referring(below, step, referring, isWay: true);
        }

        _way.Remove(dependent.Type);
    }

    private bool Counts(EntityModel entity) => RowSurvival.HasHold(plan.Context, entity) || _clocks.Contains(entity.Type.Global);

    private bool CanBeHeld(SweptEntity entity) =>
        RowSurvival.HasHold(plan.Context, entity.Entity) || entity.Paths.SelectMany(path => path).Any(step => plan.Context.Find(step.Principal) is { } principal && RowSurvival.HasHold(plan.Context, principal));

    private string Variable(EntityModel entity, string query)
    {
        string name = FormattableString.Invariant($"judging{++_number}");
        writer.Line($"global::System.Linq.IQueryable<{entity.Type.Global}> {name} = {query};");
        return name;
    }
}
