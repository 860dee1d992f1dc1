// Anonymous types handed to logs and tags
using System.Diagnostics;
using Serilog;

// case: written at the sink
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Data}", {|PRIV1005:new { customer.Id, customer.Email }|});
}

// case: kept in a local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var data = new { customer.Id, Who = customer.Name };
        logger.LogInformation("{Data}", {|PRIV1005:data|});
        logger.LogInformation($"{{|PRIV1005:data|}}");
    }
}

// case: a member read back
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var data = new { customer.Plan, Contact = customer.Email };
        logger.LogInformation("{Contact}", {|PRIV1001:data.Contact|});
    }
}

// case: in a tag
class C
{
    void M(Customer customer, Activity activity)
    {
        activity.SetTag("who", {|PRIV1005:new { customer.Name }|});
        activity.AddTag("mail", {|PRIV1002:new { Value = customer.Email }.Value|});
    }
}

// case: destructured by Serilog
class C(Serilog.ILogger log)
{
    void M(Customer customer) => log.Information("{@Data}", {|PRIV1005:new { customer.Id, Inner = new { customer.Phone } }|});
}

// case: with an expression
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var one = new { Id = 1, Name = "" };
        var two = one with { Name = customer.Name };
        logger.LogInformation("{Two}", {|PRIV1005:two|});
    }
}

// case: from LINQ
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var first = customers.Select(customer => new { customer.Id, customer.Email }).First();
        logger.LogInformation("{Mail}", {|PRIV1001:first.Email|});
        logger.LogInformation("{First}", {|PRIV1005:first|});
    }
}

// case: as object through a method
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write({|PRIV1005:new { customer.Email }|});

    void Write(object data) => logger.LogInformation("{Data}", data);
}

// case: a credential inside
class C(ILogger<C> logger)
{
    void M(Account account) => logger.LogInformation("{Data}", {|PRIV1006:new { account.Id, Secret = account.Password }|});
}

// case: only its harmless members
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var data = new { customer.Id, customer.Email, customer.Plan };
        logger.LogInformation("{Id} {Plan} {Length}", data.Id, data.Plan, data.Email.Length);
        logger.LogInformation("{Data}", new { data.Id, Known = data.Email != "" });
    }
}

// case: a plain object inside prints its type
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Data}", new { Customer = customer, customer.Id });
}

// case: overwritten by with
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var data = new { customer.Id, customer.Email };
        var clean = data with { Email = "hidden" };
        logger.LogInformation("{Data}", clean);
    }
}
