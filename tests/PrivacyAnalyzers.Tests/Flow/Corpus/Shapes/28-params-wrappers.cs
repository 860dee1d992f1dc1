// Wrappers that take params and hand them on
using System.Globalization;

// case: template and arguments handed on
class Log(ILogger<Log> logger)
{
    public void Info(string template, params object?[] arguments) => logger.LogInformation(template, arguments);
}

class C(Log log)
{
    void M(Customer customer) => log.Info("{Id} {Mail} {Plan}", customer.Id, {|PRIV1001:customer.Email|}, customer.Plan);
}

// case: formatted first
class Log
{
    public static void Line(string format, params object?[] arguments) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, format, arguments));
}

class C
{
    void M(Customer customer) => Log.Line("{0} <{1}>", {|PRIV1004:customer.Name|}, {|PRIV1004:customer.Email|});
}

// case: two wrappers deep
class Outer(Inner inner)
{
    public void Write(string text, params object?[] arguments) => inner.Write(text, arguments);
}

class Inner(ILogger<Inner> logger)
{
    public void Write(string text, object?[] arguments)
    {
        if (logger.IsEnabled(LogLevel.Information))
            logger.Log(LogLevel.Information, text, arguments);
    }
}

class C(Outer outer)
{
    void M(Customer customer) => outer.Write("{Phone}", {|PRIV1001:customer.Phone|});
}

// case: an array given for the params
class Log(ILogger<Log> logger)
{
    public void Info(string template, params object?[] arguments) => logger.LogInformation(template, arguments);
}

class C(Log log)
{
    void M(Customer customer)
    {
        object?[] arguments = { customer.Plan, customer.Email };
        log.Info("{Plan} {Mail}", {|PRIV1001:arguments|});
    }
}

// case: one element picked by the wrapper
class Log(ILogger<Log> logger)
{
    public void First(params string[] parts) => logger.LogInformation("{First}", parts[0]);
}

class C(Log log)
{
    void M(Customer customer) => log.First({|PRIV1001:customer.Email|}, "x");
}

// case: a loop in the wrapper
class Log(ILogger<Log> logger)
{
    public void Each(params string[] parts)
    {
        foreach (string part in parts)
            logger.LogInformation("{Part}", part);
    }
}

class C(Log log)
{
    void M(Customer customer) => log.Each(customer.Plan, {|PRIV1001:customer.Name|});
}

// case: joined in the wrapper
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write("a", {|PRIV1001:customer.Name|}, {|PRIV1001:customer.Email|});

    void Write(params string[] parts) => logger.LogInformation("{Parts}", string.Join("|", parts));
}

// case: caller information behind the text
class Log(ILogger<Log> logger)
{
    public void Here(string text, [System.Runtime.CompilerServices.CallerMemberName] string caller = "") => logger.LogInformation("{Caller}: {Text}", caller, text);
}

class C(Log log)
{
    void M(Customer customer)
    {
        log.Here({|PRIV1001:"mail to " + customer.Email|});
        log.Here(nameof(customer.Email), caller: {|PRIV1001:customer.Name|});
    }
}

// case: the wrapper only counts
class Log(ILogger<Log> logger)
{
    public void Count(params object?[] arguments) => logger.LogInformation("{Count}", arguments.Length);
}

class C(Log log)
{
    void M(Customer customer) => log.Count(customer.Name, customer.Email);
}

// case: another argument is handed on
class Log(ILogger<Log> logger)
{
    private readonly List<object?> _kept = new();

    public void Keep(string text, params object?[] arguments)
    {
        logger.LogInformation("{Text}", text);
        _kept.AddRange(arguments);
    }
}

class C(Log log)
{
    void M(Customer customer) => log.Keep("kept", customer.Name, customer.Email);
}

// case: only harmless arguments
class Log(ILogger<Log> logger)
{
    public void Info(string template, params object?[] arguments) => logger.LogInformation(template, arguments);
}

class C(Log log)
{
    void M(Customer customer) => log.Info("{Id} {Plan} {Length}", customer.Id, customer.Plan, customer.Email.Length);
}
