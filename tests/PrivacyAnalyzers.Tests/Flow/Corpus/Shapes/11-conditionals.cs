// Conditional operators: ?: ?? ??= ?. and !

// case: conditional
class C(ILogger<C> logger)
{
    void M(Customer customer, bool full)
    {
        logger.LogInformation("{Who}", {|PRIV1001:full ? customer.Email : "hidden"|});
        string who = full ? customer.Plan : customer.Name;
        logger.LogInformation("{Who}", {|PRIV1001:who|});
    }
}

// case: null coalescing
class C(ILogger<C> logger)
{
    void M(Customer? customer, string fallback)
    {
        logger.LogInformation("{Phone}", {|PRIV1001:customer?.Phone ?? "none"|});
        string text = fallback ?? customer!.Email;
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: coalescing assignment
class C(ILogger<C> logger)
{
    void M(Customer customer, string? nick)
    {
        nick ??= customer.Name;
        logger.LogInformation("{Nick}", {|PRIV1001:nick|});
    }
}

// case: null conditional chain
class C(ILogger<C> logger)
{
    void M(Order? order)
    {
        logger.LogInformation("{Street}", {|PRIV1001:order?.Customer?.Address?.Street|});
        string? upper = order?.Customer.Phone?.Trim()?.ToUpperInvariant();
        logger.LogInformation("{Phone}", {|PRIV1001:upper|});
    }
}

// case: null forgiving
class C(ILogger<C> logger)
{
    void M(Customer? customer) => logger.LogInformation("{Phone}", {|PRIV1001:customer!.Phone|}!);
}

// case: coalescing throw
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string phone = customer.Phone ?? throw new InvalidOperationException("No phone for " + {|PRIV1003:customer.Name|});
        logger.LogInformation("{Phone}", {|PRIV1001:phone|});
    }
}

// case: element access behind a question mark
class C(ILogger<C> logger)
{
    void M(List<Customer>? customers) => logger.LogInformation("{Name}", {|PRIV1001:customers?[0].Name|});
}

// case: nested conditionals in an argument
class C(ILogger<C> logger)
{
    void M(Customer a, Customer b, int n) => logger.LogInformation("{Name}", {|PRIV1001:n == 0 ? "none" : n == 1 ? a.Plan : b.Email|});
}

// case: conditional receiver
class C(ILogger<C> logger)
{
    void M(Customer a, Customer b, bool first) => logger.LogInformation("{Name}", {|PRIV1001:(first ? a : b).Name|});
}

// case: the logger is behind a question mark
class C(ILogger<C>? logger)
{
    void M(Customer customer) => logger?.LogInformation("{Name}", {|PRIV1001:customer.Name|});
}

// case: only the condition is personal
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Has} {Kind} {Null}", customer.Phone is null ? "no phone" : "phone", customer.Email.EndsWith(".org") ? 1 : 2, customer.Phone?.Length ?? 0);
        bool known = (customer.Name ?? "") != "";
        logger.LogInformation("{Known}", known);
    }
}

// case: harmless on both sides
class C(ILogger<C> logger)
{
    void M(Customer? customer) => logger.LogInformation("{Plan} {Id} {Country}", customer?.Plan ?? "none", customer?.Id, customer!.Address?.Country);
}

// case: conditional access through several calls
class C(ILogger<C> logger)
{
    private static Customer? Owner(Account? account) => account?.Owner;

    void M(Account? account)
    {
        logger.LogInformation("{Name}", {|PRIV1001:Owner(account)?.Name?.Trim().ToUpperInvariant() ?? "nobody"|});
        logger.LogInformation("{Country}", Owner(account)?.Address?.Country ?? "nowhere");
    }
}
