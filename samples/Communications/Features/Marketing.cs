using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Partners;
using Fernhallow.Communications.Privacy;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>Mail about other products, to those who have not said no.</summary>
internal static class Marketing
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/marketing").RequireOperator().MapPost("/campaigns", SendAsync);
        RouteGroupBuilder customer = routes.MapGroup("/customers/{id:guid}").RequireCustomer();
        customer.MapPut("/marketing-opt-out", OptOutAsync);
        customer.MapDelete("/marketing-opt-out", OptInAsync);
    }

    /// <summary>An opt-out counts from the moment it is stored: well within the three days that the statement allows.</summary>
    [Purpose(Purposes.Marketing)]
    private static async Task<Ok<CampaignResult>> SendAsync(CampaignForm form, CommunicationsContext db, IMailer mailer, CancellationToken cancellation)
    {
        int sent = 0;
        await foreach (Customer customer in db.Customers.Include(c => c.Preferences).Where(c => c.Status == AccountStatus.Active).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (customer.Preferences is not { MarketingOptOutAt: null } || customer.Email is not { } email)
                continue;
            await mailer.SendAsync(email, form.Subject, form.Text, cancellation);
            sent++;
        }

        return TypedResults.Ok(new CampaignResult(sent));
    }

    private static async Task<NoContent> OptOutAsync(Guid id, CommunicationsContext db, TimeProvider time, CancellationToken cancellation)
    {
        Preferences preferences = await db.Preferences.SingleAsync(p => p.CustomerId == id, cancellation);
        preferences.MarketingOptOutAt ??= time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> OptInAsync(Guid id, CommunicationsContext db, CancellationToken cancellation)
    {
        Preferences preferences = await db.Preferences.SingleAsync(p => p.CustomerId == id, cancellation);
        preferences.MarketingOptOutAt = null;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

[Transient]
internal sealed record CampaignForm(string Subject, string Text);

[Transient]
internal sealed record CampaignResult(int Sent);
