namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Orders entities so that what refers to a row comes before it: deleting in this order breaks no foreign key.</summary>
internal static class EntityOrder
{
    public static IReadOnlyList<EntityDraft> ChildrenFirst(IReadOnlyList<EntityDraft> drafts)
    {
        EntityDraft[] all = drafts.OrderBy(draft => draft.Global, StringComparer.Ordinal).ToArray();
        var any = new References(all, requiredOnly: false);
        var required = new References(all, requiredOnly: true);
        var left = new SortedSet<int>(Enumerable.Range(0, all.Length));
        var ordered = new List<EntityDraft>(all.Length);
        while (left.Count > 0)
        {
            // A cycle has no child that nothing refers to: optional references give way first, then the alphabet decides.
            int next = any.Free.Count > 0 ? any.Free.Min : required.Free.Count > 0 ? required.Free.Min : left.Min;
            left.Remove(next);
            any.Remove(next);
            required.Remove(next);
            ordered.Add(all[next]);
        }

        return ordered;
    }

    /// <summary>By how many of those that are left each is referred to, counted once and then down: a large model has many that refer.</summary>
    private sealed class References
    {
        private readonly HashSet<int>[] _principals;
        private readonly int[] _referring;

        public References(EntityDraft[] all, bool requiredOnly)
        {
            Dictionary<EntityDraft, int> numbers = Enumerable.Range(0, all.Length).ToDictionary(i => all[i]);
            ILookup<string, int> rows = RowsOf(all);
            _principals = Array.ConvertAll(all, draft => PrincipalsOf(draft, all, rows, requiredOnly));
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i].Base is { } itsBase && numbers.TryGetValue(itsBase, out int number))
                    _principals[i].Add(number);
            }

            _referring = new int[all.Length];
            foreach (int principal in _principals.SelectMany(each => each))
                _referring[principal]++;
            Free = new SortedSet<int>(Enumerable.Range(0, all.Length).Where(i => _referring[i] == 0));
        }

        /// <summary>Those that none of what is left refers to.</summary>
        public SortedSet<int> Free { get; }

        public void Remove(int number)
        {
            // Of a cycle one goes although others refer to it: it does not come back when these go.
            Free.Remove(number);
            _referring[number] = -1;
            foreach (int principal in _principals[number])
            {
                if (--_referring[principal] == 0)
                    Free.Add(principal);
            }
        }

        /// <summary>A row of a derived entity is a row of its bases too: what refers to them refers to it.</summary>
        private static ILookup<string, int> RowsOf(EntityDraft[] all)
        {
            var rows = new List<(string Global, int Number)>();
            for (int i = 0; i < all.Length; i++)
            {
                for (EntityDraft? current = all[i]; current is not null; current = current.Base)
                    rows.Add((current.Global, i));
            }

            return rows.ToLookup(row => row.Global, row => row.Number, StringComparer.Ordinal);
        }

        private static HashSet<int> PrincipalsOf(EntityDraft draft, EntityDraft[] all, ILookup<string, int> rows, bool requiredOnly) =>
            new(draft.Relations.Where(relation => relation.IsRequired || !requiredOnly).SelectMany(relation => rows[relation.Principal])
                .Where(number => all[number] != draft && !draft.Is(all[number].Type) && !all[number].Is(draft.Type)));
    }
}
