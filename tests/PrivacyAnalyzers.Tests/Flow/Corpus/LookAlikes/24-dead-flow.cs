// Flows that cannot happen

// case: an early return
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string shown = customer.Email;
        if (customer.Id != 0)
            shown = customer.Plan;
        else
            return;
        logger.LogInformation("{Shown}", shown);
    }
}

// case: a catch that the try does not reach
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw new InvalidOperationException({|PRIV1003:customer.Email|});
        }
        catch (FormatException e)
        {
            logger.LogError(e, "Not well-formed");
        }
    }
}

// case: another call's argument
class C(ILogger<C> logger)
{
    private static string Same(string value) => value;

    private void Apply(Func<string, int> measure, string value) => logger.LogInformation("{Length}", measure(value));

    void M(Customer customer)
    {
        string email = Same(customer.Email);
        string plan = Same(customer.Plan);
        logger.LogInformation("{Plan}, {Length}", plan, email.Length);
        Apply(text => text.Length, customer.Email);
    }
}

// case: a lambda that gets something else
class C(Serilog.ILogger log)
{
    private static void Run(Action<string> action, string value) => action(value);

    void M(Customer customer)
    {
        Run(text => log.Information("{Text}", text), customer.Plan);
        Run(text => text.Trim(), customer.Email);
    }
}

// case: a helper nobody hands a person's data to
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        if (email.Length == 0)
            Write("none");
        Write(customer.Plan);

        void Write(string text) => logger.LogInformation("{Text}", text);
    }
}

// case: a branch that never runs
// known-alarm: a branch whose condition is a constant is taken
class C(ILogger<C> logger)
{
    private const bool ShowsPeople = false;

    void M(Customer customer)
    {
        if (ShowsPeople)
            logger.LogInformation("{Email}", customer.Email);
        logger.LogInformation("{Id}", customer.Id);
    }
}

// case: other of two arguments
class C(ILogger<C> logger)
{
    private void Report(string what, string who) => logger.LogInformation("{What}, {Length}", what, who.Length);
    private static string Pick(bool first, string a, string b) => first ? a : a;
    void M(Customer customer)
    {
        Report("changed", customer.Email);
        logger.LogInformation("{Picked}", Pick(true, customer.Plan, customer.Email));
    }
}
