using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace TenFaults;

[DataSubject]
[Retention("account-default")]
public class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    public string Email { get; set; } = "";

    [Identifier]
    public string Phone { get; set; } = "";

    [Credential]
    public string PasswordHash { get; set; } = "";

    [RetentionClock("account-closed")]
    public DateTimeOffset? ClosedAt { get; set; }

    public List<Ticket> Tickets { get; } = [];
}

[Retention("acount-default")] // expect: error PRIV4002
public class Ticket
{
    public int Id { get; set; }

    public Guid CustomerId { get; set; }

    [FreeText]
    public string Text { get; set; } = "";
}

public class Visit
{
    public int Id { get; set; }

    public Guid CustomerId { get; set; }

    [ElectronicActivity]
    public string Address { get; set; } = ""; // expect: warning PRIV2001
}

[DataSubject]
[Retention("account-default")]
public class Caller // expect: error PRIV3002
{
    [Identifier]
    public string Number { get; set; } = "";
}

public static class Registry
{
    [DataSubject]
    [Retention("account-default")]
    private sealed class Member // expect: error PRIV3001
    {
        public int Id { get; set; }

        [Identifier]
        public string Name { get; set; } = "";
    }
}

public class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Visit> Visits => Set<Visit>();
}
