// Interpolated strings, formatted, aligned, raw and nested
using Serilog;

// case: at the sink
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation($"Signed in: {{|PRIV1001:customer.Email|}} on {customer.Plan}");
}

// case: format and alignment
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation($"[{{|PRIV1001:customer.Name|},-20}] {{|PRIV1001:customer.Balance|},10:N2} {{|PRIV1001:customer.BirthDate|}:yyyy-MM-dd}");
}

// case: raw string
class C
{
    void M(Customer customer) => Console.WriteLine($"""
        to: {{|PRIV1004:customer.Email|}}
        plan: "{customer.Plan}"
        """);
}

// case: verbatim string in a local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = $@"C:\mail\{customer.Email}\in";
        logger.LogInformation("{Path}", {|PRIV1001:text|});
    }
}

// case: nested
class C(ILogger<C> logger)
{
    void M(Customer customer, bool known) => logger.LogInformation("{Who}", $"who: {{|PRIV1001:$"<{customer.Name}>"|}} {({|PRIV1001:known ? $"<{customer.Name}>" : "-"|})}");
}

// case: an expression in the hole
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation($"{{|PRIV1001:customer.Email.ToLowerInvariant().Trim()|}} has {customer.Orders.Count}");
}

// case: handed to another method
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write({|PRIV1001:$"Signed in: {customer.Email}"|});

    void Write(string message) => logger.LogInformation(message);
}

// case: in an exception and in Serilog
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.Information($"Refusing {{|PRIV1001:customer.Name|}}");
        throw new InvalidOperationException($"No plan for {{|PRIV1003:customer.Email|}}");
    }
}

// case: default handler built by hand
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var handler = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(4, 1);
        handler.AppendLiteral("to: ");
        handler.AppendFormatted(customer.Email);
        string text = handler.ToStringAndClear();
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: string.Create with a culture
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{customer.Balance:C}");
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: nothing personal in the holes
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation($"{customer.Id,8} {nameof(customer.Email)} {customer.Email.Length:D3} {(customer.Phone is null ? "no" : "yes")} {customer.GetType().Name}");
}

// case: a number as alignment's neighbour
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        const int Width = 12;
        logger.LogInformation($"{customer.Plan,Width}|{customer.Address.Country}");
    }
}

// case: a hole with a tuple, a list and a lambda's result
class C(ILogger<C> logger)
{
    void M(Customer customer, List<Customer> all)
    {
        logger.LogInformation($"{{|PRIV1001:string.Join(",", all.Select(one => one.Email))|}}");
        logger.LogInformation($"{{|PRIV1001:all.First(one => one.Id == 1).Name|}} {all.Count(one => one.Name == "x")}");
    }
}

// case: handed over as IFormattable
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        IFormattable text = $"to {customer.Email}";
        logger.LogInformation("{Text}", {|PRIV1001:text.ToString(null, null)|});
    }
}

// case: with awaits in the holes
class C(ILogger<C> logger)
{
    async Task M(Task<Customer> customer) => logger.LogInformation($"{{|PRIV1001:(await customer).Email|}} {(await customer).Id}");
}
