// Whether there is a value at all

// case: against null
class C(ILogger<C> logger)
{
    void M(Customer? customer)
    {
        logger.LogInformation("{Missing} {Has}", customer?.Phone == null, customer?.Phone != null);
        logger.LogInformation("{Missing}", customer?.Email is null ? "no address" : "address");
        logger.LogInformation($"{customer?.Phone is { }} {customer is not null}");
    }
}

// case: empty or white
class C(Serilog.ILogger log)
{
    void M(Customer customer, Account account)
    {
        log.Information("{Empty} {White}", string.IsNullOrEmpty(customer.Email), string.IsNullOrWhiteSpace(account.Password));
        log.Information("{State}", string.IsNullOrEmpty(account.ApiKey) ? "unset" : "set");
        log.Information("{State}", customer.Phone?.Length > 0 ? 1 : 0);
    }
}

// case: given in place of the value
class C(NLog.Logger log)
{
    private static string Presence(string? value) => value is null ? "null" : value.Length == 0 ? "empty" : "non-empty";

    private static string Stars(bool isSet) => isSet ? "***" : "";

    void M(Account account, Customer customer)
    {
        log.Info("Password is {0}", Presence(account.Password));
        log.Info("Phone is {0}, mail {1}", Presence(customer.Phone), Stars(customer.Email != ""));
    }
}

// case: counted
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        int without = customers.Count(each => string.IsNullOrEmpty(each.Phone));
        bool any = customers.Select(each => each.Email).Any(email => email.Length == 0);
        logger.LogInformation("{Without} without a number, {Any}", without, any);
    }
}
