using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bogus;
using Fernhallow.Communications.Domain;

namespace Fernhallow.Communications.Data;

/// <summary>
/// Fills the database with fictional people. The same seed gives the same people: what the walk-through prints can be compared.
/// Numbers, addresses and mailboxes are from the ranges set aside for fiction and documentation.
/// </summary>
internal static class Seed
{
    private const int Customers = 24;

    private static readonly string[] Topics =
    [
        "Messages arrive late", "Invoice shows the wrong address", "Cannot verify my number", "Webhook is called twice", "How do I port a number?",
        "Caller id is not shown", "Change of company name", "Two-factor codes do not arrive",
    ];

    private static readonly string[] Bodies =
    [
        "Your code is {0}. It is good for ten minutes.", "Your parcel {0} arrives today between 14 and 16.", "Your table for two is booked, reference {0}.",
        "Reminder: dentist on Thursday, 9:30. Reply {0} to cancel.", "We have your order {0} and thank you!",
    ];

    /// <returns>How many rows were written.</returns>
    public static async Task<int> FillAsync(CommunicationsContext db, DateTime now, IProgress<double>? progress, CancellationToken cancellation)
    {
        // One hash for all: nobody can sign in with it, and hashing 24 passwords properly would take seconds.
        string passwordHash = Hash("nobody signs in as these people");
        var faker = new Faker("en") { Random = new Randomizer(20260108) };

        var ids = new SeedIds();
        db.Customers.Add(ids.Number(Protagonist.Create(now, passwordHash)));
        db.EmailEvents.AddRange(Protagonist.EmailEvents(now));
        int rows = await db.SaveChangesAsync(cancellation);
        for (int i = 1; i < Customers; i++)
        {
            Customer customer = CreateCustomer(faker, i, now, passwordHash);
            db.Customers.Add(ids.Number(customer));
            db.EmailEvents.AddRange(CreateEmailEvents(faker, customer, now));
            rows += await db.SaveChangesAsync(cancellation);
            progress?.Report((i + 1.0) / Customers);
        }

        db.ChangeTracker.Clear();
        return rows;
    }

    /// <summary>A digest for secrets that are long and random, such as API keys. Passwords go through the password hasher.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static Customer CreateCustomer(Faker faker, int index, DateTime now, string passwordHash)
    {
        string first = faker.Name.FirstName();
        string last = faker.Name.LastName();
        string name = first + " " + last;
        string email = faker.Internet.Email(first, last, faker.PickRandom("example.com", "example.net", "example.org")).ToLowerInvariant();
        string phone = PhoneNumber(index);
        string address = FormattableString.Invariant($"{faker.Address.BuildingNumber()} {faker.Address.StreetName()}, {faker.Address.City()}");
        DateTime? closedAt = ClosedDaysAgo(index) is { } days ? now.AddDays(-days) : null;
        var customer = new Customer
        {
            Id = faker.Random.Guid(),
            Name = name,
            Email = email,
            Phone = phone,
            Company = faker.Company.CompanyName(),
            JobTitle = faker.Name.JobTitle(),
            Plan = faker.PickRandom<Plan>(),
            BillingAddress = address,
            PasswordHash = passwordHash,
            Region = faker.PickRandom("US", "US", "EEA", "CH"),
            CreatedAt = (closedAt ?? now).AddDays(-faker.Random.Int(90, 1200)),
            ClosedAt = closedAt,
            Status = closedAt is null ? AccountStatus.Active : AccountStatus.Closed,

            // One closed account is part of an investigation: due for anonymisation, and held.
            OnLegalHold = index == 19,
            Preferences = new Preferences
            {
                MarketingOptOutAt = faker.Random.Bool(0.3f) ? now.AddDays(-faker.Random.Int(1, 400)) : null,
                Interests = faker.PickRandom("voice", "messaging", "e-mail campaigns", "one-time codes"),
                Language = faker.PickRandom("en", "de", "nb"),
            },
        };
        DateTime until = closedAt ?? now;
        AddAccountData(faker, customer, name, email, address, phone, until);
        AddUsage(faker, customer, phone, until);
        return customer;
    }

    /// <summary>Some accounts are closed: within the sixty days, past them, past three years, past seven.</summary>
    private static int? ClosedDaysAgo(int index) => index switch
    {
        15 => 12,
        16 => 59,
        17 => 61,
        18 => 200,
        19 => 340,
        20 => (3 * 365) + 40,
        21 => (5 * 365) + 10,
        22 => (7 * 365) + 30,
        23 => (9 * 365) + 3,
        _ => null,
    };

