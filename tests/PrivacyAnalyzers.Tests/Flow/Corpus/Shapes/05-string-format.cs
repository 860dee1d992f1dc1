// string.Format, composite formatting and FormattableString
using System.Globalization;
using System.Text;
using System.Runtime.CompilerServices;

// case: string.Format at the sink
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation({|PRIV1001:string.Format("Signed in: {0}", customer.Email)|});
}

// case: string.Format with culture and several arguments
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3} {4}", 1, 2, customer.Plan, customer.Id, customer.Balance);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: arguments in an array
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        object[] arguments = [customer.Id, customer.Name];
        string text = string.Format("{0}: {1}", arguments);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: formattable string
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        FormattableString text = $"to: {customer.Email}";
        logger.LogInformation("{Text}", {|PRIV1001:text.ToString(CultureInfo.InvariantCulture)|});
    }
}

// case: FormattableString.Invariant
class C
{
    void M(Customer customer) => Console.WriteLine({|PRIV1004:FormattableString.Invariant($"to: {customer.Email}")|});
}

// case: factory
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        FormattableString text = FormattableStringFactory.Create("to: {0}", customer.Email);
        string s = FormattableString.Invariant(text);
        logger.LogInformation("{Text}", {|PRIV1001:s|});
    }
}

// case: argument of a formattable string read back
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        FormattableString text = $"{customer.Email} {customer.Id}";
        logger.LogInformation("{Argument}", {|PRIV1001:text.GetArgument(0)|});
    }
}

// case: only the format of a formattable string
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        FormattableString text = $"{customer.Email} {customer.Id}";
        logger.LogInformation("{Format} {Count}", text.Format, text.ArgumentCount);
    }
}

// case: console's own format
class C
{
    void M(Customer customer)
    {
        Console.WriteLine("{0} has {1}", {|PRIV1004:customer.Name|}, customer.Orders.Count);
        Console.Write("{0} {1}", customer.Id, {|PRIV1004:customer.Email|});
    }
}

// case: the console's writers
class C
{
    void M(Customer customer)
    {
        Console.Error.WriteLine("{0}", {|PRIV1004:customer.Email|});
        Console.Out.Write({|PRIV1004:customer.Name|});
    }
}

// case: compiled composite format
class C(ILogger<C> logger)
{
    static readonly CompositeFormat Line = CompositeFormat.Parse("to: {0}");

    void M(Customer customer) => logger.LogInformation({|PRIV1001:string.Format(CultureInfo.InvariantCulture, Line, customer.Email)|});
}

// case: a member formatted by ToString with a format
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string born = customer.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        logger.LogInformation("Born {Born}, owes {Owed}", {|PRIV1001:born|}, {|PRIV1001:customer.Balance.ToString("C")|});
    }
}

// case: harmless arguments
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation(string.Format("{0} {1}", customer.Id, customer.Email.Length));
}

// case: formattable string with a clean hole
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        FormattableString text = $"{customer.Id}";
        logger.LogInformation("{Text}", text.ToString());
    }
}

// case: a message for the person, also logged
class Messages(ILogger<Messages> logger)
{
    private const string Template = "Dear {0}, your plan {1} was renewed";

    private string Compose(Customer customer)
    {
        string text = string.Format(Template, customer.Name, customer.Plan);
        return text.Length > 160 ? text[..157] + "..." : text;
    }

    public void Send(Customer customer, Action<string> transport)
    {
        string text = Compose(customer);
        transport(text);
        logger.LogDebug("Sent: {Text}", {|PRIV1001:text|});
    }
}
