// Types that are named like loggers, and calls of a logger that log nothing

// case: a type of one's own with the name
class Ring
{
    public interface ILogger
    {
        void LogInformation(string text);
    }

    private sealed class Logger : ILogger
    {
        private readonly List<string> _lines = new();

        public void LogInformation(string text) => _lines.Add(text);
    }

    private readonly ILogger _logger = new Logger();

    public void M(Customer customer) => _logger.LogInformation(customer.Email);
}

// case: a log of wood
class Log
{
    public double Length { get; set; }
    public string Owner { get; set; } = "";

    public void Write(string owner) => Owner = owner;
}

class Yard
{
    public void M(Log log, Customer customer)
    {
        log.Write(customer.Name);
        Console.WriteLine(log.Length);
    }
}

// case: calls that log nothing
class C(ILogger<C> logger, ILoggerFactory factory, Serilog.ILogger log)
{
    void M(Customer customer)
    {
        bool isOn = logger.IsEnabled(customer.Email.Length > 3 ? LogLevel.Debug : LogLevel.Trace);
        log.ForContext<Customer>().Information("{IsOn}", isOn);
        factory.CreateLogger<Customer>().LogInformation("{Id}", customer.Id);
    }
}

// case: an audit trail of the application's own
interface IAuditTrail
{
    void LogChange(string who, string what);
}

class C(IAuditTrail audit)
{
    void M(Customer customer) => audit.LogChange(customer.Email, "plan");
}

// case: types of one's own named like the framework's
namespace Board
{
    static class Console
    {
        public static int Lines { get; private set; }
        public static void WriteLine(string text) => Lines += text.Length;
    }

    class Activity
    {
        private readonly Dictionary<string, object?> _tags = new();
        public int Tags => _tags.Count;
        public Activity SetTag(string key, object? value)
        {
            _tags[key] = value;
            return this;
        }
    }

    class Counter
    {
        private readonly HashSet<string> _seen = new();
        public void Add(string who) => _seen.Add(who);
    }

    class C
    {
        void M(Customer customer)
        {
            Console.WriteLine(customer.Email);
            new Activity().SetTag("mail", customer.Email).SetTag("name", customer.Name);
            new Counter().Add(customer.Email);
        }
    }
}

// case: an exception that is none
class ValidationException(string message)
{
    public string Message { get; } = message;
}

class Errors
{
    private readonly List<ValidationException> _errors = new();

    public int M(Customer customer)
    {
        _errors.Add(new ValidationException("Not valid: " + customer.Email));
        return _errors.Count;
    }
}

// case: an extension of one's own with a logger's name
static class BasketExtensions
{
    public static int LogInformation(this List<string> basket, string text)
    {
        basket.Add(text);
        return basket.Count;
    }
}

class C(ILogger<C> logger)
{
    void M(List<string> basket, Customer customer)
    {
        int count = basket.LogInformation(customer.Email);
        logger.LogInformation("{Count}", count);
    }
}

// case: a method group of a logger that gets something else
class C(ILogger<C> logger, NLog.Logger log)
{
    void M(Customer customer)
    {
        Action<string> write = log.Info;
        write(customer.Plan);
        List<string> plans = [customer.Plan];
        plans.ForEach(log.Info);
        using (logger.BeginScope("signing in"))
            write("mail of " + customer.Email.Length + " characters");
    }
}

// case: an empty logger
sealed class Silence : Serilog.Core.ILogEventSink
{
    public void Emit(Serilog.Events.LogEvent logEvent)
    {
    }
}

class C
{
    void M(Customer customer)
    {
        var log = new Serilog.LoggerConfiguration().WriteTo.Sink(new Silence()).Enrich.WithProperty("plan", customer.Plan).CreateLogger();
        log.Information("{Id}", customer.Id);
    }
}
