// Copied into another object, which is then logged

// case: object initializer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Id = customer.Id, Mail = customer.Email };
        logger.LogInformation("{Id} {Mail}", dto.Id, {|PRIV1001:dto.Mail|});
    }
}

// case: the whole copy, destructured
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var dto = new Dto { Id = customer.Id, Mail = customer.Email };
        log.Information("{@Dto}", {|PRIV1005:dto|});
        log.Information("{@Dto}", {|PRIV1005:new Dto { Mail = customer.Name }|});
    }
}

// case: mapping method
static class Mapper
{
    public static Dto Map(Customer customer)
    {
        var dto = new Dto();
        dto.Mail = customer.Email.Trim();
        dto.Plan = customer.Plan;
        return dto;
    }
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Dto dto = Mapper.Map(customer);
        logger.LogInformation("{Plan} {Mail}", dto.Plan, {|PRIV1001:dto.Mail|});
    }
}

// case: mapped lists
class C(ILogger<C> logger)
{
    static Dto Map(Customer customer) => new() { Mail = customer.Email };
    void M(List<Customer> customers)
    {
        List<Dto> dtos = customers.Select(Map).ToList();
        foreach (Dto dto in dtos)
            logger.LogInformation("{Mail}", {|PRIV1001:dto.Mail|});
        logger.LogInformation("{Mail}", {|PRIV1001:customers.ConvertAll(Map)[0].Mail|});
    }
}

// case: a clone
class C(ILogger<C> logger)
{
    static Customer Clone(Customer customer) => new() { Id = customer.Id, Email = customer.Email };
    void M(Customer customer) => logger.LogInformation("{Email}", {|PRIV1001:Clone(customer).Email|});
}

// case: copied into an object that was handed in
class C
{
    static void CopyTo(Customer from, Dto to) { to.Id = from.Id; to.Mail = from.Email; }
    void M(Customer customer)
    {
        var dto = new Dto();
        CopyTo(customer, dto);
        Console.WriteLine(dto.Id);
        Console.WriteLine({|PRIV1004:dto.Mail|});
    }
}

// case: copy constructor and a chain of two copies
class Row
{
    public Row(Dto dto) { Line = dto.Mail + ";" + dto.Plan; Number = dto.Id; }
    public string Line { get; }
    public int Number { get; }
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var row = new Row(new Dto { Mail = customer.Email, Id = 1 });
        logger.LogInformation("{Number} {Line}", row.Number, {|PRIV1001:row.Line|});
    }
}

// case: conversion operator
class Label
{
    public string Text { get; private init; } = "";
    public static implicit operator Label(Customer customer) => new() { Text = customer.Name };
    public static explicit operator string(Label label) => label.Text;
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Label label = customer;
        logger.LogInformation("{Label}", {|PRIV1001:label.Text|});
        logger.LogInformation("{Label}", {|PRIV1001:(string)label|});
    }
}

// case: struct copies
struct Point { public string Who; public int X; }
class C
{
    void M(Customer customer)
    {
        var first = new Point { Who = customer.Name, X = 1 };
        Point second = first;
        first.Who = "nobody";
        Console.WriteLine(first.Who);
        Console.WriteLine({|PRIV1004:second.Who|});
    }
}

// case: quiet for the members that were not copied
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var dto = new Dto { Id = customer.Id, Mail = customer.Email, Plan = customer.Plan };
        logger.LogInformation("{Id} {Plan} {Length}", dto.Id, dto.Plan, dto.Mail.Length);
        dto.Mail = "";
        logger.LogInformation("{Mail}", dto.Mail);
    }
}

// case: quiet for another object of the same type
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var first = new Dto { Mail = customer.Email };
        var second = new Dto { Mail = "info@example.com", Plan = customer.Plan, Id = first.Id };
        log.Information("{@Second} {Mail}", second, second.Mail);
    }
}

// case: with expression and deconstruction of a record copy
record Row(int Id, string Mail, string Plan);
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var row = new Row(customer.Id, customer.Email, customer.Plan);
        Row next = row with { Id = 4 };
        (int id, string mail, string plan) = next;
        logger.LogInformation("{Id} {Mail} {Plan}", id, {|PRIV1001:mail|}, plan);
        logger.LogInformation("{Row}", {|PRIV1005:next|});
        logger.LogInformation("{Row}", row with { Mail = "" });
    }
}

// case: memberwise clone
class Sheet
{
    public string Mail { get; set; } = "";
    public int Id { get; set; }
    public Sheet Copy() => (Sheet)MemberwiseClone();
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var sheet = new Sheet { Mail = customer.Email, Id = customer.Id };
        Sheet copy = sheet.Copy();
        logger.LogInformation("{Id} {Mail}", copy.Id, {|PRIV1001:copy.Mail|});
    }
}

// case: JSON and back
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string json = System.Text.Json.JsonSerializer.Serialize(customer);
        Customer? copy = System.Text.Json.JsonSerializer.Deserialize<Customer>(json);
        logger.LogInformation("{Id} {Name}", copy?.Id, {|PRIV1001:copy?.Name|});
        Dto? dto = System.Text.Json.JsonSerializer.Deserialize<Dto>(json);
        logger.LogInformation("{Id} {Plan}", dto?.Id, dto?.Plan);
    }
}

// case: alias of the copy
class C
{
    void M(Customer customer)
    {
        var dto = new Dto();
        Dto alias = dto;
        alias.Mail = customer.Email;
        Console.WriteLine({|PRIV1004:dto.Mail|});
        var holder = new { Inner = dto, Name = "x" };
        Console.WriteLine({|PRIV1004:holder.Inner.Mail|} + holder.Name);
    }
}
