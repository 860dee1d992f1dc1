using System.Diagnostics.CodeAnalysis;
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

[PrimaryKey(nameof(CustomerId), nameof(Number))]
[Retention("devices")]
public class Device
{
    public Guid CustomerId { get; set; }

    public int Number { get; set; }

    public Customer? Customer { get; set; }

    [Identifier]
    public string? Name { get; set; }
}

[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "EF Core itself is not made for trimming.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "EF Core itself is not made for AOT.")]
public class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Phone> Phones => Set<Phone>();

    public DbSet<Device> Devices => Set<Device>();
}

public sealed class Verifier : IRequestVerifier
{
    public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(VerificationOutcome.Verified("in person"));
}
