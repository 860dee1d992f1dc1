using Fernhallow.Communications.Privacy;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Domain;

/// <summary>The holder of an account: the person whose rights the service serves. What is theirs hangs on this row.</summary>
[DataSubject]
[DataClass(DataClasses.CustomerAccount)]
[Retention(Retentions.AccountDefault)]
public sealed class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    [Anonymize(With = "Former account holder")]
    public required string Name { get; set; }

    [Identifier]
    public string? Email { get; set; }

    [Identifier]
    public string? Phone { get; set; }

    [Professional]
    public string? Company { get; set; }

    [Professional]
    public string? JobTitle { get; set; }

    [Commercial]
    public Plan? Plan { get; set; }

    /// <summary>From the payment processor, which keeps the card. Tax is computed from it, so it stays as long as the invoices do.</summary>
    [Financial]
    [Retention(Retentions.Invoices)]
    public string? BillingAddress { get; set; }

    [Credential]
    public string? PasswordHash { get; set; }

    /// <summary>Which law protects the account: <c>US</c>, <c>EEA</c> or <c>CH</c>.</summary>
    [NotPersonal("one of three values, chosen with the contract")]
    public required string Region { get; set; }

    public AccountStatus Status { get; set; }

    public DateTime CreatedAt { get; set; }

    [RetentionClock(Clocks.AccountClosed)]
    public DateTime? ClosedAt { get; set; }

    /// <summary>Set while a lawsuit, an investigation or an authority's request forbids deletion.</summary>
    [LegalHold]
    public bool OnLegalHold { get; set; }

    public Preferences? Preferences { get; set; }

    public List<CrmContact> CrmContacts { get; } = [];

    public List<ApiKey> ApiKeys { get; } = [];

    public List<SignIn> SignIns { get; } = [];

    public List<SupportTicket> SupportTickets { get; } = [];

    public List<Invoice> Invoices { get; } = [];

    public List<SubscriberRecord> SubscriberRecords { get; } = [];

    public List<Message> Messages { get; } = [];

    public List<EndUserDevice> EndUserDevices { get; } = [];

    public List<SurveyAnswer> SurveyAnswers { get; } = [];

    public List<Suspension> Suspensions { get; } = [];
}

public enum Plan
{
    Trial,
    PayAsYouGo,
    Business,
    Enterprise,
}

public enum AccountStatus
{
    Active,
    Suspended,
    Closed,
}
