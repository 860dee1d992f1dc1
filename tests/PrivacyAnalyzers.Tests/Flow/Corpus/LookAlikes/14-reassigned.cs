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
