// Which argument fills which hole of the template, and what only the template's text says

// case: the second of three
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Id} {Email} {Plan}", customer.Id, {|PRIV1001:customer.Email|}, customer.Plan);
}

// case: an array written at the call
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Id} {Email}", new object[] { customer.Id, {|PRIV1001:customer.Email|} });
}

// case: an array made before
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object[] values = [customer.Id, customer.Name];
        logger.LogInformation("{Id} {Name}", {|PRIV1001:values|});
    }
}

// case: the value in the template itself
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation({|PRIV1001:customer.Email|});
        logger.LogInformation("Hello " + {|PRIV1001:customer.Name|} + " {Id}", customer.Id);
        logger.LogInformation($"Hello {{|PRIV1001:customer.Name|}} {{Id}}", customer.Id);
    }
}

// case: named arguments in another order
class C(ILogger<C> logger)
{
    void M(Customer customer, Exception error) =>
        logger.LogError(args: [{|PRIV1001:customer.Email|}], message: "{Email}", exception: error, eventId: 3);
}

// case: more arguments than holes
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("Only {Id}", customer.Id, {|PRIV1001:customer.Email|});
}

// case: positional templates
class C
{
    void M(Customer customer, log4net.ILog log, System.Diagnostics.TraceSource source)
    {
        log.InfoFormat("{1} is {0}", {|PRIV1001:customer.Name|}, customer.Id);
        source.TraceEvent(System.Diagnostics.TraceEventType.Error, 1, "{0} {1}", customer.Plan, {|PRIV1001:customer.Email|});
        Console.WriteLine("{0} {1} {2} {3}", customer.Id, customer.Plan, {|PRIV1004:customer.Phone|}, 4);
    }
}

// case: NLog and Serilog
class C(NLog.Logger nlog, Serilog.ILogger serilog)
{
    void M(Customer customer, Exception error)
    {
        nlog.Warn(error, "{Plan} of {Name}", customer.Plan, {|PRIV1001:customer.Name|});
        serilog.Error(error, "{Id} {Plan} {Email} {Country}", customer.Id, customer.Plan, {|PRIV1001:customer.Email|}, customer.Address.Country);
        serilog.ForContext("Email", {|PRIV1001:customer.Email|}).Information("Signed in");
    }
}

// case: the general Log method
class C(ILogger logger)
{
    void M(Customer customer)
    {
        logger.Log(LogLevel.Information, "{Email}", {|PRIV1001:customer.Email|});
        logger.Log(LogLevel.Error, new EventId(1), null, "{Name}", {|PRIV1001:customer.Name|});
        logger.Log(LogLevel.Debug, new EventId(2, "x"), {|PRIV1001:customer.Email|}, null, (state, _) => state);
    }
}

// case: quiet when only the holes are named so
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Email} {Password} {Name}", customer.Id, customer.Plan, customer.Orders.Count);
        logger.LogInformation("Email is required, password missing");
    }
}

// case: quiet for ids of events and for levels
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        LogLevel level = customer.Email.Length > 3 ? LogLevel.Debug : LogLevel.Error;
        logger.Log(level, new EventId(customer.Id, nameof(customer.Email)), "Seen");
    }
}
