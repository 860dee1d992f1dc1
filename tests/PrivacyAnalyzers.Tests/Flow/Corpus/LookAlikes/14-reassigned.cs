// Overwritten or emptied before the log
using System.Text;

// case: a local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string? shown = customer.Email;
        shown = shown.Length > 3 ? "set" : "none";
        logger.LogInformation("{Shown}", shown);
        shown = customer.Name;
        shown = null;
        logger.LogInformation("{Shown}", shown);
    }
}

// case: by a redactor
class C(ILogger<C> logger, Microsoft.Extensions.Compliance.Redaction.Redactor redactor)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        email = redactor.Redact(email);
        logger.LogInformation("{Email}", email);
    }
}

// case: a list and a builder
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var names = new List<string> { customer.Name };
        names.Clear();
        names.Add(customer.Plan);
        log.Information("{Names}", string.Join(",", names));

        var text = new StringBuilder().Append(customer.Email);
        int length = text.Length;
        text.Clear();
        text.Append(length);
        log.Information("{Text}", text.ToString());
    }
}

// case: a record
class C(NLog.Logger log)
{
    void M(Person person)
    {
        Person shown = person with { Name = "", Email = "hidden" };
        log.Info("{0}", shown);
    }
}

// case: a copied object's member
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Mail = customer.Email, Plan = customer.Plan };
        dto.Mail = "";
        logger.LogInformation("{@Dto}", dto);
    }
}

// case: on every way to the log
class C(ILogger<C> logger)
{
    void M(Customer customer, bool isShort)
    {
        string shown = customer.Email;
        if (isShort)
            shown = "a";
        else
            shown = customer.Plan;
        logger.LogInformation("{Shown}", shown);

        string last = "";
        for (int i = 0; i < customer.Orders.Count; i++)
        {
            last = customer.Orders[i].Customer.Name;
            last = customer.Orders[i].Number;
        }

        logger.LogInformation("{Last}", last);
    }
}

// case: cleared by ref
class C(ILogger<C> logger)
{
    private static void Clear(ref string value) => value = "";
    private static void Fill(out string value) => value = "none";
    void M(Customer customer)
    {
        string email = customer.Email;
        Clear(ref email);
        logger.LogInformation("{Email}", email);
        string name = customer.Name;
        Fill(out name);
        logger.LogInformation("{Name}", name);
    }
}

// case: removed from a dictionary
// known-alarm: Dictionary.Remove leaves the entry
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var values = new Dictionary<string, object> { ["email"] = customer.Email, ["plan"] = customer.Plan };
        values.Remove("email");
        logger.LogInformation("{@Values}", values);
    }
}

// case: overwritten in a dictionary
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var values = new Dictionary<string, string> { ["email"] = customer.Email, ["plan"] = customer.Plan };
        values["email"] = "***";
        using (logger.BeginScope(values))
            logger.LogInformation("{Email}", values["email"]);
    }
}

// case: struct copies
struct Pair { public string Mail; public string Plan; }
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = new Pair { Mail = customer.Email, Plan = customer.Plan };
        Pair copy = pair;
        copy.Mail = "";
        logger.LogInformation("{Mail} {Plan}", copy.Mail, copy.Plan);
    }
}

// case: overwritten in a lambda
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string shown = customer.Email;
        Action reset = () => shown = "none";
        reset();
        logger.LogInformation("{Shown}", shown);
    }
}
