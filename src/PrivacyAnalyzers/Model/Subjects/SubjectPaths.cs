namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Finds how each entity of a context leads to a data subject: the shortest chain of foreign keys, or the one that <c>[SubjectLink]</c>
/// chooses. The rows of another data subject, and what is found through them, are that one's, unless such a link says otherwise; and rows whose links name
/// others alone are theirs. Equal paths are told apart by what they are (required first, with a navigation first), then by name, so the choice never wavers.
/// </summary>
internal sealed class SubjectPaths
{
    private readonly SubjectGraph _graph;
    private readonly HashSet<string> _roots;
    private readonly Dictionary<string, (int Distance, RelationModel? Next, EquatableArray<string> Choices)> _reached = new(StringComparer.Ordinal);

    private SubjectPaths(EntityDraft subject, SubjectGraph graph)
    {
        _graph = graph;
        _roots = new HashSet<string>(graph.Heirs(subject).Select(draft => draft.Global), StringComparer.Ordinal);
        foreach (string root in _roots)
            _reached.Add(root, (0, null, EquatableArray<string>.Empty));
        Reach(subject);
    }

    /// <summary>One path for each entity that is reached, children first.</summary>
    /// <param name="variable">What the key's value is named in conditions.</param>
    public static EquatableArray<SubjectPath> Of(EntityDraft subject, EquatableArray<KeyPart> key, SubjectGraph graph, string variable = "key")
    {
        var paths = new SubjectPaths(subject, graph);
        var predicates = new PathPredicate(subject, key, variable, graph.Drafts);
        var result = new List<SubjectPath>();
        foreach (EntityDraft draft in graph.InOrder(paths._reached.Keys))
        {
            List<RelationModel> steps = paths.Steps(draft.Global);
            result.Add(new SubjectPath(
                draft.Global,
                steps.ToEquatableArray(),
                predicates.Of(steps),
                QueryFilters.Call(graph.Filters(new[] { draft.Global }.Concat(steps.Select(step => step.Principal)))),
                paths._reached[draft.Global].Choices));
        }

        return result.ToEquatableArray();
    }

    private void Reach(EntityDraft subject)
    {
        // A link is the user's choice: it counts before anything is searched.
        var near = new List<string>(_roots);
        var next = new List<string>();
        foreach (EntityDraft draft in _roots.SelectMany(_graph.Linked).Where(draft => !_roots.Contains(draft.Global)))
        {
            if (!_reached.ContainsKey(draft.Global) && draft.Relations.FirstOrDefault(relation => relation.SubjectLink is not null && _roots.Contains(relation.SubjectLink) && _roots.Contains(relation.Principal)) is { } link)
            {
                _reached.Add(draft.Global, (1, link, EquatableArray<string>.Empty));
                next.Add(draft.Global);
            }
        }

        // What is further away is reached through what is here.
        for (int distance = 1; distance <= _graph.Ordered.Count && near.Count > 0; distance++)
        {
            foreach (EntityDraft draft in near.SelectMany(_graph.Referring))
            {
                if (_reached.ContainsKey(draft.Global) || IsOfOthers(draft))
                    continue;
                RelationModel[] candidates = draft.Relations
                    .Where(relation => _reached.TryGetValue(relation.Principal, out var principal) && principal.Distance == distance - 1 && CanBeFollowed(relation))
                    .ToArray();
                RelationModel[] linked = candidates.Where(relation => relation.SubjectLink == subject.Global).ToArray();
                if (linked.Length > 0)
                    candidates = linked;
                else if (_graph.IsPerson(draft.Global))
                    continue; // Another person's, whatever it refers to.
                else if (distance < _graph.Ordered.Count && draft.Relations.Any(relation => relation.SubjectLink == subject.Global))
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
                next.Add(draft.Global);
            }

            (near, next) = (next, new List<string>());
        }
    }

    /// <summary>By a navigation, or by comparing members. By what neither shows no query finds a row; the reference counts as one that is not known.</summary>
    private bool CanBeFollowed(RelationModel relation) =>
        relation.Navigation is not null || relation.Inverse is not null || relation.PrincipalKey.Count > 0 || _graph.Drafts[relation.Principal].Key.Count > 0;

    /// <summary>Links say whose the row is, and name other kinds of people alone.</summary>
    private bool IsOfOthers(EntityDraft draft)
    {
        string[] links = draft.Relations.Select(relation => relation.SubjectLink).OfType<string>().Where(_graph.IsPerson).ToArray();
        return links.Length > 0 && !links.Any(_roots.Contains);
    }

    private List<RelationModel> Steps(string entity)
    {
        var steps = new List<RelationModel>();
        while (_reached.TryGetValue(entity, out var reached) && reached.Next is { } next && steps.Count <= _graph.Ordered.Count)
        {
            steps.Add(next);
            entity = next.Principal;
        }

        return steps;
    }
}
