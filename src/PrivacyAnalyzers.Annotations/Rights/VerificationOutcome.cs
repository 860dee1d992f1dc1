namespace PrivacyAnalyzers;

/// <summary>What an <see cref="IRequestVerifier"/> found: the requester is verified, by some method, or refused, for some reason.</summary>
/// <remarks>Clauses S22 and S23: no right is served without a verification, and a refusal has a reason.</remarks>
public sealed class VerificationOutcome
{
    /// <summary>How long a verification holds where the verifier does not say: one hour.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private VerificationOutcome(string? method, string? reference, TimeSpan lifetime, string? reason)
    {
        Method = method;
        Reference = reference;
        Lifetime = lifetime;
        Reason = reason;
    }

    /// <summary>Whether the requester is verified.</summary>
    public bool IsVerified => Method is not null;

    /// <summary>How the requester was verified, such as <c>signed-in-session</c>; <see langword="null"/> after a refusal.</summary>
    public string? Method { get; }

    /// <summary>Where the proof is filed, such as a ticket's number. It goes into receipts, so it may not be personal data.</summary>
    public string? Reference { get; }

    /// <summary>How long the verification holds.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>Why the requester was refused; <see langword="null"/> after a verification.</summary>
    public string? Reason { get; }

    /// <summary>The requester is who they say they are, or may act for that person.</summary>
    /// <param name="method">How that was found out, such as <c>signed-in-session</c>.</param>
    /// <param name="reference">Where the proof is filed. It goes into receipts, so it may not be personal data.</param>
    /// <param name="lifetime">How long the verification holds; <see cref="DefaultLifetime"/> where nothing is given.</param>
    public static VerificationOutcome Verified(string method, string? reference = null, TimeSpan? lifetime = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        TimeSpan span = lifetime ?? DefaultLifetime;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, TimeSpan.Zero, nameof(lifetime));
        return new VerificationOutcome(method, reference, span, null);
    }

    /// <summary>The requester could not be verified, or the request may be refused.</summary>
    /// <param name="reason">Why. It may be shown to the requester.</param>
    public static VerificationOutcome Refused(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new VerificationOutcome(null, null, TimeSpan.Zero, reason);
    }

    /// <summary>The outcome with its method or its reason.</summary>
    public override string ToString() => IsVerified ? $"verified by {Method}" : $"refused: {Reason}";
}
