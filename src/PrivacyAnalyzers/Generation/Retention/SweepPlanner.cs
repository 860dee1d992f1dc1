using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Retention;

/// <summary>Decides, by the statement's periods, what a sweep does to each entity.</summary>
internal sealed class SweepPlanner
{
    private readonly ContextModel _context;
    private readonly List<RuleClock> _clocks = new();

    private readonly RetentionClocks _sources;

    private SweepPlanner(ContextModel context)
    {
        _context = context;
        _sources = new RetentionClocks(context);
    }

    public static SweepPlan Plan(ContextModel context)
    {
        var planner = new SweepPlanner(context);
        SweptEntity[] planned = context.Entities.Where(entity => entity is { IsKeyless: false, IsAbstract: false }).Select(planner.Plan).ToArray();
        EntityModel[] deleted = ChangeOrder.Of(context, planned.Where(entity => entity.IsDeletable).Select(entity => entity.Entity), context.Subjects, out IReadOnlyList<EntityModel> stuck).ToArray();
        Dictionary<string, SweptEntity> plans = planned.ToDictionary(entity => entity.Type, StringComparer.Ordinal);
        var next = new Queue<SweptEntity>(deleted.Select(entity => plans[entity.Type.Global]));
        SweptEntity[] entities = planned.Select(entity => entity.IsDeletable ? next.Dequeue() : entity).ToArray();
        var used = new HashSet<int>(entities.SelectMany(entity => entity.Clearings.SelectMany(clearing => clearing.Shared.SelectMany(shared => shared.Further).Concat(new[] { clearing.Path })).Concat(entity.Faults.Select(fault => fault.Path)).Concat(entity.End).Concat(entity.Later.SelectMany(later => later.Ends))).Select(path => path.Clock.Number));
        return new SweepPlan(context, planner._clocks.Where(clock => used.Contains(clock.Number)).ToArray(), entities, stuck);
    }

    private SweptEntity Plan(EntityModel entity)
    {
        SubjectPath[] paths = _sources.PathsOf(entity).ToArray();
        StoredValue[] personal = StoredValue.Of(entity).Where(value => value.Member.Category is not null).ToArray();
        StoredCollection[] collections = StoredCollection.Of(entity).ToArray();
        AnonymizationFault[] faults = Anonymization.Of(_context, entity).ToArray();

        var clearings = new List<RuleClearing>();
        var refusals = new List<(ClockPath Path, IReadOnlyList<AnonymizationFault> Faults)>();
        foreach (RetentionRule rule in personal.Select(value => value.Member.Retention).Concat(collections.SelectMany(collection => collection.Rules)).OfType<RetentionRule>().Distinct())
        {
            if (FindClock(entity, rule) is not { } path)
                continue;
            var data = new ClearedData(
                personal.Where(value => value.IsClearable && value.Member.Retention == rule && Anonymization.Fault(value, entity) is null).ToArray(),
                collections.Where(collection => collection.OnlyRule == rule && !collection.IsKeptInPart && Anonymization.Fault(collection) is null).ToArray(),
                collections.Where(collection => collection.EndsInParts)
                    .SelectMany(collection => StoredItems.Of(collection, value => value.IsClearable && value.Member.Retention == rule && Anonymization.FaultOfItem(value) is null)).ToArray());
            SharedCollection[] shared = collections.Where(collection => collection.Rules.Count > 1 && Anonymization.Fault(collection) is null)
                .Select(collection => Shared(entity, collection, rule)).OfType<SharedCollection>().ToArray();
            if (!data.IsEmpty || shared.Length > 0)
                clearings.Add(new RuleClearing(path, data, shared));
            if (faults.Where(fault => fault.Rules.Contains(rule)).ToArray() is { Length: > 0 } left)
                refusals.Add((path, left));
        }

        RetentionRule[] rules = StoredRules.OfMembers(entity).Select(member => member.Rule).Distinct().ToArray();
        List<ClockPath>? end = End(entity, rules);
        RelationModel? leader = entity.Retention is null && rules.Length == 0
            ? paths.Where(path => path.Steps.Count > 0).Select(path => path.Steps[0]).FirstOrDefault(step => step.IsRequired)
            : null;
        return new SweptEntity(
            entity, clearings, refusals, end?[0], end ?? new List<ClockPath>(), leader, paths.Select(path => (IReadOnlyList<RelationModel>)path.Steps).ToArray(),
            Later(entity, personal, collections).ToArray(),
            ContextIndex.Of(_context).Derived(entity).Select(other => other.Type.Global).ToArray());
    }

