using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>A conversation with support. Staff ask customers to leave sensitive data out; what comes in anyway is kept like the rest.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.SupportCommunications)]
public sealed class SupportTicket
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [FreeText]
    public required string Subject { get; set; }

    [Identifier]
    public required string ReplyTo { get; set; }

    public DateTime OpenedAt { get; set; }

    /// <summary>Hidden from the portal, not gone: a query filter leaves such tickets out, an export and an erasure do not.</summary>
    public DateTime? HiddenAt { get; set; }

    [LegalHold]
    public bool OnLegalHold { get; set; }

    public List<SupportReply> Replies { get; } = [];
}

/// <summary>One message of a conversation with support.</summary>
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.SupportCommunications)]
public sealed class SupportReply
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public SupportTicket? Ticket { get; set; }

    public bool FromStaff { get; set; }

    [FreeText]
    public required string Text { get; set; }

    public DateTime At { get; set; }
}
