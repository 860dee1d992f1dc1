// StackExchange/StackExchange.Redis#484: the configuration, password and all, into a writer that is given as a log
using System.IO;

// case: as reported, with the console as the writer
class Multiplexer
{
    public static Multiplexer Connect(string configuration, TextWriter? log)
    {
        log?.WriteLine("Connecting");
        log?.WriteLine(configuration);
        return new Multiplexer();
    }
}

class Startup
{
    public Multiplexer Start(Account account)
    {
        string configuration = "cache.example:6380,ssl=true,password=" + account.Password;
        return Multiplexer.Connect({|PRIV1006:configuration|}, Console.Out);
    }
}

// case: a writer that says it is a log
class Multiplexer
{
    public static void Connect(string configuration, [Sink(SinkKind.Log)] Action<string> log) => log("Connecting");
    public static void Trace([Sink(SinkKind.Log)] string line) => line.ToString();
}

class Startup
{
    public void Start(Account account)
    {
        string configuration = "cache.example:6380,password=" + account.Password;
        Multiplexer.Trace({|PRIV1006:configuration|});
    }
}

// case: a writer in memory
class Startup
{
    public string Start(Account account)
    {
        var log = new StringWriter();
        log.WriteLine("password=" + account.Password);
        return log.ToString();
    }
}

// case: a writer kept by a wrapper
class LogProxy(TextWriter? writer)
{
    public void WriteLine(string line)
    {
        if (writer is not null)
            writer.WriteLine($"{DateTime.UtcNow:HH:mm:ss}: {line}");
    }
}

class Startup
{
    public void Start(Account account)
    {
        var log = new LogProxy(Console.Out);
        log.WriteLine("Connecting");
        log.WriteLine({|PRIV1004:"user " + account.Owner.Name|});
    }
}

// case: options that show themselves
class ConfigurationOptions
{
    public List<string> EndPoints { get; } = new();
    [Credential] public string? Password { get; set; }

    public override string ToString() => ToString(includePassword: true);

    public string ToString(bool includePassword)
    {
        var text = new System.Text.StringBuilder(string.Join(',', EndPoints));
        text.Append(",password=").Append(includePassword ? Password : "*****");
        return text.ToString();
    }
}

class Startup(ILogger<Startup> logger)
{
    public void Start(ConfigurationOptions options)
    {
        logger.LogInformation("Using {Options}", {|PRIV1006:options|});
        logger.LogInformation("Using {EndPoints}", string.Join(',', options.EndPoints));
    }
}

// case: options that show themselves by an overload
class ConfigurationOptions
{
    [Credential] public string? Password { get; set; }

    public override string ToString() => ToString("cache");

    public string ToString(string host) => host + ",password=" + Password;
}

class Startup(ILogger<Startup> logger)
{
    public void Start(ConfigurationOptions options) => logger.LogInformation("Using {Options}", {|PRIV1006:options|});
}

// case: options that show themselves by a builder
class ConfigurationOptions
{
    [Credential] public string? Password { get; set; }

    public override string ToString()
    {
        var text = new System.Text.StringBuilder(string.Join(',', "a", "b"));
        text.Append(",password=").Append(Password is null ? "" : Password);
        return text.ToString();
    }
}

class Startup(ILogger<Startup> logger)
{
    public void Start(ConfigurationOptions options) => logger.LogInformation("Using {Options}", {|PRIV1006:options|});
}
