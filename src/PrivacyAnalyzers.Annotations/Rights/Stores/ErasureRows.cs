namespace PrivacyAnalyzers;

/// <summary>A row that an erasure has met. Each is held once, however often it is found.</summary>
internal sealed class ErasureRow(PlannedRows type, object value)
{
    public PlannedRows Type => type;

    public object Value => value;

    /// <summary>The row on the way to the person.</summary>
    public ErasureRow? Above { get; set; }

    /// <summary>It belongs to the person.</summary>
    public bool IsMine { get; set; }

    public bool IsGone { get; set; }

    public bool IsChanged { get; set; }

    /// <summary>A hold on it, or on what it belongs to.</summary>
    public bool IsHeld => Type.IsHeld(Value) || Above is { IsHeld: true };

    /// <summary>It is the person's and stays without personal data.</summary>
    public bool IsLeft => IsMine && !IsGone && !IsHeld;
}

/// <summary>A row that refers to one that may go.</summary>
internal sealed record ErasureLink(ErasureRow From, ErasureRow To, PlannedReference Reference);

/// <summary>Finds the rows of a person, and those of others that refer to them.</summary>
internal sealed class ErasureRows
{
    /// <summary>What most databases take as the values of one condition.</summary>
    private const int MostValues = 500;

    private readonly ErasurePlan _plan;
    private readonly IPersonalDataStore _store;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<PlannedRows, Dictionary<object, ErasureRow>> _known = [];
    private readonly Dictionary<PlannedRows, IReadOnlyList<ErasureRow>> _mine = [];
    private readonly List<ErasureLink> _links = [];

    private ErasureRows(ErasurePlan plan, IPersonalDataStore store, CancellationToken cancellationToken)
    {
        _plan = plan;
        _store = store;
        _cancellationToken = cancellationToken;
    }

    public IReadOnlyList<ErasureLink> Links => _links;

    public IEnumerable<ErasureRow> All => _known.Values.SelectMany(rows => rows.Values);

    public IReadOnlyList<ErasureRow> Mine(PlannedRows type) => _mine[type];

    public static async Task<ErasureRows> FindAsync(ErasurePlan plan, IPersonalDataStore store, object key, CancellationToken cancellationToken)
    {
        var rows = new ErasureRows(plan, store, cancellationToken);
        foreach (PlannedRows type in plan.Rows)
            await rows.MineAsync(type, key).ConfigureAwait(false);
        foreach (PlannedRows type in plan.Rows)
        {
            foreach (PlannedReference reference in type.References)
                await rows.LinkAsync(type, reference).ConfigureAwait(false);
        }

        return rows;
    }

    private async Task<IReadOnlyList<ErasureRow>> MineAsync(PlannedRows type, object key)
    {
        if (_mine.TryGetValue(type, out IReadOnlyList<ErasureRow>? known))
            return known;
        IReadOnlyList<ErasureRow> mine;
        if (type.Way is { } way)
        {
            var above = new Dictionary<object, ErasureRow>(RowKeys.Comparer);
            foreach (PlannedRows principal in way.Principals)
            {
                foreach (ErasureRow row in await MineAsync(principal, key).ConfigureAwait(false))
                    above.TryAdd(way.PrincipalValue(row.Value), row);
            }

            mine = await QueryAsync(type, way.Members, way.Value, above.Keys).ConfigureAwait(false);
            foreach (ErasureRow row in mine)
                row.Above = above[way.Value(row.Value)!];
        }
        else
        {
            mine = await QueryAsync(type, type.SubjectMembers, type.SubjectKeyOf, [key]).ConfigureAwait(false);
        }

        foreach (ErasureRow row in mine)
            row.IsMine = true;
        return _mine[type] = mine;
    }

