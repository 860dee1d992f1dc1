using System.Text;
using PrivacyAnalyzers;

namespace LeakyCommunications;

public class SignUpService(LeakyContext db, ILogger<SignUpService> logger)
{
    [SignUp]
    public async Task<Customer> SignUpAsync(string name, string email, string? phone)
    {
        var customer = new Customer { Id = Guid.NewGuid(), Name = name, Email = email, Phone = phone };
        logger.LogInformation("New customer {Name}", customer.Name);

        string contact = customer.Phone ?? customer.Email ?? "none";
        logger.LogDebug("Reachable at {Contact}", contact);

        if (customer.Email is { Length: > 0 } address && !address.Contains('@'))
            logger.LogWarning($"Odd address: {address}");

        var summary = new StringBuilder("Signed up: ");
        summary.Append(customer.Name).Append(" <").Append(customer.Email).Append('>');
        logger.LogInformation(summary.ToString());

        using (logger.BeginScope("customer {Email}", customer.Email))
        {
            db.Customers.Add(customer);
            await db.SaveChangesAsync();
            logger.LogInformation("Saved {CustomerId}", customer.Id);
        }

        using (logger.BeginScope(new Dictionary<string, object?> { ["phone"] = customer.Phone }))
            logger.LogInformation("Welcome mail queued");

        Audit("signed up", customer.Phone);
        return customer;
    }

    public void Rename(Customer customer, string newName)
    {
        string old = customer.Name;
        customer.Name = newName;
        string line = "Renamed " + old + ", " + old.Length + " characters";
        logger.LogInformation("{Line}", line);
        logger.LogInformation("The new name has {Length} characters", newName.Length);
    }

    private void Audit(string what, string? who) => logger.LogInformation("Audit: {Who} {What}", who, what);
}
