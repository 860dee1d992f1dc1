// StringBuilder, filled, chained and turned into a string
using System.Text;

// case: append and ToString
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        builder.Append("to: ");
        builder.Append(customer.Email);
        logger.LogInformation({|PRIV1001:builder.ToString()|});
    }
}

// case: chained
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = new StringBuilder("to: ").Append(customer.Name).AppendLine().Append(customer.Id).ToString();
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: chained at the sink
class C(ILogger<C> logger)
{
    void M(Customer customer) =>
        logger.LogInformation({|PRIV1001:new StringBuilder().Append('<').AppendLine(customer.Email).Append('>').ToString()|});
}

// case: AppendFormat
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        builder.AppendFormat("{0} <{1}>", customer.Id, customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }
}

// case: Insert and the builder itself
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder("done");
        builder.Insert(0, customer.Phone);
        logger.LogInformation("{Text}", {|PRIV1001:builder|});
    }
}

// case: interpolated append
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        builder.Append($"to: {customer.Email}").AppendLine($" plan: {customer.Plan}");
        logger.LogInformation({|PRIV1001:builder.ToString()|});
    }
}

// case: AppendJoin and a part
class C
{
    void M(List<Customer> customers, Customer one)
    {
        var all = new StringBuilder();
        all.AppendJoin(", ", customers.Select(customer => customer.Name));
        Console.WriteLine({|PRIV1004:all.ToString(0, 10)|});
    }
}

// case: AppendJoin, whole
class C
{
    void M(Customer customer)
    {
        var all = new StringBuilder();
        all.AppendJoin(", ", new string[] { customer.Name, customer.Plan });
        Console.WriteLine({|PRIV1004:all.ToString()|});
    }
}

// case: part of a builder
class C
{
    void M(Customer customer)
    {
        var all = new StringBuilder();
        all.Append(customer.Name);
        Console.WriteLine({|PRIV1004:all.ToString(0, 10)|});
    }
}

// case: Replace in a builder
class C
{
    void M(Customer one)
    {
        var template = new StringBuilder("Dear {name}");
        template.Replace("{name}", one.Name);
        Console.WriteLine({|PRIV1004:template|});
    }
}

// case: through the constructor and another builder
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var first = new StringBuilder(customer.Email);
        var second = new StringBuilder();
        second.Append(first);
        logger.LogInformation("{Text}", {|PRIV1001:second.ToString()|});
    }
}

// case: alias
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        StringBuilder alias = builder;
        alias.Append(customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }
}

// case: letter by letter, each changed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        foreach (char letter in customer.Name)
            builder.Append(char.ToUpperInvariant(letter));
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }
}

// case: letter by letter
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        foreach (char letter in customer.Name)
        {
            if (letter != ' ')
                builder.Append(letter);
        }

        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }
}

// case: cleared before the log
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        builder.Append(customer.Email);
        builder.Clear();
        builder.Append(customer.Plan);
        logger.LogInformation("{Text}", builder.ToString());
    }
}

// case: length and capacity
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        builder.Append(customer.Email);
        logger.LogInformation("{Length} of {Capacity}", builder.Length, builder.Capacity);
    }
}

// case: another builder
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var mail = new StringBuilder();
        var line = new StringBuilder();
        mail.Append("Dear ").Append(customer.Name);
        line.Append("mail of ").Append(mail.Length);
        logger.LogInformation("{Line}", line.ToString());
    }
}

// case: logged before it is filled
class C(ILogger<C> logger)
{
    string M(Customer customer)
    {
        var builder = new StringBuilder("to: ");
        logger.LogInformation("{Line}", builder.ToString());
        builder.Append(customer.Email);
        return builder.ToString();
    }
}

// case: copied out of the builder
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder(customer.Email);
        var letters = new char[20];
        builder.CopyTo(0, letters, 0, builder.Length);
        logger.LogInformation("{Text}", {|PRIV1001:new string(letters)|});
    }
}

// case: in chunks
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder(customer.Email);
        foreach (ReadOnlyMemory<char> chunk in builder.GetChunks())
            logger.LogInformation("{Chunk}", {|PRIV1001:chunk.ToString()|});
    }
}

// case: filled on one branch
class C(ILogger<C> logger)
{
    void M(Customer customer, bool full)
    {
        var builder = new StringBuilder("customer");
        if (full)
            builder.Append(' ').Append(customer.Name);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }
}

// case: emptied by its length
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder(customer.Email);
        builder.Length = 0;
        builder.Append("done");
        logger.LogInformation("{Text}", builder.ToString());
    }
}
