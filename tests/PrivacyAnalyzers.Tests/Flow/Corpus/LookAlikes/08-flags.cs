// Flags about a person's data
using Microsoft.AspNetCore.Identity;

// case: of the framework's user
class C(ILogger<C> logger)
{
    void M(IdentityUser user) => logger.LogInformation("Confirmed {Email}, {Phone}, two factors {Two}", user.EmailConfirmed, user.PhoneNumberConfirmed, user.TwoFactorEnabled);
}

// case: of settings
class Preferences
{
    public bool SendEmail { get; set; }
    public bool IsMobile { get; set; }
    public bool HasPassword { get; set; }
}

class C(System.Diagnostics.Activity activity)
{
    void M(Preferences preferences)
    {
        activity.SetTag("mobile", preferences.IsMobile);
        activity.SetTag("mail", preferences.SendEmail ? "yes" : "no");
        Console.WriteLine(preferences.HasPassword);
    }
}

// case: worked out
class Profile
{
    [Identifier] public string? Email { get; set; }
    [Credential] public string? Password { get; set; }
    public bool HasEmail => !string.IsNullOrEmpty(Email);
    public bool HasPassword => Password is { Length: > 0 };
}

class C(Serilog.ILogger log)
{
    void M(Profile profile)
    {
        log.Information("{HasEmail} {HasPassword}", profile.HasEmail, profile.HasPassword);
        log.Information("{Both}", profile.HasEmail && profile.HasPassword ? "both" : "not both");
    }
}

// case: a record of flags
record Settings(bool SendEmail, bool HasPhone, bool? PasswordExpired)
{
    public static Settings Of(Customer customer) => new(customer.Email.Length > 0, customer.Phone is not null, null);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Settings settings = Settings.Of(customer);
        logger.LogInformation("{Settings} {@Again}", settings, settings);
        logger.LogInformation($"{settings} {settings.SendEmail}");
    }
}

// case: through out and a tuple
class C(Serilog.ILogger log)
{
    private static bool TryCheck(string email, out bool isCompany, out int parts)
    {
        string[] split = email.Split('@');
        parts = split.Length;
        isCompany = split[^1] == "example.com";
        return parts == 2;
    }

    private static (bool HasMail, bool HasName) Flags(Customer customer) => (customer.Email != "", customer.Name != "");

    void M(Customer customer)
    {
        bool isValid = TryCheck(customer.Email, out bool isCompany, out int parts);
        log.Information("{IsValid} {IsCompany} {Parts}", isValid, isCompany, parts);
        var (hasMail, hasName) = Flags(customer);
        log.Information("{HasMail} {HasName} {Flags}", hasMail, hasName, Flags(customer));
    }
}

// case: as a tag of a metric
class C(System.Diagnostics.Metrics.Counter<long> counter)
{
    void M(Customer customer)
    {
        bool hasPhone = customer.Phone is { Length: > 0 };
        counter.Add(1, new KeyValuePair<string, object?>("phone", hasPhone), new KeyValuePair<string, object?>("adult", customer.BirthDate.Year < 2008));
        var tags = new System.Diagnostics.TagList { { "mail", customer.Email.Contains('@') } };
        counter.Add(1, tags);
    }
}

// case: parsed from a value
class C(ILogger<C> logger)
{
    void M(Customer customer, Dictionary<string, bool> blocked)
    {
        bool.TryParse(customer.Name, out bool parsed);
        bool isBlocked = blocked[customer.Email];
        logger.LogInformation("{Parsed} {IsBlocked}", parsed, isBlocked);
    }
}
