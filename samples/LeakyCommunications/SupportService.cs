using System.Diagnostics;

namespace LeakyCommunications;

public partial class SupportService(LeakyContext db, ILogger<SupportService> logger)
{
    private static readonly Action<Microsoft.Extensions.Logging.ILogger, string, Exception?> TicketOpened =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "Ticket opened: {Subject}");

    public async Task<SupportTicket> OpenAsync(Customer customer, string subject, string text)
    {
        var ticket = new SupportTicket { CustomerId = customer.Id, Subject = subject, Text = text };
        if (ticket.Text.Length > 4000)
            throw new ArgumentException($"Ticket of {customer.Email} is too long", nameof(text));

        ticket.Reference = customer.Phone;
        TicketOpened(logger, ticket.Subject, null);
        LogQueued(logger, customer.Name, ticket.Id);
        db.Tickets.Add(ticket);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception failure)
        {
            var wrapped = new InvalidOperationException("Ticket not stored", failure);
            wrapped.Data["phone"] = customer.Phone;
            throw wrapped;
        }

        Debug.WriteLine(ticket.Subject);
        return ticket;
    }

    [LoggerMessage(2, LogLevel.Information, "Ticket {TicketId} queued for {Name}")]
    private static partial void LogQueued(Microsoft.Extensions.Logging.ILogger logger, string name, Guid ticketId);
}
