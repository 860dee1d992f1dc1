using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A retention rule as the statement has it, without its place in the file; or a name that the statement lacks.</summary>
/// <param name="Keep"><see langword="null"/> where there is no statement or it does not know the name.</param>
/// <param name="Duration">The period, for <see cref="KeepKind.Period"/>.</param>
/// <param name="After">The clock that the period counts from.</param>
/// <param name="Within">The deadline of an instructed deletion.</param>
/// <param name="Ground">The legal ground, for <see cref="KeepKind.ByLaw"/>.</param>
internal sealed record RetentionRule(
    string Name,
    KeepKind? Keep,
    Period? Duration,
    string? After,
    Period? Within,
    string? Ground,
    RetentionEnd Then)
{
    public bool IsByLaw => Keep == KeepKind.ByLaw;

    public static RetentionRule From(RetentionEntry entry) =>
        new(entry.Name, entry.Keep, entry.Duration, entry.After, entry.Within, entry.Ground, entry.Then);

    /// <summary>What code says where no statement explains it.</summary>
    public static RetentionRule Unknown(string name) => new(name, null, null, null, null, null, RetentionEnd.Delete);

    /// <summary>In words: <c>Kept P7Y after account-closed, then delete</c>.</summary>
    public string Describe()
    {
        string then = Then == RetentionEnd.Delete ? "delete" : "anonymize";
        return Keep switch
        {
            KeepKind.Period => $"Kept {Duration} after {After}, then {then}",
            KeepKind.Instructed => $"Kept as long as the customer instructs, then {then} within {Within}",
            KeepKind.ByLaw => $"Kept as long as the law requires ({Ground}), then {then}",
            _ => "Not in the statement",
        };
    }
}
