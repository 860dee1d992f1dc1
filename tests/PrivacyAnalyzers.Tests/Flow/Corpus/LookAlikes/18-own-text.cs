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
