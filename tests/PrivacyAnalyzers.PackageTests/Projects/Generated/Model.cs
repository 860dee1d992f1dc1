using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Generated;

[DataSubject]
[Retention("account-default")]
public class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    public string Email { get; set; } = "";

    [RetentionClock("account-closed")]
    public DateTimeOffset? ClosedAt { get; set; }

    public List<Phone> Phones { get; } = [];
}

[Retention("account-default")]
public class Phone
{
    public int Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public string Number { get; set; } = "";
}

#pragma warning disable IL2026, IL3050 // EF Core itself is not made for trimming.
public class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Phone> Phones => Set<Phone>();
}

public sealed class Verifier : IRequestVerifier
{
    public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(VerificationOutcome.Verified("in person"));
}
