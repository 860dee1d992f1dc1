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

// case: the text of an argument, by the compiler
static class Check
{
    public static void NotEmpty(ILogger logger, string value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string expression = "", [System.Runtime.CompilerServices.CallerMemberName] string caller = "")
    {
        if (value.Length == 0)
            logger.LogWarning("{Expression} is empty in {Caller}", expression, caller);
    }
}

class C(ILogger<C> logger)
{
    void M(Customer customer) => Check.NotEmpty(logger, customer.Email);
}

// case: of a tracked entity
class C(Microsoft.EntityFrameworkCore.DbContext db, ILogger<C> logger)
{
    void M(Customer customer)
    {
        var email = db.Entry(customer).Property(each => each.Email);
        logger.LogInformation("{Property} changed: {IsModified}", email.Metadata.Name, email.IsModified);
        foreach (var property in db.Entry(customer).Properties.Where(each => each.IsModified))
            logger.LogInformation("{Property}", property.Metadata.Name);
    }
}

// case: members that failed validation
class Form : System.ComponentModel.DataAnnotations.IValidatableObject
{
    [Identifier] public string Email { get; set; } = "";

    public IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext context)
    {
        if (!Email.Contains('@'))
            yield return new("The address is not valid", [nameof(Email)]);
    }
}

class C(ILogger<C> logger)
{
    void M(Form form)
    {
        foreach (var result in form.Validate(new(form)))
            logger.LogWarning("{Members}: {Message}", string.Join(",", result.MemberNames), result.ErrorMessage);
    }
}

// case: an expression that is run after all
class C(Serilog.ILogger log)
{
    private static string? Read<T>(T item, Expression<Func<T, string?>> member) => member.Compile()(item);

    void M(Customer customer)
    {
        Expression<Func<Customer, string>> email = each => each.Email;
        log.Information("{Member}", ((MemberExpression)email.Body).Member.Name);
        log.Information("{Plan}", Read(customer, each => each.Plan));
    }
}

// case: generic types
class C(ILogger<C> logger)
{
    private void Created<T>(T item) where T : notnull => logger.LogInformation("{Type} created, {Runtime}", typeof(T).Name, item.GetType());

    void M(Customer customer)
    {
        Created(customer);
        Created(customer.Email);
        Created(new { customer.Email });
    }
}
