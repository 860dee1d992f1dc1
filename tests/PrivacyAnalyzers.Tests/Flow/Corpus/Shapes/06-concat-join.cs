// string.Concat and string.Join

// case: concat of three
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation({|PRIV1001:string.Concat("to: ", customer.Email, ".")|});
}

// case: join with params
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = string.Join(", ", customer.Id, customer.Name, customer.Plan);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: join of a sequence
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        string text = string.Join(';', customers.Select(customer => customer.Email));
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: join of an array's part
class C
{
    void M(Customer customer)
    {
        string[] parts = { "a", customer.Name, "b" };
        Console.WriteLine({|PRIV1004:string.Join("/", parts, 0, 2)|});
    }
}

// case: concat of a list
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var parts = new List<string> { "<" };
        parts.Add(customer.Email);
        parts.Add(">");
        logger.LogInformation({|PRIV1001:string.Concat(parts)|});
    }
}

// case: join of records
class C(ILogger<C> logger)
{
    void M(List<Person> people)
    {
        string text = string.Join(", ", people);
        logger.LogInformation("{Text}", {|PRIV1005:text|});
    }
}

// case: concat of objects
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object[] parts = [customer.Id, ' ', customer.Balance];
        logger.LogInformation({|PRIV1001:string.Concat(parts)|});
    }
}

// case: the separator is personal
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation({|PRIV1001:string.Join(customer.Name, "a", "b")|});
}

// case: join of dictionary values
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string> { [customer.Id] = customer.Email };
        logger.LogInformation("{Ids}", string.Join(",", map.Keys));
        logger.LogInformation("{Mails}", {|PRIV1001:string.Join(",", map.Values)|});
    }
}

// case: join of ids
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers) => logger.LogInformation("{Ids}", string.Join(", ", customers.Where(customer => customer.Email != "").Select(customer => customer.Id)));
}

// case: join of plain objects prints type names
class C(ILogger<C> logger)
{
    void M(List<Customer> customers) => logger.LogInformation("{Customers}", string.Join(", ", customers));
}

// case: concat of spans
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:string.Concat(customer.Email.AsSpan(0, 3), "...")|});
}

// case: concat of letters
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = string.Concat(customer.Name.Where(letter => letter != ' '));
        string back = new string(customer.Name.Reverse().ToArray());
        logger.LogInformation("{Text} {Back}", {|PRIV1001:text|}, {|PRIV1001:back|});
    }
}

// case: path combined
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string path = System.IO.Path.Combine("/var/mail", customer.Email, "inbox");
        logger.LogInformation("{Path}", {|PRIV1001:path|});
        logger.LogInformation("{File}", {|PRIV1001:System.IO.Path.GetFileName(path)|});
    }
}
