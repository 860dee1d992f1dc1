// Results of comparing
using System.Text.RegularExpressions;

// case: equality
class C(ILogger<C> logger)
{
    void M(Customer customer, Customer other, Account account, string given)
    {
        logger.LogInformation("Same {Same}", customer.Email == other.Email);
        bool matches = string.Equals(customer.Name, other.Name, StringComparison.OrdinalIgnoreCase);
        logger.LogInformation($"Matches {matches}, {account.Password.Equals(given)}");
        Console.WriteLine(customer.Equals(other));
    }
}

// case: order
class C(Serilog.ILogger log)
{
    void M(Customer customer, Customer other)
    {
        log.Information("{Order}", string.CompareOrdinal(customer.Name, other.Name));
        log.Information("{Older} {Richer}", customer.BirthDate < other.BirthDate, customer.Balance > other.Balance);
        log.Information("{Order}", customer.Name.CompareTo(other.Name) switch { < 0 => "before", 0 => "same", _ => "after" });
    }
}

// case: searching
class C(NLog.Logger log)
{
    void M(Customer customer, HashSet<string> blocked, List<Customer> all)
    {
        log.Info("{0} {1}", blocked.Contains(customer.Email), customer.Email.StartsWith('a'));
        log.Info("{0} {1}", all.FindIndex(each => each.Email == customer.Email), customer.Name.IndexOf(' '));
        log.Info("{0}", all.Exists(each => each.Name == customer.Name) ? "known" : "new");
    }
}

// case: patterns
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        bool isLocal = customer is { Email: ['a', ..] or "x", Address.Country: "CH" };
        string kind = customer.Phone switch { null => "none", "" => "empty", { Length: > 10 } => "long", _ => "short" };
        logger.LogInformation("{Local} {Kind}", isLocal, kind);
    }
}

// case: regex answers
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        Match match = Regex.Match(customer.Email, "@");
        log.Info("{0} {1} {2}", match.Success, match.Index, match.Length);
        log.Info("{0}", Regex.Count(customer.Name, " "));
    }
}
