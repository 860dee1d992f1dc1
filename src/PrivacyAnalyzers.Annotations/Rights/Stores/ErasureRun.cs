namespace PrivacyAnalyzers;

/// <summary>What an erasure did or would do, for its receipt.</summary>
internal sealed record ErasureFigures(IReadOnlyList<EntityErasure> Entities, IReadOnlyList<WithheldData> Withheld, IReadOnlyList<ErasureDeadline> Due);

/// <summary>Decides what becomes of each row that was found, and carries it out: first what is cleared and let go, then what is deleted.</summary>
internal sealed class ErasureRun(ErasurePlan plan, IPersonalDataStore store, ErasureRows rows, bool isPreview)
{
    private readonly Dictionary<PlannedRows, int> _order = plan.Rows.Select((type, index) => (type, index)).ToDictionary(pair => pair.type, pair => pair.index);

    public async Task<ErasureFigures> RunAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        Decide();
        Refuse();
        IReadOnlyList<PlannedRows> types = plan.Rows;
        WithheldData[] withheld = types.SelectMany(Withheld).ToArray();
        Dictionary<PlannedRows, int> anonymized = types.ToDictionary(type => type, Clear);
        Dictionary<PlannedRows, int> retained = types.ToDictionary(type => type, type => rows.Mine(type).Count(row => row.IsHeld || (row.IsLeft && type.Kept.Count > 0)));
        Release();
        Dictionary<PlannedRows, int> deleted = types.ToDictionary(type => type, type => rows.Mine(type).Count(row => row.IsGone));
        if (!isPreview)
            await StoreAsync(deleted, cancellationToken).ConfigureAwait(false);
        return new ErasureFigures(
            types.Select(type => new EntityErasure(type.Name, type.Rule, deleted[type], anonymized[type], retained[type])).ToArray(),
            withheld,
            types.Where(type => deleted[type] + anonymized[type] > 0)
                .SelectMany(type => type.Deadlines.Select(due => new ErasureDeadline(type.Name, due.Rule, deleted[type] + anonymized[type], due.Within, due.Period.EndAfter(at)))).ToArray());
    }

    /// <summary>All go that may, but what a row needs that stays; and again, until nothing stays for the sake of another any more.</summary>
    private void Decide()
    {
        foreach (ErasureRow row in rows.All)
            row.IsGone = row is { IsMine: true, IsHeld: false, Type.IsDeleted: true };
        bool hasKept;
        do
        {
            hasKept = false;
            foreach (ErasureLink link in rows.Links.Where(link => link.To.IsGone && Keeps(link)))
            {
                link.To.IsGone = false;
                hasKept = true;
            }
        }
        while (hasKept);
    }

    /// <summary>What a hold keeps stays as it is, optional references too.</summary>
    private static bool Keeps(ErasureLink link) => !link.From.IsGone && (link.Reference.IsRequired || link.From.IsHeld);

    private void Refuse()
    {
        foreach (PlannedRows type in plan.Rows.Where(type => type.Fault is not null))
        {
            if (rows.Mine(type).Any(row => row.IsLeft))
                throw new NotSupportedException(type.Fault);
        }
    }

    private IEnumerable<WithheldData> Withheld(PlannedRows type)
    {
        IReadOnlyList<ErasureRow> mine = rows.Mine(type);
        int held = mine.Count(row => row.IsHeld);
        if (held > 0)
            yield return new WithheldData(type.Name, held, WithheldReason.LegalHold, "legal-hold", null, type.Personal);
        int left = mine.Count(row => row.IsLeft);
        foreach (KeptByLaw kept in left > 0 ? type.Kept : [])
            yield return new WithheldData(type.Name, left, WithheldReason.ByLaw, kept.Ground, kept.Rule, kept.Members);
        if (!type.IsDeleted)
            yield break;
        foreach (var keeping in rows.Links.Where(link => link.To.Type == type && link.To.IsLeft && Keeps(link)).GroupBy(link => (link.From.Type, link.From.IsHeld, link.Reference)))
        {
            (string ground, string? rule) = keeping.Key switch
            {
                { IsHeld: true } => ("legal-hold", null),
                { Type.Kept: [var kept, ..] } => (kept.Ground, kept.Rule),
                _ => ("reference", keeping.Key.Type.Rule),
            };
            yield return new WithheldData(type.Name, keeping.Select(link => link.To).Distinct().Count(), WithheldReason.RequiredByRetained, ground, rule, [], keeping.Key.Type.Name);
        }
    }

    private int Clear(PlannedRows type)
    {
        int cleared = 0;
        foreach (ErasureRow row in rows.Mine(type).Where(row => row.IsLeft && type.Clear(row.Value, isPreview)))
        {
            row.IsChanged = true;
            cleared++;
        }

        return cleared;
    }

    /// <summary>Optional references to what goes are unset, but in rows that have gone before.</summary>
    private void Release()
    {
        foreach (ErasureLink link in rows.Links.Where(link => link.To.IsGone && link.Reference.Release is not null && !isPreview))
        {
            if (link.From.IsGone && _order[link.From.Type] < _order[link.To.Type])
                continue;
            link.Reference.Release!(link.From.Value);
            link.From.IsChanged = true;
        }
    }

    private async Task StoreAsync(Dictionary<PlannedRows, int> deleted, CancellationToken cancellationToken)
    {
        foreach (IGrouping<PlannedRows, ErasureRow> changed in rows.All.Where(row => row.IsChanged).GroupBy(row => row.Type).OrderBy(group => _order[group.Key]))
            await changed.Key.ReplaceAsync(store, changed.Select(row => row.Value), cancellationToken).ConfigureAwait(false);
        foreach (PlannedRows type in plan.Rows.Where(type => deleted[type] > 0))
            deleted[type] = await type.DeleteAsync(store, rows.Mine(type).Where(row => row.IsGone).Select(row => row.Value), cancellationToken).ConfigureAwait(false);
    }
}
