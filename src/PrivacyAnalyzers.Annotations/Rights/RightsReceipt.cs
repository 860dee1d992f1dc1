using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers;

/// <summary>What was done on a correction, a restriction, a withdrawn consent or an opt-out.</summary>
/// <remarks>
/// Clauses S06, S18 and S21. GDPR Art. 5(2), 7(3), 16, 18, 19 and 21; CCPA 1798.106, .120 and .121. It holds counts and names of types, members and
/// rules, never personal data.
/// </remarks>
public sealed record RightsReceipt
{
    /// <summary>The verified request that this was done on: <see cref="VerifiedRequest{TSubject}.Id"/>.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The data subject's type, such as <c>Customer</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The right that was served.</summary>
    public required SubjectRights Right { get; init; }

    /// <summary>The consent or the purpose that it was about; <see langword="null"/> for corrections and restrictions.</summary>
    public string? Of { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How the requester was verified, in the verifier's words.</summary>
    public required string VerifiedBy { get; init; }

    /// <summary>Where the proof of the verification is filed, in the verifier's words.</summary>
    public string? VerificationReference { get; init; }

    /// <summary>What changed in each entity concerned.</summary>
    public required IReadOnlyList<EntityChange> Entities { get; init; }

    /// <summary>What a hold or a law keeps as it is.</summary>
    public required IReadOnlyList<WithheldData> Withheld { get; init; }

    /// <summary>The period in which it takes effect everywhere, ISO 8601, such as <c>P3D</c>; <see langword="null"/> where the statement gives none.</summary>
    public string? Within { get; init; }

    /// <summary>By when it takes effect everywhere. Clause S18: an opt-out from marketing takes effect within three days.</summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>The receipt as plain text, one fact a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Right}{(Of is null ? "" : " of " + Of)} for one {Subject}, {At:u}, verified by {VerifiedBy}");
        foreach (EntityChange entity in Entities)
            text.Append('\n').Append(entity);
        foreach (WithheldData withheld in Withheld)
            text.Append("\nwithheld: ").Append(withheld);
        if (DueBy is { } due)
            text.Append(CultureInfo.InvariantCulture, $"\neffective everywhere by {due:u} ({Within})");
        return text.ToString();
    }
}

/// <summary>What changed in one entity's rows.</summary>
/// <param name="Entity">The entity's type, such as <c>Customer</c>.</param>
/// <param name="Recorded">Rows in which the choice was recorded or the value corrected; those that had it already are not counted.</param>
/// <param name="Cleared">Rows of which personal data was cleared, since the consent that it needs is gone.</param>
public sealed record EntityChange(string Entity, int Recorded, int Cleared)
{
    /// <summary>Names and counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Entity}: {Recorded} recorded, {Cleared} cleared");
}

/// <summary>A value to put in place of a wrong one, or nothing: then the stored one stays.</summary>
/// <typeparam name="T">The member's type.</typeparam>
/// <remarks>Clause S21. GDPR Art. 16; CCPA 1798.106.</remarks>
public readonly record struct Corrected<T>
{
    /// <summary>A value to put in place of a wrong one.</summary>
    /// <param name="value">The right value.</param>
    public Corrected(T value)
    {
        Value = value;
        IsGiven = true;
    }

    /// <summary>Whether there is one.</summary>
    public bool IsGiven { get; }

    /// <summary>The right value.</summary>
    public T Value { get; }

    /// <summary>A value is a correction.</summary>
    /// <param name="value">The right value.</param>
    public static implicit operator Corrected<T>(T value) => new(value);

    /// <summary>Says whether a value is given, never which: it may be personal data.</summary>
    public override string ToString() => IsGiven ? "corrected" : "left";
}
