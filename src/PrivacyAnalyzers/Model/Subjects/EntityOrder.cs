namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Orders entities so that what refers to a row comes before it: deleting in this order breaks no foreign key.</summary>
internal static class EntityOrder
{
    public static IReadOnlyList<EntityDraft> ChildrenFirst(IReadOnlyList<EntityDraft> drafts)
    {
        var left = drafts.OrderBy(draft => draft.Global, StringComparer.Ordinal).ToList();
        var ordered = new List<EntityDraft>(left.Count);
        while (left.Count > 0)
        {
            // A cycle has no child that nothing refers to: optional references give way first, then the alphabet decides.
            EntityDraft next = left.FirstOrDefault(draft => !IsReferred(draft, left, requiredOnly: false))
                ?? left.FirstOrDefault(draft => !IsReferred(draft, left, requiredOnly: true))
                ?? left[0];
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    /// <summary>A row of a derived entity is a row of its bases too: what refers to them refers to it.</summary>
    private static bool IsReferred(EntityDraft principal, List<EntityDraft> left, bool requiredOnly)
    {
        foreach (EntityDraft draft in left)
        {
            if (draft.Base == principal)
                return true;
            if (draft == principal || draft.Is(principal.Type) || principal.Is(draft.Type))
                continue;
            if (draft.Relations.Any(relation => (relation.IsRequired || !requiredOnly) && IsOrDerivesFrom(principal, relation.Principal)))
                return true;
        }

        return false;
    }

    private static bool IsOrDerivesFrom(EntityDraft draft, string global)
    {
        for (EntityDraft? current = draft; current is not null; current = current.Base)
        {
            if (current.Global == global)
                return true;
        }

        return false;
    }
}
