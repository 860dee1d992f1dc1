namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// In which order rows are deleted: those that require others before them, and those that lead to a person through others before these, since
/// a row whose way is cut is never found again. The whole way counts: it may lead through rows that stay and let go of what is deleted.
/// </summary>
internal static class ChangeOrder
{
    /// <param name="entities">In the order to keep where nothing speaks against it.</param>
    /// <param name="subjects">Whose ways count.</param>
    /// <param name="stuck">The entities for which no order does; they come as they were given.</param>
    public static IReadOnlyList<EntityModel> Of(ContextModel context, IEnumerable<EntityModel> entities, IEnumerable<SubjectModel> subjects, out IReadOnlyList<EntityModel> stuck)
    {
        var left = entities.ToList();
        var ordered = new List<EntityModel>(left.Count);
        var unordered = new List<EntityModel>();
        ILookup<string, RelationModel> ways = subjects.SelectMany(subject => subject.Paths).Where(path => path.Steps.Count > 0)
            .SelectMany(path => path.Steps.Select(step => (path.Entity, Step: step)))
            .ToLookup(way => way.Entity, way => way.Step, StringComparer.Ordinal);
        while (left.Count > 0)
        {
            EntityModel? next = left.FirstOrDefault(candidate => left.All(other => other == candidate || !ComesBefore(context, other, candidate, ways)));
            if (next is null)
                unordered.Add(next = left[0]);
            left.Remove(next);
            ordered.Add(next);
        }

        stuck = unordered;
        return ordered;
    }

    /// <summary>The entities of a subject whose rows no order deletes. PRIV3001 reports them, and generated erasure refuses.</summary>
    public static IReadOnlyList<EntityModel> Stuck(ContextModel context, SubjectModel subject)
    {
        Of(context, Deleted(context, subject), new[] { subject }, out IReadOnlyList<EntityModel> stuck);
        return stuck;
    }

    /// <summary>The entities of a subject of which rows are deleted.</summary>
    public static IEnumerable<EntityModel> Deleted(ContextModel context, SubjectModel subject) =>
        subject.Paths.Select(path => context.Find(path.Entity)).OfType<EntityModel>()
            .Where(entity => !entity.IsKeyless && !entity.IsAbstract && RowSurvival.FateOf(entity) == RowFate.Delete);

    private static bool ComesBefore(ContextModel context, EntityModel first, EntityModel second, ILookup<string, RelationModel> ways) =>
        second.DerivedEntities.Contains(first.Type.Global) ||
        (!first.DerivedEntities.Contains(second.Type.Global) &&
            first.Relations.Where(relation => relation.IsRequired).Concat(ways[first.Type.Global]).Any(relation => IsRowOf(context, second, relation.Principal)));

    /// <summary>A reference to a base entity may be one to a row of a derived one.</summary>
    private static bool IsRowOf(ContextModel context, EntityModel entity, string principal) =>
        entity.Type.Global == principal || context.Find(principal)?.DerivedEntities.Contains(entity.Type.Global) == true;
}
