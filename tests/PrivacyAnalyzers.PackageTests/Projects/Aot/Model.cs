using PrivacyAnalyzers;

namespace Aot;

[DataSubject]
[Retention("account-default")]
public class Customer
{
    public Guid Id { get; set; }

    [Identifier]
    public string Email { get; set; } = "";
}

[Retention("account-default")]
public class Phone
{
    public int Id { get; set; }

    public Guid CustomerId { get; set; }

    [Identifier]
    public string Number { get; set; } = "";
}

public sealed class Verifier : IRequestVerifier
{
    public Task<VerificationOutcome> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(VerificationOutcome.Verified("in person"));
}

/// <summary>Two lists are the database.</summary>
public sealed class ListStore : IPersonalDataStore
{
    public List<Customer> Customers { get; } = [];

    public List<Phone> Phones { get; } = [];

    public Task<TResult> InTransactionAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken) => work(cancellationToken);

    public Task<IReadOnlyList<TRow>> FindAsync<TRow>(string member, IReadOnlyList<object> values, CancellationToken cancellationToken)
        where TRow : class
    {
        IEnumerable<object> found = member == nameof(Phone.CustomerId)
            ? Phones.Where(phone => values.Contains(phone.CustomerId))
            : Customers.Where(customer => values.Contains(customer.Id));
        return Task.FromResult<IReadOnlyList<TRow>>([.. found.OfType<TRow>()]);
    }

    public Task ReplaceAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class => Task.CompletedTask;

    public Task<int> DeleteAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class =>
        Task.FromResult(Customers.RemoveAll(customer => rows.Contains(customer as TRow)) + Phones.RemoveAll(phone => rows.Contains(phone as TRow)));
}
