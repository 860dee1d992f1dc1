// An exception whose message holds a person's data, and of which only the rest is logged

// case: its type and number
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            Check(customer);
        }
        catch (Exception e)
        {
            logger.LogError("{Type} {Code} {Name}", e.GetType(), e.HResult, e.GetType().FullName);
        }
    }

    private static void Check(Customer customer)
    {
        if (customer.Id < 0)
            throw new InvalidOperationException("No such customer: " + {|PRIV1003:customer.Email|});
    }
}

// case: its stack
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        try
        {
            Check(customer);
        }
        catch (InvalidOperationException e)
        {
            log.Error("Failed at {Stack}, in {Method}", e.StackTrace, e.TargetSite?.Name);
            log.Error("{Frames}", new System.Diagnostics.StackTrace(e, false).FrameCount);
        }
    }

    private static void Check(Customer customer) => throw new InvalidOperationException({|PRIV1003:customer.Email|});
}

// case: a member of the exception that holds something else
class CustomerException(int id, string email) : Exception("No mail to " + email)
{
    public int CustomerId { get; } = id;
}

class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        try
        {
            if (customer.Id > 0)
                throw new CustomerException(customer.Id, {|PRIV1003:customer.Email|});
        }
        catch (CustomerException e)
        {
            log.Warn("Customer {0} failed", e.CustomerId);
        }
    }
}

// case: an exception that says nothing of the person
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            if (customer.Email.Length == 0)
                throw new InvalidOperationException($"Customer {customer.Id} has no address");
        }
        catch (Exception e)
        {
            logger.LogError(e, "Failed: {Message}", e.Message);
        }
    }
}

// case: what is inside, without its text
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            Check(customer);
        }
        catch (Exception e)
        {
            logger.LogError("{Inner} {Base} {Data}", e.InnerException?.GetType().Name, e.GetBaseException().GetType(), e.Data.Count);
            logger.LogError("{Source} {Stack}", e.Source, new System.Diagnostics.StackTrace(e).GetFrame(0)?.GetMethod()?.Name);
        }
    }

    private static void Check(Customer customer)
    {
        if (customer.Id < 0)
            throw new AggregateException(new InvalidOperationException({|PRIV1003:customer.Email|}));
    }
}

// case: a filter that reads the message
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        try
        {
            if (customer.Email.Length > 0)
                throw new FormatException({|PRIV1003:customer.Email|});
        }
        catch (FormatException e) when (e.Message.Contains('@'))
        {
            log.Error("An address was not well-formed, {Length} characters", e.Message.Length);
        }
        catch (FormatException)
        {
            log.Error("Not well-formed");
        }
    }
}

// case: caught, and another thrown in its place
class C(ILogger<C> logger)
{
    private static void Save(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw new InvalidOperationException("Duplicate " + {|PRIV1003:customer.Email|});
        }
        catch (InvalidOperationException)
        {
            throw new InvalidOperationException("A duplicate");
        }
    }

    void M(Customer customer)
    {
        try
        {
            Save(customer);
        }
        catch (InvalidOperationException e)
        {
            logger.LogError(e, "Not saved: {Message}", e.Message);
        }
    }
}

// case: an exception with an own text
class SafeException([Identifier] string email) : Exception
{
    public string Code { get; } = "E" + email.Length;

    public override string Message => "The customer was refused";

    public override string ToString() => Code;
}

class C(NLog.Logger log)
{
    void M(Exception given)
    {
        if (given is SafeException e)
            log.Error("{0} {1} {2}", e.Code, e.Message, e.ToString());
    }
}

// case: a number of the database's
class StoreException(int number, string detail) : Exception("Error " + number)
{
    public int Number { get; } = number;
    public int DetailLength { get; } = detail.Length;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            throw new StoreException(customer.Id == 0 ? 2601 : 2627, customer.Email);
        }
        catch (StoreException e) when (e.Number is 2601 or 2627)
        {
            logger.LogError(e, "Duplicate: {Number}, {Length}", e.Number, e.DetailLength);
        }
    }
}
