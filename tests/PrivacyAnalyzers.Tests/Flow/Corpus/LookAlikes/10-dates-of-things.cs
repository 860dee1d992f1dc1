// Dates that belong to a process and not to a person

// case: of a password's rule
class Policy
{
    public DateTimeOffset PasswordExpiry { get; set; }
    public TimeSpan EmailDelay { get; set; }
    [Credential] public string Password { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Policy policy) => logger.LogInformation("{Expiry} {Delay}", policy.PasswordExpiry, policy.EmailDelay);
}

// case: when a mail went out
class Delivery
{
    public DateTime? EmailSentAt { get; set; }
    public DateOnly BirthdayCampaign { get; set; }
    public Customer Customer { get; set; } = new();
}

class C(System.Diagnostics.Activity activity)
{
    void M(Delivery delivery)
    {
        activity.SetTag("sent", delivery.EmailSentAt?.ToString("O"));
        activity.SetTag("campaign", delivery.BirthdayCampaign);
    }
}

// case: now
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        DateTimeOffset lastLogin = DateTimeOffset.UtcNow;
        TimeSpan session = lastLogin - DateTimeOffset.UnixEpoch;
        log.Information("Customer {Id} at {Login}, {Session}", customer.Id, lastLogin, session.TotalSeconds);
    }
}

// case: when it was sent, by address
class C(ILogger<C> logger)
{
    private readonly Dictionary<string, DateTimeOffset> _sent = new();

    void M(Customer customer)
    {
        _sent[customer.Email] = DateTimeOffset.UtcNow;
        if (_sent.TryGetValue(customer.Email, out DateTimeOffset at))
            logger.LogInformation("Last mail at {At:O}, {Latest}", at, _sent.Values.Max());
    }
}

// case: beside the address in a tuple
class C(Serilog.ILogger log)
{
    private readonly List<(string Email, DateTime Due)> _queue = new();

    void M(Customer customer)
    {
        _queue.Add((customer.Email, DateTime.UtcNow.AddHours(1)));
        DateTime next = _queue.Min(entry => entry.Due);
        foreach ((string _, DateTime due) in _queue)
            log.Information("Due {Due}, next {Next}", due, next);
    }
}

// case: the expiry of a token
record Token([Credential] string Value, DateTimeOffset Expires)
{
    public bool IsExpired(DateTimeOffset now) => Value.Length == 0 || now >= Expires;
}

class C(NLog.Logger log)
{
    void M(Token token)
    {
        var (_, expires) = token;
        log.Info("Expires {0}, {1}, expired: {2}", token.Expires, expires.ToString("u"), token.IsExpired(DateTimeOffset.UtcNow));
    }
}
