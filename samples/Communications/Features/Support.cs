using System.Globalization;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>Conversations with support.</summary>
internal static partial class Support
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/customers/{id:guid}").RequireCustomer().MapPost("/support-tickets", OpenAsync);

    private static async Task<Results<Created, ProblemHttpResult>> OpenAsync(
        Guid id, TicketForm form, CommunicationsContext db, ILogger<SupportTicket> logger, TimeProvider time, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(form.Subject) || string.IsNullOrWhiteSpace(form.Text))
            return TypedResults.Problem("A subject and a text are needed", statusCode: StatusCodes.Status400BadRequest);
        Customer customer = await db.Customers.SingleAsync(c => c.Id == id, cancellation);
        DateTime now = time.GetUtcNow().UtcDateTime;
        var ticket = new SupportTicket { Id = Guid.NewGuid(), CustomerId = id, Subject = form.Subject, ReplyTo = customer.Email ?? "", OpenedAt = now };
        ticket.Replies.Add(new SupportReply { Text = form.Text, At = now });
        db.SupportTickets.Add(ticket);
        await db.SaveChangesAsync(cancellation);

        // What people write stays out of the log: the ticket's number finds it.
        LogOpened(logger, ticket.Id, form.Text.Length);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/customers/{id}/support-tickets/{ticket.Id}"));
    }

    [LoggerMessage(10, LogLevel.Information, "Support ticket {TicketId} opened, {Length} characters")]
    private static partial void LogOpened(ILogger logger, Guid ticketId, int length);
}

[Transient]
internal sealed record TicketForm([FreeText] string Subject, [FreeText] string Text);
