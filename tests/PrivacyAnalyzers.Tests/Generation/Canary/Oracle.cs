namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>
/// Says, row by row and from the statement alone, what has to become of every row and every marker. It shares nothing with the generators: they
/// write sets of rows as queries, this walks from object to object until nothing changes any more.
/// </summary>
internal static class Oracle
{
    private sealed record Rule(RetentionPeriod? Period, bool Deletes, bool IsByLaw);

    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["customer-relationship"] = new(new RetentionPeriod(84, 0), true, false),
        ["support"] = new(new RetentionPeriod(36, 0), true, false),
        ["account-default"] = new(new RetentionPeriod(0, 60), false, false),
        ["usage-records"] = new(null, true, false),
        ["invoices"] = new(null, true, true),
    };

    public static void Erase(CanaryData data, CanaryRow subject)
    {
        CanaryRow[] mine = [.. data.Live.Where(row => row.IsOf(subject))];
        var gone = mine.Where(row => IsDeleted(row.Entity) && !row.IsKeptByHold).ToHashSet();
        KeepWhatIsNeeded(data, gone, _ => false);
        foreach (CanaryRow row in mine.Where(row => !row.IsKeptByHold && !gone.Contains(row)))
            Clear(row, marker => marker.Rule is not { } rule || !Rules[rule].IsByLaw);
        Remove(data, gone);
    }

    public static void Sweep(CanaryData data, DateTimeOffset asOf)
    {
        // By their own periods, then with the rows that they are part of.
        var gone = data.Live.Where(row => !row.IsKeptByHold && HasEnded(row, asOf)).ToHashSet();
        while (data.Live.Where(row => !gone.Contains(row) && !row.IsKeptByHold && IsPart(row.Entity) && row.Above is { } above && gone.Contains(above)).ToArray() is { Length: > 0 } parts)
            gone.UnionWith(parts);

        // A part goes with its row, so its row does not wait for it; but what needs the part keeps both.
        KeepWhatIsNeeded(data, gone, row => IsPart(row.Entity), row => IsStillNeeded(data, gone, row, asOf));
        foreach (CanaryRow row in data.Live.Where(row => !gone.Contains(row) && !row.IsKeptByHold))
            Clear(row, marker => marker.Rule is { } rule && IsEnded(row, rule, asOf));
        Remove(data, gone);
    }

    /// <summary>What becomes of the rows of a type when their subject is erased.</summary>
    private static bool IsDeleted(EntitySpec entity)
    {
        string[] members = [.. RulesOfMembers(entity)];
        if (members.Concat([entity.Rule]).OfType<string>().Any(rule => Rules[rule].IsByLaw))
            return false;
        return entity.Rule is { } own ? Rules[own].Deletes : members.All(rule => Rules[rule].Deletes);
    }

    private static IEnumerable<string> RulesOfMembers(EntitySpec entity) =>
        entity.AllMembers.Concat(entity.AllComponents.SelectMany(component => component.Members))
            .Where(member => member.Category is not null).Select(member => member.OwnRule ?? entity.Rule).OfType<string>();

    /// <summary>A row without any rule that cannot be without another is a part of that one.</summary>
    private static bool IsPart(EntitySpec entity) => entity.Way is { IsRequired: true } && entity.Rule is null && !RulesOfMembers(entity).Any();

    private static bool HasEnded(CanaryRow row, DateTimeOffset asOf)
    {
        string[] members = [.. RulesOfMembers(row.Entity)];
        string? own = row.Entity.Rule;
        if (own is null ? members.Length == 0 || members.Any(rule => !Rules[rule].Deletes) : !Rules[own].Deletes)
            return false;
        return members.Concat([own]).OfType<string>().All(rule => IsEnded(row, rule, asOf));
    }

    private static bool IsEnded(CanaryRow row, string rule, DateTimeOffset asOf)
    {
        if (Rules[rule].Period is not { } period)
            return false;

        // The nearest clock on the way counts, also where it has not begun.
        CanaryRow? owner = row.Upwards.FirstOrDefault(candidate => candidate.Entity.IsClocked);
        return owner?.ClosedAt is { } closed && period.HasEnded(closed, asOf);
    }

    /// <summary>A later erasure or sweep will look for the row by its way: cutting that would forget it.</summary>
    private static bool IsStillNeeded(CanaryData data, HashSet<CanaryRow> gone, CanaryRow row, DateTimeOffset asOf) =>
        IsStillDue(row, asOf) || data.Live.Any(below => below.Above == row && !gone.Contains(below) && IsStillNeeded(data, gone, below, asOf));

    private static bool IsStillDue(CanaryRow row, DateTimeOffset asOf) =>
        row.Markers.Any(marker => marker.IsClassified && !marker.IsCleared && RulesToEnd(marker).Any(rule => rule is null || !IsEnded(row, rule, asOf)));

    /// <summary>By what a sweep would end a marker: its own rule, or those of the collection that it goes with. None where a law keeps it.</summary>
    private static string?[] RulesToEnd(Marker marker)
    {
        bool isKept = marker.Rule is { } own && Rules[own].IsByLaw;
        if (marker.Component is not { IsMany: true } collection)
            return isKept ? [] : [marker.Rule];
        string?[] all = [.. collection.Members.Where(member => member.Category is not null).Select(member => member.OwnRule ?? marker.Row.Entity.Rule).Distinct()];
        string?[] ends = [.. all.Where(rule => rule is null || !Rules[rule].IsByLaw)];
        if (ends.Length < all.Length && isKept && collection.Storage == Storage.OwnedMany)
            return [];
        return ends.Length > 1 && ends.Length == all.Length ? [.. ends.Where(rule => rule is not null)] : ends;
    }

    /// <summary>What a row that stays requires stays; what a hold keeps stays as it is, with all that it refers to.</summary>
    private static void KeepWhatIsNeeded(CanaryData data, HashSet<CanaryRow> gone, Func<CanaryRow, bool> isPart, Func<CanaryRow, bool>? isDueLater = null)
    {
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (CanaryRow dependent in data.Live.Where(row => !gone.Contains(row)))
            {
                foreach ((RefSpec reference, CanaryRow principal) in dependent.Refs)
                {
                    bool isNeeded = reference.IsRequired || dependent.IsKeptByHold || (reference == dependent.Entity.Way && isDueLater?.Invoke(dependent) == true);
                    if (isNeeded && gone.Remove(principal))
                        changed = true;
                }
            }

            // A part whose row stays stays with it.
            foreach (CanaryRow part in gone.Where(row => isPart(row) && row.Above is { } above && !gone.Contains(above)).ToArray())
                changed |= gone.Remove(part);
        }
    }

    /// <summary>
    /// A collection is emptied as a whole once all that is personal in it may go. Before, its items are cleared value by value where they are rows,
    /// and stay as they are where they are JSON.
    /// </summary>
    private static void Clear(CanaryRow row, Func<Marker, bool> isCleared)
    {
        foreach (Marker marker in row.Markers.Where(marker => marker.IsClassified && marker.Component is not { IsMany: true } && isCleared(marker)))
            marker.IsCleared = true;
        foreach (IGrouping<ComponentSpec, Marker> collection in row.Markers.Where(marker => marker.Component is { IsMany: true }).GroupBy(marker => marker.Component!))
        {
            string?[] rules = [.. collection.Key.Members.Where(member => member.Category is not null).Select(member => member.OwnRule ?? row.Entity.Rule).Distinct()];
            Marker any = collection.First();
            if (rules.Length == 0)
                continue;
            bool isEmptied = rules.Where(rule => rule is not null || rules.Length == 1).All(rule => isCleared(any with { Rule = rule }));
            foreach (Marker marker in collection.Where(marker => isEmptied || (marker.IsClassified && collection.Key.Storage == Storage.OwnedMany && isCleared(marker))))
                marker.IsCleared = true;
        }
    }

    private static void Remove(CanaryData data, HashSet<CanaryRow> gone)
    {
        foreach (CanaryRow row in gone)
            row.IsGone = true;
        foreach (CanaryRow row in data.Live)
        {
            foreach (RefSpec reference in row.Refs.Where(pair => pair.Value.IsGone).Select(pair => pair.Key).ToArray())
                row.Refs.Remove(reference);
        }
    }
}
