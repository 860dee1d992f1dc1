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

// case: by ref and by out
class C(ILogger<C> logger)
{
    private static void Hide(ref string value) => value = "hidden";

    private static void Reset(out string value) => value = "";

    void M(Customer customer)
    {
        string email = customer.Email, name = customer.Name;
        Hide(ref email);
        Reset(out name);
        logger.LogInformation("{Email} {Name}", email, name);
    }
}

// case: swapped
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        string first = customer.Email, second = customer.Plan;
        (first, second) = (second, first);
        log.Information("{First}", first);
        log.Information("{Second}", {|PRIV1001:second|});
    }
}

// case: in a finally block
class C(ILogger<C> logger)
{
    void M(Customer customer, Action<string> send)
    {
        string to = "";
        try
        {
            to = customer.Email;
            send(to);
        }
        finally
        {
            to = "nobody";
        }

        logger.LogInformation("{To}", to);
    }
}

// case: arrays and dictionaries emptied
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        string[] names = [customer.Name];
        Array.Clear(names);
        log.Info("{0}", string.Join(",", names));

        var values = new Dictionary<string, string> { ["email"] = customer.Email, ["plan"] = customer.Plan };
        values.Remove("email");
        log.Info("{0}", string.Join(",", values.Values));

        var tags = new Dictionary<string, string> { ["email"] = customer.Email };
        tags["email"] = "hidden";
        log.Info("{0}", tags["email"]);
    }
}

// case: bytes overwritten
class C(ILogger<C> logger)
{
    void M(Account account)
    {
        byte[] secret = System.Text.Encoding.UTF8.GetBytes(account.Password);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(secret);
        logger.LogDebug("{Bytes}", Convert.ToHexString(secret));

        char[] letters = account.Password.ToCharArray();
        letters.AsSpan().Clear();
        logger.LogDebug("{Letters}", new string(letters));
    }
}

// case: a builder cut to nothing
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var text = new StringBuilder(customer.Email);
        text.Length = 0;
        text.Append("done");
        logger.LogInformation("{Text}", text.ToString());
        text.Append(customer.Name).Remove(0, text.Length);
        logger.LogInformation("{Text}", text);
    }
}

// case: a field within one method
class C(Serilog.ILogger log)
{
    private string _current = "";

    public void M(Customer customer, Action<string> send)
    {
        _current = customer.Email;
        send(_current);
        _current = "idle";
        log.Information("{Current}", _current);
    }
}

// case: a copy of a struct, and another name for the same object
struct Line
{
    public string Mail;
    public int Number;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line { Mail = customer.Email, Number = 1 };
        Line copy = line;
        copy.Mail = "";
        logger.LogInformation("{Mail} {Number}", copy.Mail, copy.Number);
        logger.LogInformation("{Mail}", {|PRIV1001:line.Mail|});

        var dto = new Dto { Mail = customer.Email };
        Dto same = dto;
        same.Mail = "";
        logger.LogInformation("{Mail}", dto.Mail);
    }
}

// case: a loop that ends with another value
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string current = "";
        foreach (Customer customer in customers)
        {
            current = customer.Email;
            if (current.Length > 3)
                current = customer.Plan;
            else
                current = "short";
            logger.LogInformation("{Current}", current);
        }

        do
        {
            current = customers[0].Name;
            current = "again";
        }
        while (customers.Count > 10);
        logger.LogInformation("{Current}", current);
    }
}

// case: a member of an object that is set again by a method
class Draft
{
    public string To { get; set; } = "";
    public string Subject { get; set; } = "";

    public void Hide() => To = "hidden";

    public Draft WithoutRecipient() => new() { Subject = Subject };
}

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var draft = new Draft { To = customer.Email, Subject = customer.Plan };
        log.Information("{@Draft}", draft.WithoutRecipient());
        draft.Hide();
        log.Information("{To} {Subject}", draft.To, draft.Subject);
    }
}

// case: a using that resets
class C(ILogger<C> logger)
{
    private sealed class Reset(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    void M(Customer customer)
    {
        string shown = customer.Email;
        using (new Reset(() => shown = "gone"))
            logger.LogInformation("{Length}", shown.Length);
        logger.LogInformation("{Id} {Has}", customer.Id, shown.Length > 0);
    }
}

// case: a box read before the label came in, and replaced after
class Box { public string Content { get; set; } = ""; }
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var box = new Box { Content = customer.Plan };
        logger.LogInformation("{Content}", box.Content);
        box.Content = customer.Email;
        box = new Box();
        logger.LogInformation("{Content}", box.Content);
    }
}

// case: a swapped pair
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string a = customer.Email, b = customer.Plan;
        (a, b) = (b, a);
        logger.LogInformation("{A} {Length}", a, b.Length);
    }
}
