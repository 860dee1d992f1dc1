// Expression-bodied getters and computed properties

// case: expression body
class Contact
{
    [Identifier] public string First { get; set; } = "";
    public string Last { get; set; } = "";
    public string Display => First + " " + Last;
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Display}", {|PRIV1001:contact.Display|});
}

// case: getter with a body over a private field
class Row(Customer customer)
{
    private readonly Customer _customer = customer;

    public string Title
    {
        get
        {
            if (_customer.Plan == "")
                return "none";
            return _customer.Name;
        }
    }
}

class C(ILogger<C> logger)
{
    void M(Row row) => logger.LogInformation("{Title}", {|PRIV1001:row.Title|});
}

// case: getter with a body of its own member
class Row
{
    [Identifier] public string Name { get; set; } = "";
    public string Plan { get; set; } = "";

    public string Title
    {
        get
        {
            if (Plan == "")
                return "none";
            return Name;
        }
    }
}

class C(ILogger<C> logger)
{
    void M(Row row) => logger.LogInformation("{Title}", {|PRIV1001:row.Title|});
}

// case: getter over another object's member
class Row
{
    public Customer Owner { get; set; } = new();
    public string Title => Owner.Name;
}

class C(ILogger<C> logger)
{
    void M(Row row) => logger.LogInformation("{Title}", {|PRIV1001:row.Title|});
}

// case: property over a property
class Contact
{
    [Identifier] public string Mail { get; set; } = "";
    public string User => Mail.Split('@')[0];
    public string Handle => "@" + User;
}

class C
{
    void M(Contact contact) => Console.WriteLine($"hello {{|PRIV1004:contact.Handle|}}");
}

// case: in the same class, through this
class Session(ILogger<Session> logger)
{
    [Identifier] public string User { get; set; } = "";
    private string Label => $"session of {User}";

    public void Start() => logger.LogInformation("{Label}", {|PRIV1001:Label|});
}

// case: static
static class Current
{
    public static Customer Customer { get; set; } = new();
    public static string Mail => Customer.Email;
}

class C(ILogger<C> logger)
{
    void M() => logger.LogInformation("{Mail}", {|PRIV1001:Current.Mail|});
}

// case: indexer
class Fields
{
    [Identifier] public string Mail { get; set; } = "";
    public string Plan { get; set; } = "";
    public string this[string name] => name == "mail" ? Mail : Plan;
}

class C(ILogger<C> logger)
{
    void M(Fields fields) => logger.LogInformation("{Mail}", {|PRIV1001:fields["mail"]|});
}

// case: lazily made
class Contact
{
    private string? _display;
    [Identifier] public string Name { get; set; } = "";
    public string Display => _display ??= Name.ToUpperInvariant();
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Display}", {|PRIV1001:contact.Display|});
}

// case: property with a field behind it
class Contact
{
    [Identifier] private string _mail = "";

    public string Mail
    {
        get => _mail;
        set => _mail = value;
    }
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Mail}", {|PRIV1001:contact.Mail|});
}

// case: property with a field behind it, in the same class
class Contact(ILogger<Contact> logger)
{
    [Identifier] private string _mail = "";

    public string Mail
    {
        get { return _mail; }
        set { _mail = value; }
    }

    public void Show() => logger.LogInformation("{Mail} {Field}", {|PRIV1001:Mail|}, {|PRIV1001:_mail|});
}

// case: gives an object
class Basket
{
    public Customer Owner { get; set; } = new();
    public Dto Summary => new() { Id = Owner.Id, Mail = Owner.Email };
    public (string Plan, string Name) Pair => (Owner.Plan, Owner.Name);
}

class C(ILogger<C> logger)
{
    void M(Basket basket)
    {
        logger.LogInformation("{Mail} {Id}", {|PRIV1001:basket.Summary.Mail|}, basket.Summary.Id);
        logger.LogInformation("{Name} {Plan}", {|PRIV1001:basket.Pair.Name|}, basket.Pair.Plan);
    }
}

