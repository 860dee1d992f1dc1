using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Finds the clock that a rule's period is counted from. The sweep generator counts by what this finds, and PRIV3006 reports where it finds
/// nothing, so the two never disagree.
/// </summary>
internal sealed class RetentionClocks(ContextModel context)
{
    private readonly ContextIndex _index = ContextIndex.Of(context);

    /// <summary>The row's own clock, or that of the nearest principal on the way to a subject; <see langword="null"/> where there is none, and for rules without a period.</summary>
    public ClockSource? Find(EntityModel entity, RetentionRule rule)
    {
        if (!CountsFromClock(rule) || !_index.HasClock(rule.After!))
            return null;
        if (ClockOf(entity, rule.After!) is { } own)
            return new ClockSource(entity, own, Array.Empty<RelationModel>());
        foreach (SubjectPath path in PathsOf(entity))
        {
            for (int i = 0; i < path.Steps.Count; i++)
            {
                if (_index.Find(path.Steps[i].Principal) is { } principal && ClockOf(principal, rule.After!) is { } clock)
                    return new ClockSource(principal, clock, path.Steps.Take(i + 1).ToArray());
            }
        }

        return null;
    }

    /// <summary>The rules of an entity whose periods nothing counts, each with the member that follows it; the type's own comes first, without a member.</summary>
    public IEnumerable<(RetentionRule Rule, string? Member)> Missing(EntityModel entity) =>
        new (RetentionRule? Rule, string? Member)[] { (entity.Retention, null) }
            .Concat(StoredRules.OfMembers(entity).Select(rule => (Rule: (RetentionRule?)rule.Rule, Member: (string?)rule.Member)))
            .Where(entry => entry.Rule is { } rule && CountsFromClock(rule) && Find(entity, rule) is null)
            .GroupBy(entry => entry.Rule!)
            .Select(group => (group.Key, group.First().Member));

    public IEnumerable<SubjectPath> PathsOf(EntityModel entity) => _index.PathsOf(entity.Type.Global);

    private static bool CountsFromClock(RetentionRule rule) => rule is { Keep: KeepKind.Period, Duration: not null, After: not null };

    private static StoredValue? ClockOf(EntityModel entity, string after) =>
        StoredValue.Of(entity).FirstOrDefault(value => value.Member.Clock == after && value.Member.IsMapped && value.IsMoment);
}

/// <param name="Owner">The entity whose rows have the clock.</param>
/// <param name="Steps">From the rows under the rule to the owner's; none where the clock is their own.</param>
internal sealed record ClockSource(EntityModel Owner, StoredValue Clock, IReadOnlyList<RelationModel> Steps);
