// Iterators and async iterators

// case: yield return
class C(ILogger<C> logger)
{
    static IEnumerable<string> Mails(IEnumerable<Customer> customers)
    {
        foreach (Customer customer in customers)
            yield return customer.Email;
    }
    void M(List<Customer> customers)
    {
        foreach (string mail in Mails(customers))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: one of several yields
class C(ILogger<C> logger)
{
    static IEnumerable<object> Fields(Customer customer)
    {
        yield return customer.Id;
        yield return customer.Plan;
        if (customer.Phone is not null)
            yield return customer.Phone;
        yield break;
    }
    void M(Customer customer) => logger.LogInformation("{Fields}", {|PRIV1001:string.Join(';', Fields(customer))|});
}

// case: async iterator
class C(ILogger<C> logger)
{
    static async IAsyncEnumerable<string> NamesAsync(IEnumerable<Customer> customers)
    {
        foreach (Customer customer in customers)
        {
            await Task.Yield();
            yield return customer.Name;
        }
    }
    async Task M(List<Customer> customers)
    {
        await foreach (string name in NamesAsync(customers))
            logger.LogInformation("{Name}", {|PRIV1001:name|});
    }
}

// case: await foreach of a given stream, with ConfigureAwait
class C(ILogger<C> logger)
{
    async Task M(IAsyncEnumerable<Order> orders, CancellationToken stop)
    {
        await foreach (Order order in orders.WithCancellation(stop).ConfigureAwait(false))
            logger.LogInformation("Order {Id} of {Name}", order.Id, {|PRIV1001:order.Customer.Name|});
    }
}

// case: an iterator that logs as it goes
class C(ILogger<C> logger)
{
    IEnumerable<int> Ids(IEnumerable<Customer> customers)
    {
        foreach (Customer customer in customers)
        {
            logger.LogDebug("Visiting {Email}", {|PRIV1001:customer.Email|});
            yield return customer.Id;
        }
    }
    int M(List<Customer> customers) => Ids(customers).Sum();
}

// case: generator that takes from another
class C
{
    static IEnumerable<string> Inner(Customer customer) { yield return customer.Name; yield return customer.Email; }
    static IEnumerable<string> Outer(IEnumerable<Customer> customers) => customers.SelectMany(Inner);
    void M(List<Customer> customers) => Console.WriteLine({|PRIV1004:{|PRIV1004:Outer(customers).First()|}|});
}

// case: own enumerator by pattern
class People(Customer[] customers)
{
    public Enumerator GetEnumerator() => new(customers);
    public struct Enumerator(Customer[] customers)
    {
        private int _index = -1;
        public Customer Current => customers[_index];
        public bool MoveNext() => ++_index < customers.Length;
    }
}
class C(ILogger<C> logger)
{
    void M(People people)
    {
        foreach (Customer customer in people)
            logger.LogInformation("{Email}", {|PRIV1001:customer.Email|});
    }
}

// case: manual enumeration
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        using IEnumerator<string> mails = customers.Select(customer => customer.Email).GetEnumerator();
        while (mails.MoveNext())
            logger.LogInformation("{Mail}", {|PRIV1001:mails.Current|});
    }
}

// case: quiet iterator of ids
class C(ILogger<C> logger)
{
    static IEnumerable<int> Ids(IEnumerable<Customer> customers)
    {
        foreach (Customer customer in customers)
        {
            if (customer.Email.Length > 0)
                yield return customer.Id;
        }
    }
    void M(List<Customer> customers)
    {
        foreach (int id in Ids(customers))
            logger.LogInformation("{Id}", id);
        logger.LogInformation("{Count}", Ids(customers).Count());
    }
}

// case: quiet iterator of plans
class C(ILogger<C> logger)
{
    static async IAsyncEnumerable<string> PlansAsync(IAsyncEnumerable<Customer> customers)
    {
        await foreach (Customer customer in customers)
            yield return customer.Plan;
    }
    async Task M(IAsyncEnumerable<Customer> customers)
    {
        await foreach (string plan in PlansAsync(customers))
            logger.LogInformation("{Plan}", plan);
    }
}

// case: pairs that are taken apart in the loop
class C(ILogger<C> logger)
{
    static IEnumerable<(int Id, string Mail)> Rows(IEnumerable<Customer> customers)
    {
        foreach (Customer customer in customers)
            yield return (customer.Id, customer.Email);
    }
    void M(List<Customer> customers)
    {
        foreach ((int id, string mail) in Rows(customers))
            logger.LogInformation("{Id} {Mail}", id, {|PRIV1001:mail|});
        foreach (var row in Rows(customers).Where(row => row.Id > 3))
            logger.LogInformation("{Id}", row.Id);
    }
}

// case: property that iterates
class Team
{
    public List<Customer> Members { get; } = new();
    public IEnumerable<string> Names { get { foreach (Customer member in Members) yield return member.Name; } }
}
class C
{
    void M(Team team) => Console.WriteLine({|PRIV1004:string.Join(", ", team.Names)|});
}

// case: a state machine of an async method with a loop
class C(ILogger<C> logger)
{
    private static async IAsyncEnumerable<(int Page, string Names)> PagesAsync(List<Customer> customers)
    {
        for (int page = 0; page * 10 < customers.Count; page++)
        {
            await Task.Yield();
            yield return (page, string.Join(", ", customers.Skip(page * 10).Take(10).Select(each => each.Name)));
        }
    }

    async Task M(List<Customer> customers)
    {
        await foreach ((int page, string names) in PagesAsync(customers))
            logger.LogDebug("Page {Page}: {Names}", page, {|PRIV1001:names|});
    }
}
