// [LoggerMessage] methods and delegates of LoggerMessage.Define

// case: static partial method
static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Email} signed in {Times} times")]
    static partial void SignedIn(ILogger logger, string email, int times);
    static partial void SignedIn(ILogger logger, string email, int times) { }
    public static void M(ILogger logger, Customer customer) => SignedIn(logger, {|PRIV1001:customer.Email|}, customer.Id);
}

// case: extension method, called on the logger
static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "No orders of {Name}")]
    public static partial void NoOrders(this ILogger logger, string name, Exception? error);
    public static partial void NoOrders(this ILogger logger, string name, Exception? error) { }
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.NoOrders({|PRIV1001:customer.Name|}, null);
}

// case: instance method that takes the logger from a field
partial class C(ILogger<C> logger)
{
    private readonly ILogger _logger = logger;
    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Refused {Key}")]
    private partial void Refused(string key);
    private partial void Refused(string key) { }
    void M(Account account) => Refused({|PRIV1006:account.ApiKey|});
}

// case: Define
class C(ILogger<C> logger)
{
    private static readonly Action<ILogger, string, Exception?> SignedIn =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "{Email} signed in");
    private static readonly Action<ILogger, int, string, Exception?> Ordered =
        LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(2), "{Id} {Name} ordered");
    void M(Customer customer)
    {
        SignedIn(logger, {|PRIV1001:customer.Email|}, null);
        Ordered(logger, customer.Id, {|PRIV1001:customer.Name|}, null);
        Ordered.Invoke(logger, customer.Id, {|PRIV1001:customer.Phone|}!, null);
    }
}

// case: Define in a class of its own
static class Messages
{
    private static readonly Action<ILogger, string, Exception?> _bounced =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(7, "Bounced"), "Mail to {Email} bounced");
    public static void Bounced(this ILogger logger, string email, Exception? error = null) => _bounced(logger, email, error);
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.Bounced({|PRIV1001:customer.Email|});
}

// case: a record as the argument
static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Saved {Person}")]
    static partial void Saved(ILogger logger, Person person);
    static partial void Saved(ILogger logger, Person person) { }
    public static void M(ILogger logger, Person person) => Saved(logger, {|PRIV1005:person|});
}

// case: a local that was built before
static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Line}")]
    static partial void Line(ILogger logger, string line);
    static partial void Line(ILogger logger, string line) { }
    public static void M(ILogger logger, Customer customer)
    {
        string line = customer.Id + " " + customer.Email.ToLowerInvariant();
        Line(logger, {|PRIV1001:line|});
    }
}

// case: quiet where the generator redacts a classified parameter
static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Email} signed in")]
    static partial void SignedIn(ILogger logger, [Identifier] string email);
    static partial void SignedIn(ILogger logger, string email) { }
    [LoggerMessage(2, LogLevel.Information, "Saved")]
    static partial void Saved(ILogger logger, [LogProperties] Customer customer);
    static partial void Saved(ILogger logger, Customer customer) { }
    public static void M(ILogger logger, Customer customer)
    {
        SignedIn(logger, customer.Email);
        Saved(logger, customer);
    }
}

// case: quiet for ids and lengths
static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Email} {Id}")]
    static partial void Seen(ILogger logger, int email, Guid id);
    static partial void Seen(ILogger logger, int email, Guid id) { }
    private static readonly Action<ILogger, string, Exception?> Plan = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "{Email}");
    public static void M(ILogger logger, Account account)
    {
        Seen(logger, account.Owner.Email.Length, account.Id);
        Plan(logger, account.Owner.Plan, null);
    }
}
