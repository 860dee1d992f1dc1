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
        EntityModel[] all = entities.ToArray();
        List<int>[] later = Later(context, all, subjects);
        var before = new int[all.Length];
        foreach (int number in later.SelectMany(static numbers => numbers))
            before[number]++;
        var left = new SortedSet<int>(Enumerable.Range(0, all.Length));
        var free = new SortedSet<int>(left.Where(number => before[number] == 0));
        var ordered = new List<EntityModel>(all.Length);
        var unordered = new List<EntityModel>();
        while (left.Count > 0)
        {
            if (free.Count == 0)
                unordered.Add(all[left.Min]);
            int next = free.Count == 0 ? left.Min : free.Min;
            left.Remove(next);
            free.Remove(next);
            ordered.Add(all[next]);
            foreach (int number in later[next])
            {
                if (--before[number] == 0 && left.Contains(number))
                    free.Add(number);
            }
        }

        stuck = unordered;
        return ordered;
    }

    /// <summary>
    /// For each entity those that it comes before, by their places: its bases, and what it requires or passes on its way, unless that derives from it.
    /// Found once: asked of each pair again for each place in the order, a long chain of entities would take the fourth power of its length.
    /// </summary>
    private static List<int>[] Later(ContextModel context, EntityModel[] all, IEnumerable<SubjectModel> subjects)
    {
        ILookup<string, int> places = Enumerable.Range(0, all.Length).ToLookup(i => all[i].Type.Global, StringComparer.Ordinal);
        ContextIndex index = ContextIndex.Of(context);
        ILookup<string, string> ways = subjects.SelectMany(static subject => subject.Paths)
            .SelectMany(static path => path.Steps.Select(step => (path.Entity, step.Principal)))
            .ToLookup(static way => way.Entity, static way => way.Principal, StringComparer.Ordinal);
        ILookup<string, int> bases = Enumerable.Range(0, all.Length).SelectMany(i => all[i].DerivedEntities.Select(derived => (Derived: derived, Base: i)))
            .ToLookup(static pair => pair.Derived, static pair => pair.Base, StringComparer.Ordinal);
        return Array.ConvertAll(all, first =>
        {
            var later = new HashSet<int>();
            foreach (string principal in first.Relations.Where(static relation => relation.IsRequired).Select(static relation => relation.Principal).Concat(ways[first.Type.Global]).Distinct(StringComparer.Ordinal))
            {
                // A reference to a base entity may be one to a row of a derived one.
                later.UnionWith(places[principal]);
                if (index.Find(principal) is { DerivedEntities.Count: > 0 } known)
                    later.UnionWith(known.DerivedEntities.SelectMany(derived => places[derived]));
            }

            later.ExceptWith(first.DerivedEntities.SelectMany(derived => places[derived]));
            later.UnionWith(bases[first.Type.Global]);
            later.ExceptWith(places[first.Type.Global]);
            return later.ToList();
        });
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
}
