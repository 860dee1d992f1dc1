// Constants, keys and fixed texts
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

// case: texts about a member
static class Texts
{
    public const string EmailRequired = "Email is required";
    public static readonly string PasswordRule = "The password has at least " + 12 + " characters";
}

class C(ILogger<C> logger)
{
    void M()
    {
        logger.LogWarning(Texts.EmailRequired);
        logger.LogWarning("{Rule}", Texts.PasswordRule);
        throw new ArgumentException(Texts.EmailRequired);
    }
}

// case: types of claims and names of headers
class C(Serilog.ILogger log)
{
    private const string Section = "Smtp:Password";

    void M() => log.Information("{Claim} {Header} {Section} {Cookie}", ClaimTypes.Email, HeaderNames.Authorization, Section, "Set-Cookie");
}

// case: patterns and providers
class C(NLog.Logger log)
{
    private const string DefaultPasswordProviderId = "default-password";
    private static readonly Regex Email = new(@"^\S+@\S+$");

    void M(Customer customer) => log.Info("{0} {1} {2}", DefaultPasswordProviderId, Email, Email.IsMatch(customer.Email));
}

// case: a constant put into a classified member
class C(ILogger<C> logger)
{
    void M()
    {
        var nobody = new Customer { Email = "nobody@example.com", Name = "Nobody" };
        logger.LogInformation("{Email} {Name}", nobody.Email, nobody.Name);
    }
}

// case: chosen by a value
class C(ILogger<C> logger)
{
    private static readonly Dictionary<string, string> Regions = new() { ["CH"] = "europe" };
    void M(Customer customer)
    {
        string tier = customer.Balance switch { < 0 => "owing", > 1000 => "gold", _ => "normal" };
        string region = Regions.TryGetValue(customer.Address.Country, out string? found) ? found : "other";
        string queue = customer.Email.EndsWith(".ch") ? "ch" : "world";
        logger.LogInformation("{Tier} {Region} {Queue}", tier, region, queue);
    }
}

// case: chosen by a value, again
class C(ILogger<C> logger)
{
    private static readonly string[] Shards = ["red", "green", "blue"];

    private static string Greeting(string name) => name switch { "" => "Hello", { Length: > 20 } => "Dear customer", _ => "Dear friend" };

    void M(Customer customer)
    {
        logger.LogInformation("{Shard} {Greeting}", Shards[customer.Email.Length % 3], Greeting(customer.Name));
        string provider = customer.Email.EndsWith("@example.com", StringComparison.Ordinal) ? "own" : "foreign";
        logger.LogInformation("Provider {Provider}", provider);
    }
}

// case: looked up by a value
class C(Serilog.ILogger log)
{
    private static readonly Dictionary<string, string> Codes = new() { ["root"] = "R", ["guest"] = "G" };

    void M(Customer customer)
    {
        string code = Codes[customer.Name];
        log.Information("{Code} {Other}", code, Codes.GetValueOrDefault(customer.Name, "?"));
        if (Codes.TryGetValue(customer.Name, out string? found))
            log.Information("{Found}", found);
    }
}

// case: a list of names of members that are redacted
static class Redaction
{
    public static readonly IReadOnlySet<string> Members = new HashSet<string> { "Password", "Email", nameof(Customer.Phone) };
    public const string Placeholder = "[password]";
}

class C(NLog.Logger log)
{
    void M(Account account)
    {
        string shown = Redaction.Members.Contains("Password") ? Redaction.Placeholder : account.Region;
        log.Info("{0}, left out: {1}", shown, string.Join(", ", Redaction.Members.Order()));
    }
}

// case: a template that is filled elsewhere
class C(ILogger<C> logger)
{
    private const string Template = "Dear {Name}, your password is {Password}";

    string M(Customer customer)
    {
        logger.LogDebug("Template {Template}, {Length} characters", Template, Template.Length);
        return Template.Replace("{Name}", customer.Name);
    }
}

// case: message from a catalogue by a personal condition
class C(Serilog.ILogger log)
{
    private static readonly string[] Tiers = ["basic", "silver", "gold"];
    void M(Customer customer)
    {
        int tier = customer.Balance > 1000 ? 2 : customer.Orders.Count > 3 ? 1 : 0;
        log.Information("{Tier} {First}", Tiers[tier], Tiers[customer.Name.Length % Tiers.Length]);
    }
}
