// Records and classes taken apart

// case: record deconstruction
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        var (id, name, email, plan) = person;
        logger.LogInformation("{Id} {Name} {Email} {Plan}", id, {|PRIV1001:name|}, {|PRIV1001:email|}, plan);
    }
}

// case: deconstruct method of a class
class Contact
{
    public int Id { get; set; }
    [Identifier] public string Mail { get; set; } = "";

    public void Deconstruct(out int id, out string mail)
    {
        id = Id;
        mail = Mail;
    }
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        var (id, mail) = contact;
        logger.LogInformation("{Id} {Mail}", id, {|PRIV1001:mail|});
    }
}

// case: deconstruct as an extension method
static class Customers
{
    public static void Deconstruct(this Customer customer, out int id, out string name, out string plan)
    {
        id = customer.Id;
        name = customer.Name;
        plan = customer.Plan;
    }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var (id, name, plan) = customer;
        logger.LogInformation("{Id} {Name} {Plan}", id, {|PRIV1001:name|}, plan);
    }
}

// case: in foreach
class C(ILogger<C> logger)
{
    void M(IEnumerable<Person> people)
    {
        foreach (var (_, name, _, plan) in people)
            logger.LogInformation("{Name} {Plan}", {|PRIV1001:name|}, plan);
    }
}

// case: key-value pair
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pair = new KeyValuePair<int, string>(customer.Id, customer.Email);
        var (key, value) = pair;
        logger.LogInformation("{Key} {Value}", key, {|PRIV1001:value|});
    }
}

// case: called by name
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        person.Deconstruct(out int id, out string name, out _, out _);
        logger.LogInformation("{Id} {Name}", id, {|PRIV1001:name|});
    }
}

// case: positional pattern
class C(ILogger<C> logger)
{
    void M(object thing)
    {
        if (thing is Person(_, var name, _, var plan))
            logger.LogInformation("{Name} {Plan}", {|PRIV1001:name|}, plan);
    }
}

// case: a record that carries by an unclassified member
record Envelope(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var envelope = new Envelope(customer.Id, customer.Email);
        var (id, text) = envelope;
        logger.LogInformation("{Id} {Text}", id, {|PRIV1001:text|});
    }
}

// case: nested deconstruction of two records
record Ticket(int Number, Person Owner);

class C(ILogger<C> logger)
{
    void M(Ticket ticket)
    {
        var (number, (id, _, email, _)) = ticket;
        logger.LogInformation("{Number} {Id} {Email}", number, id, {|PRIV1001:email|});
    }
}

// case: only the harmless parts
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        var (id, _, _, plan) = person;
        logger.LogInformation("{Id} {Plan}", id, plan);
    }
}

// case: a deconstruct method that gives lengths
class Contact
{
    [Identifier] public string Mail { get; set; } = "";
    public void Deconstruct(out int length, out bool known) => (length, known) = (Mail.Length, Mail != "");
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        var (length, known) = contact;
        logger.LogInformation("{Length} {Known}", length, known);
    }
}
