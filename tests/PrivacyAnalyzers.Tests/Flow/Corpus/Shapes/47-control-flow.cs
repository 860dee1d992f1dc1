// try and finally, using, goto, loops: the value is followed along the paths there are

// case: set in try, logged in finally
class C(ILogger<C> logger)
{
    void M(Customer customer, Action<string> send)
    {
        string who = "nobody";
        try
        {
            who = customer.Email;
            send(customer.Plan);
        }
        finally
        {
            logger.LogInformation("Done with {Who}", {|PRIV1001:who|});
        }
    }
}

// case: carried round a loop
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        string last = "first";
        foreach (Customer customer in customers)
        {
            logger.LogInformation("After {Last}", {|PRIV1001:last|});
            last = customer.Name;
        }
    }
}

// case: goto
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = "start";
        int round = 0;
    again:
        logger.LogInformation("{Text}", {|PRIV1001:text|});
        text = customer.Email;
        if (round++ < 2)
            goto again;
    }
}

// case: using and a catch that falls through
class C(ILogger<C> logger)
{
    void M(Customer customer, IDisposable thing)
    {
        string? text = null;
        using (thing)
        {
            try { text = customer.Phone; }
            catch (InvalidOperationException) { text = "-"; }
        }
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: while with three variables, one round behind the other
class C
{
    void M(Customer customer, int rounds)
    {
        string a = "", b = "", c = "";
        while (rounds-- > 0)
        {
            c = b;
            b = a;
            a = customer.Email;
        }
        Console.WriteLine({|PRIV1004:c|});
    }
}

// case: do, break and continue
class C(ILogger<C> logger)
{
    void M(Queue<Customer> customers)
    {
        string found = "";
        do
        {
            Customer next = customers.Dequeue();
            if (next.Plan == "free")
                continue;
            found = next.Name;
            break;
        }
        while (customers.Count > 0);
        logger.LogInformation("{Found}", {|PRIV1001:found|});
    }
}

// case: lock, checked and unsafe
class C(ILogger<C> logger)
{
    unsafe void M(Customer customer)
    {
        string text;
        lock (logger)
        {
            checked { text = customer.Email + customer.Id; }
        }
        fixed (char* first = text)
        {
            logger.LogInformation("{Text}", {|PRIV1001:new string(first)|});
        }
    }
}

// case: switch with goto case
class C(ILogger<C> logger)
{
    void M(Customer customer, int kind)
    {
        string text = "";
        switch (kind)
        {
            case 0: text = customer.Name; goto case 1;
            case 1: logger.LogInformation("{Text}", {|PRIV1001:text|}); break;
            default: logger.LogInformation("{Text}", text); break;
        }
    }
}

// case: quiet after it was overwritten on every path
class C(ILogger<C> logger)
{
    void M(Customer customer, bool free)
    {
        string text = customer.Email;
        if (free)
            text = "free";
        else
            text = customer.Plan;
        logger.LogInformation("{Text}", text);
    }
}

// case: quiet when finally clears it
class C(ILogger<C> logger)
{
    void M(Customer customer, Action<string> send)
    {
        string text = customer.Email;
        try { send(text); }
        finally { text = ""; }
        logger.LogInformation("{Text}", text);
    }
}

// case: quiet before it is set, and after an early return
class C(ILogger<C> logger)
{
    void M(Customer customer, bool known)
    {
        string text = "unknown";
        logger.LogInformation("{Text}", text);
        if (known)
        {
            text = customer.Name;
            return;
        }
        logger.LogInformation("{Text}", text);
    }
}
