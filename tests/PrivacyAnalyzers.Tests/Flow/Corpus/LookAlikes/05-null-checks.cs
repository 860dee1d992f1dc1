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

// case: of nullable values
class Profile
{
    [ProtectedCharacteristic] public DateTime? BirthDate { get; set; }
    [Geolocation] public double? Latitude { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Profile profile)
    {
        logger.LogInformation("{Has} {Located}", profile.BirthDate.HasValue, profile.Latitude is not null);
        logger.LogInformation("Birth date {State}", profile.BirthDate is null ? "missing" : "given");
    }
}

// case: by a generic helper
static class Check
{
    public static bool IsSet<T>(T? value) where T : class => value is not null;

    public static string State(params object?[] values) => string.Join(",", values.Select(value => value is null ? "0" : "1"));
}

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.Information("{Phone}", Check.IsSet(customer.Phone));
        log.Information("{State}", Check.State(customer.Email, customer.Phone, customer.Name));
    }
}

// case: the length where there is one
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer.Phone is { Length: var length })
            logger.LogInformation("A number of {Length} digits", length);
        logger.LogInformation("{Length}", customer.Phone?.Length.ToString() ?? "none");
        logger.LogInformation("{Same}", ReferenceEquals(customer.Phone, null));
    }
}

// case: a value asked for, and a throw in its place
class C(ILogger<C> logger)
{
    void M(Customer? customer)
    {
        string phone = customer?.Phone ?? throw new InvalidOperationException("The customer has no phone number");
        bool isMissing = !(phone.Length > 0);
        logger.LogInformation("{IsMissing}", isMissing);
    }
}
