// Arrays and collection expressions

// case: array initializer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = { customer.Plan, customer.Email };
        logger.LogInformation("{Mail}", {|PRIV1001:parts[1]|});
    }
}

// case: element assigned
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var parts = new string[3];
        parts[2] = customer.Name;
        logger.LogInformation("{Name} {Last}", {|PRIV1001:parts[2]|}, {|PRIV1001:parts[^1]|});
    }
}

// case: unknown index
class C(ILogger<C> logger)
{
    void M(Customer customer, int at)
    {
        var parts = new[] { "a", "b" };
        parts[at] = customer.Email;
        logger.LogInformation("{First}", {|PRIV1001:parts[0]|});
    }
}

// case: collection expression and spread
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] a = [customer.Email];
        List<string> b = ["x", .. a];
        logger.LogInformation("{Mail}", {|PRIV1001:b[1]|});
        logger.LogInformation("{All}", {|PRIV1001:string.Join(",", b)|});
    }
}

// case: the array as a whole
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = ["x", customer.Email];
        logger.LogInformation("{Count} {Parts}", parts.Length, {|PRIV1001:parts|});
    }
}

// case: the template's arguments in an array of one's own
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object?[] arguments = { customer.Id, customer.Phone };
        logger.LogInformation("{Id} {Phone}", {|PRIV1001:arguments|});
    }
}

// case: written at the sink as an array
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Id} {Phone}", new object?[] { customer.Id, {|PRIV1001:customer.Phone|} });
}

// case: two dimensions and jagged
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var table = new string[2, 2];
        table[0, 1] = customer.Name;
        string[][] rows = [["a"], [customer.Email]];
        logger.LogInformation("{Cell} {Row}", {|PRIV1001:table[0, 1]|}, {|PRIV1001:rows[1][0]|});
    }
}

// case: cloned and sliced
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] source = [customer.Email];
        var clone = (string[])source.Clone();
        var part = source[0..1];
        logger.LogInformation("{Clone} {Part}", {|PRIV1001:clone[0]|}, {|PRIV1001:part[0]|});
    }
}

// case: filled by Array.Copy
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] source = [customer.Email];
        var copy = new string[1];
        Array.Copy(source, copy, 1);
        logger.LogInformation("{Copy}", {|PRIV1001:copy[0]|});
    }
}

// case: array of people
class C(ILogger<C> logger)
{
    void M(Customer[] customers)
    {
        for (int i = 0; i < customers.Length; i++)
            logger.LogInformation("{Name} {Id}", {|PRIV1001:customers[i].Name|}, customers[i].Id);
    }
}

// case: span over an array
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = [customer.Email];
        Span<string> span = parts;
        logger.LogInformation("{Part}", {|PRIV1001:span[0]|});
    }
}

// case: inline collection expression at a method of one's own
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write({|PRIV1001:[customer.Plan, customer.Email]|});

    void Write(IReadOnlyList<string> parts) => logger.LogInformation("{Second}", parts[1]);
}

// case: the harmless element of a collection expression
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = [customer.Plan, customer.Email];
        logger.LogInformation("{Plan} {Count}", parts[0], parts.Length);
    }
}

// case: the harmless element of an initialiser
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = { customer.Plan, customer.Email };
        logger.LogInformation("{Plan}", parts[0]);
    }
}

// case: overwritten element
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = [customer.Email];
        parts[0] = "hidden";
        logger.LogInformation("{Part}", parts[0]);
    }
}

// case: array of plain objects prints type names
class C(ILogger<C> logger)
{
    void M(Customer[] customers) => logger.LogInformation("{Customers} {Found}", customers, Array.IndexOf(customers, customers[0]));
}

// case: indices and ranges
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = customer.Email.Split('@');
        logger.LogInformation("{User} at {Domain}", {|PRIV1001:parts[0]|}, {|PRIV1001:parts[^1]|});
        char[] letters = customer.Name.ToCharArray();
        Array.Reverse(letters);
        logger.LogInformation("{Name}", {|PRIV1001:new string(letters[..3])|});
    }
}
