namespace PrivacyAnalyzers;

/// <summary>The only way to a <see cref="VerifiedRequest{TSubject}"/>: through the application's <see cref="IRequestVerifier"/>.</summary>
/// <remarks>Clause S22: requesters are verified before access or deletion. GDPR Art. 12(6); CCPA 1798.130.</remarks>
public static class VerifiedRequest
{
    /// <summary>Has a request for all rights verified.</summary>
    /// <typeparam name="TSubject">The data subject's type.</typeparam>
    /// <param name="verifier">The application's verifier.</param>
    /// <param name="key">The subject's key, of the key's own type; a tuple where it has several parts.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <exception cref="RequestRefusedException">The verifier refused.</exception>
    public static Task<VerifiedRequest<TSubject>> VerifyAsync<TSubject>(IRequestVerifier verifier, object key, CancellationToken cancellationToken)
        where TSubject : class =>
        VerifyAsync<TSubject>(verifier, key, SubjectRights.All, null, null, cancellationToken);

    /// <summary>Has a request verified.</summary>
    /// <typeparam name="TSubject">The data subject's type.</typeparam>
    /// <param name="verifier">The application's verifier.</param>
    /// <param name="key">The subject's key, of the key's own type; a tuple where it has several parts.</param>
    /// <param name="rights">The rights that the request claims. It serves no other.</param>
    /// <param name="evidence">What the requester presented. It is handed to the verifier and not kept.</param>
    /// <param name="timeProvider">Where time comes from; the system's clock where nothing is given.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <exception cref="RequestRefusedException">The verifier refused.</exception>
    public static async Task<VerifiedRequest<TSubject>> VerifyAsync<TSubject>(
        IRequestVerifier verifier,
        object key,
        SubjectRights rights = SubjectRights.All,
        object? evidence = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
        where TSubject : class
    {
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentNullException.ThrowIfNull(key);
        if (rights == SubjectRights.None || (rights & ~SubjectRights.All) != 0)
            throw new ArgumentOutOfRangeException(nameof(rights), "A request claims at least one right, and none that is not defined");

        VerificationOutcome? outcome = await verifier
            .VerifyAsync(new VerificationRequest(typeof(TSubject), key, rights, evidence), cancellationToken)
            .ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (outcome is null)
            throw new RequestRefusedException("the verifier gave no outcome");
        if (!outcome.IsVerified)
            throw new RequestRefusedException(outcome.Reason!);
        return new VerifiedRequest<TSubject>(key, rights, outcome, timeProvider ?? TimeProvider.System);
    }
}

/// <summary>A person's request after its verification. It names one subject, for some rights, for a limited time.</summary>
/// <typeparam name="TSubject">The data subject's type.</typeparam>
/// <remarks>
/// Clause S22. Generated export and erasure take nothing else, and this can only come from
/// <see cref="VerifiedRequest.VerifyAsync{TSubject}(IRequestVerifier, object, CancellationToken)"/>: whoever forgets to verify cannot compile.
/// </remarks>
public sealed class VerifiedRequest<TSubject>
    where TSubject : class
{
    private readonly object _key;

    internal VerifiedRequest(object key, SubjectRights rights, VerificationOutcome outcome, TimeProvider timeProvider)
    {
        _key = key;
        Rights = rights;
        Method = outcome.Method!;
        Reference = outcome.Reference;
        TimeProvider = timeProvider;
        VerifiedAt = timeProvider.GetUtcNow();
        ExpiresAt = outcome.Lifetime < DateTimeOffset.MaxValue - VerifiedAt ? VerifiedAt + outcome.Lifetime : DateTimeOffset.MaxValue;
    }

    /// <summary>Tells this request from all others. Receipts carry it, so that an audit finds the one by the other.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The rights that the request was verified for.</summary>
    public SubjectRights Rights { get; }

    /// <summary>How the requester was verified, in the verifier's words.</summary>
    public string Method { get; }

    /// <summary>Where the proof is filed, in the verifier's words.</summary>
    public string? Reference { get; }

    /// <summary>When the requester was verified.</summary>
    public DateTimeOffset VerifiedAt { get; }

    /// <summary>From when on the verification no longer holds.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Where time comes from, for this request and for what is done on it.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Whether the verification still holds.</summary>
    public bool IsCurrent => TimeProvider.GetUtcNow() < ExpiresAt;

    /// <summary>
    /// The subject's key, for code that serves this right. Generated code calls this first; so does hand-written code that serves a right
    /// on data that no generator reaches.
    /// </summary>
    /// <typeparam name="TKey">The key's type: <see cref="Guid"/>, <see cref="int"/>, <see cref="string"/>, a tuple of the parts of a composite key.</typeparam>
    /// <param name="right">The right to be served.</param>
    /// <exception cref="RequestRefusedException">The verification ran out, or does not cover the right.</exception>
    /// <exception cref="InvalidOperationException">The request names its subject by a key of another type.</exception>
    public TKey Authorize<TKey>(SubjectRights right)
        where TKey : notnull
    {
        if (right == SubjectRights.None || (Rights & right) != right)
            throw new RequestRefusedException($"it was verified for {Rights}, not for {right}");
        if (!IsCurrent)
            throw new RequestRefusedException("its verification has expired");
        if (_key is TKey key)
            return key;
        throw new InvalidOperationException(
            $"The request names its {typeof(TSubject).Name} by a {_key.GetType()}, and the key is a {typeof(TKey)}");
    }

    /// <summary>Names the type, the rights and the method, never the person.</summary>
    public override string ToString() => $"{typeof(TSubject).Name}: {Rights}, verified by {Method}";
}
