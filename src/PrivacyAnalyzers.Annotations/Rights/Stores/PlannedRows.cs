using System.ComponentModel;

namespace PrivacyAnalyzers;

/// <summary>What an erasure does with the rows of one type. Generated code makes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlannedRows
{
    private protected PlannedRows(string name) => Name = name;

    /// <summary>The type, as receipts name it.</summary>
    public string Name { get; }

    /// <summary>The retention rule that the type follows.</summary>
    public string? Rule { get; init; }

    /// <summary>Rows go, unless something keeps them. Otherwise they stay without personal data.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>What a law keeps of a row.</summary>
    public IReadOnlyList<KeptByLaw> Kept { get; init; } = [];

    /// <summary>The members that hold personal data.</summary>
    public IReadOnlyList<string> Personal { get; init; } = [];

    /// <summary>By when what goes here must be gone everywhere.</summary>
    public IReadOnlyList<PlannedDeadline> Deadlines { get; init; } = [];

    /// <summary>Why a row cannot stay without its personal data; <see langword="null"/> where it can.</summary>
    public string? Fault { get; init; }

    /// <summary>The members that a request names the subject by; empty for what is not the subject.</summary>
    public IReadOnlyList<string> SubjectMembers { get; init; } = [];

    /// <summary>The rows that these refer to.</summary>
    public IList<PlannedReference> References { get; } = [];

    internal PlannedReference? Way => References.FirstOrDefault(reference => reference.IsWay);

    internal abstract object KeyOf(object row);

    internal abstract object SubjectKeyOf(object row);

    internal abstract bool HasHold { get; }

    internal abstract bool IsHeld(object row);

    internal abstract bool Clear(object row, bool isTried);

    internal abstract Task<IReadOnlyList<object>> FindAsync(IPersonalDataStore store, string member, IReadOnlyList<object> values, CancellationToken cancellationToken);

    internal abstract Task ReplaceAsync(IPersonalDataStore store, IEnumerable<object> rows, CancellationToken cancellationToken);

    internal abstract Task<int> DeleteAsync(IPersonalDataStore store, IEnumerable<object> rows, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <typeparam name="TRow">The type of the rows.</typeparam>
/// <param name="name">The type, as receipts name it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlannedRows<TRow>(string name) : PlannedRows(name)
    where TRow : class
{
    /// <summary>The row's key; a tuple where it has several parts.</summary>
    public required Func<TRow, object> Key { get; init; }

    /// <summary>What a request names the subject by.</summary>
    public Func<TRow, object>? SubjectKey { get; init; }

    /// <summary>A hold on the row itself.</summary>
    public Func<TRow, bool>? Hold { get; init; }

    /// <summary>Clears the personal data that no law keeps, or, where it is only tried, leaves it; says whether there was any.</summary>
    public Func<TRow, bool, bool>? Clearing { get; init; }

    internal override bool HasHold => Hold is not null;

    internal override object KeyOf(object row) => Key((TRow)row);

    internal override object SubjectKeyOf(object row) => SubjectKey!((TRow)row);

    internal override bool IsHeld(object row) => Hold is not null && Hold((TRow)row);

    internal override bool Clear(object row, bool isTried) => Clearing is not null && Clearing((TRow)row, isTried);

    internal override async Task<IReadOnlyList<object>> FindAsync(IPersonalDataStore store, string member, IReadOnlyList<object> values, CancellationToken cancellationToken) =>
        await store.FindAsync<TRow>(member, values, cancellationToken).ConfigureAwait(false);

    internal override Task ReplaceAsync(IPersonalDataStore store, IEnumerable<object> rows, CancellationToken cancellationToken) =>
        store.ReplaceAsync(rows.Cast<TRow>().ToArray(), cancellationToken);

    internal override Task<int> DeleteAsync(IPersonalDataStore store, IEnumerable<object> rows, CancellationToken cancellationToken) =>
        store.DeleteAsync(rows.Cast<TRow>().ToArray(), cancellationToken);
}

/// <summary>A reference from rows to rows. Generated code makes it.</summary>
/// <param name="principals">What it refers to: a type, and what derives from it.</param>
/// <param name="members">The members that hold it.</param>
/// <param name="principalMembers">The members that it refers to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlannedReference(IReadOnlyList<PlannedRows> principals, IReadOnlyList<string> members, IReadOnlyList<string> principalMembers)
{
    /// <summary>Its value in a row; <see langword="null"/> where the row refers to nothing.</summary>
    public required Func<object, object?> Value { get; init; }

    /// <summary>What it refers to in a row of a principal.</summary>
    public required Func<object, object> PrincipalValue { get; init; }

    /// <summary>A row cannot be without what it refers to.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Rows are found by it.</summary>
    public bool IsWay { get; init; }

    /// <summary>Lets go of what it refers to; <see langword="null"/> where it cannot.</summary>
    public Action<object>? Release { get; init; }

    internal IReadOnlyList<PlannedRows> Principals => principals;

    internal IReadOnlyList<string> Members => members;

    internal IReadOnlyList<string> PrincipalMembers => principalMembers;
}

/// <summary>What a law keeps of a row.</summary>
/// <param name="Rule">The retention rule.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Members">The members that keep their data.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record KeptByLaw(string Rule, string Ground, IReadOnlyList<string> Members);

/// <summary>By when what goes here must be gone everywhere.</summary>
/// <param name="Rule">The retention rule.</param>
/// <param name="Within">The period, ISO 8601.</param>
/// <param name="Period">The period.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PlannedDeadline(string Rule, string Within, RetentionPeriod Period);
