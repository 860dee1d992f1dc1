namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>A row as the test knows it: what it holds, whom it refers to, and what should have become of it.</summary>
internal sealed class CanaryRow(EntitySpec entity, object instance)
{
    public EntitySpec Entity { get; } = entity;

    public object Instance { get; } = instance;

    public Dictionary<RefSpec, CanaryRow> Refs { get; } = [];

    public List<Marker> Markers { get; } = [];

    public List<CanaryRow> Topics { get; } = [];

    public IReadOnlyList<object> Key { get; set; } = [];

    /// <summary>What a request names it by, for the subject.</summary>
    public object RequestKey { get; set; } = "";

    public bool IsHeld { get; set; }

    public DateTime? ClosedAt { get; set; }

    public bool IsGone { get; set; }

    /// <summary>The next row on the way to the subject.</summary>
    public CanaryRow? Above => Entity.Way is { } way && Refs.TryGetValue(way, out CanaryRow? above) ? above : null;

    /// <summary>This row and those that it belongs to, as far as the way leads.</summary>
    public IEnumerable<CanaryRow> Upwards
    {
        get
        {
            for (CanaryRow? row = this; row is not null; row = row.Above)
                yield return row;
        }
    }

    /// <summary>A hold is on it, or on what it belongs to.</summary>
    public bool IsKeptByHold => Upwards.Any(row => row.IsHeld);

    public bool IsOf(CanaryRow subject) => Upwards.Last() == subject;

    public override string ToString() => $"{Entity.Name} {string.Join("/", Key)}";
}

/// <summary>A value that stands nowhere else.</summary>
/// <param name="Forms">How databases write it down, each unlike any other marker's.</param>
/// <param name="Json">How an export writes it down.</param>
/// <param name="Rule">The retention rule that it follows.</param>
internal sealed record Marker(CanaryRow Row, MemberSpec Member, ComponentSpec? Component, object Value, IReadOnlyList<string> Forms, string Json, string? Rule)
{
    public bool IsClassified => Member.Category is not null;

    public bool IsCleared { get; set; }

    public bool IsInOneOf(string cell) => Forms.Any(form => cell.Contains(form, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => $"{Row}.{(Component is null ? "" : Component.Name + ".")}{Member.Name} ({Forms[0]}, rule {Rule ?? "none"})";
}
