using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

[DataSubject]
[DataClass("customer-account")]
[Retention("account-default")]
public class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    public string? Email { get; set; }

    [RetentionClock("account-closed")]
    public DateTime? ClosedAt { get; set; }
}

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}

public interface ISessions
{
    Task<bool> IsFreshSignInOfAsync(object key, object? evidence, CancellationToken cancellationToken);
}

public interface IPhotoStore
{
    Task<string> FolderOfAsync(Guid customer, CancellationToken cancellationToken);

    Task DeleteFolderAsync(string folder, CancellationToken cancellationToken);
}

/// <summary>What the code on a page has at hand where it says nothing else.</summary>
public abstract class AtHand
{
    protected ShopDb db = null!;
    protected IRequestVerifier verifier = null!;
    protected TimeProvider timeProvider = TimeProvider.System;
    protected HttpResponse response = null!;
    protected VerifiedRequest<Customer> request = null!;
    protected Guid customerId;
    protected object session = null!;
    protected IPhotoStore photos = null!;
    protected IErasureJournal journal = null!;
}
