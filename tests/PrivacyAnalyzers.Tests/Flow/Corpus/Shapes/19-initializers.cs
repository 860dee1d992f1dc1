// Object, nested and collection initialisers

// case: object initializer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Id = customer.Id, Mail = customer.Email };
        logger.LogInformation("{Mail}", {|PRIV1001:dto.Mail|});
    }
}

// case: new without a type, read at once
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Dto dto = new() { Mail = customer.Email };
        logger.LogInformation("{Mail} {Again}", {|PRIV1001:dto.Mail|}, {|PRIV1001:new Dto { Mail = customer.Name }.Mail|});
    }
}

// case: nested initializer
class Letter
{
    public Dto To { get; } = new();
    public int Number { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var letter = new Letter { Number = 1, To = { Mail = customer.Email, Plan = "x" } };
        logger.LogInformation("{Mail} {Plan}", {|PRIV1001:letter.To.Mail|}, letter.To.Plan);
    }
}

// case: nested object
class Letter
{
    public Dto To { get; set; } = new();
    public Dto? Copy { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var letter = new Letter { To = new Dto { Plan = "x" }, Copy = new() { Mail = customer.Email } };
        logger.LogInformation("{Mail}", {|PRIV1001:letter.Copy?.Mail|});
    }
}

// case: collection initializer inside
class Letter
{
    public List<string> To { get; } = new();
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var letter = new Letter { To = { "desk@example.com", customer.Email } };
        logger.LogInformation("{To}", {|PRIV1001:string.Join(",", letter.To)|});
    }
}

// case: index initializer inside
class Letter
{
    public Dictionary<string, string> Fields { get; } = new();
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var letter = new Letter { Fields = { ["to"] = customer.Email, ["plan"] = customer.Plan } };
        logger.LogInformation("{To} {Plan}", {|PRIV1001:letter.Fields["to"]|}, letter.Fields["plan"]);
    }
}

// case: list of objects
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<Dto> { new() { Id = 1 }, new() { Mail = customer.Email } };
        foreach (var dto in list)
            logger.LogInformation("{Mail} {Id}", {|PRIV1001:dto.Mail|}, dto.Id);
    }
}

// case: own collection with Add
class Tags : System.Collections.IEnumerable
{
    private readonly List<string> _items = new();
    public void Add(string key, string value) => _items.Add(key + "=" + value);
    public System.Collections.IEnumerator GetEnumerator() => _items.GetEnumerator();
    public override string ToString() => string.Join(";", _items);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var tags = new Tags { { "plan", customer.Plan }, { "mail", customer.Email } };
        logger.LogInformation("{Tags}", {|PRIV1005:tags.ToString()|});
    }
}

// case: array of objects handed to a method
class C(ILogger<C> logger)
{
    void M(Customer customer) => Write({|PRIV1001:new Dto { Mail = customer.Email }|});

    void Write(Dto dto) => logger.LogInformation("{Mail}", dto.Mail);
}

// case: filled after creation
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto();
        dto.Mail = customer.Email;
        Dto alias = dto;
        logger.LogInformation("{Mail}", {|PRIV1001:alias.Mail|});
    }
}

// case: the other members
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Id = customer.Id, Mail = customer.Email, Plan = customer.Plan };
        logger.LogInformation("{Id} {Plan} {Length}", dto.Id, dto.Plan, dto.Mail.Length);
        logger.LogInformation("{Dto}", dto);
    }
}

// case: another object
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var mail = new Dto { Mail = customer.Email };
        var line = new Dto { Mail = "desk@example.com", Id = mail.Id };
        logger.LogInformation("{Mail}", line.Mail);
    }
}

// case: overwritten after creation
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Mail = customer.Email };
        dto.Mail = "hidden";
        logger.LogInformation("{Mail}", dto.Mail);
    }
}

// case: extension Add
static class Adding
{
    public static void Add(this List<string> list, Customer customer) => list.Add(customer.Email);
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { "x", customer };
        logger.LogInformation("{Second}", {|PRIV1001:list[1]|});
    }
}

// case: objects inside a collection inside an object
class Letter
{
    public List<Dto> To { get; } = new();
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var letter = new Letter { To = { new Dto { Id = 1, Mail = customer.Email } } };
        logger.LogInformation("{Mail} {Id}", {|PRIV1001:letter.To[0].Mail|}, letter.To[0].Id);
    }
}
