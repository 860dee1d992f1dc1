// Flows that cannot happen

// case: an early return
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string shown = customer.Email;
        if (customer.Id != 0)
            shown = customer.Plan;
        else
            return;
        logger.LogInformation("{Shown}", shown);
    }
}

// case: a catch that the try does not reach
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw new InvalidOperationException({|PRIV1003:customer.Email|});
        }
        catch (FormatException e)
        {
            logger.LogError(e, "Not well-formed");
        }
    }
}

// case: another call's argument
class C(ILogger<C> logger)
{
    private static string Same(string value) => value;

    private void Apply(Func<string, int> measure, string value) => logger.LogInformation("{Length}", measure(value));

    void M(Customer customer)
    {
        string email = Same(customer.Email);
        string plan = Same(customer.Plan);
        logger.LogInformation("{Plan}, {Length}", plan, email.Length);
        Apply(text => text.Length, customer.Email);
    }
}

// case: a lambda that gets something else
class C(Serilog.ILogger log)
{
    private static void Run(Action<string> action, string value) => action(value);

    void M(Customer customer)
    {
        Run(text => log.Information("{Text}", text), customer.Plan);
        Run(text => text.Trim(), customer.Email);
    }
}

// case: a helper nobody hands a person's data to
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        if (email.Length == 0)
            Write("none");
        Write(customer.Plan);

        void Write(string text) => logger.LogInformation("{Text}", text);
    }
}

// case: a branch that never runs
class C(ILogger<C> logger)
{
    private const bool ShowsPeople = false;

    void M(Customer customer)
    {
        if (ShowsPeople)
            logger.LogInformation("{Email}", customer.Email);
        logger.LogInformation("{Id}", customer.Id);
    }
}

// case: other of two arguments
class C(ILogger<C> logger)
{
    private void Report(string what, string who) => logger.LogInformation("{What}, {Length}", what, who.Length);
    private static string Pick(bool first, string a, string b) => first ? a : a;
    void M(Customer customer)
    {
        Report("changed", customer.Email);
        logger.LogInformation("{Picked}", Pick(true, customer.Plan, customer.Email));
    }
}

// case: a local function that nobody calls
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        logger.LogInformation("{Length}", email.Length);
#pragma warning disable CS8321 // Kept for the debugger.
        void Dump() => logger.LogInformation("{Email}", email);
#pragma warning restore CS8321
    }
}

// case: code after the end
class C(Serilog.ILogger log)
{
    string M(Customer customer)
    {
        while (true)
        {
            if (customer.Email.Length > 0)
                return customer.Plan;
            if (customer.Id > 0)
                throw new InvalidOperationException("No address");
        }
#pragma warning disable CS0162 // Unreachable.
        log.Information("{Email}", customer.Email);
        return "";
#pragma warning restore CS0162
    }
}

// case: an override that says nothing
abstract class Notifier
{
    public virtual void Show(string text) => Console.WriteLine(text);
}

sealed class Quiet : Notifier
{
    public override void Show(string text) => _ = text.Length;
}

class C
{
    void M(Customer customer)
    {
        var quiet = new Quiet();
        quiet.Show(customer.Email);
        Notifier same = new Quiet();
        same.Show(customer.Name);
    }
}

// case: the other of two implementations
interface IOut
{
    void Write(string text);
}

sealed class LogOut(ILogger logger) : IOut
{
    public void Write(string text) => logger.LogInformation("{Text}", text);
}

sealed class MailOut : IOut
{
    public int Sent { get; private set; }
    public void Write(string text) => Sent += text.Length;
}

class C(LogOut log, MailOut mail)
{
    void M(Customer customer)
    {
        mail.Write(customer.Email);
        log.Write(customer.Plan);
        IOut chosen = mail;
        chosen.Write(customer.Name);
    }
}

// case: two delegates of one class
class Pipe(Action<string> write)
{
    public void Push(string text) => write(text);
}

class C(ILogger<C> logger, List<string> kept)
{
    void M(Customer customer)
    {
        var toLog = new Pipe(text => logger.LogInformation("{Text}", text));
        var toList = new Pipe(text => kept.Add(text));
        toLog.Push(customer.Plan);
        toList.Push(customer.Email);
    }
}

// case: two calls of the same returning helper
class C(ILogger<C> logger)
{
    private static T Pick<T>(bool first, T a, T b) => first ? a : b;

    private static string Wrap(string text, Func<string, string> how) => how(text);

    void M(Customer customer)
    {
        string email = Wrap(customer.Email, text => text);
        string plan = Wrap(customer.Plan, text => text + email.Length);
        logger.LogInformation("{Plan} {Picked}", plan, Pick(true, customer.Plan, plan));
    }
}

// case: a type test that cannot hold
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        object value = customer.Id;
        if (value is string text)
            log.Info("{0}", text);
        object other = customer.Email;
        if (other is int number)
            log.Info("{0}", number);
        if (other is Customer { Plan: var plan })
            log.Info("{0}", plan);
    }
}

// case: written before the value came
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var lines = new List<string>();
        string text = customer.Plan;
        logger.LogInformation("{Text} {Lines}", text, string.Join(",", lines));
        text = customer.Email;
        lines.Add(text);
        logger.LogInformation("{Count}", lines.Count);
    }
}

// case: a setting that is read as another type
static class Settings
{
    public static T Read<T>(Dictionary<string, string> settings, string key, T otherwise)
    {
        if (!settings.TryGetValue(key, out string? text))
            return otherwise;
        if (typeof(T) == typeof(System.Net.IPAddress))
            return (T)(object)System.Net.IPAddress.Parse(text);
        if (typeof(T) == typeof(System.Net.IPEndPoint))
            return (T)(object)new System.Net.IPEndPoint(System.Net.IPAddress.Parse(text), 80);
        return (T)(object)text;
    }
}

class C(ILogger<C> logger)
{
    void M(Dictionary<string, string> settings)
    {
        string file = Settings.Read(settings, "file", "");
        logger.LogInformation("Writing to {File}", file);
        if (file.Length == 0)
            throw new ArgumentException("No folder " + Settings.Read<string>(settings, "folder", "."));
    }
}

// case: a ToString that hides the one of every object
abstract class Signal(Customer customer)
{
    public Customer Customer { get; } = customer;
    protected new virtual string ToString() => $"{Customer.Email} signalled";
}

class Renewed(Customer customer) : Signal(customer)
{
    protected override string ToString() => base.ToString() + " again";
}

class Bus(ILogger<Bus> logger)
{
    public void Publish<T>(T signal) where T : class => logger.LogInformation("{Signal}", signal.ToString());
}

class C(ILogger<C> logger, Bus bus)
{
    void M(Customer customer)
    {
        var renewed = new Renewed(customer);
        bus.Publish(renewed);
        logger.LogInformation("{Signal}", renewed);
        logger.LogInformation($"{renewed}");
    }
}
