using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>What became of one e-mail, as its web beacon and the receiving server tell: an extra of the e-mail product.</summary>
[Product(Products.Email)]
[DataClass(DataClasses.CustomerUsage)]
[Retention(Retentions.UsageRecords)]
public sealed class EmailEvent
{
    public long Id { get; set; }

    /// <summary>The customer in whose name the mail went out. Millions of rows: no navigation leads here.</summary>
    [SubjectLink(typeof(Customer))]
    public Guid AccountId { get; set; }

    [Identifier]
    public required string Recipient { get; set; }

    [ElectronicActivity]
    public EmailEventKind Kind { get; set; }

    [ElectronicActivity]
    public string? IpAddress { get; set; }

    [ElectronicActivity]
    public DateTime At { get; set; }
}

public enum EmailEventKind
{
    Delivered,
    Opened,
    Clicked,
    Bounced,
    MarkedAsSpam,
}
