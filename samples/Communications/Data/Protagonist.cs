using Fernhallow.Communications.Domain;

namespace Fernhallow.Communications.Data;

/// <summary>The account holder whom the walk-through follows: a person with something in every table, and one conversation on legal hold.</summary>
internal static class Protagonist
{
    public const string Name = "Maren Solvik";
    public const string Email = "maren.solvik@example.com";
    public const string Phone = "+12025550143";

    private const string Address = "14 Kestrel Row, Alexandria, VA 22301";

    public static readonly Guid Id = new("5f0c1d9e-6a0b-4f6e-9a57-2d6f8f1b7c11");

    public static Customer Create(DateTime now, string passwordHash)
    {
        var customer = new Customer
        {
            Id = Id,
            Name = Name,
            Email = Email,
            Phone = Phone,
            Company = "Solvik Ceramics",
            JobTitle = "Owner",
            Plan = Plan.Business,
            BillingAddress = Address,
            PasswordHash = passwordHash,
            Region = "US",
            CreatedAt = now.AddDays(-790),
            Preferences = new Preferences { MarketingOptOutAt = now.AddDays(-40), Interests = "order notices, two-way texting" },
        };
        customer.CrmContacts.Add(new CrmContact
        {
            ContactName = Name,
            ContactEmail = Email,
            Industry = "Crafts",
            UseCase = "Tell buyers when their order has been fired",
            Notes = $"Called {Phone} in spring; Maren asks for a second number for the workshop",
            LastContactAt = now.AddDays(-260),
        });
        customer.ApiKeys.Add(new ApiKey { KeySid = "KY7d1f3b90", FriendlyName = "Maren's web shop", SecretHash = Seed.Hash("fictional-secret-1"), CreatedAt = now.AddDays(-700) });
        customer.SignIns.Add(new SignIn { At = now.AddDays(-9), IpAddress = "203.0.113.77", UserAgent = "Firefox 146 on Linux", Country = "US", Succeeded = true });
        customer.SignIns.Add(new SignIn { At = now.AddDays(-2), IpAddress = "203.0.113.78", UserAgent = "Safari 19 on iOS", Country = "US", Succeeded = true });
        customer.SupportTickets.Add(Ticket(
            now.AddDays(-120), "Texts to Norway arrive twice", $"Hello, this is {Name}. Please call me on {Phone}.", "We found the route at fault and took it out."));
        SupportTicket hidden = Ticket(now.AddDays(-300), "How do I add a colleague?", "My sister should see the invoices too.", "Settings, Members, Invite.");
        hidden.HiddenAt = now.AddDays(-290);
        customer.SupportTickets.Add(hidden);
        SupportTicket held = Ticket(
            now.AddDays(-60), "Claim about a lost order notice", $"I hold you liable for the loss. {Name}, {Email}", "Our lawyers have your letter.");
        held.OnLegalHold = true;
        customer.SupportTickets.Add(held);
        customer.Invoices.Add(Bill("FC-2025-0117", now.AddDays(-75), 4_310));
        customer.Invoices.Add(Bill("FC-2025-0162", now.AddDays(-45), 4_655));
        customer.SubscriberRecords.Add(new SubscriberRecord
        {
            PhoneNumber = Phone, LegalName = Name, ServiceAddress = Address, ProofOfIdentity = "Driver's licence X00-4471-FICTION", RegisteredAt = now.AddDays(-780),
        });
        customer.Messages.Add(new Message { From = Phone, To = "+12025550171", Status = "delivered", SentAt = now.AddDays(-6), Body = "Your vase leaves the kiln tomorrow. Maren" });
        customer.Messages.Add(new Message { From = "+12025550171", To = Phone, Status = "received", SentAt = now.AddDays(-6), Body = "Wonderful, I will pick it up on Friday!" });
        customer.EndUserDevices.Add(new EndUserDevice { FriendlyName = "Tablet at the counter", DeviceToken = "dev-41c09e-fiction", IsReachable = true, LastCell = "310-260-11532" });
        customer.SurveyAnswers.Add(new SurveyAnswer { Survey = "2025 customer survey", OptedInAt = now.AddDays(-200), AgeBand = "35-44", Gender = "female", Comment = "More example code, please" });
        customer.Suspensions.Add(new Suspension
        {
            Signal = "burst of messages to new numbers",
            DecidedAt = now.AddDays(-400),
            NoticeSentAt = now.AddDays(-400),
            ReviewRequestedAt = now.AddDays(-399),
            Upheld = false,
        });
        return customer;
    }

    public static IEnumerable<EmailEvent> EmailEvents(DateTime now) =>
    [
        new EmailEvent { AccountId = Id, Recipient = "buyer-09@example.net", Kind = EmailEventKind.Delivered, At = now.AddDays(-5) },
        new EmailEvent { AccountId = Id, Recipient = "buyer-09@example.net", Kind = EmailEventKind.Opened, IpAddress = "198.51.100.9", At = now.AddDays(-5).AddHours(2) },
        new EmailEvent { AccountId = Id, Recipient = Email, Kind = EmailEventKind.Clicked, IpAddress = "203.0.113.78", At = now.AddDays(-4) },
    ];

    private static SupportTicket Ticket(DateTime at, string subject, string question, string answer)
    {
        var ticket = new SupportTicket { Subject = subject, ReplyTo = Email, OpenedAt = at };
        ticket.Replies.Add(new SupportReply { Text = question, At = at });
        ticket.Replies.Add(new SupportReply { Text = answer, At = at.AddHours(5), FromStaff = true });
        return ticket;
    }

    private static Invoice Bill(string number, DateTime at, long cents)
    {
        var invoice = new Invoice { Number = number, BilledTo = Name, BillingAddress = Address, TotalCents = cents, IssuedAt = at };
        invoice.Lines.Add(new InvoiceLine { Product = "Number, monthly", Quantity = 2, AmountCents = 230 });
        invoice.Lines.Add(new InvoiceLine { Product = "Text messages", Quantity = (int)(cents - 230) / 5, AmountCents = cents - 230 });
        return invoice;
    }
}
