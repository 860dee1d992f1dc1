// List, relational, type and constant patterns

// case: is string
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object value = customer.Email;
        if (value is string text)
            logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: is not null
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Phone is { } phone)
            logger.LogInformation("{Phone}", {|PRIV1001:phone|});
        if (customer.Name is not { Length: > 0 } name)
            return;
        logger.LogInformation("{Name}", {|PRIV1001:name|});
    }
}

// case: list pattern
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Name.Split(' ') is [var first, .., var last])
            logger.LogInformation("{First} {Last}", {|PRIV1001:first|}, {|PRIV1001:last|});
    }
}

// case: slice pattern
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Email is ['a', .. var rest])
            logger.LogInformation("{Rest}", {|PRIV1001:rest|});
    }
}

// case: list of people
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        if (customers is [{ Email: var email, Id: var id }, ..])
            logger.LogInformation("{Email} {Id}", {|PRIV1001:email|}, id);
        if (customers is [var only])
            logger.LogInformation("{Only} {Plan}", {|PRIV1001:only.Name|}, only.Plan);
    }
}

// case: relational with a name
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Balance is > 1000 and var rich)
            logger.LogInformation("{Rich}", {|PRIV1001:rich|});
        if (customer.BirthDate is { Year: < 1940 } born)
            logger.LogInformation("{Born}", {|PRIV1001:born|});
    }
}

// case: var pattern in a condition
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Email.Trim() is var trimmed && trimmed.Length > 0)
            logger.LogInformation("{Trimmed}", {|PRIV1001:trimmed|});
    }
}

// case: as and cast
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object value = customer.Name;
        string? name = value as string;
        logger.LogInformation("{Name} {Again}", {|PRIV1001:name|}, {|PRIV1001:(string)value|});
        var person = (object)customer as Customer;
        logger.LogInformation("{Mail}", {|PRIV1001:person!.Email|});
    }
}

// case: positional pattern over a tuple of values
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if ((customer.Plan, customer.Email) is ({ Length: > 0 } plan, { } mail))
            logger.LogInformation("{Plan} {Mail}", plan, {|PRIV1001:mail|});
    }
}

// case: only the answer
class C(ILogger<C> logger)
{
    void M(Customer customer, List<Customer> customers)
    {
        bool known = customer.Phone is not null;
        bool rich = customer.Balance is > 1000 and < 5000;
        bool two = customers is [_, _];
        bool root = customer.Name is "root" or "admin";
        logger.LogInformation("{Known} {Rich} {Two} {Root}", known, rich, two, root);
    }
}

// case: the tested constant
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Email is "")
            logger.LogInformation("{Plan} has no address", customer.Plan);
        else if (customer.Orders is [{ Number: var number }, ..])
            logger.LogInformation("{Number}", number);
    }
}
