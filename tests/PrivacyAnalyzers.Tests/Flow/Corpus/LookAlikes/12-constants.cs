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
