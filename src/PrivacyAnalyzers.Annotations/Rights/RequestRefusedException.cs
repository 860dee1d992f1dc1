namespace PrivacyAnalyzers;

/// <summary>A person's request was not served: the requester was not verified, the verification ran out, or it covers other rights.</summary>
/// <remarks>Clauses S22 and S23. The message holds no personal data.</remarks>
public sealed class RequestRefusedException : Exception
{
    /// <summary>A refusal without a stated reason.</summary>
    public RequestRefusedException()
        : this("not verified")
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="reason">Why the request was not served.</param>
    public RequestRefusedException(string reason)
        : this(reason, null)
    {
    }

    /// <summary>A refusal with what led to it.</summary>
    /// <param name="reason">Why the request was not served.</param>
    /// <param name="innerException">What led to the refusal.</param>
    public RequestRefusedException(string reason, Exception? innerException)
        : base($"The request was refused: {reason}", innerException) => Reason = reason;

    /// <summary>Why the request was not served.</summary>
    public string Reason { get; }
}
