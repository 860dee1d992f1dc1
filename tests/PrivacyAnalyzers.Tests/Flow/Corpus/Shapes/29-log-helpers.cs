// A helper of one's own that hands its parameter to a sink
using System.Diagnostics;

// case: the simplest
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log({|PRIV1001:customer.Email|});

    void Log(string message) => logger.LogInformation(message);
}

// case: static, with the logger handed in
static class Logs
{
    public static void Signed(ILogger logger, string who) => logger.LogInformation("Signed in: {Who}", who);
}

class C(ILogger<C> logger)
{
    void M(Customer customer) => Logs.Signed(logger, {|PRIV1001:customer.Name|});
}

// case: a class of one's own around the logger
class Audit(ILogger<Audit> logger)
{
    private readonly ILogger _logger = logger;

    public void Write(string action, string subject)
    {
        string line = $"{DateTime.UtcNow:O} {action} {subject}";
        _logger.LogInformation("{Line}", line);
    }
}

class C(Audit audit)
{
    void M(Customer customer) => audit.Write("delete", {|PRIV1001:customer.Email|});
}

// case: two sinks behind one parameter
class C(ILogger<C> logger)
{
    void M(Customer customer) => Tell({|PRIV1001:{|PRIV1004:customer.Phone|}|});

    void Tell(string? text)
    {
        logger.LogInformation("{Text}", text);
        Console.WriteLine(text);
    }
}

// case: an object's member is logged by the helper
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Id = 1, Mail = customer.Email };
        Log({|PRIV1001:dto|});
    }

    void Log(Dto dto) => logger.LogInformation("{Id} {Mail}", dto.Id, dto.Mail);
}

// case: a classified member is logged by the helper itself
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log(customer);

    void Log(Customer customer) => logger.LogInformation("{Mail}", {|PRIV1001:customer.Email|});
}

// case: throwing helper
static class Throw
{
    public static void NotFound(string what) => throw new KeyNotFoundException("No such: " + what);
}

class C
{
    void M(Customer customer)
    {
        if (customer.Plan == "")
            Throw.NotFound({|PRIV1003:customer.Email|});
    }
}

// case: tagging helper
class C
{
    void M(Customer customer) => Tag("customer.mail", {|PRIV1002:customer.Email.ToLowerInvariant()|});

    static void Tag(string key, object value) => Activity.Current?.SetTag(key, value);
}

// case: optional and named parameters
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log(detail: {|PRIV1001:customer.Name|}, level: LogLevel.Warning);

    void Log(string text = "none", LogLevel level = LogLevel.Information, string? detail = null) => logger.Log(level, "{Text} {Detail}", text, detail);
}

// case: an object's own credential
class C(ILogger<C> logger)
{
    void M(Account account) => Log({|PRIV1006:account.ApiKey|});

    void Log(string message) => logger.LogInformation(message);
}

// case: a whole object
class C(ILogger<C> logger)
{
    void M(Person person) => Log({|PRIV1005:person|});

    void Log(object thing) => logger.LogInformation("{Thing}", thing);
}

// case: declared sink of one's own
interface ITrail
{
    void Add([Sink(SinkKind.Log)] string line, string note);
}

class C(ITrail trail)
{
    void M(Customer customer) => trail.Add({|PRIV1001:customer.Email|}, customer.Name);
}

// case: the helper logs another parameter
class C(ILogger<C> logger)
{
    void M(Customer customer) => Send(customer.Email, "welcome");

    void Send(string to, string template) => logger.LogInformation("Sent {Template}, {Length}", template, to.Length);
}

// case: the helper does not log
class C(ILogger<C> logger)
{
    private readonly Queue<string> _outbox = new();

    void M(Customer customer)
    {
        Log(customer.Email);
        logger.LogInformation("queued");
    }

    void Log(string message) => _outbox.Enqueue(message);
}

// case: called with a harmless value elsewhere
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log({|PRIV1001:customer.Email|});

    void N(Customer customer)
    {
        Log(customer.Plan);
        Log("fixed");
        Log(customer.Id.ToString());
    }

    void Log(string message) => logger.LogInformation(message);
}

// case: the helper overwrites it
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log(customer.Email);

    void Log(string message)
    {
        message = "length " + message.Length;
        logger.LogInformation("{Message}", message);
    }
}

// case: in a base class
abstract class Base(ILogger logger)
{
    protected void Note(string text) => logger.LogInformation("{Text}", text);
}

class C(ILogger<C> logger) : Base(logger)
{
    void M(Customer customer) => Note({|PRIV1001:customer.Email|});
}

// case: generic helper
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Log({|PRIV1001:customer.Balance|});
        Log(customer.Id);
    }

    void Log<T>(T value) => logger.LogInformation("{Value}", value);
}

// case: the helper formats a part
class C(ILogger<C> logger)
{
    void M(Customer customer) => Log({|PRIV1001:customer.Email|});

    void Log(string mail)
    {
        int at = mail.IndexOf('@');
        logger.LogInformation("{User}", at < 0 ? "" : mail[..at]);
    }
}

// case: the helper logs only when it fails
class C(ILogger<C> logger)
{
    void M(Customer customer) => Send({|PRIV1001:customer.Email|});

    void Send(string to)
    {
        try
        {
            if (to.Length > 100)
                throw new InvalidOperationException("too long");
        }
        catch (Exception e)
        {
            logger.LogError(e, "Cannot send to {To}", to);
        }
        finally
        {
            logger.LogDebug("done");
        }
    }
}

// case: setter that logs and indexer that logs
class Watched(ILogger<Watched> logger)
{
    public string this[int index] { set => logger.LogInformation("{Index} {Value}", index, value); }
}

class C(Watched watched)
{
    void M(Customer customer) => watched[customer.Id] = {|PRIV1001:customer.Email|};
}
