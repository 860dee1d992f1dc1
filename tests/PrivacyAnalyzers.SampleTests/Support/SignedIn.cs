namespace PrivacyAnalyzers.SampleTests.Support;

/// <summary>Whoever asks is whom they say they are.</summary>
internal sealed class SignedIn : IRequestVerifier
{
    public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(VerificationOutcome.Verified("signed-in-session"));
}