    private static void AddAccountData(Faker faker, Customer customer, string name, string email, string address, string phone, DateTime until)
    {
        customer.CrmContacts.Add(new CrmContact
        {
            ContactName = name,
            ContactEmail = email,
            Industry = faker.Commerce.Department(1),
            UseCase = faker.PickRandom("order notices", "appointment reminders", "call centre", "one-time codes"),
            Notes = faker.Random.Bool(0.5f) ? "Met " + name + " at a trade fair" : null,
            LastContactAt = until.AddDays(-faker.Random.Int(5, 300)),
        });
        customer.ApiKeys.Add(new ApiKey
        {
            KeySid = "KY" + faker.Random.Hexadecimal(8, ""),
            FriendlyName = faker.PickRandom("production", "staging", "laptop of " + name),
            SecretHash = Hash(faker.Random.AlphaNumeric(32)),
            CreatedAt = until.AddDays(-faker.Random.Int(10, 90)),
        });
        for (int i = 0; i < faker.Random.Int(2, 4); i++)
        {
            customer.SignIns.Add(new SignIn
            {
                At = until.AddDays(-faker.Random.Int(0, 80)).AddMinutes(-faker.Random.Int(1, 1000)),
                IpAddress = "198.51.100." + faker.Random.Int(1, 254).ToString(CultureInfo.InvariantCulture),
                UserAgent = faker.PickRandom("Firefox 146 on Windows", "Edge 143 on Windows", "Safari 19 on macOS"),
                Country = faker.PickRandom("US", "IE", "DE", "NO", "CH"),
                Succeeded = faker.Random.Bool(0.9f),
            });
        }

        if (faker.Random.Bool(0.6f))
        {
            DateTime at = until.AddDays(-faker.Random.Int(3, 200));
            var ticket = new SupportTicket { Subject = faker.PickRandom(Topics), ReplyTo = email, OpenedAt = at };
            ticket.Replies.Add(new SupportReply { Text = $"This is {name}. Can you help me with this? My number is {phone}.", At = at });
            ticket.Replies.Add(new SupportReply { Text = "Thank you for writing. Please leave passwords and card numbers out of your answer.", At = at.AddHours(3), FromStaff = true });
            customer.SupportTickets.Add(ticket);
        }

        for (int i = 0; i < faker.Random.Int(1, 2); i++)
        {
            long cents = faker.Random.Int(500, 90_000);
            var invoice = new Invoice
            {
                Number = FormattableString.Invariant($"FC-{until.Year}-{faker.Random.Int(1000, 9999)}{faker.Random.Int(10, 99)}"),
                BilledTo = name,
                BillingAddress = address,
                TotalCents = cents,
                IssuedAt = until.AddDays(-30 * (i + 1)),
            };
            invoice.Lines.Add(new InvoiceLine { Product = faker.PickRandom("Text messages", "Voice minutes", "E-mails"), Quantity = faker.Random.Int(50, 5000), AmountCents = cents });
            customer.Invoices.Add(invoice);
        }

        if (faker.Random.Bool(0.5f))
        {
            customer.SubscriberRecords.Add(new SubscriberRecord
            {
                PhoneNumber = phone, LegalName = name, ServiceAddress = address, ProofOfIdentity = "Passport " + faker.Random.AlphaNumeric(8).ToUpperInvariant(), RegisteredAt = customer.CreatedAt,
            });
        }

        if (faker.Random.Bool(0.3f))
        {
            customer.SurveyAnswers.Add(new SurveyAnswer
            {
                Survey = "2025 customer survey",
                OptedInAt = until.AddDays(-faker.Random.Int(20, 200)),
                AgeBand = faker.PickRandom("18-24", "25-34", "35-44", "45-54", "55-64"),
                Gender = faker.PickRandom("female", "male", "another", null),
            });
        }
    }

    private static void AddUsage(Faker faker, Customer customer, string phone, DateTime until)
    {
        for (int i = 0; i < faker.Random.Int(2, 5); i++)
        {
            customer.Messages.Add(new Message
            {
                From = phone,
                To = PhoneNumber(faker.Random.Int(60, 99)),
                Status = faker.PickRandom("delivered", "delivered", "sent", "failed"),
                SentAt = until.AddDays(-faker.Random.Int(0, 60)),
                Body = string.Format(CultureInfo.InvariantCulture, faker.PickRandom(Bodies), faker.Random.Int(100_000, 999_999)),
            });
        }

        if (faker.Random.Bool(0.5f))
        {
            customer.EndUserDevices.Add(new EndUserDevice
            {
                FriendlyName = faker.PickRandom("front desk", "driver 2", faker.Name.FirstName() + "'s phone"),
                DeviceToken = "dev-" + faker.Random.Hexadecimal(12, ""),
                IsReachable = faker.Random.Bool(),
                LastCell = FormattableString.Invariant($"310-260-{faker.Random.Int(10_000, 99_999)}"),
            });
        }
    }

    private static List<EmailEvent> CreateEmailEvents(Faker faker, Customer customer, DateTime now)
    {
        var events = new List<EmailEvent>();
        for (int i = 0; i < faker.Random.Int(1, 3); i++)
        {
            events.Add(new EmailEvent
            {
                AccountId = customer.Id,
                Recipient = FormattableString.Invariant($"reader-{faker.Random.Int(100, 999)}@example.org"),
                Kind = faker.PickRandom<EmailEventKind>(),
                IpAddress = "192.0.2." + faker.Random.Int(1, 254).ToString(CultureInfo.InvariantCulture),
                At = (customer.ClosedAt ?? now).AddDays(-faker.Random.Int(0, 90)),
            });
        }

        return events;
    }

    private static string PhoneNumber(int index) => FormattableString.Invariant($"+120255501{index:00}");
}
