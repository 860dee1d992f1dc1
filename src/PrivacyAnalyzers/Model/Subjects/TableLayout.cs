namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Tells which entities have their rows in several tables: a table a type (TPT, TPC), or split. Set-based statements change none of these. And which have
/// them in a table and read them elsewhere.
/// </summary>
internal static class TableLayout
{
    /// <summary>The roots of spread hierarchies. Each is so as a whole: a query for its base reads all its tables.</summary>
    public static HashSet<EntityDraft> SpreadRoots(IEnumerable<EntityDraft> drafts) => new(drafts.Where(IsSpreadItself).Select(RootOf));

    public static EntityDraft RootOf(EntityDraft draft)
    {
        while (draft.Base is { } up)
            draft = up;
        return draft;
    }

    /// <summary>Its rows have a table, and are read from a view.</summary>
    public static bool IsHidden(EntityDraft draft) => !draft.IsKeyless && draft.Facts.Any(facts => facts.HasView);

    private static bool IsSpreadItself(EntityDraft draft) =>
        draft.Facts.Any(facts => facts.IsSpread) || (draft.Base is not null && (EfCore.HasAttribute(draft.Type, "TableAttribute") || draft.OwnFacts.HasTable));
}
