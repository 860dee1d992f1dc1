// Required, init and primary-constructor members

// case: init property
class Line
{
    public string Text { get; init; } = "";
    public int Id { get; init; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line { Id = 1, Text = customer.Name };
        logger.LogInformation("{Text} {Id}", {|PRIV1001:line.Text|}, line.Id);
    }
}

// case: required property
class Line
{
    public required string Text { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Line line = new() { Text = $"to {customer.Email}" };
        logger.LogInformation("{Text}", {|PRIV1001:line.Text|});
    }
}

// case: required and classified
class Contact
{
    [Identifier] public required string Mail { get; init; }
    [Credential] public required string Pin { get; init; }
}

class C(ILogger<C> logger)
{
    void M(Contact contact) => logger.LogInformation("{Mail} {Pin}", {|PRIV1001:contact.Mail|}, {|PRIV1006:contact.Pin|});
}

// case: constructor that assigns properties
class Line
{
    public Line(int id, string text)
    {
        Id = id;
        Text = text;
    }

    public int Id { get; }
    public string Text { get; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer.Id, customer.Email);
        logger.LogInformation("{Id} {Text}", line.Id, {|PRIV1001:line.Text|});
    }
}

// case: primary constructor with initialised property
class Line(int id, string text)
{
    public int Id { get; } = id;
    public string Text { get; } = text.Trim();
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer.Id, customer.Email);
        logger.LogInformation("{Id} {Text}", line.Id, {|PRIV1001:line.Text|});
    }
}

// case: primary constructor parameter captured by a method
class Line(int id, string text)
{
    public string Describe() => id + ": " + text;
    public int Number() => id;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer.Id, customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:line.Describe()|});
        logger.LogInformation("{Number}", line.Number());
    }
}

// case: positional record as a carrier
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(Text: customer.Email, Id: 3);
        logger.LogInformation("{Id} {Text}", line.Id, {|PRIV1001:line.Text|});
        logger.LogInformation("{Line}", {|PRIV1005:line|});
    }
}

// case: base constructor
abstract class Base(string text)
{
    public string Text { get; } = text;
}

class Line(int id, string text) : Base(text)
{
    public int Id => id;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer.Id, customer.Name);
        logger.LogInformation("{Id} {Text}", line.Id, {|PRIV1001:line.Text|});
    }
}

// case: chained constructors
class Line
{
    public Line(Customer customer) : this(customer.Id, customer.Email) { }

    public Line(int id, string text) => (Id, Text) = (id, text);

    public int Id { get; }
    public string Text { get; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer);
        logger.LogInformation("{Id} {Text}", line.Id, {|PRIV1001:line.Text|});
    }
}

// case: classified primary-constructor parameter
class Session([Identifier] string user, ILogger<Session> logger)
{
    public void Start() => logger.LogInformation("{User}", {|PRIV1001:user|});
}

// case: classified property of a record's parameter
record Visitor(int Id, [property: Identifier] string Name, [Geolocation] double Latitude);

class C(ILogger<C> logger)
{
    void M(Visitor visitor) => logger.LogInformation("{Id} {Name} {Where}", visitor.Id, {|PRIV1001:visitor.Name|}, {|PRIV1001:visitor.Latitude|});
}

// case: field without a property
class Line
{
    public readonly string Text;
    public readonly int Id;

    public Line(string text, int id)
    {
        Text = text;
        Id = id;
    }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer.Email, 1);
        logger.LogInformation("{Id} {Text}", line.Id, {|PRIV1001:line.Text|});
    }
}

// case: the constructor keeps only a length
class Line(string text)
{
    public int Size { get; } = text.Length;
    public string Kind { get; } = text.Contains('@') ? "mail" : "other";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(customer.Email);
        logger.LogInformation("{Size} {Kind}", line.Size, line.Kind);
    }
}

// case: another instance
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    Line M(Customer customer)
    {
        var mail = new Line(1, customer.Email);
        var log = new Line(2, "sent");
        logger.LogInformation("{Text} {Line}", log.Text, log);
        return mail;
    }
}

// case: made by a factory
class Line
{
    private Line(string text) => Text = text;
    public string Text { get; }
    public static Line From(Customer customer) => new(customer.Email);
}

class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:Line.From(customer).Text|});
}

// case: made by a fluent builder
class LineBuilder
{
    private string _text = "";
    private int _id;

    public LineBuilder WithText(string text)
    {
        _text = text;
        return this;
    }

    public LineBuilder WithId(int id)
    {
        _id = id;
        return this;
    }

    public string Build() => _id + _text;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string line = new LineBuilder().WithId(1).WithText(customer.Email).Build();
        logger.LogInformation("{Line}", {|PRIV1001:line|});
    }
}

// case: set by a method
class Line
{
    public string Text { get; private set; } = "";
    public void Set(string text) => Text = text;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line();
        line.Set(customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:line.Text|});
    }
}

// case: copied by a copy constructor
class Line
{
    public Line(string text) => Text = text;
    public Line(Line other) => Text = other.Text;
    public string Text { get; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(new Line(customer.Email));
        logger.LogInformation("{Text}", {|PRIV1001:line.Text|});
    }
}

// case: the constructor itself logs
class Line
{
    public Line(ILogger logger, string text) => logger.LogInformation("Made {Text}", text);
}

class C(ILogger<C> logger)
{
    void M(Customer customer) => _ = new Line(logger, {|PRIV1001:customer.Email|});
}

// case: struct with a primary constructor
readonly struct Cell(string text, int row)
{
    public string Text => text;
    public int Row => row;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var cell = new Cell(customer.Email, 1);
        logger.LogInformation("{Text} {Row}", {|PRIV1001:cell.Text|}, cell.Row);
    }
}
