using PrivacyAnalyzers;

namespace LeakyCommunications;

/// <summary>A message that a customer's code sent to one of its own users.</summary>
[DataClass("customer-usage")]
[Retention("usage-records")]
public class Message
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public string To { get; set; } = "";

    [Content]
    [DataClass("customer-content")]
    public string Body { get; set; } = "";
}

/// <summary>What a web beacon told of an e-mail, filed under what the e-mail says.</summary>
[Product("email")]
[DataClass("customer-content")]
[Retention("usage-records")]
public class MailEvent
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [ElectronicActivity]
    public string Kind { get; set; } = "";
}

/// <summary>A payment, with the card that only the payment processor should know, filed under traffic.</summary>
[DataClass("customer-usage")]
[Retention("usage-records")]
public class Payment
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Financial]
    public string CardNumber { get; set; } = "";
}

public class Screening
{
    /// <summary>What customers' users write is carried for the customers, and read here for an end of the company's own.</summary>
    [Purpose("fraud-prevention")]
    public bool LooksLikeSpam(Message message) => message.Body.Contains("you have won", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number is what the screening is for.</summary>
    [Purpose("fraud-prevention")]
    public bool IsShort(Message message) => message.To.Length < 7;
}
