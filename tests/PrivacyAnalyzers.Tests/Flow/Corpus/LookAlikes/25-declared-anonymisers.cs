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

// case: through an extension and LINQ
static class Shorten
{
    [Sanitizer]
    public static string ToInitials(this string name) => string.Concat(name.Split(' ').Select(word => word[..1]));

    [Sanitizer]
    public static IEnumerable<string> Domains(IEnumerable<Customer> customers) => customers.Select(each => each.Email.Split('@')[1]);
}

class C(Serilog.ILogger log)
{
    void M(List<Customer> customers)
    {
        log.Information("{Initials}", string.Join(" ", customers.Select(each => each.Name.ToInitials())));
        log.Information("{Domains}", string.Join(",", Shorten.Domains(customers).Distinct()));
        foreach (string domain in Shorten.Domains(customers))
            log.Information("{Domain}", domain);
    }
}

// case: a decade of birth
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int decade = customer.BirthDate.Year / 10 * 10;
        logger.LogInformation("Born in the {Decade}s", decade);
    }
}

// case: shortened and not declared
static class Shorten
{
    public static string Domain(string email) => email[(email.IndexOf('@') + 1)..];
    public static string LastFour(string number) => number[^4..];
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Domain}", {|PRIV1001:Shorten.Domain(customer.Email)|});
        logger.LogInformation("{Last}", {|PRIV1001:Shorten.LastFour(customer.Phone ?? "")|});
        logger.LogInformation("{Year}", {|PRIV1001:customer.BirthDate.ToString("yyyy")|});
    }
}

// case: a sanitizer with a result beside it
static class Shorten
{
    [Sanitizer]
    public static bool TryDomain(string email, out string domain)
    {
        domain = email.Split('@')[^1];
        return domain.Length > 0;
    }
}

class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        if (Shorten.TryDomain(customer.Email, out string domain))
            log.Info("{0}", domain);
    }
}

// case: a sanitizer that is generic, and one that is a local function
class C(ILogger<C> logger)
{
    [Sanitizer]
    private static TResult Coarse<T, TResult>(T value, Func<T, TResult> how) => how(value);

    void M(Customer customer)
    {
        logger.LogInformation("{First}", Coarse(customer, each => each.Email[..1]));
        logger.LogInformation("{Letter}", First(customer.Name));

        [Sanitizer]
        static string First(string value) => value[..1];
    }
}
