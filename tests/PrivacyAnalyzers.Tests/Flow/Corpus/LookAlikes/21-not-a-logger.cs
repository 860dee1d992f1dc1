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
