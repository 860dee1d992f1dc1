// LINQ, by methods and in query syntax

// case: select, where, first
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string mail = customers.Where(customer => customer.Id > 3).Select(customer => customer.Email).First();
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: first of people
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        logger.LogInformation("{Name}", {|PRIV1001:customers.OrderBy(customer => customer.Id).FirstOrDefault()?.Name|});
        logger.LogInformation("{Name}", {|PRIV1001:customers.Single(customer => customer.Id == 1).Name|});
    }
}

// case: query syntax
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var mails = from customer in customers
                    where customer.Plan == "gold"
                    orderby customer.Id
                    select customer.Email;
        foreach (string mail in mails)
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: query with let and from
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var lines = from customer in customers
                    from order in customer.Orders
                    let text = order.Number + " for " + customer.Name
                    select text;
        logger.LogInformation("{Lines}", {|PRIV1001:string.Join("; ", lines)|});
    }
}

// case: query with join
class C(ILogger<C> logger)
{
    void M(List<Customer> customers, List<Order> orders)
    {
        var pairs = from customer in customers
                    join order in orders on customer.Id equals order.Id
                    select new { order.Number, customer.Email };
        foreach (var pair in pairs)
            logger.LogInformation("{Number} {Mail}", pair.Number, {|PRIV1001:pair.Email|});
    }
}

// case: query with group
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var groups = from customer in customers group customer.Name by customer.Plan;
        foreach (var group in groups)
            logger.LogInformation("{Plan} {First}", group.Key, {|PRIV1001:group.First()|});
    }
}

// case: aggregate
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string all = customers.Select(customer => customer.Name).Aggregate((left, right) => left + ", " + right);
        string seeded = customers.Aggregate("", (text, customer) => text + customer.Email);
        logger.LogInformation("{All}", {|PRIV1001:all|});
        logger.LogInformation("{Seeded}", {|PRIV1001:seeded|});
    }
}

// case: zip
class C(ILogger<C> logger)
{
    void M(List<Customer> customers, int[] numbers)
    {
        foreach (var (number, mail) in numbers.Zip(customers.Select(customer => customer.Email)))
            logger.LogInformation("{Number} {Mail}", number, {|PRIV1001:mail|});
        var lines = customers.Zip(numbers, (customer, number) => customer.Name + number);
        logger.LogInformation("{First}", {|PRIV1001:lines.First()|});
    }
}

// case: group by a personal key
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (var group in customers.GroupBy(customer => customer.Email))
            logger.LogInformation("{Key} {Count}", {|PRIV1001:group.Key|}, group.Count());
    }
}

// case: select many, concat, distinct, reverse, take
class C(ILogger<C> logger)
{
    void M(List<Order> orders)
    {
        var names = orders.SelectMany(order => order.Customer.Orders).Select(order => order.Customer.Name);
        var all = new[] { "x" }.Concat(names).Distinct().Reverse().Skip(1).Take(3).ToHashSet();
        logger.LogInformation("{All}", {|PRIV1001:string.Join(",", all)|});
    }
}

// case: append, prepend, default, union
class C(ILogger<C> logger)
{
    void M(Customer customer, string[] others)
    {
        logger.LogInformation("{A}", {|PRIV1001:string.Join(",", others.Append(customer.Email))|});
        logger.LogInformation("{B}", {|PRIV1001:others.Prepend(customer.Email).ElementAt(0)|});
        logger.LogInformation("{C}", {|PRIV1001:others.DefaultIfEmpty(customer.Name).Last()|});
        logger.LogInformation("{D}", {|PRIV1001:others.Union([customer.Name]).Max()|});
    }
}

// case: lookup and dictionary
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        ILookup<string, string> byPlan = customers.ToLookup(customer => customer.Plan, customer => customer.Email);
        logger.LogInformation("{First}", {|PRIV1001:byPlan["gold"].First()|});
        var byId = customers.ToDictionary(customer => customer.Id);
        logger.LogInformation("{Name}", {|PRIV1001:byId[1].Name|});
    }
}

// case: sum, max and min of personal numbers
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        decimal highest = customers.Max(customer => customer.Balance);
        Customer? oldest = customers.MinBy(customer => customer.BirthDate);
        logger.LogInformation("{Highest} {Oldest}", {|PRIV1001:highest|}, {|PRIV1001:oldest?.Name|});
    }
}

// case: inside the lambda
class C(ILogger<C> logger)
{
    List<int> M(List<Customer> customers) => customers.Select(customer =>
    {
        logger.LogDebug("Reading {Name}", {|PRIV1001:customer.Name|});
        return customer.Id;
    }).ToList();
}

// case: method group
class C(ILogger<C> logger)
{
    void M(List<Customer> customers) => logger.LogInformation("{First}", {|PRIV1001:customers.Select(Mail).First()|});

    static string Mail(Customer customer) => customer.Email;
}

// case: a queryable
class C(ILogger<C> logger)
{
    void M(IQueryable<Customer> customers)
    {
        var list = customers.Where(customer => customer.Plan == "gold").Select(customer => new Dto { Id = customer.Id, Mail = customer.Email }).ToList();
        logger.LogInformation("{Mail} {Id}", {|PRIV1001:list[0].Mail|}, list[0].Id);
    }
}

