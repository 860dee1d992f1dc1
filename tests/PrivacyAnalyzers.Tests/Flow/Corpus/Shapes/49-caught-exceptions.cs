// An exception that was given the value and is logged where it is caught

// case: message built, caught and logged in one method
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            throw new InvalidOperationException("No mail for " + {|PRIV1003:customer.Email|});
        }
        catch (InvalidOperationException error)
        {
            logger.LogError({|PRIV1001:error|}, "Failed");
        }
    }
}

// case: the caught exception's data is filled and read
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try { Console.Beep(); }
        catch (Exception error)
        {
            string text = error.GetType().Name + " for " + customer.Name;
            logger.LogError(error, "Failed: {Text}", {|PRIV1001:text|});
        }
    }
}

// case: a local that holds an exception, its message printed
class C
{
    void M(Customer customer)
    {
        var error = new ArgumentException("Bad: " + {|PRIV1003:customer.Name|});
        Console.WriteLine({|PRIV1004:error.Message|});
        Console.WriteLine({|PRIV1004:error.ToString()|});
    }
}

// case: own exception's classified property
class MailException([Identifier] string address) : Exception("Cannot send")
{
    [Identifier] public string Address { get; } = address;
}
class C(ILogger<C> logger)
{
    void M(Action send)
    {
        try { send(); }
        catch (MailException error)
        {
            logger.LogError("No mail to {Address}", {|PRIV1001:error.Address|});
        }
        catch (Exception error) when (error.InnerException is MailException inner)
        {
            logger.LogError("No mail to {Address}", {|PRIV1001:inner.Address|});
        }
    }
}

// case: failed recipient of the framework

class C(ILogger<C> logger)
{
    void M(Action send)
    {
        try { send(); }
        catch (System.Net.Mail.SmtpFailedRecipientException error)
        {
            logger.LogWarning("Bounced: {Recipient}", {|PRIV1001:error.FailedRecipient|});
        }
    }
}

// case: filter that logs
class C(ILogger<C> logger)
{
    bool Note(string text) { logger.LogWarning("{Text}", text); return false; }
    void M(Customer customer, Action send)
    {
        try { send(); }
        catch (Exception) when (Note({|PRIV1001:customer.Email|})) { }
    }
}

// case: result type that carries the failure's text
record Failure(string Text, Exception? Cause = null);
class C(ILogger<C> logger)
{
    static Failure? Try(Customer customer) => customer.Orders.Count == 0 ? new Failure("No orders of " + customer.Name) : null;
    void M(Customer customer)
    {
        if (Try(customer) is { } failure)
            logger.LogError(failure.Cause, "Failed: {Text}", {|PRIV1001:failure.Text|});
    }
}

// case: quiet for exceptions nobody gave a value
class C(ILogger<C> logger)
{
    void M(Customer customer, Action<string> send)
    {
        try { send(customer.Email); }
        catch (TimeoutException error)
        {
            logger.LogError(error, "Sending for {Id} timed out: {Message}", customer.Id, error.Message);
        }
        catch (Exception error)
        {
            logger.LogError("{Type} {Code}", error.GetType(), error.HResult);
            throw;
        }
    }
}

// case: the message of what a helper of one's own threw
class C(ILogger<C> logger)
{
    static void Check(Customer customer)
    {
        if (customer.Orders.Count == 0)
            throw new InvalidOperationException($"No orders of {{|PRIV1003:customer.Email|}}");
    }
    void M(Customer customer)
    {
        try { Check(customer); }
        catch (InvalidOperationException error)
        {
            logger.LogError("Failed: {Message}", {|PRIV1001:error.Message|});
        }
    }
}

// case: aggregated and wrapped
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var inner = new KeyNotFoundException("No phone of " + {|PRIV1003:customer.Name|});
        var outer = new AggregateException("Several", inner);
        logger.LogError({|PRIV1001:outer|}, "Failed");
        logger.LogError("Failed: {Inner}", {|PRIV1001:outer.InnerExceptions[0].Message|});
    }
}

// case: kept in a field and told later
class C(ILogger<C> logger)
{
    private Exception? _last;
    void M(Customer customer) => _last = new InvalidOperationException("Refused " + {|PRIV1003:customer.Email|});
    void N() => logger.LogError({|PRIV1001:_last|}, "Failed before");
}

// case: an exception that carries a whole person
class CustomerException(Customer customer) : Exception("Customer failed")
{
    public Customer Customer { get; } = customer;
}

class Service(ILogger<Service> logger)
{
    public void Run(Customer customer)
    {
        try
        {
            throw new CustomerException(customer);
        }
        catch (CustomerException e)
        {
            logger.LogError(e, "Failed for {Id}", e.Customer.Id);
            logger.LogError("Failed for {Email}", {|PRIV1001:e.Customer.Email|});
        }
    }
}
