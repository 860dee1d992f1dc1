// A class whose own ToString gives personal data, made a string by others
using System.Globalization;

// case: made of another object
class Contact(Customer customer)
{
    public override string ToString() => customer.Name + " <" + customer.Email + ">";
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Contact}", {|PRIV1005:contact|});
}

// case: logged as an argument
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class C(ILogger<C> logger)
{
    void M(Contact contact, Contact? none)
    {
        logger.LogInformation("{Contact}", {|PRIV1005:contact|});
        logger.LogInformation("{Contact}", {|PRIV1005:none ?? contact|});
    }
}

// case: in an interpolation and a concatenation
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public int Id { get; set; }
    public override string ToString() => $"{Id}: {Name}";
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        logger.LogInformation($"for {{|PRIV1005:contact|}}");
        logger.LogInformation("for " + {|PRIV1005:contact|});
    }
}

// case: called by name
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        string text = contact.ToString();
        logger.LogInformation("{Text}", {|PRIV1005:text|});
    }
}

// case: formatted into a local first
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        string text = $"for {contact}";
        logger.LogInformation("{Text}", {|PRIV1005:text|});
    }
}

// case: inherited override
abstract class Party
{
    [Identifier] public string Legal { get; set; } = "";
    public override string ToString() => Legal;
}

class Buyer : Party
{
    public int Number { get; set; }
}

class C
{
    void M(Buyer buyer) => Console.WriteLine({|PRIV1005:buyer|});
}

// case: through a member's ToString
class Inner
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class Outer
{
    public Inner Inner { get; set; } = new();
    public int Number { get; set; }
    public override string ToString() => $"{Number}/{Inner}";
}

class C(ILogger<C> logger)
{
    void M(Outer outer) => logger.LogInformation("{Outer}", {|PRIV1005:outer|});
}

// case: a struct with IFormattable
readonly struct Mail : IFormattable
{
    [Identifier] public string Value { get; init; }
    public override string ToString() => Value;
    public string ToString(string? format, IFormatProvider? provider) => Value;
}

class C(ILogger<C> logger)
{
    void M(Mail mail)
    {
        logger.LogInformation("{Mail}", {|PRIV1005:mail|});
        logger.LogInformation($"{{|PRIV1005:mail|}:G}");
    }
}

// case: in an exception message
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class C
{
    void M(Contact contact) => throw new InvalidOperationException($"No plan for {{|PRIV1005:contact|}}");
}

// case: as object
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        object boxed = contact;
        logger.LogInformation("{Boxed}", {|PRIV1005:boxed|});
    }
}

// case: a list of them joined
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => Name;
}

class C(ILogger<C> logger)
{
    void M(List<Contact> contacts) => logger.LogInformation("{All}", {|PRIV1005:string.Join(", ", contacts)|});
}

// case: a credential in it
class Login
{
    public string User { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
    public override string ToString() => $"{User}:{Password}";
}

class C(ILogger<C> logger)
{
    void M(Login login) => logger.LogWarning("{Login}", {|PRIV1006:login|});
}

// case: a ToString that gives none
class Contact
{
    public int Id { get; set; }
    [Identifier] public string Name { get; set; } = "";
    public override string ToString() => $"contact {Id} ({Name.Length})";
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        logger.LogInformation("{Contact}", contact);
        logger.LogInformation($"{contact}");
        Console.WriteLine(contact.ToString());
    }
}

// case: no ToString at all
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Customer}", customer);
        logger.LogInformation($"{customer} {customer.Address}");
        Console.WriteLine("customer " + customer);
    }
}

// case: another class's override
class Contact
{
    [Identifier] public string Name { get; set; } = "";
}

class Named : Contact
{
    public override string ToString() => "named";
}

class C(ILogger<C> logger)
{
    void M(Named named) => logger.LogInformation("{Named}", named);
}

// case: a validation error that repeats what was given
class ValidationError(string member, object? attempted)
{
    public string Member { get; } = member;
    public object? Attempted { get; } = attempted;

    public override string ToString() => $"{Member}: '{Attempted}' is not valid";
}

class Validator(ILogger<Validator> logger)
{
    private static IEnumerable<ValidationError> Check(Customer customer)
    {
        if (!customer.Email.Contains('@'))
            yield return new ValidationError(nameof(customer.Email), customer.Email);
        if (customer.Plan.Length == 0)
            yield return new ValidationError(nameof(customer.Plan), customer.Plan);
    }

    public bool Validate(Customer customer)
    {
        List<ValidationError> errors = Check(customer).ToList();
        foreach (ValidationError error in errors)
            logger.LogWarning("{Error}", {|PRIV1005:error|});
        logger.LogWarning("{Members}", string.Join(",", errors.Select(each => each.Member)));
        return errors.Count == 0;
    }
}

// case: formattable
class Shown(Customer customer) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => format == "n" ? customer.Name : customer.Id.ToString(provider);

    public override string ToString() => ToString("n", CultureInfo.InvariantCulture);
}

class C
{
    void M(Customer customer)
    {
        var shown = new Shown(customer);
        Console.WriteLine({|PRIV1004:shown.ToString("n", null)|});
        Console.WriteLine($"Customer {{|PRIV1005:shown|}}");
    }
}

// case: one that hides every object's, called by name
class Signal(Customer customer)
{
    public new string ToString() => customer.Email + " signalled";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var signal = new Signal(customer);
        logger.LogInformation("{Signal}", {|PRIV1001:signal.ToString()|});
        logger.LogInformation("{Signal}", signal);
    }
}
