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
