// Another element of the same list, array or dictionary
using System.Collections.Concurrent;

// case: of an array
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] parts = new string[2];
        parts[0] = customer.Email;
        parts[1] = customer.Plan;
        logger.LogInformation("{Plan}", parts[1]);
    }
}

// case: of a dictionary, by constant key
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var values = new Dictionary<string, string> { ["email"] = customer.Email, ["plan"] = customer.Plan };
        logger.LogInformation("{Plan}", values["plan"]);
        if (values.TryGetValue("plan", out string? plan))
            logger.LogInformation("{Plan}", plan);
    }
}

// case: the keys
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var values = new Dictionary<string, string> { ["email"] = customer.Email, ["name"] = customer.Name };
        log.Information("{Keys}", string.Join(",", values.Keys));
        foreach (KeyValuePair<string, string> pair in values)
            log.Information("{Key} has {Length} characters", pair.Key, pair.Value.Length);
    }
}

// case: a list of others
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        var people = new List<string> { customer.Email };
        var plans = new List<string> { customer.Plan };
        log.Info("{0} of {1}: {2}", plans[0], people.Count, string.Join(",", plans));
    }
}

// case: another part of a tuple
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        (string Mail, string Plan) pair = (customer.Email, customer.Plan);
        var (_, plan) = pair;
        logger.LogInformation("{Plan} {Again}", pair.Plan, plan);
    }
}

// case: by constant index of a literal
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object[] row = [customer.Id, customer.Email, customer.Plan];
        logger.LogInformation("{Id} {Plan}", row[0], row[2]);
    }
}

// case: looked up by a personal key
class C(ILogger<C> logger)
{
    private readonly ConcurrentDictionary<string, int> _byEmail = new();
    private readonly Dictionary<string, Order> _orders = new();
    void M(Customer customer)
    {
        int count = _byEmail.AddOrUpdate(customer.Email, 1, (_, before) => before + 1);
        logger.LogInformation("{Count}", count);
        if (_orders.TryGetValue(customer.Email, out Order? order))
            logger.LogInformation("{Number} {Total}", order.Number, _orders[customer.Email].Total);
    }
}

// case: looked up texts by a personal key
class C(ILogger<C> logger)
{
    private readonly Dictionary<string, string> _tickets = new();
    void M(Customer customer)
    {
        string ticket = _tickets[customer.Email];
        logger.LogInformation("{Ticket}", ticket);
    }
}

// case: of a list, by constant index
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var row = new List<string> { customer.Plan, customer.Email };
        logger.LogInformation("{Plan}", row[0]);
    }
}

// case: of a list, the one that was replaced
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var row = new List<string> { customer.Plan, customer.Email };
        row[1] = "hidden";
        logger.LogInformation("{Row}", string.Join(",", row));
    }
}

// case: keys that are numbers
class C(Serilog.ILogger log)
{
    private readonly Dictionary<int, Customer> _customers = new();

    void M(Customer customer)
    {
        _customers[customer.Id] = customer;
        log.Information("{Ids}", string.Join(",", _customers.Keys));
        foreach (int id in _customers.Keys)
            log.Information("{Id} {Plan}", id, _customers[id].Plan);
    }
}

// case: a wrapper that logs one of what it is given
class C(ILogger<C> logger)
{
    private void Sent(string to, string subject, params string[] attachments)
    {
        _ = to.Length;
        logger.LogInformation("{Subject} sent with {Attachments}", subject, string.Join(",", attachments));
    }

    void M(Customer customer) => Sent(customer.Email, "Welcome", customer.Plan, "terms.pdf");
}

// case: items of a request
class C(Microsoft.AspNetCore.Http.HttpContext context, ILogger<C> logger)
{
    void M(Customer customer)
    {
        context.Items["customer"] = customer.Email;
        context.Items["plan"] = customer.Plan;
        logger.LogInformation("{Plan} {Count}", context.Items["plan"], context.Items.Count);
    }
}

// case: two lists in an array
class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        var columns = new[] { new List<string>(), new List<string>() };
        columns[0].Add(customer.Email);
        columns[1].Add(customer.Plan);
        log.Info("{0}", columns[1][0]);
    }
}

// case: a queue that is emptied in order
class C(ILogger<C> logger)
{
    private readonly Queue<(int Id, string Email)> _waiting = new();

    void M(Customer customer)
    {
        _waiting.Enqueue((customer.Id, customer.Email));
        while (_waiting.TryDequeue(out var next))
            logger.LogInformation("Next is {Id}, {Left} left", next.Id, _waiting.Count);
    }
}

// case: a field of the same name in another instance
class Box { public string Content { get; set; } = ""; }
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var full = new Box { Content = customer.Email };
        var other = new Box { Content = customer.Plan };
        logger.LogInformation("{Content} {Length}", other.Content, full.Content.Length);
        full = other;
        logger.LogInformation("{Content}", full.Content);
    }
}
