using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>What becomes of a row when its subject is erased, holds aside.</summary>
internal enum RowFate
{
    /// <summary>It is deleted, unless a row that stays requires it: then it is anonymised.</summary>
    Delete,

    /// <summary>It stays without personal data.</summary>
    Anonymize,

    /// <summary>It stays with what a law requires, and without the rest.</summary>
    Retain,
}

/// <summary>Whether rows of an entity may have to stay without their personal data. Generators and PRIV3004 ask the same.</summary>
internal static class RowSurvival
{
    /// <summary>
    /// A law that keeps the type or one of its members keeps the row. Else the type's rule says what becomes of it; where only its members
    /// have rules, it can be deleted if none of them says otherwise.
    /// </summary>
    public static RowFate FateOf(EntityModel entity)
    {
        RetentionRule[] rules = StoredRules.OfMembers(entity).Select(member => member.Rule).ToArray();
        if (entity.Retention is { IsByLaw: true } || rules.Any(rule => rule.IsByLaw))
            return RowFate.Retain;
        bool isDeleted = entity.Retention is { } own ? own.Then == RetentionEnd.Delete : rules.All(rule => rule.Then == RetentionEnd.Delete);
        return isDeleted ? RowFate.Delete : RowFate.Anonymize;
    }

    /// <summary>Foreign keys to the entity's rows, also those that refer to them as rows of a base type.</summary>
    public static IReadOnlyList<RelationModel> Relations(ContextModel context, EntityModel entity) => ContextIndex.Of(context).Relations(entity);

    /// <summary>Whether an erasure or a sweep may have to clear a row of the entity rather than delete it.</summary>
    public static bool MayStay(ContextModel context, EntityModel entity) => ContextIndex.Of(context).MayStay(entity, found => FindMayStay(context, found));

    private static bool FindMayStay(ContextModel context, EntityModel entity)
    {
        if (entity.IsKeyless || entity.IsAbstract)
            return false;
        var clocks = new RetentionClocks(context);
        bool isErased = clocks.PathsOf(entity).Any();
        RetentionRule[] counted = StoredRules.OfMembers(entity).Select(member => member.Rule).Distinct().Where(rule => clocks.Find(entity, rule) is not null).ToArray();
        if (!isErased && counted.Length == 0)
            return false;
        if ((isErased && FateOf(entity) != RowFate.Delete) || Relations(context, entity).Any(relation => relation.IsRequired || CanBeHeld(context, clocks, relation.Dependent) || MayNeedWay(context, entity, relation)))
            return true;

        // A part of the row may end sooner than the row does.
        RetentionRule[] all = StoredRules.OfMembers(entity).Select(member => member.Rule).Concat(entity.Retention is { } own ? new[] { own } : Array.Empty<RetentionRule>()).Distinct().ToArray();
        return counted.Length > 0 && (all.Length > 1 || all[0].Then != RetentionEnd.Delete);
    }

    /// <summary>
    /// Whether a sweep of the principal's row may meet rows that are found by this optional reference, themselves or through them, and hold what is due
    /// only later: without the reference nothing would ever find them again.
    /// </summary>
    public static bool MayNeedWay(ContextModel context, EntityModel principal, RelationModel relation)
    {
        var clocks = new RetentionClocks(context);
        return !relation.IsRequired && context.Find(relation.Dependent) is { } dependent && IsWay(clocks, dependent, relation) && MayBeDueLater(context, clocks, principal, dependent);
    }

    /// <summary>The entities whose rows are found through those of one.</summary>
    public static IEnumerable<(EntityModel Entity, RelationModel Step)> FoundThrough(ContextModel context, EntityModel principal)
    {
        var clocks = new RetentionClocks(context);
        return Relations(context, principal)
            .Where(relation => relation.Dependent != principal.Type.Global && context.Find(relation.Dependent) is { } dependent && IsWay(clocks, dependent, relation))
            .Select(relation => (context.Find(relation.Dependent)!, relation));
    }

    /// <summary>A hold may stand on the entity's rows, those of derived types among them.</summary>
    public static bool HasHold(ContextModel context, EntityModel entity) => ContextIndex.Of(context).HasHold(entity);

    private static bool IsWay(RetentionClocks clocks, EntityModel dependent, RelationModel relation) =>
        clocks.PathsOf(dependent).Any(path => path.Steps.Count > 0 && path.Steps[0] == relation);

    /// <summary>The dependent's rows, or what is found through them, hold what does not end with the principal. Of rows of two people the ways may lead round in a circle.</summary>
    private static bool MayBeDueLater(ContextModel context, RetentionClocks clocks, EntityModel principal, EntityModel dependent)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { dependent.Type.Global };
        var pending = new Queue<EntityModel>();
        pending.Enqueue(dependent);
        while (pending.Count > 0)
        {
            EntityModel current = pending.Dequeue();
            if (StoredRules.AllOfMembers(current).Any(rule => rule is not { IsByLaw: true } && !EndsWith(clocks, principal, current, rule)))
                return true;
            foreach ((EntityModel below, _) in FoundThrough(context, current))
            {
                if (seen.Add(below.Type.Global))
                    pending.Enqueue(below);
            }
        }

        return false;
    }

    /// <summary>The rule ends for the dependent when it does for the principal.</summary>
    private static bool EndsWith(RetentionClocks clocks, EntityModel principal, EntityModel dependent, RetentionRule? rule) =>
        rule is not null && StoredRules.OfMembers(principal).Select(member => member.Rule).Concat(principal.Retention is { } own ? new[] { own } : Array.Empty<RetentionRule>()).Contains(rule) &&
        clocks.Find(dependent, rule) is { } source && clocks.Find(principal, rule) is { } other && source.Owner == other.Owner;

    private static bool CanBeHeld(ContextModel context, RetentionClocks clocks, string name) =>
        context.Find(name) is { } dependent && (HasHold(context, dependent) ||
            clocks.PathsOf(dependent).SelectMany(path => path.Steps).Any(step => context.Find(step.Principal) is { } principal && HasHold(context, principal)));
}
