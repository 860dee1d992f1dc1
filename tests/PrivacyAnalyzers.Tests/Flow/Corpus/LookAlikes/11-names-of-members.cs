// Members and types that are only named
using System.Linq.Expressions;

// case: nameof and typeof
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Member} of {Type}", nameof(customer.Email), typeof(Customer).FullName);
        logger.LogInformation($"{nameof(Customer.Email)} of {customer.GetType().Name} is missing");
        Console.WriteLine(nameof(Account.Password) + " is required");
    }
}

// case: an expression that names a member
class C(Serilog.ILogger log)
{
    private static string Path<T>(Expression<Func<T, object?>> member) => member.Body.ToString();

    void M()
    {
        Expression<Func<Customer, string>> email = customer => customer.Email;
        log.Information("{Member} {Other}", email, Path<Customer>(customer => customer.Name));
    }
}

// case: rules of a validator
class Rules<T>
{
    private readonly List<string> _names = new();

    public Rules<T> For(Expression<Func<T, object?>> member, string message)
    {
        _names.Add(((MemberExpression)member.Body).Member.Name + ": " + message);
        return this;
    }

    public IReadOnlyList<string> Names => _names;
}

class C(ILogger<C> logger)
{
    void M()
    {
        Rules<Customer> rules = new Rules<Customer>().For(customer => customer.Email, "required").For(customer => customer.Name, "too long");
        logger.LogInformation("{Rules}", string.Join(",", rules.Names));
    }
}

// case: names by reflection
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        foreach (System.Reflection.PropertyInfo property in customer.GetType().GetProperties())
            logger.LogDebug("{Property} {Type}", property.Name, property.PropertyType);
    }
}
