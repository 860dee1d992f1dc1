// Lines that this build does not have

// case: left out by the compiler
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
#if NEVER_DEFINED
        logger.LogInformation("{Email}", customer.Email);
#endif
        logger.LogInformation("{Id}", customer.Id);
    }
}

// case: a constant switch
static class Switches
{
    public const bool LogsPeople = false;
}

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.Information("{Name}", Switches.LogsPeople ? customer.Name : "hidden");
        if (Switches.LogsPeople && customer.Id > 0)
            log.Information("{Email}", customer.Email);
    }
}

// case: a guard around a line without a person
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        if (logger.IsEnabled(LogLevel.Debug) && email.Length > 0)
            logger.LogDebug("Customer {Id} has an address", customer.Id);
    }
}

// case: a constant, and a branch that throws before
class C(Serilog.ILogger log)
{
    private const string Mode = "production";

    void M(Customer customer)
    {
        string shown = Mode.Length > 0 ? customer.Plan : "";
        if (customer.Email.Length == 0)
            throw new NotSupportedException(Mode);
        log.Information("{Shown} in {Mode}", shown, Mode);
    }
}

// case: a level that is off does not make the line quiet
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (logger.IsEnabled(LogLevel.Trace))
            logger.LogTrace("{Email}", {|PRIV1001:customer.Email|});
        logger.Log(LogLevel.None, "{Id}", customer.Id);
    }
}
