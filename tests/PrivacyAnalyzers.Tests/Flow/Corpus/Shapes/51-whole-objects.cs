// Whole objects that a logger takes apart

// case: destructured with an at sign
class C(Serilog.ILogger log, NLog.Logger nlog)
{
    void M(Customer customer, Order order)
    {
        log.Information("Saved {@Customer}", {|PRIV1005:customer|});
        log.Information("Saved {@Order}", {|PRIV1005:order|});
        nlog.Info("Saved {@Customer}", {|PRIV1005:customer|});
    }
}

// case: a record by its own ToString
class C(ILogger<C> logger, Serilog.ILogger log)
{
    void M(Person person)
    {
        logger.LogInformation("Saved {Person}", {|PRIV1005:person|});
        logger.LogInformation($"Saved {{|PRIV1005:person|}}");
        log.Information("Saved {$Person}", {|PRIV1005:person|});
    }
}

// case: a credential inside comes first
class C(Serilog.ILogger log)
{
    void M(Account account, List<Account> accounts)
    {
        log.Warning("Refused {@Account}", {|PRIV1006:account|});
        log.Warning("Refused {@Accounts}", {|PRIV1006:accounts|});
    }
}

// case: a list and a dictionary of people
class C(Serilog.ILogger log, ILogger<C> logger)
{
    void M(List<Customer> customers, Dictionary<int, Person> people)
    {
        log.Information("All {@Customers}", {|PRIV1005:customers|});
        logger.LogInformation("All {People}", {|PRIV1005:people|});
    }
}

// case: deep inside an unclassified type
class Envelope { public int Number { get; set; } public Inner Body { get; set; } = new(); }
class Inner { public Order[] Orders { get; set; } = []; }
class C(Serilog.ILogger log)
{
    void M(Envelope envelope) => log.Debug("Sent {@Envelope}", {|PRIV1005:envelope|});
}

// case: destructured property of the context
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.ForContext("Customer", {|PRIV1005:customer|}, destructureObjects: true).Information("Saved");
        using (Serilog.Context.LogContext.PushProperty("Customer", {|PRIV1005:customer|}, true))
            log.Information("Saved");
    }
}

// case: an anonymous object and a tuple
class C(Serilog.ILogger log, ILogger<C> logger)
{
    void M(Customer customer)
    {
        log.Information("Saved {@Row}", {|PRIV1005:new { customer.Id, customer.Email }|});
        logger.LogInformation("Saved {Row}", {|PRIV1005:(customer.Id, customer.Email)|});
    }
}

// case: own ToString that gives it
class Label(Customer customer) { public override string ToString() => customer.Name; }
class Contact { [Identifier] public string Mail { get; set; } = ""; public override string ToString() => "Contact " + Mail; }
class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Contact}", {|PRIV1005:contact|});
}

// case: derived type with the personal member
class Shape { public int Id { get; set; } }
class Round : Shape { [Identifier] public string Owner { get; set; } = ""; }
class C(Serilog.ILogger log)
{
    void M(Round round) => log.Information("{@Round}", {|PRIV1005:round|});
    void N(Customer customer)
    {
        Shape shape = new Round { Owner = customer.Name };
        log.Information("{@Shape}", {|PRIV1005:shape|});
    }
}

// case: quiet for a class that prints its type name
class C(ILogger<C> logger, Serilog.ILogger log)
{
    void M(Customer customer, List<Order> orders)
    {
        logger.LogInformation("Saved {Customer}", customer);
        log.Information("Saved {Customer} {Orders}", customer, orders.Count);
        log.Information("Saved {$Customer}", customer);
    }
}

// case: quiet for objects without personal members
class Parcel { public int Id { get; set; } public string Code { get; set; } = ""; [NotPersonal("a depot's name")] public string Name { get; set; } = ""; }
record Size(int Width, int Height);
class C(Serilog.ILogger log)
{
    void M(Parcel parcel, Size size) => log.Information("{@Parcel} {Size} {@Size2}", parcel, size, size);
}