// case: computed property of a record is printed
record Contact(int Id)
{
    public Customer Owner { get; init; } = new();
    public string Label => Owner.Name;
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Contact}", {|PRIV1005:contact|});
}

// case: through an interface
interface INamed
{
    string Label { get; }
}

class Contact : INamed
{
    [Identifier] public string Name { get; set; } = "";
    public string Label => "<" + Name + ">";
}

class C(ILogger<C> logger)
{
    void M(INamed named) => logger.LogInformation("{Label}", {|PRIV1001:named.Label|});
}

// case: the field keyword
// newest-only
class Contact
{
    [Identifier] public string Name { get; set; } = "";
    public string Label
    {
        get => field ?? Name;
        set;
    }
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Label}", {|PRIV1001:contact.Label|});
}

// case: computed from harmless members
class Contact
{
    [Identifier] public string Mail { get; set; } = "";
    public int Id { get; set; }
    public string Key => "contact-" + Id;
    public bool HasMail => Mail.Length > 0;
    public int Size => Mail.Length;
    public string Kind => HasMail ? "reachable" : "silent";
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Key} {Has} {Size} {Kind}", contact.Key, contact.HasMail, contact.Size, contact.Kind);
}

// case: said to be harmless
class Contact
{
    [Identifier] public string Mail { get; set; } = "";
    [NotPersonal("the domain says nothing of a person")] public string Domain => Mail.Split('@')[1];
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Domain}", contact.Domain);
}

// case: classified itself
class Contact
{
    private readonly Dictionary<string, string> _raw = new();
    [Identifier] public string Mail => _raw["mail"];
    public string Plan => _raw["plan"];
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Plan} {Mail}", contact.Plan, {|PRIV1001:contact.Mail|});
}

// case: override of a computed property
abstract class Party
{
    public abstract string Label { get; }
}

class Person2 : Party
{
    [Identifier] public string Name { get; set; } = "";
    public override string Label => Name;
}

class Company : Party
{
    public string Number { get; set; } = "";
    public override string Label => Number;
}

class C(ILogger<C> logger)
{
    void M(Person2 person, Company company)
    {
        logger.LogInformation("{Label}", {|PRIV1001:person.Label|});
        logger.LogInformation("{Label}", company.Label);
    }
}

// case: abstract property, seen from the base
abstract class Party
{
    public abstract string Label { get; }
}

class Human : Party
{
    [Identifier] public string Name { get; set; } = "";
    public override string Label => Name;
}

class C(ILogger<C> logger)
{
    void M(Party party) => logger.LogInformation("{Label}", {|PRIV1001:party.Label|});
}

// case: default member of an interface
interface IMailed
{
    [Identifier] string Mail { get; }
    string Label => "to " + Mail;
}

class C(ILogger<C> logger)
{
    void M(IMailed mailed) => logger.LogInformation("{Label}", {|PRIV1001:mailed.Label|});
}

// case: computed in a struct, in a tuple, in a nullable
readonly struct Mailbox
{
    [Identifier] public string Value { get; init; }
    public string User => Value.Split('@')[0];
}

class C(ILogger<C> logger)
{
    void M(Mailbox box, Mailbox? maybe)
    {
        logger.LogInformation("{User}", {|PRIV1001:box.User|});
        logger.LogInformation("{User}", {|PRIV1001:maybe?.User|});
        logger.LogInformation("{User}", {|PRIV1001:maybe!.Value.User|});
    }
}

// case: extension property
// newest-only
static class Labels
{
    extension(Customer customer)
    {
        public string Label => customer.Name + "!";
        public int Size => customer.Name.Length;
    }
}

class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Label} {Size}", {|PRIV1001:customer.Label|}, customer.Size);
}

// case: computed in an initialiser
class Contact(Customer customer)
{
    public string Label { get; } = customer.Name + " of " + customer.Plan;
}

class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Label}", {|PRIV1001:new Contact(customer).Label|});
}
