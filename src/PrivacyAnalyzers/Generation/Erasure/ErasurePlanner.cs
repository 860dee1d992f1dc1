using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>Decides, by the statement's rules, what an erasure does to each entity.</summary>
internal static class ErasurePlanner
{
    public static ErasurePlan Plan(ContextModel context, SubjectModel subject)
    {
        var entities = new List<EntityPlan>();
        foreach (SubjectPath path in subject.Paths)
        {
            // What has no key can be read, not changed; of an abstract type there is no row.
            if (context.Find(path.Entity) is { IsKeyless: false, IsAbstract: false } entity)
                entities.Add(Plan(context, entity, path));
        }

        return new ErasurePlan(context, subject, entities);
    }

    /// <summary>
    /// A law that keeps the type or one of its members keeps the row. Else the type's rule says what becomes of it; where only its members
    /// have rules, it can be deleted if none of them says otherwise.
    /// </summary>
    public static RowFate FateOf(EntityModel entity)
    {
        RetentionRule[] rules = StoredRules.OfMembers(entity).Select(member => member.Rule).ToArray();
        if (entity.Retention?.Keep == KeepKind.ByLaw || rules.Any(rule => rule.Keep == KeepKind.ByLaw))
            return RowFate.Retain;
        bool isDeleted = entity.Retention is { } own ? own.Then == RetentionEnd.Delete : rules.All(rule => rule.Then == RetentionEnd.Delete);
        return isDeleted ? RowFate.Delete : RowFate.Anonymize;
    }

    /// <summary>A rule that only the type has covers its row, and no member.</summary>
    private static List<(RetentionRule Rule, IReadOnlyList<string> Members)> Kept(EntityModel entity)
    {
        var kept = StoredValue.Of(entity)
            .Where(value => value.Member is { Category: not null, Retention.Keep: KeepKind.ByLaw })
            .Select(value => (Rule: value.Member.Retention!, value.Name))
            .Concat(OwnedCollections.Of(entity).SelectMany(collection => OwnedCollections.Rules(collection.Component)
                .Where(rule => rule.Keep == KeepKind.ByLaw).Select(rule => (Rule: rule, collection.Component.Name))))
            .GroupBy(value => value.Rule, value => value.Name)
            .Select(group => (Rule: group.Key, Members: (IReadOnlyList<string>)group.ToArray()))
            .ToList();
        if (entity.Retention is { Keep: KeepKind.ByLaw } own && kept.All(entry => entry.Rule != own))
            kept.Insert(0, (own, Array.Empty<string>()));
        return kept;
    }

    private static EntityPlan Plan(ContextModel context, EntityModel entity, SubjectPath path)
    {
        StoredValue[] values = StoredValue.Of(entity).ToArray();
        return new EntityPlan(
            entity,
            path,
            FateOf(entity),
            values.Where(value => value.IsClearable && value.Member.Retention?.Keep != KeepKind.ByLaw).ToArray(),
            OwnedCollections.Of(entity).Where(collection => OwnedCollections.Rules(collection.Component).All(rule => rule.Keep != KeepKind.ByLaw)).Select(collection => collection.Access).ToArray(),
            Kept(entity),
            values.Where(value => value.Member.Category is not null).Select(value => value.Name)
                .Concat(OwnedCollections.Of(entity).Select(collection => collection.Component.Name)).ToArray(),
            StoredRules.OfMembers(entity).Select(member => member.Rule).Concat(entity.Retention is { } own ? new[] { own } : Array.Empty<RetentionRule>())
                .Where(rule => rule is { Keep: KeepKind.Instructed, Within: not null })
                .Distinct().OrderBy(rule => rule.Name, StringComparer.Ordinal).ToArray(),
            context.Entities.Where(other => entity.DerivedEntities.Contains(other.Type.Global)).Select(other => other.Type.Global).ToArray(),
            Relations(context, entity).Where(relation => relation.IsRequired).ToArray(),
            Relations(context, entity).Where(relation => !relation.IsRequired).ToArray());
    }

    /// <summary>Foreign keys to the entity's rows, also those that refer to them as rows of a base type.</summary>
    public static IEnumerable<RelationModel> Relations(ContextModel context, EntityModel entity)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { entity.Type.Global };
        for (EntityModel? current = entity; current?.BaseEntity is { } name && names.Add(name);)
            current = context.Find(name);
        return context.Entities.Where(other => !other.IsKeyless && !other.IsAbstract)
            .SelectMany(other => other.Relations)
            .Where(relation => names.Contains(relation.Principal))
            .Distinct();
    }
}
