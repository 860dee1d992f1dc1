// Dictionaries: keys, values and entries

// case: indexer with a constant key
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<string, string>();
        map["plan"] = customer.Plan;
        map["mail"] = customer.Email;
        logger.LogInformation("{Mail} {Plan}", {|PRIV1001:map["mail"]|}, map["plan"]);
    }
}

// case: Add and TryGetValue
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string>();
        map.Add(customer.Id, customer.Email);
        if (map.TryGetValue(7, out string? mail))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: TryAdd and GetValueOrDefault
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string>();
        map.TryAdd(customer.Id, customer.Name);
        logger.LogInformation("{Name}", {|PRIV1001:map.GetValueOrDefault(7)|});
    }
}

// case: personal keys
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var counts = new Dictionary<string, int> { [customer.Email] = 1 };
        foreach (string key in counts.Keys)
            logger.LogInformation("{Key}", {|PRIV1001:key|});
    }
}

// case: entries in a loop
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string> { { customer.Id, customer.Email } };
        foreach (KeyValuePair<int, string> entry in map)
            logger.LogInformation("{Key} {Value}", entry.Key, {|PRIV1001:entry.Value|});
    }
}

// case: entries deconstructed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string> { [1] = customer.Email };
        foreach (var (key, value) in map)
            logger.LogInformation("{Key} {Value}", key, {|PRIV1001:value|});
    }
}

// case: values in a loop
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        Dictionary<int, string> map = customers.ToDictionary(customer => customer.Id, customer => customer.Email);
        foreach (string value in map.Values)
            logger.LogInformation("{Value}", {|PRIV1001:value|});
    }
}

// case: dictionary of people
class C(ILogger<C> logger)
{
    void M(Dictionary<int, Customer> customers)
    {
        logger.LogInformation("{Name} {Plan}", {|PRIV1001:customers[7].Name|}, customers[7].Plan);
        if (customers.TryGetValue(3, out var found))
            logger.LogInformation("{Mail} {Id}", {|PRIV1001:found.Email|}, found.Id);
        foreach (var entry in customers)
            logger.LogInformation("{Mail} {Key}", {|PRIV1001:entry.Value.Email|}, entry.Key);
    }
}

// case: concurrent dictionary
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new System.Collections.Concurrent.ConcurrentDictionary<int, string>();
        string mail = map.GetOrAdd(customer.Id, _ => customer.Email);
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: interface and read-only
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        IDictionary<string, object?> map = new SortedDictionary<string, object?>();
        map.Add("phone", customer.Phone);
        IReadOnlyDictionary<string, object?> read = new System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>(map);
        logger.LogInformation("{Phone} {Again}", {|PRIV1001:map["phone"]|}, {|PRIV1001:read["phone"]|});
    }
}

// case: non-generic collections
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var table = new System.Collections.Hashtable { ["mail"] = customer.Email };
        logger.LogInformation("{Mail}", {|PRIV1001:table["mail"]|});
    }
}

// case: name-value collection
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var fields = new System.Collections.Specialized.NameValueCollection { { "name", customer.Name } };
        logger.LogInformation("{Name}", {|PRIV1001:fields["name"]|});
    }
}

// case: nested dictionaries
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<string, Dictionary<string, string>> { ["a"] = new() };
        map["a"]["mail"] = customer.Email;
        logger.LogInformation("{Mail}", {|PRIV1001:map["a"]["mail"]|});
    }
}

// case: keys only
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string> { [customer.Id] = customer.Email };
        foreach (int key in map.Keys)
            logger.LogInformation("{Key}", key);
        logger.LogInformation("{Count} {Has}", map.Count, map.ContainsKey(3));
    }
}

// case: values only where the keys are personal
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        var counts = new Dictionary<string, int>();
        foreach (var customer in customers)
            counts[customer.Email] = customer.Orders.Count;
        foreach (int count in counts.Values)
            logger.LogInformation("{Count}", count);
    }
}

// case: another key
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<string, string> { ["mail"] = customer.Email, ["plan"] = customer.Plan };
        logger.LogInformation("{Plan}", map["plan"]);
        map["mail"] = "hidden";
        logger.LogInformation("{Mail}", map["mail"]);
    }
}

// case: removed with its value
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string> { [1] = customer.Email };
        if (map.Remove(1, out string? gone))
            logger.LogInformation("{Gone}", {|PRIV1001:gone|});
    }
}

// case: through LINQ
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new Dictionary<int, string> { [1] = customer.Email };
        logger.LogInformation("{Value}", {|PRIV1001:map.First().Value|});
        logger.LogInformation("{All}", {|PRIV1001:string.Join(",", map.Select(entry => entry.Value))|});
    }
}

// case: immutable and frozen
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = System.Collections.Immutable.ImmutableDictionary<int, string>.Empty.Add(1, customer.Email);
        logger.LogInformation("{Value}", {|PRIV1001:map[1]|});
    }
}

// case: AddOrUpdate and TryGetValue
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var map = new System.Collections.Concurrent.ConcurrentDictionary<int, string>();
        map.AddOrUpdate(1, customer.Email, (_, old) => old);
        map.TryGetValue(1, out string? mail);
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: a pair on its own
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = KeyValuePair.Create(customer.Id, customer.Email);
        var other = new KeyValuePair<string, int>(customer.Name, 1);
        logger.LogInformation("{Key} {Value}", pair.Key, {|PRIV1001:pair.Value|});
        logger.LogInformation("{Key} {Value}", {|PRIV1001:other.Key|}, other.Value);
    }
}

// case: a field of the type
class C(ILogger<C> logger)
{
    private readonly Dictionary<int, string> _mails = new();

    public void Add(Customer customer) => _mails[customer.Id] = customer.Email;

    public void Show(int id)
    {
        if (_mails.TryGetValue(id, out string? mail))
            logger.LogInformation("{Mail} {Count}", {|PRIV1001:mail|}, _mails.Count);
    }
}
