// Extension methods that return the value or log it

// case: returns it
static class CustomerExtensions
{
    public static string Label(this Customer customer) => $"{customer.Name} <{customer.Email}>";
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Label}", {|PRIV1001:{|PRIV1001:customer.Label()|}|});
}

// case: logs its receiver
static class TextExtensions
{
    public static string Dump(this string text)
    {
        Console.WriteLine(text);
        return text;
    }
}
class C
{
    int M(Customer customer) => {|PRIV1004:customer.Email|}.Dump().Length;
}

// case: logs its receiver, called as a static method
static class TextExtensions
{
    public static void Dump(this string text, ILogger logger) => logger.LogInformation("{Text}", text);
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => TextExtensions.Dump({|PRIV1001:customer.Email|}, logger);
}

// case: extends the logger
static class LoggerExtensions
{
    public static void SignedIn(this ILogger logger, string who, int times) => logger.LogInformation("{Who} {Times}", who, times);
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.SignedIn({|PRIV1001:customer.Name|}, 3);
}

// case: a source that the extension itself logs
static class CustomerExtensions
{
    public static Customer Trace(this Customer customer, ILogger logger)
    {
        logger.LogTrace("Seen {Email}", {|PRIV1001:customer.Email|});
        return customer;
    }
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => customer.Trace(logger);
}

// case: chain of extensions that pass through
static class TextExtensions
{
    public static string OrDash(this string? text) => string.IsNullOrEmpty(text) ? "-" : text;
    public static string Quoted(this string text) => "'" + text + "'";
    public static T Also<T>(this T value, Action<T> action) { action(value); return value; }
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("Phone {Phone}", {|PRIV1001:customer.Phone.OrDash().Quoted().Also(_ => { })|});
}

// case: conditional access on the receiver
static class TextExtensions
{
    public static string Short(this string text) => text.Length > 8 ? text[..8] + "..." : text;
}
class C(ILogger<C> logger)
{
    void M(Customer? customer) => logger.LogInformation("Customer {Name}", {|PRIV1001:customer?.Name.Short()|});
}

// case: extension block
// newest-only
static class CustomerExtensions
{
    extension(Customer customer)
    {
        public string Greeting => "Dear " + customer.Name;
        public string Line(string end) => customer.Email + end;
    }
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Greeting}", {|PRIV1001:customer.Greeting|});
        logger.LogInformation("{Line}", {|PRIV1001:customer.Line(";")|});
    }
}

// case: quiet when the extension gives back a number or another member
static class CustomerExtensions
{
    public static int Size(this Customer customer) => customer.Name.Length + customer.Email.Length;
    public static string Tier(this Customer customer) => customer.Plan.ToUpperInvariant();
    public static bool HasPhone(this Customer customer) => customer.Phone is { Length: > 0 };
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Size} {Tier} {HasPhone}", customer.Size(), customer.Tier(), customer.HasPhone());
}

// case: quiet for a declared sanitizer extension
static class TextExtensions
{
    [Sanitizer] public static string ForLogs(this string text) => text.Length == 0 ? "" : text[0] + "***";
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Name}", customer.Name.ForLogs());
}
