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
// known-miss: NullRedactor counts as a redactor
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
