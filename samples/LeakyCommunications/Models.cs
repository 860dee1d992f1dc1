using PrivacyAnalyzers;

namespace LeakyCommunications;

[DataSubject]
[DataClass("customer-account")]
[Retention("account-default")]
public class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    [Anonymize(With = "gone")]
    public string Name { get; set; } = "";

    [Identifier]
    public string? Email { get; set; }

    [Identifier]
    public string? Phone { get; set; }

    [Financial]
    public string? BillingAddress { get; set; }

    [Credential]
    public string? AuthToken { get; set; }

    [OptOut("marketing")]
    public bool NoMarketing { get; set; }

    [RetentionClock("account-closed")]
    public DateTime? ClosedAt { get; set; }

    public List<SupportTicket> Tickets { get; } = [];

    public List<SignIn> SignIns { get; } = [];
}

[DataClass("customer-account")]
[Retention("support-comunications")]
public class SupportTicket
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [FreeText]
    public string Subject { get; set; } = "";

    [FreeText]
    public string Text { get; set; } = "";

    public string? Reference { get; set; }
}

[DataClass("customer-account")]
public class SignIn
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [ElectronicActivity]
    public string IpAddress { get; set; } = "";

    public DateTime At { get; set; }
}

/// <summary>A message on its way. It is never stored.</summary>
[Transient]
public record OutgoingMessage([Identifier] string To, [Content] string Body, int Priority);

/// <summary>Somebody who asked sales for a call.</summary>
[DataSubject]
[DataClass("customer-account")]
[Retention("account-default")]
public class Lead
{
    [Identifier]
    public string? Email { get; set; }

    [RetentionClock("account-closed")]
    public DateTime? LostAt { get; set; }
}

public class Newsletter
{
    /// <summary>Who reads it.</summary>
    [DataSubject]
    [DataClass("customer-account")]
    [Retention("account-default")]
    private class Reader
    {
        public int Id { get; set; }

        [Identifier]
        public string? Email { get; set; }

        [RetentionClock("account-closed")]
        public DateTime? LeftAt { get; set; }
    }

    private readonly List<Reader> _readers = [];

    public void Add(string email) => _readers.Add(new Reader { Id = _readers.Count, Email = email });

    public int Count => _readers.Count;
}
