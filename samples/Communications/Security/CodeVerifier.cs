using PrivacyAnalyzers;

namespace Fernhallow.Communications.Security;

/// <summary>Holds a request to be the account holder's when it comes with the code that was just sent to the mailbox on file.</summary>
internal sealed class CodeVerifier(OneTimeCodes codes) : IRequestVerifier
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Key is Guid customerId && codes.Redeem(customerId, request.Evidence as string)
            ? VerificationOutcome.Verified("one-time-code", lifetime: Lifetime)
            : VerificationOutcome.Refused("the code is missing, wrong, used or too old"));
}
