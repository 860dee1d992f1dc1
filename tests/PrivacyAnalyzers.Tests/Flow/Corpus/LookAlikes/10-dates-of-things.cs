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
