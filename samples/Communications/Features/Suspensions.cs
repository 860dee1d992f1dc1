using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Partners;
using Fernhallow.Communications.Privacy;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>Accounts that the abuse detector suspends: the holder is told, and a person looks again when asked to.</summary>
internal static class Suspensions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder operators = routes.MapGroup("/abuse").RequireOperator();
        operators.MapPost("/screenings/{id:guid}", ScreenAsync);
        operators.MapPost("/suspensions/{suspensionId:guid}/decision", ReviewAsync);
        routes.MapGroup("/customers/{id:guid}").RequireCustomer().MapPost("/suspension/review", RequestReviewAsync);
    }

    /// <summary>Scores the account's last sign-in and suspends the account where the score is high. No person decides this.</summary>
    [AutomatedDecision(AutomatedDecisions.AccountSuspension)]
    [Purpose(Purposes.FraudPrevention)]
    private static async Task<Results<Ok<ScreeningResult>, NotFound>> ScreenAsync(
        Guid id, CommunicationsContext db, IFraudScoring scoring, IMailer mailer, TimeProvider time, CancellationToken cancellation)
    {
        Customer? customer = await db.Customers.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        SignIn? last = await db.SignIns.Where(s => s.CustomerId == id).OrderByDescending(s => s.At).FirstOrDefaultAsync(cancellation);
        if (customer is null || last is null)
            return TypedResults.NotFound();
        double score = await scoring.ScoreAsync(customer.Email, last.IpAddress, last.Country, cancellation);
        if (score < 0.8)
            return TypedResults.Ok(new ScreeningResult(false));

        customer.Status = AccountStatus.Suspended;
        var suspension = new Suspension { CustomerId = id, Signal = "sign-in from nowhere", DecidedAt = time.GetUtcNow().UtcDateTime };
        db.Suspensions.Add(suspension);
        await NotifyAsync(customer, suspension, mailer, time, cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new ScreeningResult(true));
    }

    [SubjectNotice(AutomatedDecisions.AccountSuspension)]
    private static async Task NotifyAsync(Customer customer, Suspension suspension, IMailer mailer, TimeProvider time, CancellationToken cancellation)
    {
        if (customer.Email is { } email)
            await mailer.SendAsync(email, "Your account is suspended", "Our abuse detection suspended your account. You can ask for a person to review this.", cancellation);
        suspension.NoticeSentAt = time.GetUtcNow().UtcDateTime;
    }

    private static async Task<Results<Accepted, NotFound>> RequestReviewAsync(Guid id, CommunicationsContext db, TimeProvider time, CancellationToken cancellation)
    {
        Suspension? suspension = await db.Suspensions.Where(s => s.CustomerId == id && s.Upheld == null).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync(cancellation);
        if (suspension is null)
            return TypedResults.NotFound();
        suspension.ReviewRequestedAt ??= time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Accepted((string?)null);
    }

    [HumanReview(AutomatedDecisions.AccountSuspension)]
    private static async Task<Results<NoContent, NotFound>> ReviewAsync(Guid suspensionId, ReviewForm form, CommunicationsContext db, CancellationToken cancellation)
    {
        Suspension? suspension = await db.Suspensions.Include(s => s.Customer).SingleOrDefaultAsync(s => s.Id == suspensionId, cancellation);
        if (suspension?.Customer is null)
            return TypedResults.NotFound();
        suspension.Upheld = form.Uphold;
        if (!form.Uphold && suspension.Customer.Status == AccountStatus.Suspended)
            suspension.Customer.Status = AccountStatus.Active;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

[Transient]
internal sealed record ScreeningResult(bool Suspended);

[Transient]
internal sealed record ReviewForm(bool Uphold);
