// A StringBuilder, list or buffer that another method fills
using System.IO;
using System.Text;

// case: filled by a helper
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        Fill(builder, customer);
        logger.LogInformation({|PRIV1001:builder.ToString()|});
    }

    static void Fill(StringBuilder target, Customer customer) => target.Append("to: ").Append(customer.Email);
}

// case: the helper is given the value
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        Line(builder, "to", customer.Email);
        Line(builder, "plan", customer.Plan);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }

    static void Line(StringBuilder target, string label, string value)
    {
        target.Append(label);
        target.Append('=');
        target.AppendLine(value);
    }
}

// case: the helper gives the builder back
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation({|PRIV1001:Line(new StringBuilder(), customer).ToString()|});

    static StringBuilder Line(StringBuilder target, Customer customer) => target.Append(customer.Name);
}

// case: extension method that chains
static class Lines
{
    public static StringBuilder Field(this StringBuilder builder, string label, string? value) => builder.Append(label).Append(':').AppendLine(value);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = new StringBuilder().Field("id", customer.Id.ToString()).Field("phone", customer.Phone).ToString();
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: two helpers deep
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        Header(builder, customer);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }

    static void Header(StringBuilder target, Customer customer)
    {
        target.AppendLine("-----");
        Body(target, customer);
    }

    static void Body(StringBuilder target, Customer customer) => target.Append(customer.Address.Street);
}

// case: filled by a local function that captures it
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        Add(customer.Plan);
        Add(customer.Name);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});

        void Add(string value) => builder.Append(value).Append(' ');
    }
}

// case: a field filled by one method and read by another
class Report(ILogger<Report> logger)
{
    private readonly StringBuilder _text = new();

    public void Add(Customer customer) => _text.AppendLine(customer.Email);

    public void Flush() => logger.LogInformation("{Text}", {|PRIV1001:_text.ToString()|});
}

// case: string writer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var writer = new StringWriter();
        Write(writer, customer);
        logger.LogInformation("{Text}", {|PRIV1001:writer.ToString()|});
    }

    static void Write(TextWriter writer, Customer customer)
    {
        writer.Write("to: ");
        writer.WriteLine(customer.Email);
    }
}

// case: string writer over a builder
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        using (var writer = new StringWriter(builder))
            writer.Write(customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:builder.ToString()|});
    }
}

// case: the helper fills only the clean one of two
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var mail = new StringBuilder();
        var line = new StringBuilder();
        Fill(mail, line, customer);
        logger.LogInformation("{Line}", line.ToString());
    }

    static void Fill(StringBuilder mail, StringBuilder line, Customer customer)
    {
        mail.Append(customer.Email);
        line.Append(customer.Id);
    }
}

// case: the helper writes nothing personal
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = new StringBuilder();
        Fill(builder, customer);
        logger.LogInformation("{Text}", builder.ToString());
    }

    static void Fill(StringBuilder target, Customer customer)
    {
        if (customer.Email.EndsWith(".example", StringComparison.Ordinal))
            target.Append("test account");
        target.Append(customer.Id);
    }
}

// case: a background job's arguments as text
class JobArguments
{
    private readonly StringBuilder _text = new();

    public JobArguments Add(string name, object? value)
    {
        if (_text.Length > 0)
            _text.Append(' ');
        _text.Append("--").Append(name).Append('=').Append(value);
        return this;
    }

    public override string ToString() => _text.ToString();
}

class Jobs(NLog.Logger log)
{
    public void Start(Customer customer)
    {
        JobArguments arguments = new JobArguments().Add("id", customer.Id).Add("to", customer.Email);
        log.Info("Starting with {0}", {|PRIV1005:arguments|});
    }
}
