// dotnet/efcore#33823: a key's value in the message of a database's exception, which is logged
using Microsoft.EntityFrameworkCore;

// case: the library's own exception, of which the contract makes no source
class Store(DbContext db, ILogger<Store> logger)
{
    public async Task SaveAsync(Customer customer)
    {
        try
        {
            db.Add(customer);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e)
        {
            logger.LogError(e, "Customer {Id} could not be stored", customer.Id);
        }
    }
}

// case: the value put into an exception of one's own, which is then logged
class DuplicateKeyException(string table, string key) : Exception($"Cannot insert duplicate key ({key}) into {table}");

class Store(ILogger<Store> logger)
{
    private readonly HashSet<string> _emails = new();

    public void Save(Customer customer)
    {
        try
        {
            Insert(customer);
        }
        catch (DuplicateKeyException e)
        {
            logger.LogError({|PRIV1001:e|}, "Customer {Id} could not be stored", customer.Id);
        }
    }

    private void Insert(Customer customer)
    {
        if (!_emails.Add(customer.Email))
            throw new DuplicateKeyException("Customers", {|PRIV1003:customer.Email|});
    }
}

// case: wrapped on its way
class Store(log4net.ILog log)
{
    public void Save(Customer customer)
    {
        try
        {
            Insert(customer);
        }
        catch (Exception e)
        {
            log.Error("Save failed", {|PRIV1001:e|});
        }
    }

    private static void Insert(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw new InvalidOperationException("Violation of UNIQUE KEY, value " + {|PRIV1003:customer.Email|});
        }
        catch (InvalidOperationException e)
        {
            throw new DbUpdateException("Save failed", e);
        }
    }
}

// case: the entries of a failed save
class Store(DbContext db, ILogger<Store> logger)
{
    public async Task SaveAsync(Customer customer)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e)
        {
            foreach (var entry in e.Entries)
                logger.LogError("Failed: {Entity} {State}", entry.Metadata.Name, entry.State);
            logger.LogError(e, "Failed for {Email}", {|PRIV1001:customer.Email|});
        }
    }
}

// case: caught two calls above
class DuplicateKeyException(string key) : Exception("Duplicate " + key);

class Service(ILogger<Service> logger)
{
    private readonly Dictionary<string, Customer> _rows = new();

    private void Insert(string key, Customer customer)
    {
        if (!_rows.TryAdd(key, customer))
            throw new DuplicateKeyException(key);
    }

    private void Save(Customer customer) => Insert({|PRIV1003:customer.Email.ToUpperInvariant()|}, customer);

    public void Register(Customer customer)
    {
        try
        {
            Save(customer);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError({|PRIV1001:e|}, "Not registered");
        }
    }
}
