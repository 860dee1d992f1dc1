namespace PrivacyAnalyzers;

/// <summary>Decides whether whoever makes a request is the person whose data it concerns, or may speak for that person.</summary>
/// <remarks>
/// Clause S22: requesters are verified before access or deletion. GDPR Art. 12(6); CCPA 1798.130 and 11 CCR 7060–7062.
/// The application implements this: by a session that was just signed in, a signed link, a call back to a known number.
/// An implementation that throws verifies nothing.
/// </remarks>
public interface IRequestVerifier
{
    /// <summary>Verifies one request.</summary>
    /// <param name="request">Whom it concerns, which rights it claims, and what the requester presented.</param>
    /// <param name="cancellationToken">Ends the verification; nothing is verified then.</param>
    /// <returns><see cref="VerificationOutcome.Verified"/> or <see cref="VerificationOutcome.Refused"/>.</returns>
    Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken);
}

/// <summary>What an <see cref="IRequestVerifier"/> has to decide on.</summary>
public sealed class VerificationRequest
{
    internal VerificationRequest(Type subjectType, object key, SubjectRights rights, object? evidence)
    {
        SubjectType = subjectType;
        Key = key;
        Rights = rights;
        Evidence = evidence;
    }

    /// <summary>The type of the data subject, such as <c>Customer</c>.</summary>
    public Type SubjectType { get; }

    /// <summary>The key of the one subject that the request concerns; a tuple where the key has several parts.</summary>
    public object Key { get; }

    /// <summary>The rights that the request claims. Some deserve a stricter check than others.</summary>
    public SubjectRights Rights { get; }

    /// <summary>What the requester presented, as the application handed it in: a principal, a token, an answered challenge. It is not kept.</summary>
    public object? Evidence { get; }

    /// <summary>Names the type and the rights, never the person.</summary>
    public override string ToString() => $"{SubjectType.Name}: {Rights}";
}