// case: counts and answers
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        int count = customers.Count(customer => customer.Email.EndsWith(".org"));
        bool any = customers.Select(customer => customer.Email).Any(mail => mail == "");
        bool all = customers.All(customer => customer.Phone != null);
        int lengths = customers.Sum(customer => customer.Name.Length);
        double mean = customers.Average(customer => customer.Email.Length);
        logger.LogInformation("{Count} {Any} {All} {Lengths} {Mean}", count, any, all, lengths, mean);
    }
}

// case: filtered and sorted by it, but not selected
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var ids = customers.Where(customer => customer.Email != "").OrderBy(customer => customer.Name).ThenBy(customer => customer.Phone).Select(customer => customer.Id).ToArray();
        logger.LogInformation("{Ids} {Plan}", ids, customers.First(customer => customer.Name == "x").Plan);
    }
}

// case: grouped by it, but only counted
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (var group in customers.GroupBy(customer => customer.Email))
            logger.LogInformation("{Count}", group.Count());
        foreach (var group in customers.GroupBy(customer => customer.Plan, customer => customer.Email))
            logger.LogInformation("{Plan}", group.Key);
    }
}

// case: select with an index
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (string line in customers.Select((customer, index) => index + ": " + customer.Name))
            logger.LogInformation("{Line}", {|PRIV1001:line|});
    }
}

// case: join by methods
class C(ILogger<C> logger)
{
    void M(List<Customer> customers, List<Order> orders)
    {
        var pairs = customers.Join(orders, customer => customer.Id, order => order.Id, (customer, order) => (order.Number, customer.Email)).ToList();
        logger.LogInformation("{Number} {Mail}", pairs[0].Number, {|PRIV1001:pairs[0].Email|});
    }
}

// case: group join and select many with a result
class C(ILogger<C> logger)
{
    void M(List<Customer> customers, List<Order> orders)
    {
        var a = customers.GroupJoin(orders, customer => customer.Id, order => order.Id, (customer, own) => customer.Name + own.Count());
        var b = customers.SelectMany(customer => customer.Orders, (customer, order) => order.Number + customer.Email);
        logger.LogInformation("{A} {B}", {|PRIV1001:a.First()|}, {|PRIV1001:b.First()|});
    }
}

// case: chunks, OfType, Cast
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (string[] chunk in customers.Select(customer => customer.Email).Chunk(10))
            logger.LogInformation("{Chunk}", {|PRIV1001:string.Join(",", chunk)|});
        IEnumerable<object> things = customers.Select(customer => (object)customer.Name);
        logger.LogInformation("{A} {B}", {|PRIV1001:things.OfType<string>().First()|}, {|PRIV1001:things.Cast<string>().Last()|});
    }
}

// case: group by with a result
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var lines = customers.GroupBy(customer => customer.Plan, (plan, members) => plan + ": " + string.Join(",", members.Select(member => member.Name)));
        logger.LogInformation("{Line}", {|PRIV1001:lines.First()|});
    }
}

// case: members of a group
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (var group in customers.GroupBy(customer => customer.Plan))
        {
            foreach (var customer in group)
                logger.LogInformation("{Plan} {Name}", group.Key, {|PRIV1001:customer.Name|});
        }
    }
}

// case: into and order
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var lines = from customer in customers
                    group customer by customer.Plan into byPlan
                    orderby byPlan.Count() descending
                    select new { byPlan.Key, Names = byPlan.Select(member => member.Name).ToList() };
        foreach (var line in lines)
            logger.LogInformation("{Plan} {Names}", line.Key, {|PRIV1001:line.Names|});
    }
}

// case: asynchronous queries of EF Core
class C(ILogger<C> logger)
{
    async Task M(IQueryable<Customer> customers)
    {
        string? mail = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstOrDefaultAsync(customers.Select(customer => customer.Email));
        List<string> names = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(customers.Select(customer => customer.Name));
        logger.LogInformation("{Mail} {Name}", {|PRIV1001:mail|}, {|PRIV1001:names[0]|});
    }
}

// case: parallel query
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string[] mails = customers.AsParallel().Where(customer => customer.Id > 1).Select(customer => customer.Email).ToArray();
        logger.LogInformation("{Mail}", {|PRIV1001:mails[0]|});
    }
}

// case: element of carriers
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var dtos = customers.Select(customer => new Dto { Id = customer.Id, Mail = customer.Email });
        foreach (Dto dto in dtos.Where(each => each.Id > 3).OrderBy(each => each.Mail))
            logger.LogInformation("{Id} {Mail}", dto.Id, {|PRIV1001:dto.Mail|});
    }
}

// case: compared as wholes
class C(ILogger<C> logger)
{
    void M(List<Customer> left, List<Customer> right)
    {
        bool same = left.Select(customer => customer.Email).SequenceEqual(right.Select(customer => customer.Email));
        int missing = left.Select(customer => customer.Email).Except(right.Select(customer => customer.Email)).Count();
        var plans = left.DistinctBy(customer => customer.Email).Select(customer => customer.Plan).ToList();
        logger.LogInformation("{Same} {Missing} {Plans}", same, missing, plans);
    }
}

// case: how many there are of each
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (var (plan, count) in customers.CountBy(customer => customer.Plan))
            logger.LogInformation("{Plan} {Count}", plan, count);
        foreach (var pair in customers.CountBy(customer => customer.Email))
            logger.LogInformation("{Mail} {Count}", {|PRIV1001:pair.Key|}, pair.Value);
        var mails = customers.AggregateBy(customer => customer.Plan, "", (all, customer) => all + customer.Email);
        foreach (var pair in mails)
            logger.LogInformation("{Plan} {Mails}", pair.Key, {|PRIV1001:pair.Value|});
    }
}
