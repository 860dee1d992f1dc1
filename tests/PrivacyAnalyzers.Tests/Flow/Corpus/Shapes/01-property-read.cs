// A property read directly as a sink's argument

// case: template argument
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("Signed in: {Email}", {|PRIV1001:customer.Email|});
}

// case: through two objects
class C(ILogger<C> logger)
{
    void M(Order order) => logger.LogWarning("Order {Id} of {Name}", order.Id, {|PRIV1001:order.Customer.Name|});
}

// case: a number that is personal
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogDebug("Balance {Balance}", {|PRIV1001:customer.Balance|});
}

// case: a credential
class C(ILogger<C> logger)
{
    void M(Account account) => logger.LogError("Refused {Key}", {|PRIV1006:account.ApiKey|});
}
