// Captured variables, in and out, and local functions

// case: captured in
class C(ILogger<C> logger)
{
    Action M(Customer customer)
    {
        string email = customer.Email;
        return () => logger.LogInformation("Later: {Email}", {|PRIV1001:email|});
    }
}

// case: set inside the lambda, read outside
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = "none";
        Action fill = () => text = customer.Name;
        fill();
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: local function that logs what it captured
class C
{
    void M(Customer customer)
    {
        string line = customer.Id + ";" + customer.Email;
        {|PRIV1004:Print()|};
        void Print() => Console.WriteLine(line);
    }
}

// case: local function with a parameter
class C(ILogger<C> logger)
{
    void M(Customer customer, Account account)
    {
        Write("plan", customer.Plan);
        Write("phone", {|PRIV1001:customer.Phone|});
        Write("key", {|PRIV1006:account.ApiKey|});
        void Write(string name, object? value) => logger.LogInformation("{Name}={Value}", name, value);
    }
}

// case: local function that fills a captured list
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        var names = new List<string>();
        foreach (Customer customer in customers)
            Add(customer);
        logger.LogInformation("{Names}", {|PRIV1001:string.Join(", ", names)|});
        void Add(Customer customer) => names.Add(customer.Name);
    }
}

// case: local function after return
class C(ILogger<C> logger)
{
    string M(Customer customer)
    {
        logger.LogInformation("{Label}", {|PRIV1001:{|PRIV1001:Label()|}|});
        return Label();

        string Label()
        {
            string name = customer.Name.Trim();
            return name.Length == 0 ? customer.Email : name;
        }
    }
}

// case: changed after the lambda was made
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = "start";
        Action write = () => logger.LogInformation("{Text}", text);
        text = customer.Email;
        {|PRIV1001:write()|};
    }
}

// case: static local function and a lambda two levels deep
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        Func<Func<string>> outer = () => () => Wrap(email);
        logger.LogInformation("{Wrapped}", {|PRIV1001:outer()()|});
        static string Wrap(string text) => "<" + text + ">";
    }
}

// case: LINQ sum of texts into a captured variable
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string all = "";
        customers.ForEach(customer => all += customer.Email + ";");
        logger.LogInformation("{All}", {|PRIV1001:all|});
    }
}

// case: quiet local function that is never called with it
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email;
        Write(customer.Plan);
        logger.LogInformation("{Length}", email.Length);
        void Write(string text) => logger.LogInformation("{Text}", text);
    }
}

// case: quiet when the lambda clears the captured variable
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string? text = customer.Email;
        Action clear = () => text = null;
        clear();
        logger.LogInformation("{Text}", text);
    }
}

// case: captured loop variable in a list of actions
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var actions = new List<Action>();
        foreach (Customer customer in customers)
            actions.Add(() => logger.LogInformation("{Name}", {|PRIV1001:customer.Name|}));
        foreach (Action action in actions)
            action();
    }
}

// case: returned pair of a getter and a setter
class C(ILogger<C> logger)
{
    static (Action<string> Set, Func<string> Get) Cell()
    {
        string value = "";
        return (text => value = text, () => value);
    }
    void M(Customer customer)
    {
        (Action<string> set, Func<string> get) = Cell();
        set(customer.Email);
        logger.LogInformation("{Value}", {|PRIV1001:get()|});
    }
}

// case: local function used as a delegate
class C
{
    void M(List<Customer> customers)
    {
        Console.WriteLine({|PRIV1004:string.Join(",", customers.Select(Line))|});
        static string Line(Customer customer) => customer.Name.ToUpperInvariant();
    }
}

// case: a nested closure over a parameter
class C(ILogger<C> logger)
{
    private static Func<string> Describe(Customer customer)
    {
        return () =>
        {
            Func<string, string> wrap = inner => "<" + inner + customer.Name + ">";
            return wrap("name: ");
        };
    }

    void M(Customer customer)
    {
        Func<string> describe = Describe(customer);
        logger.LogInformation("{Text}", {|PRIV1001:describe()|});
    }
}
