// Numbers that limit or count

// case: of settings
class Limits
{
    public int MaxPasswordLength { get; set; } = 128;
    public int EmailRetryCount { get; set; }
    public int MobileBreakpoint { get; set; } = 600;
    public int MinimumAge { get; set; } = 16;
}

class C(ILogger<C> logger)
{
    void M(Limits limits) => logger.LogInformation("{Password} {Retries} {Breakpoint} {Age}", limits.MaxPasswordLength, limits.EmailRetryCount, limits.MobileBreakpoint, limits.MinimumAge);
}

// case: against a person's value
class C(ILogger<C> logger)
{
    private const int MaxNameLength = 50;

    void M(Customer customer)
    {
        int over = customer.Name.Length - MaxNameLength;
        if (over > 0)
            throw new ArgumentException($"The name is {over} characters too long, {MaxNameLength} are allowed");
        logger.LogInformation("{Left} characters left", -over);
    }
}

// case: how often it was tried
class C(Serilog.ILogger log)
{
    private readonly Dictionary<string, int> _attempts = new();

    void M(Customer customer)
    {
        int attempts = _attempts.TryGetValue(customer.Email, out int before) ? before + 1 : 1;
        _attempts[customer.Email] = attempts;
        log.Information("Attempt {Attempt}", attempts);
    }
}

// case: seen before
class C(Serilog.ILogger log)
{
    void M(List<Customer> customers)
    {
        var seen = new HashSet<string>();
        int duplicates = 0;
        foreach (Customer customer in customers)
        {
            if (!seen.Add(customer.Email))
                duplicates++;
        }
        log.Information("{Duplicates} of {Seen}", duplicates, seen.Count);
    }
}

// case: a helper that throws with numbers
class C
{
    void M(Customer customer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customer.Name.Length, 50);
        if (customer.Email.Length is < 3 or > 254)
            throw new ArgumentOutOfRangeException(nameof(customer), customer.Email.Length, string.Format("between {0} and {1}", 3, 254));
    }
}

// case: numbers that a value chose
class C(Serilog.ILogger log)
{
    private static readonly int[] Retries = [1, 2, 5];
    private readonly Dictionary<string, TimeSpan> _delays = new();

    void M(Customer customer)
    {
        int retries = Retries[customer.Email.Length % Retries.Length];
        TimeSpan delay = _delays.GetValueOrDefault(customer.Email, TimeSpan.FromSeconds(1));
        log.Information("{Retries} tries, {Delay}, {Total:F1} s", retries, delay, retries * delay.TotalSeconds);
    }
}

// case: attributes and constants of a model
class Form
{
    public const int MaxEmailLength = 254;

    [Identifier]
    [System.ComponentModel.DataAnnotations.StringLength(MaxEmailLength, ErrorMessage = "Email is too long")]
    public string Email { get; set; } = "";

    public int EmailLimit => MaxEmailLength - Email.Length;
}

class C(ILogger<C> logger)
{
    void M(Form form) => logger.LogInformation("{Max} {Limit} {Percent:P0}", Form.MaxEmailLength, form.EmailLimit, (double)form.Email.Length / Form.MaxEmailLength);
}
