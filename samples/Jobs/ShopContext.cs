using Fernhallow.Jobs.Privacy;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Jobs;

/// <summary>The shop's database. The scheduler's tables (<c>qrtz_…</c>) stand beside these.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ErasureCase> ErasureCases => Set<ErasureCase>();

    /// <summary>Nobody has two open cases: the second would find nobody to erase.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<ErasureCase>().HasIndex(c => c.CustomerId).IsUnique().HasFilter("\"Receipt\" IS NULL");
}

[DataSubject, DataClass(DataClasses.CustomerAccount), Retention(Retentions.Support)]
public sealed class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    public required string Name { get; set; }

    [Identifier]
    public string? Email { get; set; }

    [RetentionClock(Clocks.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}

[DataClass(DataClasses.CustomerAccount), Retention(Retentions.Support)]
public sealed class Ticket
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [FreeText]
    public required string Text { get; set; }
}

/// <summary>Others read it as long as the product is sold; who wrote it is forgotten.</summary>
[DataClass(DataClasses.CustomerAccount), Retention(Retentions.Reviews)]
public sealed class Review
{
    public Guid Id { get; set; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public int Stars { get; set; }

    [Identifier]
    public string? Signature { get; set; }
}
