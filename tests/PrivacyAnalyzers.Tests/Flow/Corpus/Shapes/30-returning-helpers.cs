// A helper that gives personal data back

// case: the simplest
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Contact}", {|PRIV1001:Contact(customer)|});

    static string Contact(Customer customer) => customer.Email;
}

// case: one of two ways out
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string label = Label(customer);
        logger.LogInformation("{Label}", {|PRIV1001:label|});
    }

    static string Label(Customer customer)
    {
        if (customer.Plan == "gold")
            return customer.Name;
        return "customer " + customer.Id;
    }
}

// case: gives its argument back
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Quoted}", {|PRIV1001:Quote(customer.Email)|});

    static string Quote(string text) => '"' + text + '"';
}

// case: gives an object
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Dto dto = ToDto(customer);
        logger.LogInformation("{Mail} {Id}", {|PRIV1001:dto.Mail|}, dto.Id);
    }

    static Dto ToDto(Customer customer)
    {
        var dto = new Dto();
        dto.Id = customer.Id;
        dto.Mail = customer.Email;
        return dto;
    }
}

// case: gives a list
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (string mail in Mails(customers))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }

    static List<string> Mails(List<Customer> customers)
    {
        var result = new List<string>();
        foreach (var customer in customers)
            result.Add(customer.Email);
        return result;
    }
}

// case: gives a dictionary
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var tags = Tags(customer);
        logger.LogInformation("{Plan} {Mail}", tags["plan"], {|PRIV1001:tags["mail"]|});
    }

    static Dictionary<string, string> Tags(Customer customer) => new() { ["plan"] = customer.Plan, ["mail"] = customer.Email };
}

// case: one of two arguments
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Second}", {|PRIV1001:Second(customer.Plan, customer.Name)|});
        logger.LogInformation("{Second}", Second(customer.Name, customer.Plan));
    }

    static string Second(string first, string second) => first.Length > 3 ? second : "-";
}

// case: classified return value
class Directory
{
    [return: Identifier] public string Find(int id) => id.ToString();
}

class C(Directory directory, ILogger<C> logger)
{
    void M() => logger.LogInformation("{Found}", {|PRIV1001:directory.Find(3)|});
}

// case: a finder that gives a person
class Store
{
    private readonly Dictionary<int, Customer> _all = new();
    public Customer? Find(int id) => _all.TryGetValue(id, out var found) ? found : null;
}

class C(Store store, ILogger<C> logger)
{
    void M(int id) => logger.LogInformation("{Name} {Plan}", {|PRIV1001:store.Find(id)?.Name|}, store.Find(id)?.Plan);
}

// case: a number
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        decimal owed = Owed(customer);
        logger.LogInformation("{Owed}", {|PRIV1001:owed|});
    }

    static decimal Owed(Customer customer)
    {
        decimal result = customer.Balance;
        return result < 0 ? result : 0;
    }
}

// case: a number, negated
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        decimal owed = -customer.Balance;
        logger.LogInformation("{Owed}", {|PRIV1001:owed|});
    }
}

// case: nullable date
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Born}", {|PRIV1001:Born(customer)|});

    static DateTime? Born(Customer? customer) => customer?.BirthDate;
}

// case: gives a length
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Length} {Valid} {Kind}", Length(customer), IsValid(customer.Email), Kind(customer));

    static int Length(Customer customer) => customer.Email.Length;
    static bool IsValid(string mail) => mail.Contains('@');
    static string Kind(Customer customer) => customer.Email.EndsWith(".org", StringComparison.Ordinal) ? "charity" : "company";
}

// case: a declared sanitizer
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Domain}", Domain(customer.Email));

    [Sanitizer]
    static string Domain(string mail) => mail.Split('@')[1];
}

// case: gives another member
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Plan}", Plan(customer));

    static string Plan(Customer customer)
    {
        string mail = customer.Email;
        return mail == "" ? "none" : customer.Plan;
    }
}

// case: an own struct
readonly struct Cell
{
    public Cell(string text, int row) => (Text, Row) = (text, row);
    public string Text { get; }
    public int Row { get; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Cell cell = Make(customer);
        logger.LogInformation("{Text} {Row}", {|PRIV1001:cell.Text|}, cell.Row);
    }

    static Cell Make(Customer customer) => new(customer.Name, 3);
}

// case: gives a lazily made sequence
class C(ILogger<C> logger)
{
    void M(List<Customer> customers) => logger.LogInformation("{First}", {|PRIV1001:Mails(customers).First()|});

    static IEnumerable<string> Mails(IEnumerable<Customer> customers) => customers.Select(customer => customer.Email);
}

// case: gives it only through a local function
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:Outer(customer)|});

    static string Outer(Customer customer)
    {
        return Inner() + "!";

        string Inner() => customer.Email;
    }
}

// case: an instance's method over its field
class Row(Customer customer)
{
    private readonly Customer _customer = customer;
    public string Title() => _customer.Name;
    public string Plan() => _customer.Plan;
}

class C(ILogger<C> logger)
{
    void M(Row row) => logger.LogInformation("{Title} {Plan}", {|PRIV1001:row.Title()|}, row.Plan());
}

// case: a cache's key
class Cache(ILogger<Cache> logger)
{
    private static string KeyOf(Customer customer) => $"customer:{customer.Email}:{customer.Plan}".ToLowerInvariant();

    public bool TryGet(Customer customer)
    {
        string key = KeyOf(customer);
        logger.LogDebug("Cache miss for {Key}", {|PRIV1001:key|});
        return false;
    }
}
