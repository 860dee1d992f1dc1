namespace PrivacyAnalyzers.Model.Disclosures;

/// <summary>One way in which what code discloses is not what is recorded.</summary>
/// <param name="Recorded"><see langword="null"/> for what is new.</param>
/// <param name="Current"><see langword="null"/> for what is gone.</param>
internal sealed record DisclosureDifference(RecordedDisclosure? Recorded, RecordedDisclosure? Current)
{
    public string Member => (Current ?? Recorded)!.Member;

    public string Category => (Current ?? Recorded)!.Category;

    /// <summary>What differs, in words: <c>is not in the recorded disclosures</c>.</summary>
    public string InWords => (Recorded, Current) switch
    {
        (null, _) => "is not in the recorded disclosures",
        (_, null) => "is in the recorded disclosures, and no code stores it",
        var (old, now) => "differs from the recorded disclosures: " + string.Join("; ", Parts(old, now)),
    };

    /// <summary>All differences, by member. A member stands once in what code discloses; a record that has it twice has one line too many.</summary>
    public static IReadOnlyList<DisclosureDifference> Between(IEnumerable<RecordedDisclosure> recorded, IEnumerable<RecordedDisclosure> current)
    {
        var found = new List<DisclosureDifference>();
        ILookup<string, RecordedDisclosure> old = recorded.ToLookup(entry => entry.Member, StringComparer.Ordinal);
        ILookup<string, RecordedDisclosure> now = current.ToLookup(entry => entry.Member, StringComparer.Ordinal);
        foreach (string member in old.Select(group => group.Key).Union(now.Select(group => group.Key), StringComparer.Ordinal).OrderBy(member => member, StringComparer.Ordinal))
        {
            List<RecordedDisclosure> gone = old[member].ToList();
            List<RecordedDisclosure> added = now[member].Where(entry => !gone.Remove(entry)).ToList();
            for (int i = 0; i < Math.Max(gone.Count, added.Count); i++)
                found.Add(new DisclosureDifference(i < gone.Count ? gone[i] : null, i < added.Count ? added[i] : null));
        }

        return found;
    }

    private static IEnumerable<string> Parts(RecordedDisclosure old, RecordedDisclosure now)
    {
        if (old.Category != now.Category)
            yield return Part("category", old.Category, now.Category);
        if (old.DataClass != now.DataClass)
            yield return Part("data class", old.DataClass, now.DataClass);
        if (old.Retention != now.Retention)
            yield return Part("retention", old.Retention, now.Retention);
        if (!old.Purposes.Equals(now.Purposes))
            yield return Part("purposes", List(old.Purposes), List(now.Purposes));
        if (!old.Recipients.Equals(now.Recipients))
            yield return Part("recipients", List(old.Recipients), List(now.Recipients));
    }

    private static string Part(string what, string? old, string? now) => $"{what} '{old ?? "-"}' became '{now ?? "-"}'";

    private static string List(EquatableArray<string> names) => names.Count == 0 ? "-" : string.Join(", ", names);
}
