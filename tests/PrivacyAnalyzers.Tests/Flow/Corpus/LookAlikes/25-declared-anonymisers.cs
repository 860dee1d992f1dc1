// Shortened forms by a declared sanitizer, and members that are too coarse to be classified

// case: the domain of an address
static class Shorten
{
    [Sanitizer]
    public static string EmailDomainForLogs(string email) => email[(email.IndexOf('@') + 1)..];

    [return: Sanitizer]
    public static string LastFour(string number) => number.Length < 4 ? number : number[^4..];
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("Domain {Domain}", Shorten.EmailDomainForLogs(customer.Email));
        string tail = Shorten.LastFour(customer.Phone ?? "");
        logger.LogInformation($"Number ends in {tail}");
    }
}

// case: initials by an interface's method
interface IInitials
{
    [Sanitizer] string Of(string name);
}

class Initials : IInitials
{
    public string Of(string name) => string.Concat(name.Split(' ').Select(word => word[0]));
}

class C(IInitials initials, Initials own, Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.Information("Customer {Initials}", initials.Of(customer.Name));
        log.Information("Customer {Initials}", own.Of(customer.Name));
    }
}

// case: country and culture
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string country = customer.Address.Country;
        logger.LogInformation("From {Country} in {Culture}", country.ToUpperInvariant(), System.Globalization.CultureInfo.CurrentCulture.Name);
    }
}

// case: the framework's redactor
class C(Microsoft.Extensions.Compliance.Redaction.Redactor redactor, ILogger<C> logger)
{
    void M(Customer customer)
    {
        string shown = redactor.Redact(customer.Email);
        logger.LogInformation("Mail {Email}, {Name}", shown, redactor.Redact(customer.Name));
    }
}
