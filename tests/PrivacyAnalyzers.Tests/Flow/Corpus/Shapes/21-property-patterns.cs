// Property patterns that take a member out

// case: var in a property pattern
class C(ILogger<C> logger)
{
    void M(object thing)
    {
        if (thing is Customer { Email: var email, Plan: var plan })
            logger.LogInformation("{Email} {Plan}", {|PRIV1001:email|}, plan);
    }
}

// case: nested
class C(ILogger<C> logger)
{
    void M(Order order)
    {
        if (order is { Customer: { Name: var name, Id: var id } })
            logger.LogInformation("{Name} {Id}", {|PRIV1001:name|}, id);
    }
}

// case: extended
class C(ILogger<C> logger)
{
    void M(Order order)
    {
        if (order is { Customer.Address.Street: { Length: > 0 } street })
            logger.LogInformation("{Street}", {|PRIV1001:street|});
    }
}

// case: typed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer is { Phone: string phone })
            logger.LogInformation("{Phone}", {|PRIV1001:phone|});
    }
}

// case: negated, used afterwards
class C(ILogger<C> logger)
{
    void M(Customer? customer)
    {
        if (customer is not { Phone: { } phone })
            return;
        logger.LogInformation("{Phone}", {|PRIV1001:phone|});
    }
}

// case: in a switch
class C(ILogger<C> logger)
{
    void M(object thing)
    {
        switch (thing)
        {
            case Customer { Balance: < 0 and var owed }:
                logger.LogInformation("{Owed}", {|PRIV1001:owed|});
                break;
            case Person { Email: var email } when email.Length > 3:
                logger.LogInformation("{Email}", {|PRIV1001:email|});
                break;
        }
    }
}

// case: of a carrier
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Mail = customer.Email, Id = 1 };
        if (dto is { Mail: var mail, Id: var id })
            logger.LogInformation("{Mail} {Id}", {|PRIV1001:mail|}, id);
    }
}

// case: the designated object's own member
class C(ILogger<C> logger)
{
    void M(Order order)
    {
        if (order is { Customer: { Id: > 0 } customer })
            logger.LogInformation("{Email} {Plan}", {|PRIV1001:customer.Email|}, customer.Plan);
    }
}

// case: of a carrier inside a tuple
class C(ILogger<C> logger)
{
    void M(Customer customer, int n)
    {
        if ((customer.Email, n) is (var mail, > 0))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: only tested
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (customer is { Email.Length: > 3 and var length, Plan: var plan, Phone: null })
            logger.LogInformation("{Length} {Plan} {Any}", length, plan, customer is { Name: not "" });
    }
}

// case: a harmless member beside a personal one
class C(ILogger<C> logger)
{
    void M(object thing)
    {
        if (thing is Customer { Name: "root", Id: var id, Address: { Country: var country, Street: _ } })
            logger.LogInformation("{Id} {Country}", id, country);
    }
}

// case: switched by a pattern over results
abstract record Outcome;
sealed record Found(string Email) : Outcome;
sealed record Missing(int Id) : Outcome;

class Lookup(ILogger<Lookup> logger)
{
    private static Outcome Find(Customer? customer, int id) => customer is null ? new Missing(id) : new Found(customer.Email);

    public void Run(Customer? customer, int id)
    {
        switch (Find(customer, id))
        {
            case Found found:
                logger.LogInformation("Found {Email}", {|PRIV1001:found.Email|});
                break;
            case Missing { Id: var missing }:
                logger.LogInformation("Missing {Id}", missing);
                break;
        }
    }
}
