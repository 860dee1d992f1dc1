using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Partners;
using Fernhallow.Communications.Privacy;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>Messages to end users, and their deletion when the customer says so.</summary>
internal static partial class Messaging
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder customer = routes.MapGroup("/customers/{id:guid}").RequireCustomer();
        customer.MapPost("/messages", SendAsync);
        customer.MapDelete("/messages", DeleteAllAsync);
    }

    [Purpose(Purposes.RouteCommunications)]
    private static async Task<Results<Accepted<MessageReceipt>, ProblemHttpResult>> SendAsync(
        Guid id, MessageForm form, CommunicationsContext db, ITelephonyOperator telephony, ILogger<Message> logger, TimeProvider time, CancellationToken cancellation)
    {
        string? from = await db.Customers.Where(c => c.Id == id && c.Status == AccountStatus.Active).Select(c => c.Phone).SingleOrDefaultAsync(cancellation);
        if (from is null || string.IsNullOrWhiteSpace(form.To) || string.IsNullOrEmpty(form.Body))
            return TypedResults.Problem("An active account with a number, a recipient and a text are needed", statusCode: StatusCodes.Status400BadRequest);
        string status = await telephony.HandOverAsync(from, form.To, form.Body, cancellation);
        var message = new Message { Id = Guid.NewGuid(), CustomerId = id, From = from, To = form.To, Body = form.Body, Status = status, SentAt = time.GetUtcNow().UtcDateTime };
        db.Messages.Add(message);
        await db.SaveChangesAsync(cancellation);
        LogHandedOver(logger, message.Id);
        return TypedResults.Accepted((string?)null, new MessageReceipt(message.Id));
    }

    /// <summary>The customer's instruction to delete: carried out here at once, and within thirty days everywhere.</summary>
    private static async Task<NoContent> DeleteAllAsync(Guid id, CommunicationsContext db, CancellationToken cancellation)
    {
        await db.Messages.Where(m => m.CustomerId == id).ExecuteDeleteAsync(cancellation);
        return TypedResults.NoContent();
    }

    [LoggerMessage(20, LogLevel.Information, "Message {MessageId} handed over")]
    private static partial void LogHandedOver(ILogger logger, Guid messageId);
}

[Transient]
internal sealed record MessageForm([Identifier] string To, [Content] string Body);

[Transient]
internal sealed record MessageReceipt(Guid Id);
