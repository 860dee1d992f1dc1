// The ToString that the compiler writes for records
using System.Text;

// case: logged as an argument
class C(ILogger<C> logger)
{
    void M(Person person) => logger.LogInformation("{Person}", {|PRIV1005:person|});
}

// case: interpolated, joined, and by name
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        logger.LogInformation($"{{|PRIV1005:person|}}");
        logger.LogInformation("who: " + {|PRIV1005:person|});
        logger.LogInformation({|PRIV1005:person.ToString()|});
    }
}

// case: derived record
abstract record Being([Identifier] string Name);
record Pilot(string Name, int Hours) : Being(Name);

class C
{
    void M(Pilot pilot, Being being)
    {
        Console.WriteLine({|PRIV1005:pilot|});
        Console.WriteLine({|PRIV1005:being|});
    }
}

// case: nested record
record Ticket(int Number, Person Owner);

class C(ILogger<C> logger)
{
    void M(Ticket ticket) => logger.LogInformation("{Ticket}", {|PRIV1005:ticket|});
}

// case: record struct
readonly record struct Mailbox([Identifier] string Value, int Size);

class C(ILogger<C> logger)
{
    void M(Mailbox box)
    {
        logger.LogInformation("{Box}", {|PRIV1005:box|});
        Console.WriteLine(box.Size);
    }
}

// case: nullable record struct
readonly record struct Mailbox([Identifier] string Value, int Size);

class C(ILogger<C> logger)
{
    void M(Mailbox? maybe) => logger.LogInformation("{Box} {Has}", {|PRIV1005:maybe|}, maybe.HasValue);
}

// case: body property of a record
record Visit(int Id)
{
    [Geolocation] public double Latitude { get; init; }
}

class C(ILogger<C> logger)
{
    void M(Visit visit) => logger.LogInformation($"{{|PRIV1005:visit|}}");
}

// case: a record with a credential
record Settings(string Host, [Credential] string Password);

class C(ILogger<C> logger)
{
    void M(Settings settings) => logger.LogDebug($"Starting with {{|PRIV1006:settings|}}");
}

// case: PrintMembers of one's own that gives it
record Card(int Id, [Financial] string Number)
{
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Number = ").Append(Number);
        return true;
    }
}

class C(ILogger<C> logger)
{
    void M(Card card) => logger.LogInformation("{Card}", {|PRIV1005:card|});
}

// case: with, copied, then logged
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        var other = person with { Plan = "gold" };
        logger.LogInformation("{Other}", {|PRIV1005:other|});
    }
}

// case: generic record
record Envelope<T>(int Id, T Content);

class C(ILogger<C> logger)
{
    void M(Envelope<Person> envelope, Envelope<string> text)
    {
        logger.LogInformation("{Envelope}", {|PRIV1005:envelope|});
        logger.LogInformation("{Text}", text);
    }
}

// case: a record's collection prints its type
record Crew(int Id, List<Person> People);

class C(ILogger<C> logger)
{
    void M(Crew crew) => logger.LogInformation("{Crew}", crew);
}

// case: a plain class inside a record prints its type
record Basket(int Id, Customer Owner);

class C(ILogger<C> logger)
{
    void M(Basket basket) => logger.LogInformation("{Basket}", basket);
}

// case: PrintMembers of one's own that leaves it out
record Card(int Id, [Financial] string Number)
{
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id);
        return true;
    }
}

class C(ILogger<C> logger)
{
    void M(Card card) => logger.LogInformation("{Card}", card);
}

// case: ToString of one's own that leaves it out
record Card(int Id, [Financial] string Number)
{
    public override string ToString() => $"card {Id}";
}

class C(ILogger<C> logger)
{
    void M(Card card)
    {
        logger.LogInformation("{Card}", card);
        logger.LogInformation($"{card}");
    }
}

// case: sealed ToString of the base
abstract record Base
{
    public sealed override string ToString() => GetType().Name;
}

record Derived([Identifier] string Name) : Base;

class C(ILogger<C> logger)
{
    void M(Derived derived) => logger.LogInformation("{Derived}", derived);
}

// case: internal and static members are not printed
record Session(int Id)
{
    [Identifier] internal string Name { get; init; } = "";
    [Identifier] private string Mail { get; init; } = "";
    [Identifier] public static string Last { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Session session) => logger.LogInformation("{Session}", session);
}

// case: a harmless record
record Point(int X, int Y);

class C(ILogger<C> logger)
{
    void M(Point point, Person person) => logger.LogInformation("{Point} {Id} {Plan}", point, person.Id, person.Plan);
}
