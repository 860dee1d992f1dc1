// Exceptions that take the value in their message, their properties or their data

// case: interpolated message
class C
{
    void M(Customer customer)
    {
        if (customer.Orders.Count == 0)
            throw new InvalidOperationException($"Customer {{|PRIV1003:customer.Email|}} has no orders");
    }
}

// case: concatenated, and a throw expression
class C
{
    private readonly Customer _customer;
    public C(Customer? customer, string name) => _customer = customer ?? throw new ArgumentException("unknown " + name);
    string M() => _customer.Phone ?? throw new KeyNotFoundException("No phone for " + {|PRIV1003:_customer.Name|});
}

// case: built by a helper
class C
{
    static Exception NotFound(string who) => new KeyNotFoundException($"{who} was not found");
    void M(Customer customer) => throw NotFound({|PRIV1003:customer.Email|});
}

// case: own exception with a property of its own
class MailException : Exception
{
    public MailException(string address) : base("The mail could not be sent") => Address = address;
    public string Address { get; }
}
class C
{
    void M(Customer customer) => throw new MailException({|PRIV1003:customer.Email|});
}

// case: own exception that passes it to its base
class MailException(string address, Exception? inner = null) : Exception("Cannot send to " + address, inner);
class C
{
    void M(Customer customer)
    {
        try { Send(customer.Email); }
        catch (TimeoutException error)
        {
            throw new MailException({|PRIV1003:customer.Email|}, error);
        }
    }
    static void Send(string to) => throw new TimeoutException();
}

// case: data of an exception
class C
{
    void M(Customer customer, Account account)
    {
        try { Console.Beep(); }
        catch (Exception error)
        {
            error.Data["id"] = customer.Id;
            error.Data["mail"] = {|PRIV1003:customer.Email|};
            error.Data.Add("key", {|PRIV1006:account.ApiKey|});
            throw;
        }
    }
}

// case: actual value of an argument out of range
class C
{
    void M(Customer customer)
    {
        if (customer.Balance < 0)
            throw new ArgumentOutOfRangeException(nameof(customer), {|PRIV1003:customer.Balance|}, "Must not be negative");
        ArgumentOutOfRangeException.ThrowIfNegative({|PRIV1003:customer.Balance|});
    }
}

// case: from a switch expression
class C
{
    string M(Customer customer) => customer.Plan switch
    {
        "free" => "F",
        "paid" => "P",
        _ => throw new NotSupportedException({|PRIV1003:string.Format("{0} has no plan", customer.Name)|}),
    };
}

// case: failed task
class C
{
    Task M(Customer customer) => Task.FromException(new InvalidOperationException("Refused: " + {|PRIV1003:customer.Email|}));
}

// case: help link and source
class C
{
    Exception M(Customer customer) => new InvalidOperationException("Refused")
    {
        HelpLink = "https://help.example.com",
        Source = {|PRIV1003:customer.Email|},
    };
}

// case: quiet for ids, names of parameters and constants
class C
{
    void M(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer.Email);
        ArgumentException.ThrowIfNullOrEmpty(customer.Email, nameof(customer.Email));
        if (!customer.Email.Contains('@'))
            throw new ArgumentException("Email is not valid", nameof(customer));
        throw new InvalidOperationException($"Customer {customer.Id} on {customer.Plan} is not allowed");
    }
}

// case: a partial constructor that keeps it
// newest-only
partial class MailException : Exception
{
    public string Address { get; }
    public partial MailException(string address);
}
partial class MailException
{
    public partial MailException(string to) : base("The mail could not be sent") => Address = to;
}
class C
{
    void M(Customer customer) => throw new MailException({|PRIV1003:customer.Email|});
}

// case: a partial constructor that only measures
// newest-only
partial class ShortException : Exception
{
    public int Length { get; }
    public partial ShortException(string address);
}
partial class ShortException
{
    public partial ShortException(string address) : base("Too short") => Length = address.Length;
}
class C
{
    void M(Customer customer) => throw new ShortException(customer.Email);
}
