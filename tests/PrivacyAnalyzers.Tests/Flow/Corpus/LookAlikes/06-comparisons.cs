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

// case: regular expressions
class C(ILogger<C> logger)
{
    private static readonly System.Text.RegularExpressions.Regex Mail = new(@"^(\S+)@(\S+)$");

    void M(Customer customer)
    {
        logger.LogInformation("{Valid} {Success}", Mail.IsMatch(customer.Email), Mail.Match(customer.Email).Success);
        System.Text.RegularExpressions.Match match = Mail.Match(customer.Email);
        logger.LogInformation("{Groups} at {Index}", match.Groups.Count, match.Index);
    }
}

// case: collections that say yes or no
class C(Serilog.ILogger log)
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, int> _counts = new();

    void M(Customer customer, List<string> queue)
    {
        bool isNew = _seen.Add(customer.Email);
        log.Information("{IsNew} {Removed} {Known}", isNew, queue.Remove(customer.Name), _counts.ContainsKey(customer.Email));
        log.Information("{Index}", queue.BinarySearch(customer.Name));
    }
}

// case: parsing that succeeds or not
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        bool isMail = System.Net.Mail.MailAddress.TryCreate(customer.Email, out _);
        bool isNumber = long.TryParse(customer.Phone, out _);
        logger.LogInformation("Mail: {IsMail}, number: {IsNumber}", isMail, isNumber);
    }
}

// case: by comparers
class ByName : IComparer<Customer>, IEqualityComparer<Customer>
{
    public int Compare(Customer? x, Customer? y) => string.Compare(x?.Name, y?.Name, StringComparison.Ordinal);

    public bool Equals(Customer? x, Customer? y) => x?.Name == y?.Name;

    public int GetHashCode(Customer customer) => customer.Name.GetHashCode();
}

class C(NLog.Logger log)
{
    void M(Customer a, Customer b, List<Customer> all)
    {
        var byName = new ByName();
        log.Info("{0} {1}", byName.Compare(a, b), byName.Equals(a, b));
        log.Info("{0}", all.Distinct(byName).Count());
        log.Info("{0}", a.Name.SequenceEqual(b.Name) ? "same" : "different");
    }
}

// case: chosen by a list pattern
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string side = customer.Email.Split('@') is [_, "example.com"] ? "internal" : "external";
        logger.LogInformation("{Side} {Word}", side, customer.Name is ['A' or 'a', .. var rest] && rest.Length > 2 ? "first" : "other");
    }
}