    /// <summary>Finds what refers to the person's rows that may go.</summary>
    private async Task LinkAsync(PlannedRows type, PlannedReference reference)
    {
        var targets = new Dictionary<object, ErasureRow>(RowKeys.Comparer);
        foreach (ErasureRow row in reference.Principals.Where(principal => principal.IsDeleted).SelectMany(Mine).Where(row => !row.IsHeld))
            targets.TryAdd(reference.PrincipalValue(row.Value), row);

        // By the way itself the person's are found already, and nobody else's.
        IReadOnlyList<ErasureRow> found = reference.IsWay
            ? [.. Mine(type).Where(row => targets.ContainsKey(reference.Value(row.Value)!))]
            : await QueryAsync(type, reference.Members, reference.Value, targets.Keys).ConfigureAwait(false);
        await ClimbAsync(type, [.. found.Where(row => !row.IsMine)]).ConfigureAwait(false);
        _links.AddRange(found.Select(row => new ErasureLink(row, targets[reference.Value(row.Value)!], reference)));
    }

    /// <summary>Finds what the rows of others belong to: a hold up there holds them.</summary>
    private async Task ClimbAsync(PlannedRows type, IReadOnlyList<ErasureRow> rows)
    {
        if (type.Way is not { } way || rows.Count == 0 || !_plan.Rows.Any(other => other.HasHold))
            return;
        var above = new Dictionary<object, ErasureRow>(RowKeys.Comparer);
        object[] values = [.. rows.Select(row => way.Value(row.Value)).OfType<object>().Distinct(RowKeys.Comparer)];
        foreach (PlannedRows principal in way.Principals)
        {
            IReadOnlyList<ErasureRow> found = await QueryAsync(principal, way.PrincipalMembers, way.PrincipalValue, values).ConfigureAwait(false);
            foreach (ErasureRow row in found)
                above.TryAdd(way.PrincipalValue(row.Value), row);
            await ClimbAsync(principal, [.. found.Where(row => row is { IsMine: false, Above: null })]).ConfigureAwait(false);
        }

        foreach (ErasureRow row in rows)
            row.Above = way.Value(row.Value) is { } value && above.TryGetValue(value, out ErasureRow? found) ? found : null;
    }

    /// <summary>
    /// Asks for the first member, and compares the whole: a key of several parts is rare, and its first part tells most rows apart. What the store takes for
    /// the same and the key does not is refused: left out, it would be forgotten.
    /// </summary>
    private async Task<IReadOnlyList<ErasureRow>> QueryAsync(PlannedRows type, IReadOnlyList<string> members, Func<object, object?> valueOf, IReadOnlyCollection<object> values)
    {
        var wanted = new HashSet<object>(values, RowKeys.Comparer);
        var firsts = new HashSet<object>(values.Select(RowKeys.First), RowKeys.Comparer);
        HashSet<string> folded = members.Count == 1 ? [] : [.. wanted.Select(RowKeys.Folded)];
        var found = new List<ErasureRow>();
        foreach (object[] some in firsts.Chunk(MostValues))
        {
            foreach (object row in await type.FindAsync(_store, members[0], some, _cancellationToken).ConfigureAwait(false))
            {
                object? value = valueOf(row);
                if (value is not null && wanted.Contains(value))
                    found.Add(Known(type, row));
                else if (members.Count == 1 || (value is not null && (!firsts.Contains(RowKeys.First(value)) || folded.Contains(RowKeys.Folded(value)))))
                    throw new InvalidOperationException($"Nothing was changed: the store was asked for rows of {type.Name} by {string.Join(" and ", members)}, and one that it found has another value there. Values that differ in case or in type may be the same for the database: use them as the key has them.");
            }
        }

        return found;
    }

    private ErasureRow Known(PlannedRows type, object row)
    {
        if (!_known.TryGetValue(type, out Dictionary<object, ErasureRow>? rows))
            _known.Add(type, rows = new Dictionary<object, ErasureRow>(RowKeys.Comparer));
        object key = type.KeyOf(row);
        return rows.TryGetValue(key, out ErasureRow? known) ? known : rows[key] = new ErasureRow(type, row);
    }
}
