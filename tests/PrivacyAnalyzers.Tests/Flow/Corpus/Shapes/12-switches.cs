// Arms of switch expressions and sections of switch statements

// case: switch expression at the sink
class C(ILogger<C> logger)
{
    void M(Customer customer, string field) => logger.LogInformation("{Value}", {|PRIV1001:field switch
    {
        "plan" => customer.Plan,
        "email" => customer.Email,
        _ => "",
    }|});
}

// case: switch expression into a local
class C(ILogger<C> logger)
{
    void M(Customer customer, int level)
    {
        string text = level switch
        {
            > 2 => $"{customer.Id} {customer.Name}",
            2 or 1 => customer.Id.ToString(),
            _ => "customer",
        };
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: switch statement
class C(ILogger<C> logger)
{
    void M(Customer customer, string field)
    {
        string? value;
        switch (field)
        {
            case "phone":
                value = customer.Phone;
                break;
            case "plan":
                value = customer.Plan;
                break;
            default:
                value = null;
                break;
        }

        logger.LogInformation("{Value}", {|PRIV1001:value|});
    }
}

// case: goto case
class C(ILogger<C> logger)
{
    void M(Customer customer, int n)
    {
        string value = "";
        switch (n)
        {
            case 1:
                value = customer.Email;
                goto case 2;
            case 2:
                logger.LogInformation("{Value}", {|PRIV1001:value|});
                break;
        }
    }
}

// case: pattern arm with a guard
class C(ILogger<C> logger)
{
    void M(object thing)
    {
        string text = thing switch
        {
            Customer customer when customer.Id > 0 => customer.Name,
            Account { Owner: var owner } => owner.Email,
            Order order => order.Number,
            _ => "?",
        };
        logger.LogInformation("{Text}", {|PRIV1001:{|PRIV1001:text|}|});
    }
}

// case: the governing value comes out of a pattern
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        switch (customer.Email)
        {
            case "":
                logger.LogInformation("no address");
                break;
            case var email:
                logger.LogInformation("{Email}", {|PRIV1001:email|});
                break;
        }

        logger.LogInformation("{Text}", {|PRIV1001:customer.Name switch { { Length: > 20 } name => name[..20], var name => name }|});
    }
}

// case: switch over a tuple
class C(ILogger<C> logger)
{
    void M(Customer customer, bool a)
    {
        string text = (customer.Name, a) switch
        {
            (var name, true) => name,
            (_, false) => "hidden",
        };
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: switch of types in a helper
abstract record Event;
record Joined(Customer Who) : Event;
record Left(int Id) : Event;

class C(ILogger<C> logger)
{
    void M(Event e) => logger.LogInformation("{Text}", {|PRIV1001:Describe(e)|});

    static string Describe(Event e) => e switch
    {
        Joined(var who) => "joined: " + who.Email,
        Left left => "left: " + left.Id,
        _ => "",
    };
}

// case: only the switch is personal
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string kind = customer.Email switch
        {
            "" => "none",
            { Length: > 40 } => "long",
            _ => "normal",
        };
        int bucket = customer.Balance switch { < 0 => 0, < 100 => 1, _ => 2 };
        logger.LogInformation("{Kind} {Bucket}", kind, bucket);
    }
}

// case: harmless arms
class C(ILogger<C> logger)
{
    void M(Customer customer, int n)
    {
        string text;
        switch (n)
        {
            case 0: text = customer.Plan; break;
            case 1: text = customer.Address.Country; break;
            default: text = customer.Id.ToString(); break;
        }

        logger.LogInformation("{Text}", text);
    }
}
