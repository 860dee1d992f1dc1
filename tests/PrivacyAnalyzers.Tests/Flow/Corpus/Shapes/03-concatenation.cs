// Strings joined by + and +=

// case: written at the sink
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("Signed in: " + {|PRIV1001:customer.Email|} + " at " + DateTime.UtcNow);
}

// case: kept in a local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string message = "Signed in: " + customer.Email;
        logger.LogInformation({|PRIV1001:message|});
    }
}

// case: plus-equals in steps
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string message = "Customer ";
        message += customer.Id;
        message += ", ";
        message += customer.Phone;
        logger.LogInformation({|PRIV1001:message|});
    }
}

// case: a number joined to a string
class C
{
    void M(Customer customer)
    {
        string line = "balance=" + customer.Balance;
        Console.WriteLine({|PRIV1004:line|});
    }
}

// case: in a loop
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        string all = "";
        foreach (var customer in customers)
            all += customer.Name + ";";
        logger.LogInformation({|PRIV1001:all|});
    }
}

// case: two at fault in one expression
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogError("{Who}", {|PRIV1001:customer.Name|} + " <" + {|PRIV1001:customer.Email|} + ">");
}

// case: in parentheses and with a conditional
class C(ILogger<C> logger)
{
    void M(Customer customer, bool full) => throw new InvalidOperationException("No order of " + ({|PRIV1003:full ? customer.Name : customer.Plan|}));
}

// case: compound assignment to a member
class Report
{
    public string Text { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var report = new Report();
        report.Text += "To: ";
        report.Text += customer.Email;
        logger.LogInformation("{Text}", {|PRIV1001:report.Text|});
    }
}

// case: compound assignment to an element
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var lines = new string[] { "a", "b" };
        lines[0] += customer.Email;
        logger.LogInformation("{Line}", {|PRIV1001:lines[0]|});
    }
}

// case: only harmless parts
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string message = "Customer " + customer.Id + " of plan " + customer.Plan + " with " + customer.Email.Length + " characters";
        logger.LogInformation(message);
    }
}

// case: numeric sum of counts
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int size = 0;
        size += customer.Email.Length;
        size += customer.Name.Length;
        logger.LogInformation("{Size}", size);
    }
}

// case: a letter more
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = '<' + customer.Email + '>';
        text = text + 1 + 'x' + true;
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: a conversion operator
readonly struct Mail(string value)
{
    private readonly string _value = value;
    public static implicit operator string(Mail mail) => mail._value;
    public static implicit operator Mail(string text) => new(text);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Mail mail = customer.Email;
        string text = mail;
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: an operator of one's own
class Text(string value)
{
    public string Value { get; } = value;
    public static Text operator +(Text left, string right) => new(left.Value + right);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var text = new Text("to: ") + customer.Email;
        logger.LogInformation("{Text}", {|PRIV1001:text.Value|});
    }
}

// case: plus-equals on a field
class C(ILogger<C> logger)
{
    private string _trail = "";

    void M(Customer customer)
    {
        _trail += customer.Name;
        logger.LogInformation("{Trail}", {|PRIV1001:_trail|});
    }
}
