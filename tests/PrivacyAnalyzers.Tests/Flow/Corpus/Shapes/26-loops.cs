// foreach, enumerators and await foreach

// case: foreach over people
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
            logger.LogInformation("{Id} {Email}", customer.Id, {|PRIV1001:customer.Email|});
    }
}

// case: foreach over strings
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        IEnumerable<string> mails = customers.Select(customer => customer.Email);
        foreach (string mail in mails)
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: enumerator by hand
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { customer.Email };
        using var enumerator = list.GetEnumerator();
        while (enumerator.MoveNext())
            logger.LogInformation("{Mail}", {|PRIV1001:enumerator.Current|});
    }
}

// case: await foreach over people
class C(ILogger<C> logger)
{
    async Task M(IAsyncEnumerable<Customer> customers)
    {
        await foreach (var customer in customers)
            logger.LogInformation("{Name}", {|PRIV1001:customer.Name|});
    }
}

// case: await foreach over strings of one's own
class C(ILogger<C> logger)
{
    async Task M(List<Customer> customers, CancellationToken stop)
    {
        await foreach (string name in Names(customers).WithCancellation(stop).ConfigureAwait(false))
            logger.LogInformation("{Name}", {|PRIV1001:name|});
    }

    static async IAsyncEnumerable<string> Names(List<Customer> customers)
    {
        foreach (var customer in customers)
        {
            await Task.Yield();
            yield return customer.Name;
        }
    }
}

// case: enumerator of a type of one's own
class Mails(List<Customer> customers)
{
    public IEnumerator<string> GetEnumerator()
    {
        foreach (var customer in customers)
            yield return customer.Email;
    }
}

class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (string mail in new Mails(customers))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: nested loops
class C(ILogger<C> logger)
{
    void M(List<Order> orders)
    {
        foreach (var order in orders)
        {
            foreach (var other in order.Customer.Orders)
                logger.LogInformation("{Number} of {Name}", other.Number, {|PRIV1001:other.Customer.Name|});
        }
    }
}

// case: found in a loop, used after it
class C(ILogger<C> logger)
{
    void M(Customer[] customers)
    {
        string? found = null;
        foreach (var customer in customers)
        {
            if (customer.Id != 7)
                continue;
            found = customer.Email;
            break;
        }

        logger.LogInformation("{Found}", {|PRIV1001:found|});
    }
}

// case: non-generic sequence
class C(ILogger<C> logger)
{
    void M(System.Collections.IEnumerable customers)
    {
        foreach (Customer customer in customers)
            logger.LogInformation("{Name} {Plan}", {|PRIV1001:customer.Name|}, customer.Plan);
    }
}

// case: loop over the letters
class C
{
    void M(Customer customer)
    {
        foreach (char letter in customer.Email)
            Console.Write({|PRIV1004:letter|});
    }
}

// case: only counted
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        int count = 0, known = 0;
        foreach (var customer in customers)
        {
            count++;
            if (customer.Email != "")
                known += 1;
        }

        logger.LogInformation("{Count} {Known}", count, known);
    }
}

// case: another member of the element
class C(ILogger<C> logger)
{
    async Task M(IAsyncEnumerable<Customer> customers)
    {
        await foreach (var customer in customers)
            logger.LogInformation("{Id} {Plan}", customer.Id, customer.Plan);
    }
}

// case: parallel
class C(ILogger<C> logger)
{
    async Task M(List<Customer> customers)
    {
        Parallel.ForEach(customers, customer => logger.LogInformation("{Name}", {|PRIV1001:customer.Name|}));
        await Parallel.ForEachAsync(customers, async (customer, stop) =>
        {
            await Task.Delay(1, stop);
            logger.LogInformation("{Mail} {Id}", {|PRIV1001:customer.Email|}, customer.Id);
        });
    }
}

// case: parallel over strings
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string[] mails = customers.Select(customer => customer.Email).ToArray();
        Parallel.ForEach(mails, mail => logger.LogInformation("{Mail}", {|PRIV1001:mail|}));
        Parallel.For(0, mails.Length, i => logger.LogInformation("{I} {Mail}", i, {|PRIV1001:mails[i]|}));
    }
}

// case: span in a loop
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        ReadOnlySpan<string> span = [customer.Email, customer.Plan];
        foreach (string part in span)
            logger.LogInformation("{Part}", {|PRIV1001:part|});
    }
}

// case: async enumerator by hand
class C(ILogger<C> logger)
{
    async Task M(IAsyncEnumerable<Customer> customers)
    {
        await using IAsyncEnumerator<Customer> each = customers.GetAsyncEnumerator();
        while (await each.MoveNextAsync())
            logger.LogInformation("{Name}", {|PRIV1001:each.Current.Name|});
    }
}

// case: a sequence type of one's own
class Mails(List<Customer> customers) : IEnumerable<string>
{
    public IEnumerator<string> GetEnumerator() => customers.Select(customer => customer.Email).GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (string mail in new Mails(customers))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}
