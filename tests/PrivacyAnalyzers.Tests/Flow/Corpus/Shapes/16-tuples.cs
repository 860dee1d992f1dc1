// Tuples: literals, elements and deconstruction

// case: an element read
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = (customer.Id, customer.Email);
        logger.LogInformation("{Email}", {|PRIV1001:pair.Email|});
        logger.LogInformation("{Email}", {|PRIV1001:pair.Item2|});
    }
}

// case: deconstructed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var (id, name) = (customer.Id, customer.Name);
        logger.LogInformation("{Id} {Name}", id, {|PRIV1001:name|});
    }
}

// case: returned and deconstructed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        (string plan, string mail) = Parts(customer);
        logger.LogInformation("{Plan} {Mail}", plan, {|PRIV1001:mail|});
    }

    static (string Plan, string Mail) Parts(Customer customer) => (customer.Plan, customer.Email);
}

// case: element of a returned tuple
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Mail} {Plan}", {|PRIV1001:Parts(customer).Mail|}, Parts(customer).Plan);

    static (string Plan, string Mail) Parts(Customer customer)
    {
        var result = (Plan: "", Mail: "");
        result.Mail = customer.Email;
        result.Plan = customer.Plan;
        return result;
    }
}

// case: the whole tuple
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = (customer.Id, customer.Email);
        logger.LogInformation("{Pair}", {|PRIV1005:pair|});
        logger.LogInformation($"{{|PRIV1005:pair|}}");
    }
}

// case: the whole tuple, written at the sink
class C
{
    void M(Customer customer) => Console.WriteLine({|PRIV1005:(customer.Id, customer.Name)|});
}

// case: nested
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var data = (Id: 1, Who: (customer.Name, customer.Plan));
        logger.LogInformation("{Name} {Plan}", {|PRIV1001:data.Who.Name|}, data.Who.Plan);
        var (_, (name, plan)) = data;
        logger.LogInformation("{Name} {Plan}", {|PRIV1001:name|}, plan);
    }
}

// case: in a loop over pairs
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (var (id, mail) in customers.Select(customer => (customer.Id, customer.Email)))
            logger.LogInformation("{Id} {Mail}", id, {|PRIV1001:mail|});
    }
}

// case: System.Tuple
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = Tuple.Create(customer.Id, customer.Email);
        logger.LogInformation("{Id} {Mail}", pair.Item1, {|PRIV1001:pair.Item2|});
    }
}

// case: assigned into existing locals and members
class C(ILogger<C> logger)
{
    void M(Customer customer, Dto dto)
    {
        string plan;
        (plan, dto.Mail) = (customer.Plan, customer.Email);
        logger.LogInformation("{Plan} {Mail}", plan, {|PRIV1001:dto.Mail|});
    }
}

// case: tuple parameter
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write({|PRIV1001:(customer.Id, customer.Email)|});

    void Write((int Id, string Text) pair) => logger.LogInformation("{Id} {Text}", pair.Id, pair.Text);
}

// case: tuple parameter whose harmless half is logged
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write((customer.Id, customer.Email));

    void Write((int Id, string Text) pair) => logger.LogInformation("{Id} {Length}", pair.Id, pair.Text.Length);
}

// case: the other element
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var data = (customer.Plan, customer.Email);
        var (plan, _) = data;
        logger.LogInformation("{Plan} {Again} {Third}", plan, data.Plan, data.Item1);
    }
}

// case: compared only
class C(ILogger<C> logger)
{
    void M(Customer a, Customer b)
    {
        bool same = (a.Name, a.Email) == (b.Name, b.Email);
        logger.LogInformation("{Same}", same);
    }
}

// case: an element written
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        (int Id, string Text) pair = (1, "x");
        pair.Text = customer.Email;
        logger.LogInformation("{Id} {Text}", pair.Id, {|PRIV1001:pair.Item2|});
    }
}

// case: renamed by assignment
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        (string A, string B) first = (customer.Plan, customer.Email);
        (string X, string Y) second = first;
        logger.LogInformation("{X} {Y}", second.X, {|PRIV1001:second.Y|});
    }
}

// case: more than seven
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var many = (1, 2, 3, 4, 5, 6, 7, customer.Email, customer.Plan);
        logger.LogInformation("{Mail} {Plan}", {|PRIV1001:many.Item8|}, many.Item9);
    }
}

// case: made by ValueTuple.Create
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = ValueTuple.Create(customer.Id, customer.Email);
        logger.LogInformation("{Id} {Mail}", pair.Item1, {|PRIV1001:pair.Item2|});
    }
}

// case: in a list
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<(int Id, string Mail)>();
        list.Add((customer.Id, customer.Email));
        foreach ((int id, string mail) in list)
            logger.LogInformation("{Id} {Mail}", id, {|PRIV1001:mail|});
        logger.LogInformation("{Id} {Mail}", list[0].Id, {|PRIV1001:list[0].Mail|});
    }
}

// case: from a task
class C(ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        var (plan, mail) = await Load(customer);
        logger.LogInformation("{Plan} {Mail}", plan, {|PRIV1001:mail|});
    }

    static async Task<(string, string)> Load(Customer customer)
    {
        await Task.Delay(1);
        return (customer.Plan, customer.Email);
    }
}

// case: the items that a long tuple keeps in another one
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var all = (1, 2, 3, 4, 5, 6, customer.Plan, customer.Name, 9, 10, 11, 12, 13, 14, customer.Email, customer.Plan);
        logger.LogInformation("{Name}", {|PRIV1001:all.Item8|});
        logger.LogInformation("{Name}", {|PRIV1001:all.Rest.Item1|});
        logger.LogInformation("{Mail}", {|PRIV1001:all.Rest.Rest.Item1|});
        logger.LogInformation("{Plan} {Number} {Last}", all.Item7, all.Rest.Item2, all.Rest.Rest.Item2);
    }
}

// case: such an item assigned
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var all = (1, 2, 3, 4, 5, 6, 7, Name: customer.Name);
        all.Rest.Item1 = "";
        logger.LogInformation("{Name}", all.Name);
        all.Rest.Item1 = customer.Email;
        logger.LogInformation("{Name}", {|PRIV1001:all.Name|});
    }
}
