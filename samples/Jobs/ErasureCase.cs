using Fernhallow.Jobs.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Jobs;

/// <summary>
/// A verified request for erasure, written down until a node gets to it. It outlives the person as proof that they were forgotten
/// (GDPR Art. 5(2)), and no longer says who it was.
/// </summary>
[Retention(Retentions.ErasureCases)]
public sealed class ErasureCase
{
    internal const string WasSwept = "Nothing was left to erase: retention had run out, and a sweep deleted the person's data before the case was served.";

    public Guid Id { get; set; }

    /// <summary>Whom to erase. The erasure unsets it, and so does a sweep that deletes the person.</summary>
    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>What was done; counts, names and grounds, nothing of the person.</summary>
    [NotPersonal("a receipt says how many rows of which entities are gone")]
    public string? Receipt { get; set; }

    /// <summary>Whoever takes the request, say an endpoint behind the sign-in, has it verified and stores the case: <c>db.ErasureCases.Add(ErasureCase.Of(request))</c>.</summary>
    public static ErasureCase Of(VerifiedRequest<Customer> request) =>
        new() { Id = request.Id, CustomerId = request.Authorize<Guid>(SubjectRights.Erasure), AskedAt = request.VerifiedAt };

    /// <summary>The request again, for the node that serves it: who asked was verified before the case was written.</summary>
    internal Task<VerifiedRequest<Customer>> ReopenAsync(TimeProvider time, CancellationToken cancellationToken) =>
        VerifiedRequest.VerifyAsync<Customer>(new CaseVerifier(this), CustomerId!.Value, SubjectRights.Erasure, timeProvider: time, cancellationToken: cancellationToken);

    private sealed class CaseVerifier(ErasureCase asked) : IRequestVerifier
    {
        public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(request.Key.Equals(asked.CustomerId)
                ? VerificationOutcome.Verified("verified-when-asked", reference: $"case {asked.Id}")
                : VerificationOutcome.Refused("the case is another person's"));
    }
}
