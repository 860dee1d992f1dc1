// A static field or property that carries the value from one method to another

// case: static field
class C
{
    private static string? _last;
    public static void Remember(Customer customer) => _last = customer.Email;
    public static void Report(ILogger logger) => logger.LogInformation("Last was {Last}", {|PRIV1001:_last|});
}

// case: static automatic property
class Current
{
    public static string User { get; private set; } = "";
    public void SignIn(Customer customer) => User = customer.Name;
    public void Tick() => Console.WriteLine("Still there: " + {|PRIV1004:User|});
}

// case: AsyncLocal
class Ambient(ILogger<Ambient> logger)
{
    private static readonly AsyncLocal<string?> User = new();
    public void Enter(Customer customer) => User.Value = customer.Email;
    public void Work() => logger.LogInformation("Working for {User}", {|PRIV1001:User.Value|});
}

// case: thread-static credential
class Keys
{
    [ThreadStatic] private static string? _key;
    public void Use(Account account) => _key = account.ApiKey;
    public Exception Fail() => new InvalidOperationException($"Refused with {{|PRIV1006:_key|}}");
}

// case: a static dictionary
class Cache(ILogger<Cache> logger)
{
    private static readonly Dictionary<int, string> Mails = new();
    public void Put(Customer customer) => Mails[customer.Id] = customer.Email;
    public void Dump()
    {
        foreach (string mail in Mails.Values)
            logger.LogDebug("{Mail}", {|PRIV1001:mail|});
    }
}

// case: set in one class's static constructor body by a nested class
class Outer
{
    private static string _owner = "";
    public class Loader
    {
        public void Load(Account account) => _owner = account.Owner.Name;
    }
    public void Log(Serilog.ILogger log) => log.Information("Owned by {Owner}", {|PRIV1001:_owner|});
}

// case: quiet for the key of the static dictionary
class Cache(ILogger<Cache> logger)
{
    private static readonly Dictionary<int, string> Mails = new();
    public void Put(Customer customer) => Mails[customer.Id] = customer.Email;
    public void Dump()
    {
        foreach (int id in Mails.Keys)
            logger.LogDebug("{Id} of {Count}", id, Mails.Count);
    }
}

// case: quiet for a constant and for what only the plan was put in
class C
{
    private const string PasswordKey = "Smtp:Password";
    private static string _plan = "";
    private static string _mail = "";
    public static void Remember(Customer customer) { _plan = customer.Plan; _mail = customer.Email; }
    public static void Report(ILogger logger) => logger.LogInformation("{Plan} {Key} {Known}", _plan, PasswordKey, _mail.Length > 0);
}

// case: kept in the thread's or the flow's own store
class C(ILogger<C> logger)
{
    private static readonly ThreadLocal<string> Current = new(() => "");
    [ThreadStatic] private static string? _last;

    void Enter(Customer customer)
    {
        Current.Value = customer.Email;
        _last = customer.Name;
    }

    void Leave()
    {
        logger.LogInformation("{Email}", {|PRIV1001:Current.Value|});
        logger.LogInformation("{Name}", {|PRIV1001:_last|});
    }
}

// case: exchanged atomically
class C(ILogger<C> logger)
{
    private string _last = "";

    void M(Customer customer)
    {
        string before = Interlocked.Exchange(ref _last, customer.Email);
        logger.LogInformation("{Now}", {|PRIV1001:Volatile.Read(ref _last)|});
    }
}
