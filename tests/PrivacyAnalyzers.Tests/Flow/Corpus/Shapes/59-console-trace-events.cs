// Console, Debug, Trace, EventSource and writers
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.IO;

// case: console
class C
{
    void M(Customer customer)
    {
        Console.WriteLine({|PRIV1004:customer.Email|});
        Console.Write("{0}: {1}", customer.Id, {|PRIV1004:customer.Name|});
        Console.WriteLine($"{customer.Id,5} {{|PRIV1004:customer.Balance|}:F2}");
    }
}

// case: the console's writers
class C
{
    async Task M(Customer customer, Account account)
    {
        Console.Error.WriteLine({|PRIV1004:customer.Phone|});
        Console.Out.Write({|PRIV1006:account.Password|});
        await Console.Out.WriteLineAsync({|PRIV1004:customer.Email|});
    }
}

// case: debug
class C
{
    void M(Customer customer)
    {
        Debug.WriteLine({|PRIV1004:customer.Email|}, "mail");
        Debug.WriteLineIf(customer.Id > 3, "Seen " + {|PRIV1004:customer.Name|});
        Debug.Assert(customer.Orders.Count > 0, $"No orders of {{|PRIV1004:customer.Name|}}");
        Debug.Print("{0} {1}", customer.Id, {|PRIV1004:customer.Phone|});
    }
}

// case: trace and trace source
class C
{
    private static readonly TraceSource Source = new("Shop");
    void M(Customer customer)
    {
        Trace.TraceError("No mail for {0}", {|PRIV1001:customer.Email|});
        Trace.WriteLine({|PRIV1001:customer.Name|}, "names");
        Source.TraceInformation("Seen " + {|PRIV1001:customer.Name|});
        Source.TraceData(TraceEventType.Verbose, 4, customer.Id, {|PRIV1001:customer.Email|});
    }
}

// case: own event source
[EventSource(Name = "Shop")]
sealed class ShopEvents : EventSource
{
    public static readonly ShopEvents Log = new();
    [Event(1)] public void SignedIn(string who, int times) => WriteEvent(1, who, times);
    [Event(2)] public void SignedOut(int id) => WriteEvent(2, id);
}
class C
{
    void M(Customer customer)
    {
        ShopEvents.Log.SignedIn({|PRIV1001:customer.Name|}, 3);
        ShopEvents.Log.SignedOut(customer.Id);
    }
}

// case: event log and event source's Write
class C
{
    private static readonly EventSource Source = new("Shop");
    void M(Customer customer) => Source.Write("Seen", {|PRIV1005:new { customer.Id, customer.Email }|});
}

// case: console as a writer handed over
class C
{
    static void Dump(int id, string mail, TextWriter output)
    {
        output.WriteLine(id);
        output.WriteLine(mail);
    }
    void M(Customer customer) => Dump(customer.Id, {|PRIV1004:customer.Email|}, Console.Out);
}

// case: a writer that is declared a log
class Report
{
    public void Line([Sink(SinkKind.Log)] string text, TextWriter writer) => writer.WriteLine(text);
}
class C(Report report)
{
    void M(Customer customer, TextWriter writer) => report.Line("Of " + {|PRIV1001:customer.Name|}, writer);
}

// case: own trace listener
class MemoryListener : TraceListener
{
    public override void Write(string? message) { }
    public override void WriteLine(string? message) { }
}
class C(MemoryListener listener)
{
    void M(Customer customer) => listener.WriteLine({|PRIV1001:customer.Email|});
}

// case: quiet for the debugger's display and for files of one's own
[DebuggerDisplay("{Name} <{Email}>")]
class Shown : Customer { }
class C
{
    void M(Shown shown, TextWriter mails)
    {
        mails.WriteLine(shown.Email);
        Console.WriteLine(shown.Id);
        Debug.Assert(shown.Email.Length > 0);
        Console.WriteLine("{0}", shown.Email is null);
    }
}

// case: quiet for StringWriter that goes nowhere
class C
{
    string M(Customer customer)
    {
        using var writer = new StringWriter();
        writer.WriteLine(customer.Email);
        Console.WriteLine("written");
        return writer.ToString();
    }
}

// case: event source with a base call and a non-event helper
[EventSource(Name = "Shop2")]
sealed class MoreEvents : EventSource
{
    [NonEvent] public void Seen(Customer customer)
    {
        if (IsEnabled())
            Seen(customer.Id, {|PRIV1001:customer.Email|});
    }
    [Event(1)] private void Seen(int id, string mail) => WriteEvent(1, id, mail);
}

// case: char by char
class C
{
    void M(Customer customer)
    {
        foreach (char each in customer.Email)
            Console.Write({|PRIV1004:each|});
        Console.WriteLine({|PRIV1004:customer.Name.ToCharArray()|});
    }
}
