using PrivacyAnalyzers;

namespace LeakyCommunications;

public interface IContact
{
    [Identifier]
    string Address { get; }
}

/// <summary>A mailbox that news go to.</summary>
[Transient]
public record Mailbox([NotPersonal("addresses of teams")] string Address) : IContact;

/// <summary>One look at a page, by somebody whom nothing names.</summary>
[DataClass("customer-account")]
[Retention("account-default")]
public class Visit
{
    public Guid Id { get; set; }

    [ElectronicActivity]
    public string? Browser { get; set; }

    [RetentionClock("account-closed")]
    public DateTime? EndedAt { get; set; }
}

public class Campaigns(LeakyContext db)
{
    [Purpose("marketing")]
    public IEnumerable<IContact> Everybody()
    {
        foreach (Customer customer in db.Customers)
            yield return new Mailbox(customer.Email ?? "");
    }

    [Purpose("marketing")]
    public IEnumerable<IContact> Willing()
    {
        foreach (Customer customer in db.Customers.Where(customer => !customer.NoMarketing))
            yield return new Mailbox(customer.Email ?? "");
    }
}
