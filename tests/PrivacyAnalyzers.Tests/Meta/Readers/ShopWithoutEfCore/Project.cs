using System.Text.Json;

[DataSubject]
public class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    public string? Email { get; set; }
}

[Retention("support-communications")]
public class Ticket
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    [FreeText]
    public string? Text { get; set; }
}

/// <summary>What the code on a page has at hand where it says nothing else.</summary>
public abstract class AtHand
{
    protected Customer customer = null!;
    protected Guid customerId;
    protected IRequestVerifier verifier = null!;
    protected IPersonalDataStore store = null!;
    protected Utf8JsonWriter utf8JsonWriter = null!;
}
