using System.Runtime.CompilerServices;

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
    private readonly Dictionary<(PlannedRows Type, object Key), ErasureRow> _known = [];
    private readonly Dictionary<PlannedRows, IReadOnlyList<ErasureRow>> _mine = [];
    private readonly List<ErasureLink> _links = [];

    private ErasureRows(ErasurePlan plan, IPersonalDataStore store, CancellationToken cancellationToken)
    {
        _plan = plan;
        _store = store;
        _cancellationToken = cancellationToken;
    }

    public IReadOnlyList<ErasureLink> Links => _links;

    public IEnumerable<ErasureRow> All => _known.Values;

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
            var above = new Dictionary<object, ErasureRow>();
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
        var targets = new Dictionary<object, ErasureRow>();
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
        var above = new Dictionary<object, ErasureRow>();
        object[] values = [.. rows.Select(row => way.Value(row.Value)).OfType<object>().Distinct()];
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

    /// <summary>Asks for the first member, and compares the whole: a key of several parts is rare, and its first part tells most rows apart.</summary>
    private async Task<IReadOnlyList<ErasureRow>> QueryAsync(PlannedRows type, IReadOnlyList<string> members, Func<object, object?> valueOf, IReadOnlyCollection<object> values)
    {
        var wanted = new HashSet<object>(values);
        var found = new List<ErasureRow>();
        foreach (object[] some in values.Select(value => members.Count == 1 ? value : ((ITuple)value)[0]!).Distinct().Chunk(MostValues))
        {
            foreach (object row in await type.FindAsync(_store, members[0], some, _cancellationToken).ConfigureAwait(false))
            {
                if (valueOf(row) is { } value && wanted.Contains(value))
                    found.Add(Known(type, row));
            }
        }

        return found;
    }

    private ErasureRow Known(PlannedRows type, object row)
    {
        (PlannedRows, object) id = (type, type.KeyOf(row));
        return _known.TryGetValue(id, out ErasureRow? known) ? known : _known[id] = new ErasureRow(type, row);
    }
}
