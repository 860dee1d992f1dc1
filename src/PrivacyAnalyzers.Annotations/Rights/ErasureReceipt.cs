using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers;

/// <summary>What an erasure did, or, as a preview, would do: how many rows of each entity, what was withheld and why, what is due by when.</summary>
/// <remarks>
/// Clauses S15, S17, S19, S21 and S23. GDPR Art. 5(2), 12(3), 17 and 19; CCPA 1798.105. The receipt holds counts and names of types, members and
/// rules, never personal data: it may be filed after the person is forgotten.
/// </remarks>
public sealed record ErasureReceipt
{
    /// <summary>The verified request that this was done on: <see cref="VerifiedRequest{TSubject}.Id"/>.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The data subject's type, such as <c>Customer</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Why the data was erased.</summary>
    public required ErasureGround Ground { get; init; }

    /// <summary>Whether nothing was changed: the figures are those an erasure would have at that moment.</summary>
    public required bool IsPreview { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How the requester was verified, in the verifier's words.</summary>
    public required string VerifiedBy { get; init; }

    /// <summary>Where the proof of the verification is filed, in the verifier's words.</summary>
    public string? VerificationReference { get; init; }

    /// <summary>Each entity that leads to the subject, also those without rows, in the order in which they were handled.</summary>
    public required IReadOnlyList<EntityErasure> Entities { get; init; }

    /// <summary>What stays, and on what ground. Clause S23.</summary>
    public required IReadOnlyList<WithheldData> Withheld { get; init; }

    /// <summary>What must be gone from all other systems, such as backups and replicas, and by when. Clause S17.</summary>
    public required IReadOnlyList<ErasureDeadline> Due { get; init; }

    /// <summary>What was done outside the database, and what is still to be done there.</summary>
    public IReadOnlyList<ErasureStepResult> Steps { get; init; } = [];

    /// <summary>How many rows were deleted.</summary>
    public int Deleted => Entities.Sum(entity => entity.Deleted);

    /// <summary>How many rows were anonymised: they stay, and some or all of their personal data is gone.</summary>
    public int Anonymized => Entities.Sum(entity => entity.Anonymized);

    /// <summary>How many rows stay with personal data in them.</summary>
    public int Retained => Entities.Sum(entity => entity.Retained);

    /// <summary>Whether nothing personal stays and nothing is due elsewhere.</summary>
    public bool IsComplete => Retained == 0 && Due.Count == 0 && Steps.All(step => step.Status == ErasureStepStatus.Done);

    /// <summary>The receipt as plain text, one fact a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(IsPreview ? "Preview of the erasure" : "Erasure")} of one {Subject} ({Ground}), {At:u}, verified by {VerifiedBy}");
        foreach (EntityErasure entity in Entities)
            text.Append('\n').Append(entity);
        foreach (WithheldData withheld in Withheld)
            text.Append("\nwithheld: ").Append(withheld);
        foreach (ErasureDeadline due in Due)
            text.Append("\ndue: ").Append(due);
        foreach (ErasureStepResult step in Steps)
            text.Append("\nstep: ").Append(step);
        return text.ToString();
    }
}

/// <summary>What an erasure did to one entity's rows. A row that is partly kept counts as anonymised and as retained.</summary>
/// <param name="Entity">The entity's type, such as <c>Invoice</c>.</param>
/// <param name="Rule">The retention rule that its type follows; <see langword="null"/> where only its members have one.</param>
/// <param name="Deleted">Rows that are gone.</param>
/// <param name="Anonymized">Rows that stay, and of which some or all personal data is gone.</param>
/// <param name="Retained">Rows that stay with personal data in them.</param>
public sealed record EntityErasure(string Entity, string? Rule, int Deleted, int Anonymized, int Retained)
{
    /// <summary>Names and counts.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Entity}: {Deleted} deleted, {Anonymized} anonymised, {Retained} retained");
}

/// <summary>What stays after an erasure, and on what ground.</summary>
/// <param name="Entity">The entity's type.</param>
/// <param name="Rows">How many of its rows.</param>
/// <param name="Reason">Why they stay.</param>
/// <param name="Ground">The ground as the statement names it, such as <c>tax</c>; <c>legal-hold</c> for a hold.</param>
/// <param name="Rule">The retention rule that says so; <see langword="null"/> for a hold.</param>
/// <param name="Members">The members that keep their data; empty where the row's personal data is gone and only the row stays.</param>
/// <param name="RequiredBy">The entity whose rows refer to these, for <see cref="WithheldReason.RequiredByRetained"/>.</param>
/// <remarks>Clause S23: a request may be refused in part, and the person is told which part and why.</remarks>
public sealed record WithheldData(
    string Entity, int Rows, WithheldReason Reason, string Ground, string? Rule, IReadOnlyList<string> Members, string? RequiredBy = null)
{
    /// <summary>Names and counts.</summary>
    public override string ToString()
    {
        string members = Members.Count == 0 ? "" : " (" + string.Join(", ", Members) + ")";
        string rule = Rule is null ? "" : ", rule " + Rule;
        string why = Reason switch
        {
            WithheldReason.LegalHold => "legal hold",
            WithheldReason.ByLaw => "kept by law: " + Ground,
            _ => $"required by {RequiredBy}: {Ground}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Rows} {Entity}{members}, {why}{rule}");
    }
}

/// <summary>By when what was erased here must be gone from all systems.</summary>
/// <param name="Entity">The entity's type.</param>
/// <param name="Rule">The retention rule that sets the deadline.</param>
/// <param name="Rows">How many rows were deleted or anonymised here.</param>
/// <param name="Within">The rule's period, ISO 8601, such as <c>P30D</c>.</param>
/// <param name="DueBy">The last moment.</param>
/// <remarks>Clause S17: usage records are removed from all systems within 30 days of the instruction.</remarks>
public sealed record ErasureDeadline(string Entity, string Rule, int Rows, string Within, DateTimeOffset DueBy)
{
    /// <summary>Names, counts and the date.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rows} {Entity} from all systems by {DueBy:u} ({Rule}, {Within})");
}
