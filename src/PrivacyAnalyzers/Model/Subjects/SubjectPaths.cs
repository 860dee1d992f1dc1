namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Finds how each entity of a context leads to a data subject: the shortest chain of foreign keys, or the one that <c>[SubjectLink]</c>
/// chooses. The rows of another data subject, and what is found through them, are that one's, unless such a link says otherwise; and rows whose links name
/// others alone are theirs. Equal paths are told apart by what they are (required first, with a navigation first), then by name, so the choice never wavers.
/// </summary>
internal sealed class SubjectPaths
{
    private readonly Dictionary<string, EntityDraft> _drafts;
    private readonly HashSet<string> _roots;
    private readonly Dictionary<string, (int Distance, RelationModel? Next, EquatableArray<string> Choices)> _reached = new(StringComparer.Ordinal);

    private SubjectPaths(EntityDraft subject, IReadOnlyList<EntityDraft> ordered)
    {
        _drafts = ordered.ToDictionary(draft => draft.Global, StringComparer.Ordinal);
        _roots = new HashSet<string>(ordered.Where(draft => draft.Is(subject.Type)).Select(draft => draft.Global), StringComparer.Ordinal);
        foreach (string root in _roots)
            _reached.Add(root, (0, null, EquatableArray<string>.Empty));
        Reach(subject, ordered);
    }

    /// <param name="ordered">The context's entities, children first: the paths come in the same order.</param>
    /// <param name="variable">What the key's value is named in conditions.</param>
    public static EquatableArray<SubjectPath> Of(EntityDraft subject, EquatableArray<KeyPart> key, IReadOnlyList<EntityDraft> ordered, string variable = "key")
    {
        var paths = new SubjectPaths(subject, ordered);
        var predicates = new PathPredicate(subject, key, variable, paths._drafts);
        var result = new List<SubjectPath>();
        foreach (EntityDraft draft in ordered)
        {
            if (!paths._reached.TryGetValue(draft.Global, out var reached))
                continue;
            IReadOnlyList<RelationModel> steps = paths.Steps(draft.Global);
            result.Add(new SubjectPath(
                draft.Global,
                steps.ToEquatableArray(),
                predicates.Of(steps),
                QueryFilters.Call(new[] { draft.Global }.Concat(steps.Select(step => step.Principal)).Select(name => paths._drafts[name])),
                reached.Choices));
        }

        return result.ToEquatableArray();
    }

    private void Reach(EntityDraft subject, IReadOnlyList<EntityDraft> ordered)
    {
        // A link is the user's choice: it counts before anything is searched.
        foreach (EntityDraft draft in ordered)
        {
            RelationModel? link = draft.Relations.FirstOrDefault(relation => relation.SubjectLink is not null && _roots.Contains(relation.SubjectLink) && _roots.Contains(relation.Principal));
            if (link is not null && !_roots.Contains(draft.Global))
                _reached[draft.Global] = (1, link, EquatableArray<string>.Empty);
        }

        for (int distance = 1; distance <= ordered.Count; distance++)
        {
            foreach (EntityDraft draft in ordered)
            {
                if (draft.Relations.Count == 0 || _reached.ContainsKey(draft.Global) || IsOfOthers(draft, ordered))
                    continue;
                RelationModel[] candidates = draft.Relations
                    .Where(relation => _reached.TryGetValue(relation.Principal, out var principal) && principal.Distance == distance - 1 && !Comes(relation.Principal, draft) && CanBeFollowed(relation))
                    .ToArray();
                RelationModel[] linked = candidates.Where(relation => relation.SubjectLink == subject.Global).ToArray();
                if (linked.Length > 0)
                    candidates = linked;
                else if (ContextModelBuilder.IsMarked(draft.Type))
                    continue; // Another person's, whatever it refers to.
                else if (distance < ordered.Count && draft.Relations.Any(relation => relation.SubjectLink == subject.Global))
                    continue; // The linked way may be longer: it is waited for.
                RelationModel[] byRank = candidates
                    .OrderBy(relation => relation.IsRequired ? 0 : 1)
                    .ThenBy(relation => relation.Navigation is null ? 1 : 0)
                    .ThenBy(relation => relation.Navigation ?? string.Join(",", relation.ForeignKey), StringComparer.Ordinal)
                    .ThenBy(relation => relation.Principal, StringComparer.Ordinal)
                    .ToArray();
                if (byRank.Length == 0)
                    continue;
                _reached.Add(draft.Global, (distance, byRank[0], byRank.Length > 1 ? byRank.Select(relation => relation.Name).ToEquatableArray() : EquatableArray<string>.Empty));
            }

            // What is further away is reached through what is here.
            if (!_reached.Values.Any(reached => reached.Distance == distance))
                return;
        }
    }

    /// <summary>By a navigation, or by comparing members. By what neither shows no query finds a row; the reference counts as one that is not known.</summary>
    private bool CanBeFollowed(RelationModel relation) =>
        relation.Navigation is not null || relation.Inverse is not null || relation.PrincipalKey.Count > 0 || _drafts[relation.Principal].Key.Count > 0;

    /// <summary>Links say whose the row is, and name other kinds of people alone.</summary>
    private bool IsOfOthers(EntityDraft draft, IReadOnlyList<EntityDraft> ordered)
    {
        string[] links = draft.Relations.Select(relation => relation.SubjectLink).OfType<string>()
            .Where(link => ordered.Any(other => other.Global == link && ContextModelBuilder.IsMarked(other.Type))).ToArray();
        return links.Length > 0 && !links.Any(_roots.Contains);
    }

    /// <summary>Whether the way from an entity to the subject leads through the draft itself.</summary>
    private bool Comes(string from, EntityDraft draft) => Steps(from).Any(step => step.Principal == draft.Global);

    private List<RelationModel> Steps(string entity)
    {
        var steps = new List<RelationModel>();
        while (_reached.TryGetValue(entity, out var reached) && reached.Next is { } next && steps.Count <= _drafts.Count)
        {
            steps.Add(next);
            entity = next.Principal;
        }

        return steps;
    }
}
