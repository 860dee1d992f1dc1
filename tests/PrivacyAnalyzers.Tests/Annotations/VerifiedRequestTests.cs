using System.Reflection;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Annotations;

/// <summary>Clause S22: no right is served without a verification.</summary>
public class VerifiedRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 8, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task S22_A_verified_request_gives_its_key_to_a_right_it_covers()
    {
        var id = Guid.NewGuid();
        var time = new FixedTime(Now);
        VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(
            new Verifier(_ => VerificationOutcome.Verified("signed-in-session", "case 7")), id, SubjectRights.Access | SubjectRights.Erasure, null, time);

        Assert.Equal(id, request.Authorize<Guid>(SubjectRights.Erasure));
        Assert.Equal(id, request.Authorize<Guid>(SubjectRights.Access));
        Assert.Equal("signed-in-session", request.Method);
        Assert.Equal("case 7", request.Reference);
        Assert.Equal(Now, request.VerifiedAt);
        Assert.Equal(Now.AddHours(1), request.ExpiresAt);
        Assert.True(request.IsCurrent);
        RequestRefusedException refused = Assert.Throws<RequestRefusedException>(() => request.Authorize<Guid>(SubjectRights.Correction));
        Assert.Equal("it was verified for Access, Erasure, not for Correction", refused.Reason);
        Assert.Throws<RequestRefusedException>(() => request.Authorize<Guid>(SubjectRights.None));
    }

    [Fact]
    public async Task S22_A_refusal_gives_no_request()
    {
        var verifier = new Verifier(_ => VerificationOutcome.Refused("the link is older than a day"));

        RequestRefusedException refused = await Assert.ThrowsAsync<RequestRefusedException>(
            () => VerifiedRequest.VerifyAsync<Customer>(verifier, 7, CancellationToken.None));

        Assert.Equal("the link is older than a day", refused.Reason);
        Assert.Equal("The request was refused: the link is older than a day", refused.Message);
    }

    [Fact]
    public async Task S22_A_verifier_without_an_answer_verifies_nothing()
    {
        RequestRefusedException refused = await Assert.ThrowsAsync<RequestRefusedException>(
            () => VerifiedRequest.VerifyAsync<Customer>(new Verifier(_ => null!), 7, CancellationToken.None));

        Assert.Equal("the verifier gave no outcome", refused.Reason);
        await Assert.ThrowsAsync<TimeoutException>(
            () => VerifiedRequest.VerifyAsync<Customer>(new Verifier(_ => throw new TimeoutException()), 7, CancellationToken.None));
    }

    [Fact]
    public async Task S22_A_verification_that_ran_out_serves_nothing()
    {
        var time = new FixedTime(Now);
        VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(
            new Verifier(_ => VerificationOutcome.Verified("call-back", lifetime: TimeSpan.FromMinutes(5))), "c-7", timeProvider: time);
        time.Now = Now.AddMinutes(5).AddTicks(-1);
        Assert.Equal("c-7", request.Authorize<string>(SubjectRights.Erasure));

        time.Now = Now.AddMinutes(5);

        Assert.False(request.IsCurrent);
        Assert.Equal("its verification has expired", Assert.Throws<RequestRefusedException>(() => request.Authorize<string>(SubjectRights.Erasure)).Reason);
    }

    [Fact]
    public async Task A_key_of_another_type_is_named_without_its_value()
    {
        VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(
            new Verifier(_ => VerificationOutcome.Verified("session")), "jane@example.com", CancellationToken.None);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => request.Authorize<Guid>(SubjectRights.Erasure));

        Assert.Equal("The request names its Customer by a System.String, and the key is a System.Guid", error.Message);
    }

    [Fact]
    public async Task A_composite_key_is_a_tuple()
    {
        VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(
            new Verifier(_ => VerificationOutcome.Verified("session")), ("acme", 7), CancellationToken.None);

        Assert.Equal(("acme", 7), request.Authorize<(string, int)>(SubjectRights.All));
    }

    [Fact]
    public async Task The_verifier_sees_the_claim_and_the_evidence()
    {
        VerificationRequest? seen = null;
        var verifier = new Verifier(request =>
        {
            seen = request;
            return VerificationOutcome.Verified("token");
        });

        await VerifiedRequest.VerifyAsync<Customer>(verifier, 7, SubjectRights.Erasure, "token 12");

        Assert.NotNull(seen);
        Assert.Equal((typeof(Customer), (object)7, SubjectRights.Erasure, (object?)"token 12"), (seen.SubjectType, seen.Key, seen.Rights, seen.Evidence));
    }

    [Fact]
    public async Task Nothing_prints_the_person()
    {
        VerificationRequest? seen = null;
        VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(
            new Verifier(asked => Verified(seen = asked)), "jane@example.com", evidence: "jane@example.com");

        Assert.Equal("Customer: All, verified by session", request.ToString());
        Assert.Equal("Customer: All", seen!.ToString());
        Assert.DoesNotContain(typeof(VerifiedRequest<Customer>).GetProperties(), property => property.PropertyType == typeof(object));

        static VerificationOutcome Verified(VerificationRequest? _) => VerificationOutcome.Verified("session");
    }

    [Fact]
    public async Task A_cancelled_verification_verifies_nothing()
    {
        using var source = new CancellationTokenSource();
        var verifier = new Verifier(_ =>
        {
            source.Cancel();
            return VerificationOutcome.Verified("session");
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => VerifiedRequest.VerifyAsync<Customer>(verifier, 7, source.Token));
    }

    [Fact]
    public void S22_Nobody_else_can_make_one()
    {
        Assert.True(typeof(VerifiedRequest<Customer>).IsSealed);
        Assert.Empty(typeof(VerifiedRequest<Customer>).GetConstructors(BindingFlags.Public | BindingFlags.Instance));
    }

    [Theory]
    [InlineData(SubjectRights.None)]
    [InlineData((SubjectRights)64)]
    public async Task A_request_claims_rights_that_exist(SubjectRights rights)
    {
        var verifier = new Verifier(_ => VerificationOutcome.Verified("session"));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => VerifiedRequest.VerifyAsync<Customer>(verifier, 7, rights));
        await Assert.ThrowsAsync<ArgumentNullException>(() => VerifiedRequest.VerifyAsync<Customer>(verifier, null!, CancellationToken.None));
    }

    [Fact]
    public void An_outcome_says_how_or_why()
    {
        Assert.Throws<ArgumentException>(() => VerificationOutcome.Verified(" "));
        Assert.Throws<ArgumentException>(() => VerificationOutcome.Refused(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerificationOutcome.Verified("session", lifetime: TimeSpan.Zero));
        Assert.Equal("verified by session", VerificationOutcome.Verified("session").ToString());
        Assert.Equal("refused: unknown caller", VerificationOutcome.Refused("unknown caller").ToString());
    }

    [Fact]
    public async Task A_lifetime_without_end_does_not_overflow()
    {
        VerifiedRequest<Customer> request = await VerifiedRequest.VerifyAsync<Customer>(
            new Verifier(_ => VerificationOutcome.Verified("session", lifetime: TimeSpan.MaxValue)), 7, CancellationToken.None);

        Assert.Equal(DateTimeOffset.MaxValue, request.ExpiresAt);
    }

    private sealed class Customer;

    private sealed class Verifier(Func<VerificationRequest, VerificationOutcome> decide) : IRequestVerifier
    {
        public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) => Task.FromResult(decide(request));
    }
}
