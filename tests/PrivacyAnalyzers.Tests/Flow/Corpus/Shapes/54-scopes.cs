// Scopes and contexts that are written with every line
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

// case: template of a scope
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using (logger.BeginScope("Customer {Email}", {|PRIV1001:customer.Email|}))
            logger.LogInformation("Working");
    }
}

// case: dictionary, made at the call
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using IDisposable? scope = logger.BeginScope({|PRIV1001:new Dictionary<string, object> { ["Id"] = customer.Id, ["Name"] = customer.Name }|});
        logger.LogInformation("Working");
    }
}

// case: dictionary in a local, array of pairs
class C(ILogger<C> logger)
{
    void M(Customer customer, Account account)
    {
        var values = new Dictionary<string, object?>();
        values.Add("phone", customer.Phone);
        using (logger.BeginScope({|PRIV1001:values|}))
        using (logger.BeginScope({|PRIV1006:new[] { new KeyValuePair<string, object>("key", account.ApiKey) }|}))
            logger.LogInformation("Working");
    }
}

// case: plain value and a tuple
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using (logger.BeginScope({|PRIV1001:customer.Email|}))
        using (logger.BeginScope({|PRIV1005:("Email", customer.Email)|}))
            logger.LogInformation("Working");
    }
}

// case: LoggerMessage.DefineScope
class C(ILogger<C> logger)
{
    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("Customer {Name}");
    void M(Customer customer)
    {
        using (Scope(logger, {|PRIV1001:customer.Name|}))
            logger.LogInformation("Working");
    }
}

// case: Serilog
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        using (Serilog.Context.LogContext.PushProperty("Email", {|PRIV1001:customer.Email|}))
            log.Information("Working");
        log.ForContext("Name", {|PRIV1001:customer.Name|}).ForContext<C>().Information("Working");
    }
}

// case: NLog
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        using (NLog.ScopeContext.PushProperty("Email", {|PRIV1001:customer.Email|}))
        using (NLog.ScopeContext.PushNestedState({|PRIV1001:customer.Name|}))
            log.Info("Working");
        log.WithProperty("Phone", {|PRIV1001:customer.Phone|}).Info("Working");
    }
}

// case: log4net
class C(log4net.ILog log)
{
    void M(Customer customer)
    {
        log4net.ThreadContext.Properties["user"] = {|PRIV1001:customer.Email|};
        log4net.LogicalThreadContext.Properties["name"] = {|PRIV1001:customer.Name|};
        using (log4net.ThreadContext.Stacks["NDC"].Push({|PRIV1001:customer.Name|}))
            log.Info("Working");
    }
}

// case: scope opened by a helper
class C(ILogger<C> logger)
{
    IDisposable? Enter(string who) => logger.BeginScope("For {Who}", who);
    void M(Customer customer)
    {
        using IDisposable? scope = Enter({|PRIV1001:customer.Email|});
        logger.LogInformation("Working");
    }
}

// case: own scope class
class CustomerScope(Customer customer) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 1;
    public KeyValuePair<string, object?> this[int index] => new("Email", customer.Email);
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() { yield return this[0]; }
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using (logger.BeginScope({|PRIV1001:new CustomerScope(customer)|}))
            logger.LogInformation("Working");
    }
}

// case: quiet for ids and plans
class C(ILogger<C> logger, Serilog.ILogger log)
{
    void M(Customer customer)
    {
        using (logger.BeginScope(new Dictionary<string, object> { ["Id"] = customer.Id, ["Known"] = customer.Email.Length > 0 }))
        using (logger.BeginScope("{Plan}", customer.Plan))
        using (Serilog.Context.LogContext.PushProperty("Email", customer.Id))
            log.ForContext(typeof(Customer)).Information("Working");
    }
}

// case: a middleware that keeps the address of the caller
class Middleware(RequestDelegate next, ILogger<Middleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        string? forwarded = context.Request.Headers["X-Forwarded-For"];
        string? address = context.Connection.RemoteIpAddress?.ToString();
        using (logger.BeginScope("Request from {Address}", {|PRIV1001:address|}))
        {
            await next(context);
        }

        Activity.Current?.SetTag("client.address", {|PRIV1002:address ?? "unknown"|});
    }
}

// case: what Serilog writes with a request's one line
class C
{
    void M(Serilog.IDiagnosticContext diagnostics, Customer customer)
    {
        diagnostics.Set("Plan", customer.Plan);
        diagnostics.Set("Mail", {|PRIV1001:customer.Email|});
    }
}
