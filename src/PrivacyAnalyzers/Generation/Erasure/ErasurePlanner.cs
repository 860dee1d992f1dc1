using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>Decides, by the statement's rules, what an erasure does to each entity.</summary>
internal static class ErasurePlanner
{
    /// <param name="byRow">Where a request names the person by something else than the row's key, the ways are those by that key.</param>
    public static ErasurePlan Plan(ContextModel context, SubjectModel subject, bool byRow = false)
    {
        var entities = new List<EntityPlan>();
        foreach (SubjectPath path in byRow && subject.RowKey.Count > 0 ? subject.RowPaths : subject.Paths)
        {
            // What has no key can be read, not changed; of an abstract type there is no row.
            if (context.Find(path.Entity) is { IsKeyless: false, IsAbstract: false } entity)
                entities.Add(Plan(context, entity, path));
        }

        EntityModel[] deleted = ChangeOrder.Of(context, ChangeOrder.Deleted(context, subject), new[] { subject }, out _).ToArray();
        return new ErasurePlan(context, subject, InOrder(entities, deleted));
    }

    /// <summary>What is deleted in its order, in the places of what is; the rest where it stands.</summary>
    private static EntityPlan[] InOrder(List<EntityPlan> entities, EntityModel[] deleted)
    {
        Dictionary<string, EntityPlan> plans = entities.ToDictionary(plan => plan.Type, StringComparer.Ordinal);
        var next = new Queue<EntityPlan>(deleted.Select(entity => plans[entity.Type.Global]));
        return entities.Select(plan => plan.Fate == RowFate.Delete ? next.Dequeue() : plan).ToArray();
    }

    /// <summary>A rule that only the type has covers its row, and no member.</summary>
    private static List<(RetentionRule Rule, IReadOnlyList<string> Members)> Kept(EntityModel entity)
    {
        var kept = StoredValue.Of(entity)
            .Where(value => value.Member is { Category: not null, IsKeptByLaw: true })
            .Select(value => (Rule: value.Member.Retention!, value.Name))
            .Concat(StoredCollection.Of(entity).SelectMany(KeptOf))
            .GroupBy(value => value.Rule, value => value.Name)
            .Select(group => (Rule: group.Key, Members: (IReadOnlyList<string>)group.ToArray()))
            .ToList();
        if (entity.Retention is { IsByLaw: true } own && kept.All(entry => entry.Rule != own))
            kept.Insert(0, (own, Array.Empty<string>()));
        return kept;
    }

    /// <summary>What a law keeps of a collection: by value, where the rest of an item is cleared.</summary>
    private static IEnumerable<(RetentionRule Rule, string Name)> KeptOf(StoredCollection collection) => collection is { IsKeptInPart: true, Storage: CollectionStorage.Rows }
        ? StoredItems.Of(collection).SelectMany(items => items.Values)
            .Where(value => value.Member is { Category: not null, IsKeptByLaw: true }).Select(value => (value.Member.Retention!, value.Name))
        : collection.Rules.Where(rule => rule.IsByLaw).Select(rule => (rule, collection.Name));

    private static ClearedData Cleared(EntityModel entity, StoredValue[] values)
    {
        StoredCollection[] collections = StoredCollection.Of(entity).ToArray();
        return new ClearedData(
            values.Where(value => value.IsClearable && !value.Member.IsKeptByLaw && Anonymization.Fault(value, entity) is null).ToArray(),
            collections.Where(collection => !collection.IsKeptByLaw && Anonymization.Fault(collection) is null).ToArray(),
            collections.Where(collection => collection.IsKeptInPart)
                .SelectMany(collection => StoredItems.Of(collection, value => value.IsClearable && !value.Member.IsKeptByLaw && Anonymization.FaultOfItem(value) is null)).ToArray());
    }

    private static EntityPlan Plan(ContextModel context, EntityModel entity, SubjectPath path)
    {
        StoredValue[] values = StoredValue.Of(entity).ToArray();
        return new EntityPlan(
            entity,
            path,
            RowSurvival.FateOf(entity),
            Cleared(entity, values),
            Anonymization.Of(context, entity).Where(fault => !fault.IsOfParts).ToArray(),
            Kept(entity),
            values.Where(value => value.Member.Category is not null).Select(value => value.Name)
                .Concat(StoredCollection.Of(entity).Select(collection => collection.Name)).ToArray(),
            StoredRules.OfMembers(entity).Select(member => member.Rule).Concat(entity.Retention is { } own ? new[] { own } : Array.Empty<RetentionRule>())
                .Where(rule => rule is { Keep: KeepKind.Instructed, Within: not null })
                .Distinct().OrderBy(rule => rule.Name, StringComparer.Ordinal).ToArray(),
            ContextIndex.Of(context).Derived(entity).Select(other => other.Type.Global).ToArray(),
            RowSurvival.Relations(context, entity).Where(relation => relation.IsRequired).ToArray(),
            RowSurvival.Relations(context, entity).Where(relation => !relation.IsRequired).ToArray());
    }
}
