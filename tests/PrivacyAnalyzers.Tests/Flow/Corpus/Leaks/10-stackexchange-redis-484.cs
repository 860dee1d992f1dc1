// StackExchange/StackExchange.Redis#484: the configuration, password and all, into a writer that is given as a log
using System.IO;

// case: as reported, with the console as the writer
// known-miss: a TextWriter made of the console is not followed
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
