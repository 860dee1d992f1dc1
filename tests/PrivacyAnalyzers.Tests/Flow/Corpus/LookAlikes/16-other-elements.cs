// Another element of the same list, array or dictionary

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
// known-alarm: a pair of a dictionary gives its value's label to its key
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
// known-alarm: elements of a collection expression are not told apart
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object[] row = [customer.Id, customer.Email, customer.Plan];
        logger.LogInformation("{Id} {Plan}", row[0], row[2]);
    }
}
