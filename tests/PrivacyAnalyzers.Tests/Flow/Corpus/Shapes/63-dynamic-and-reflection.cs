// dynamic, reflection and expando objects
using System.Dynamic;
using System.Reflection;

// case: member of a dynamic
class C
{
    void M(Customer customer)
    {
        dynamic row = customer;
        Console.WriteLine({|PRIV1004:row.Email|});
    }
}

// case: a dynamic that holds the text
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        dynamic text = customer.Email;
        string upper = text.ToUpper();
        logger.LogInformation("{Text}", {|PRIV1001:(string)text|});
        logger.LogInformation("{Text}", {|PRIV1001:upper|});
    }
}

// case: expando object
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        dynamic bag = new ExpandoObject();
        bag.Id = customer.Id;
        bag.Mail = customer.Email;
        logger.LogInformation("{Mail}", {|PRIV1001:(object)bag.Mail|});
    }
}

// case: expando as a dictionary
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        IDictionary<string, object?> bag = new ExpandoObject();
        bag["mail"] = customer.Email;
        bag["id"] = customer.Id;
        logger.LogInformation("{Mail}", {|PRIV1001:bag["mail"]|});
    }
}

// case: property by its name
// known-miss: reflection does not hand over the members of its argument
class C(ILogger<C> logger)
{
    private static readonly PropertyInfo Mail = typeof(Customer).GetProperty(nameof(Customer.Email))!;
    void M(Customer customer)
    {
        object? value = Mail.GetValue(customer);
        logger.LogInformation("{Value}", {|PRIV1001:value|});
    }
}

// case: all properties of an object
// known-miss: reflection does not hand over the members of its argument
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        foreach (PropertyInfo property in customer.GetType().GetProperties())
            logger.LogDebug("{Name} = {Value}", property.Name, {|PRIV1001:property.GetValue(customer)|});
    }
}

// case: invoked by reflection and by delegate
class C(ILogger<C> logger)
{
    static string Text(Customer customer) => customer.Name;
    void M(Customer customer)
    {
        Delegate text = Text;
        logger.LogInformation("{Text}", {|PRIV1001:text.DynamicInvoke(customer)|});
    }
}

// case: sent to a dynamic receiver
class C
{
    void M(dynamic sink, Customer customer)
    {
        string line = sink.Format(customer.Email);
        Console.WriteLine({|PRIV1004:line|});
    }
}

// case: quiet for names and types
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        foreach (PropertyInfo property in typeof(Customer).GetProperties())
            logger.LogDebug("{Name} {Type} {Marked}", property.Name, property.PropertyType, property.IsDefined(typeof(IdentifierAttribute)));
        logger.LogDebug("{Type} {Name}", customer.GetType().Name, nameof(customer.Email));
    }
}

// case: quiet for the id of a dynamic
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        dynamic row = customer;
        int id = row.Id;
        string plan = row.Plan;
        logger.LogInformation("{Id} {Plan}", id, plan);
    }
}