    private IEnumerable<DueLater> Later(EntityModel entity, StoredValue[] personal, StoredCollection[] collections)
    {
        foreach (StoredValue value in personal.Where(value => value.IsClearable && !value.Member.IsKeptByLaw))
            yield return new DueLater(Ends(entity, new[] { value.Member.Retention }), Anonymization.Fault(value, entity) is null ? ClearedData.Of(new[] { value }) : null);
        foreach (StoredCollection collection in collections)
        {
            RetentionRule?[] rules = StoredCollection.Classified(collection.Component).Select(member => member.Retention).Where(rule => rule is not { IsByLaw: true }).Distinct().ToArray();

            // Those without a rule go with the others, unless a law keeps the collection.
            if (rules.Length > 1 && !collection.IsKeptByLaw)
                rules = rules.Where(rule => rule is not null).ToArray();
            StoredItems[] items = StoredItems.Of(collection, value => value.IsClearable && !value.Member.IsKeptByLaw && Anonymization.FaultOfItem(value) is null).ToArray();
            bool isTold = collection.IsKeptInPart && items.Length > 0;
            if (rules.Length > 0)
                yield return new DueLater(Ends(entity, rules), isTold ? new ClearedData(Array.Empty<StoredValue>(), Array.Empty<StoredCollection>(), items) : ClearedData.Of(collection));
        }
    }

    private ClockPath[] Ends(EntityModel entity, IReadOnlyList<RetentionRule?> rules)
    {
        ClockPath?[] paths = rules.Select(rule => rule is null ? null : FindClock(entity, rule)).ToArray();
        return paths.Contains(null) ? Array.Empty<ClockPath>() : paths.OfType<ClockPath>().ToArray();
    }

    /// <summary>
    /// A collection whose parts end at different times goes with the last of them; it is reported under the longest period. It never goes where one
    /// of its rules is not counted.
    /// </summary>
    private SharedCollection? Shared(EntityModel entity, StoredCollection collection, RetentionRule rule)
    {
        if (collection.Rules.OrderByDescending(other => Days(other.Duration)).ThenBy(other => other.Name, StringComparer.Ordinal).First() != rule)
            return null;
        var further = new List<ClockPath>();
        foreach (RetentionRule other in collection.Rules.Where(other => other != rule))
        {
            if (FindClock(entity, other) is not { } path)
                return null;
            further.Add(path);
        }

        return new SharedCollection(collection, further);
    }

    /// <summary>
    /// The periods after which the row is deleted, the one that it is reported under first; <see langword="null"/> where something in the row
    /// is kept on other terms, or its type's rule says to anonymise.
    /// </summary>
    private List<ClockPath>? End(EntityModel entity, RetentionRule[] members)
    {
        RetentionRule? own = entity.Retention;
        if (own is null && (members.Length == 0 || members.Any(rule => rule.Then != RetentionEnd.Delete)))
            return null;
        if (own is { Then: not RetentionEnd.Delete })
            return null;
        var end = new List<ClockPath>();
        foreach (RetentionRule rule in (own is null ? Array.Empty<RetentionRule>() : new[] { own }).Concat(members.OrderByDescending(rule => Days(rule.Duration)).ThenBy(rule => rule.Name, StringComparer.Ordinal)).Distinct())
        {
            if (FindClock(entity, rule) is not { } path)
                return null;
            end.Add(path);
        }

        return end;
    }

    private ClockPath? FindClock(EntityModel entity, RetentionRule rule) =>
        _sources.Find(entity, rule) is { } source ? new ClockPath(Clock(rule, source.Owner, source.Clock), source.Steps) : null;

    private RuleClock Clock(RetentionRule rule, EntityModel owner, StoredValue clock)
    {
        RuleClock? known = _clocks.FirstOrDefault(candidate => candidate.Rule == rule && candidate.Owner.Type == owner.Type);
        if (known is null)
            _clocks.Add(known = new RuleClock(_clocks.Count + 1, rule, owner, clock));
        return known;
    }

    private static int Days(Period? period) => period is { } value ? (((value.Years * 12) + value.Months) * 30) + (value.Weeks * 7) + value.Days : 0;
}
