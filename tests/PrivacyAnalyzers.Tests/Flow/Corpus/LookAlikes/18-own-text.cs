// Objects whose text leaves the person out
using System.Security;
using System.Text;

// case: a class that shows its key
class Contact
{
    public int Id { get; set; }
    [Identifier] public string Email { get; set; } = "";

    public override string ToString() => $"contact {Id}";
}

class C(ILogger<C> logger)
{
    void M(Contact contact, List<Contact> contacts)
    {
        logger.LogInformation("{Contact} {Text}", contact, contact.ToString());
        logger.LogInformation($"first {contacts[0]}");
    }
}

// case: a record with a text of its own
record Contact(int Id, [Identifier] string Email)
{
    public override string ToString() => "Contact " + Id;
}

class C(Serilog.ILogger log)
{
    void M(Contact contact) => log.Information("{Contact}", contact);
}

// case: a record that prints its members itself
record Contact(int Id, [Identifier] string Email)
{
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Email = ***");
        return true;
    }
}

class C(Serilog.ILogger log)
{
    void M(Contact contact) => log.Information("{Contact}", contact);
}

// case: a wrapper that keeps its value to itself
readonly struct Secret<T>(T value)
{
    public T Reveal() => value;

    public override string ToString() => "***";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var email = new Secret<string>(customer.Email);
        logger.LogInformation("Mail {Email}", email);
        logger.LogInformation($"Mail {email}");
        Console.WriteLine(email.ToString());
    }
}

// case: a secure string
class C(ILogger<C> logger)
{
    void M(SecureString password) => logger.LogInformation("Password {Password}", password);
}

// case: a class without a text of its own
class C(ILogger<C> logger)
{
    void M(Customer customer, Order order)
    {
        logger.LogInformation("{Customer} {Order}", customer, order);
        logger.LogInformation("For " + customer);
    }
}

// case: collections whose text is their type's name
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string[] names = [customer.Name];
        var mails = new List<string> { customer.Email };
        logger.LogInformation($"{names} and {mails}");
        Console.WriteLine("Names " + names);
        Console.WriteLine(mails);
        logger.LogInformation(mails.ToString());
        throw new InvalidOperationException($"{new Dictionary<int, string> { [1] = customer.Email }}");
    }
}

// case: a lazy sequence, a task and a function
class C
{
    private static async Task<string> LoadAsync(Customer customer)
    {
        await Task.Yield();
        return customer.Email;
    }

    void M(List<Customer> customers)
    {
        Console.WriteLine($"{customers.Select(each => each.Email)}");
        Func<string> read = () => customers[0].Email;
        Console.WriteLine("by " + read);
        Task<string> task = LoadAsync(customers[0]);
        Console.WriteLine($"waits for {task} ({task.Status})");
    }
}

// case: a record that holds a class or a list
record Envelope(int Id, Customer Customer, List<string> Mails);

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var envelope = new Envelope(customer.Id, customer, [customer.Email]);
        log.Information("{Envelope}", envelope);
        log.Information(envelope.ToString());
        Console.WriteLine($"{envelope}");
    }
}

// case: classes inside a tuple, a pair and an anonymous type
class C(NLog.Logger log)
{
    void M(Customer customer, List<Customer> customers)
    {
        log.Info("{0}", (customer.Id, customer));
        log.Info("{0}", new KeyValuePair<int, Customer>(customer.Id, customer));
        log.Info("{0}", new { customer.Id, Customer = customer }.ToString());
        log.Info("{0}", string.Join(", ", customers));
        log.Info("{0}", string.Concat(customer, "/", customers.Count));
    }
}

// case: appended to a builder
class C(ILogger<C> logger)
{
    void M(Customer customer, Order order)
    {
        var text = new StringBuilder();
        text.Append("For ").Append(customer).Append(' ').AppendFormat("{0}", order).AppendLine();
        logger.LogInformation("{Text} {Other}", text.ToString(), Convert.ToString(customer));
    }
}

// case: a sealed text in the base record
record Safe(int Id)
{
    public sealed override string ToString() => $"{GetType().Name} {Id}";
}

sealed record Patient(int Id, [Sensitive] string Diagnosis) : Safe(Id);

class C(ILogger<C> logger)
{
    void M(Patient patient) => logger.LogInformation("{Patient} and {Text}", patient, $"{patient}");
}

// case: a text with a format
class Mail([Identifier] string address) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => format == "L" ? address.Length.ToString(provider) : "mail";

    public override string ToString() => ToString(null, null);
}

class C(ILogger<C> logger)
{
    void M(Mail mail) => logger.LogInformation($"{mail:L} {mail} {mail.ToString("L", null)}");
}

// case: a struct without a text of its own
struct Point
{
    [Geolocation] public double Latitude;
    [Identifier] public string Label;
}

class C(Serilog.ILogger log)
{
    void M(Point point)
    {
        log.Information("{Point}", point);
        Console.WriteLine(point);
    }
}

// case: an own text in the derived class only
class Plain
{
    [Identifier] public string Email { get; set; } = "";

    public override string ToString() => Email;
}

sealed class Hidden : Plain
{
    public override string ToString() => "hidden";
}

class C(ILogger<C> logger)
{
    void M(Hidden hidden) => logger.LogInformation("{Hidden} {Text}", hidden, hidden.ToString());
}

// case: the debugger's text is no log
[System.Diagnostics.DebuggerDisplay("{Id}")]
class Shown
{
    public int Id { get; set; }
    [Identifier] public string Email { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Shown shown, IEnumerable<Shown> all) => logger.LogInformation("{Shown} of {All}", shown, all.Count());
}

// case: a nullable, a weak reference and an option of one's own
readonly record struct Key(int Value);

class Option<T>(T? value) where T : class
{
    public bool HasValue => value is not null;

    public override string ToString() => HasValue ? "some" : "none";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Key? key = new Key(customer.Id);
        var weak = new WeakReference<Customer>(customer);
        var option = new Option<string>(customer.Email);
        logger.LogInformation("{Key} {Weak} {Option}", key, weak, option);
        Console.WriteLine($"{option} {key?.Value}");
    }
}

// case: a text by a switch over who asks
class Contact
{
    public int Id { get; set; }
    [Identifier] public string Email { get; set; } = "";

    public override string ToString() => Show(false);

    public string Show(bool full) => full ? Id + " " + Email : "contact " + Id;
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Length} {Id}", contact.Show(true).Length, contact.Id);
}

// case: a view that leaves the person out
class View(Customer customer)
{
    public int Id => customer.Id;
    public string Plan => customer.Plan;
    public string Initial => customer.Name.Length > 0 ? "?" : "";
}
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var view = new View(customer);
        log.Information("{Id} {Plan} {Initial}", view.Id, view.Plan, view.Initial);
        log.Information("{@View}", view);
    }
}
