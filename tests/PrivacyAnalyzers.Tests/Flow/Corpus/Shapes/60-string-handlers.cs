// Interpolated string handlers
using System.Runtime.CompilerServices;
using System.Text;

// case: own handler with a builder
[InterpolatedStringHandler]
ref struct LogHandler
{
    private readonly StringBuilder _text;
    public LogHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength);
    public void AppendLiteral(string text) => _text.Append(text);
    public void AppendFormatted<T>(T value) => _text.Append(value);
    public override string ToString() => _text.ToString();
}
class Log
{
    public void Info(ref LogHandler handler) => Console.WriteLine(handler.ToString());
}
class C(Log log)
{
    void M(Customer customer) => log.Info($"Saved {{|PRIV1004:customer.Email|}} of {customer.Id}");
}

// case: handler declared a sink
[InterpolatedStringHandler]
ref struct LogHandler
{
    public LogHandler(int literalLength, int formattedCount) { }
    public void AppendLiteral(string text) { }
    public void AppendFormatted<T>(T value) { }
    public void AppendFormatted<T>(T value, string format) { }
}
class Log
{
    public void Info([Sink(SinkKind.Log)] LogHandler handler) { }
}
class C(Log log)
{
    void M(Customer customer) => log.Info($"Saved {{|PRIV1001:customer.Email|}} of {customer.Id} born {{|PRIV1001:customer.BirthDate|}:d}");
}

// case: handler whose append logs at once
[InterpolatedStringHandler]
struct LogHandler
{
    private readonly ILogger _logger;
    public LogHandler(int literalLength, int formattedCount, ILogger logger, out bool enabled) { _logger = logger; enabled = logger.IsEnabled(LogLevel.Debug); }
    public void AppendLiteral(string text) { }
    public void AppendFormatted(string value) => _logger.LogDebug("{Value}", value);
    public void AppendFormatted(int value) { }
}
static class Log
{
    public static void Debug(ILogger logger, [InterpolatedStringHandlerArgument(nameof(logger))] LogHandler handler) { }
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log.Debug(logger, $"{customer.Id} {{|PRIV1001:customer.Name|}}");
}

// case: the framework's handlers
class C
{
    void M(Customer customer)
    {
        System.Diagnostics.Debug.WriteIf(customer.Id > 0, $"Seen {{|PRIV1004:customer.Name|}}");
        System.Diagnostics.Debug.Assert(customer.Id > 0, $"Bad {{|PRIV1004:customer.Email|}}");
        var text = new StringBuilder();
        text.Append($"{customer.Id}: {customer.Email}");
        Console.WriteLine({|PRIV1004:text|});
        Console.WriteLine({|PRIV1004:string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{customer.Name}")|});
    }
}

// case: DefaultInterpolatedStringHandler by hand
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var handler = new DefaultInterpolatedStringHandler(2, 1);
        handler.AppendLiteral("> ");
        handler.AppendFormatted(customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:handler.ToStringAndClear()|});
    }
}

// case: FormattableString
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        FormattableString text = $"Dear {customer.Name}";
        logger.LogInformation("{Text}", {|PRIV1001:text.ToString()|});
        logger.LogInformation("{Text}", {|PRIV1001:FormattableString.Invariant($"{customer.Email}")|});
        logger.LogInformation("{Text}", {|PRIV1001:text.GetArgument(0)|});
    }
}

// case: quiet for a handler that counts
[InterpolatedStringHandler]
ref struct CountHandler
{
    public int Count;
    public CountHandler(int literalLength, int formattedCount) => Count = formattedCount;
    public void AppendLiteral(string text) { }
    public void AppendFormatted<T>(T value) { }
}
class Log
{
    public void Info(CountHandler handler) => Console.WriteLine(handler.Count);
}
class C(Log log)
{
    void M(Customer customer) => log.Info($"Saved {customer.Email} of {customer.Id}");
}

// case: quiet when only lengths and ids are formatted
class C
{
    void M(Customer customer)
    {
        System.Diagnostics.Debug.WriteLineIf(customer.Id > 0, $"Seen {customer.Id} {customer.Email.Length} {nameof(customer.Email)}");
        FormattableString text = $"Plan {customer.Plan}";
        Console.WriteLine(text.Format + text);
    }
}
