using PrivacyAnalyzers;

namespace LeakyCommunications;

/// <summary>Who uses a number, where a law wants that on file: for the local carrier and the authorities.</summary>
[DataClass("customer-account")]
[Retention("invoices")]
public class SubscriberRecord
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public string ProofOfIdentity { get; set; } = "";
}

public interface IPartners
{
    [Recipient("telephony-operators")]
    Task CarryAsync(string subscriber);

    [Recipient("messaging-apps")]
    Task AnnounceAsync(string subscriber);

    [Recipient("fraud-scoring")]
    Task<int> ScoreAsync(string who);

    [Recipient("group-companies")]
    Task ShareAsync(object record);

    [Recipient("data-broker")]
    Task OfferAsync(string? visit);
}

[Recipient("crm-provider")]
public interface ICrm
{
    Task NoteAsync(Guid customer, string? what);
}

public class Partnerships(IPartners partners)
{
    public async Task RegisterAsync(SubscriberRecord record)
    {
        await partners.CarryAsync(record.ProofOfIdentity);
        await partners.AnnounceAsync(record.ProofOfIdentity);
    }

    public async Task<int> ScoreAsync(Customer customer, Message message)
    {
        string recipient = message.To;
        return await partners.ScoreAsync(customer.Name) + await partners.ScoreAsync(recipient);
    }

    public Task ShareAsync(Profile profile) => partners.ShareAsync(new { profile.CustomerId, profile.Gender });

    public Task SellAsync(Visit visit) => partners.OfferAsync(visit.Browser);
}

/// <summary>The voice product has a ground for what it sends to India.</summary>
[Product("voice")]
public class VoiceSales(ICrm crm)
{
    public Task CallAsync(Customer customer) => crm.NoteAsync(customer.Id, customer.Phone);

    public Task CallAsync(Customer customer, SignIn last) => crm.NoteAsync(customer.Id, last.IpAddress);
}

/// <summary>The e-mail product has none.</summary>
[Product("email")]
public class MailSales(ICrm crm)
{
    public Task WriteAsync(Customer customer) => crm.NoteAsync(customer.Id, customer.Email);
}
