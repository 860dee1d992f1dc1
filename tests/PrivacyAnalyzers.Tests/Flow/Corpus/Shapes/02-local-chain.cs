// A value in local variables, reassigned and passed on

// case: one local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var email = customer.Email;
        logger.LogInformation("Signed in: {Email}", {|PRIV1001:email|});
    }
}

// case: a chain of four
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string first = customer.Name;
        var second = first;
        object third = second;
        string fourth = (string)third;
        logger.LogWarning("Who: {Who}", {|PRIV1001:fourth|});
    }
}

// case: assigned on one branch only
class C(ILogger<C> logger)
{
    void M(Customer customer, bool verbose)
    {
        string who = "somebody";
        if (verbose)
            who = customer.Name;
        logger.LogInformation("Hello {Who}", {|PRIV1001:who|});
    }
}

// case: assignment as an expression and swapped by tuple
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string a, b;
        a = b = customer.Email;
        string x = "x", y = a;
        (x, y) = (y, x);
        logger.LogInformation("{A} {B} {X} {Y}", {|PRIV1001:a|}, {|PRIV1001:b|}, {|PRIV1001:x|}, y);
    }
}

// case: carried round a loop
class C(ILogger<C> logger)
{
    void M(Customer customer, int rounds)
    {
        string last = "", previous = "", current = "";
        for (int i = 0; i < rounds; i++)
        {
            last = previous;
            previous = current;
            current = customer.Email;
        }

        logger.LogDebug("Last was {Last}", {|PRIV1001:last|});
    }
}

// case: ref local and ref assignment
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = "none";
        ref string alias = ref text;
        alias = customer.Email;
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: using declaration and constant pattern around it
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using var source = new CancellationTokenSource();
        decimal owed = customer.Balance;
        if (owed is > 0)
            logger.LogInformation("Owes {Owed}", {|PRIV1001:owed|});
    }
}

// case: overwritten before the log
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string who = customer.Email;
        System.Diagnostics.Debug.Assert(who.Length > 0);
        who = customer.Plan;
        logger.LogInformation("Plan {Plan}", who);
    }
}

// case: overwritten on both branches
class C(ILogger<C> logger)
{
    void M(Customer customer, bool known)
    {
        string who = customer.Email;
        if (known)
            who = "known";
        else
            who = "unknown";
        logger.LogInformation("Visitor is {Who}", who);
    }
}

// case: logged before it is filled
class C(ILogger<C> logger)
{
    string M(Customer customer)
    {
        string who = "nobody";
        logger.LogInformation("So far {Who}", who);
        who = customer.Email;
        return who;
    }
}

// case: two locals of one name in two blocks
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        {
            string value = customer.Email;
            _ = value.Length;
        }
        {
            string value = customer.Plan;
            logger.LogInformation("{Value}", value);
        }
    }
}

// case: goto and labels
class C(ILogger<C> logger)
{
    void M(Customer customer, int n)
    {
        string who = "";
    again:
        logger.LogInformation("{Who}", {|PRIV1001:who|});
        who = customer.Email;
        if (n-- > 0)
            goto again;
    }
}

// case: pointer to the letters
class C(ILogger<C> logger)
{
    unsafe void M(Customer customer)
    {
        fixed (char* letters = customer.Email)
        {
            string copy = new string(letters);
            logger.LogInformation("{Copy}", {|PRIV1001:copy|});
        }
    }
}

// case: boxed and unboxed numbers
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object boxed = customer.Balance;
        decimal back = (decimal)boxed;
        double wide = (double)back;
        logger.LogInformation("{Back} {Wide}", {|PRIV1001:back|}, {|PRIV1001:wide|});
    }
}

// case: the object is swapped under the local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var a = new Dto { Mail = customer.Email };
        var b = a;
        a = new Dto { Mail = "clean" };
        logger.LogInformation("{A}", a.Mail);
        logger.LogInformation("{B}", {|PRIV1001:b.Mail|});
    }
}

// case: added to by an operator of one's own
readonly struct Words
{
    public string Text { get; init; }
    public static Words operator +(Words left, string right) => new() { Text = left.Text + right };
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Words words = new() { Text = "" };
        words += customer.Plan;
        logger.LogInformation("{Text}", words.Text);
        words += customer.Name;
        logger.LogInformation("{Text}", {|PRIV1001:words.Text|});
    }
}

// case: added to by an operator that changes the object
// newest-only
class Words
{
    public string Text { get; private set; } = "";
    public void operator +=(string right) => Text += right;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Words words = new();
        words += customer.Plan;
        logger.LogInformation("{Text}", words.Text);
        words += customer.Name;
        logger.LogInformation("{Text}", {|PRIV1001:words.Text|});
    }
}
