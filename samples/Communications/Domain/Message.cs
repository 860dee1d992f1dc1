using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>A message that a customer's application sent to, or had from, one of its end users. Kept as long as the customer says.</summary>
[DataClass(DataClasses.CustomerUsage)]
[Retention(Retentions.UsageRecords)]
public sealed class Message
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public required string From { get; set; }

    [Identifier]
    public required string To { get; set; }

    [ElectronicActivity]
    public required string Status { get; set; }

    [ElectronicActivity]
    public DateTime SentAt { get; set; }

    [Content]
    [DataClass(DataClasses.CustomerContent)]
    public string? Body { get; set; }
}
