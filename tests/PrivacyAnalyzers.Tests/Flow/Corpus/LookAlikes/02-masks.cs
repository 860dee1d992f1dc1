// Masks: silent where declared, a pseudonym's id where only the name says so, and names that say something else
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

// case: declared
static class Masks
{
    [Sanitizer]
    public static string Hide(string value) => value.Length == 0 ? "" : value[..1] + "***";
}

class C(ILogger<C> logger, Redactor redactor, IRedactorProvider provider)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Email}", Masks.Hide(customer.Email));
        logger.LogInformation("{Email}", redactor.Redact(customer.Email));
        Redactor chosen = provider.GetRedactor(new DataClassificationSet(new DataClassification("Shop", "Mail")));
        logger.LogInformation($"{chosen.Redact(customer.Name)}");
    }
}

// case: by name only
static class Text
{
    public static string Mask(string value) => value[..1] + "***";
    public static string RedactEmail(string value) => value.Split('@')[1];
    public static string NameAnonymized(string value) => value;
    public static string Anonymize(this string value) => value.Trim();
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Email}", {|PRIV1013:Text.Mask(customer.Email)|});
        logger.LogInformation("{Email}", {|PRIV1013:Text.RedactEmail(customer.Email)|});
        string name = customer.Name.Anonymize();
        Console.WriteLine({|PRIV1013:name|});
    }
}

// case: protected
class C(IDataProtector protector, System.Diagnostics.Activity activity)
{
    void M(Customer customer) => activity.SetTag("mail", {|PRIV1013:protector.Protect(customer.Email)|});
}

// case: names that undo
static class Vault
{
    public static string Unmask(string value) => value.Trim();
    public static string Decrypt(string value) => value.Replace("#", "");
    public static string ToMaskable(string value) => value.ToLowerInvariant();
}

class C(ILogger<C> logger, IDataProtector protector)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Email}", {|PRIV1001:Vault.Unmask(customer.Email)|});
        logger.LogInformation("{Email}", {|PRIV1001:Vault.Decrypt(customer.Email)|});
        logger.LogInformation("{Email}", {|PRIV1001:Vault.ToMaskable(customer.Email)|});
        logger.LogInformation("{Email}", {|PRIV1001:protector.Unprotect(customer.Email)|});
        logger.LogInformation("{Names}", {|PRIV1001:string.Join(",", new HashSet<string> { customer.Name })|});
    }
}

// case: a redactor that redacts nothing
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Email}", {|PRIV1001:NullRedactor.Instance.Redact(customer.Email)|});
}

// case: a mask whose result does not depend on the value
static class Text
{
    public static string Mask(string value) => value.Length > 0 ? "***" : "";
}

class C(Serilog.ILogger log)
{
    void M(Customer customer) => log.Information("{Email}", Text.Mask(customer.Email));
}

// case: a sanitizer as a method group
static class Masks
{
    [Sanitizer]
    public static string Hide(string value) => value[..1] + "***";
}

class C(ILogger<C> logger)
{
    void M(List<Customer> customers, List<string> plans)
    {
        logger.LogInformation("{Mails}", string.Join(", ", customers.Select(each => each.Email).Select(Masks.Hide)));
        logger.LogInformation("{Mails}", customers.ConvertAll(each => Masks.Hide(each.Email)));
        Func<string, string> hide = Masks.Hide;
        logger.LogInformation("{Name}", hide(customers[0].Name));
    }
}

// case: a sanitizer of a whole object
static class Masks
{
    [Sanitizer]
    public static Customer Strip(Customer customer) => new() { Id = customer.Id, Plan = customer.Plan, Email = customer.Email[..1] };
}

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.Information("{@Customer}", Masks.Strip(customer));
        Customer shown = Masks.Strip(customer);
        log.Information("{Email}", shown.Plan);
    }
}

// case: a sanitizer that takes its time
interface IVault
{
    [Sanitizer]
    Task<string> TokenAsync(string value, CancellationToken cancellationToken = default);
}

class C(IVault vault, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        string token = await vault.TokenAsync(customer.Email).ConfigureAwait(false);
        logger.LogInformation("{Token} {Again}", token, await vault.TokenAsync(customer.Name));
    }
}

// case: only one branch sanitised
static class Masks
{
    [Sanitizer]
    public static string Hide(string value) => "***" + value[^1];
}

class C(ILogger<C> logger)
{
    void M(Customer customer, bool isSafe)
    {
        string email = customer.Email;
        if (!isSafe)
            email = Masks.Hide(email);
        logger.LogInformation("{Email}", {|PRIV1001:email|});
        string name = isSafe ? Masks.Hide(customer.Name) : "hidden";
        logger.LogInformation("{Name}", name);
    }
}

// case: an override of a declared one
abstract class Scrubber
{
    [Sanitizer]
    public abstract string Clean(string value);
}

class Stars : Scrubber
{
    public override string Clean(string value) => value.Replace('a', '*');
}

class C(NLog.Logger log)
{
    void M(Customer customer) => log.Info("{0}", new Stars().Clean(customer.Email));
}

// case: words inside other words
static class Text
{
    public static string Maskable(string value) => value.Trim();
    public static string UnmaskedForm(string value) => value.ToUpperInvariant();
    public static string Damask(string value) => "d" + value;
    public static string Censorship(string value) => value + "!";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{A}", {|PRIV1001:Text.Maskable(customer.Email)|});
        logger.LogInformation("{A}", {|PRIV1001:Text.UnmaskedForm(customer.Email)|});
        logger.LogInformation("{A}", {|PRIV1001:Text.Damask(customer.Email)|});
        logger.LogInformation("{A}", {|PRIV1001:Text.Censorship(customer.Email)|});
    }
}
