// Generic methods the value goes through

// case: identity
class C(ILogger<C> logger)
{
    static T Id<T>(T value) => value;
    void M(Customer customer) => logger.LogInformation("{Email}", {|PRIV1001:Id(customer.Email)|});
}

// case: identity of an object whose member is read
class C(ILogger<C> logger)
{
    static T NotNull<T>(T? value) where T : class => value ?? throw new InvalidOperationException("missing");
    void M(Customer? customer) => logger.LogInformation("{Email}", {|PRIV1001:NotNull(customer).Email|});
}

// case: generic logging helper
class C(ILogger<C> logger)
{
    void Show<T>(string name, T value) => logger.LogInformation("{Name} = {Value}", name, value);
    void M(Customer customer)
    {
        Show("plan", customer.Plan);
        Show("mail", {|PRIV1001:customer.Email|});
        Show<object>("balance", {|PRIV1001:customer.Balance|});
    }
}

// case: generic wrapper type
class Box<T>(T value)
{
    public T Value { get; } = value;
    public Box<TResult> Map<TResult>(Func<T, TResult> map) => new(map(Value));
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var box = new Box<string>(customer.Email);
        logger.LogInformation("{Mail}", {|PRIV1001:box.Value|});
        logger.LogInformation("{Mail}", {|PRIV1001:new Box<Customer>(customer).Map(each => each.Name).Value|});
    }
}

// case: ToString of a type parameter
class C(ILogger<C> logger)
{
    static string Text<T>(T value) where T : notnull => value.ToString() ?? "";
    void M(Customer customer, Person person)
    {
        logger.LogInformation("{Phone}", {|PRIV1001:Text(customer.Phone!)|});
        logger.LogInformation("{Person}", {|PRIV1005:Text(person)|});
    }
}

// case: constrained to an interface with a classified member
interface IMailed { [Identifier] string Mail { get; } }
class C(ILogger<C> logger)
{
    void Log<T>(T who) where T : IMailed => logger.LogInformation("{Mail}", {|PRIV1001:who.Mail|});
}

// case: generic result type
class Result<T>
{
    public T? Value { get; init; }
    public string? Error { get; init; }
    public static Result<T> Ok(T value) => new() { Value = value };
    public static Result<T> Fail(string error) => new() { Error = error };
}
class C(ILogger<C> logger)
{
    Result<string> Find(Customer? customer) => customer is null ? Result<string>.Fail("not found") : Result<string>.Ok(customer.Email);
    void M(Customer customer)
    {
        Result<string> found = Find(customer);
        if (found.Error is not null)
            logger.LogWarning("Failed: {Error}", found.Error);
        else
            logger.LogInformation("Found {Value}", {|PRIV1001:found.Value|});
    }
}

// case: swap by reference
class C
{
    static void Swap<T>(ref T left, ref T right) => (left, right) = (right, left);
    void M(Customer customer)
    {
        string first = customer.Plan, second = customer.Email;
        Swap(ref first, ref second);
        Console.WriteLine({|PRIV1004:first|});
    }
}

// case: quiet when the type's name is all that is used
class C(ILogger<C> logger)
{
    static string NameOf<T>(T value) => typeof(T).Name;
    static T? None<T>(T value) => default;
    void M(Customer customer) => logger.LogInformation("{Type} {None}", NameOf(customer.Email), None(customer.Email));
}

// case: quiet for the same helper with a clean value
class C(ILogger<C> logger)
{
    static T Id<T>(T value) => value;
    void M(Customer customer)
    {
        string kept = Id(customer.Email);
        logger.LogInformation("{Plan} {Known}", Id(customer.Plan), kept.Length > 0);
    }
}

// case: a request logged by a pipeline's behaviour
interface IRequest;

record SignUp(string Email, string Plan) : IRequest;

class LoggingBehaviour<TRequest>(ILogger<LoggingBehaviour<TRequest>> logger)
    where TRequest : IRequest
{
    public async Task<int> HandleAsync(TRequest request, Func<Task<int>> next)
    {
        logger.LogInformation("Handling {@Request}", request);
        return await next();
    }
}

class Endpoint(LoggingBehaviour<SignUp> behaviour)
{
    public Task<int> PostAsync(Customer customer)
    {
        var request = new SignUp(customer.Email, customer.Plan);
        return behaviour.HandleAsync({|PRIV1005:request|}, () => Task.FromResult(1));
    }
}

// case: asked for an address
static class Settings
{
    public static T Read<T>(string text) => typeof(T) == typeof(System.Net.IPAddress) ? (T)(object)System.Net.IPAddress.Parse(text) : (T)(object)text;
    public static T Find<T>(Customer customer) => (T)(object)customer.Email;
}
class C(ILogger<C> logger)
{
    void M(string text, Customer customer)
    {
        logger.LogInformation("{Address}", {|PRIV1001:Settings.Read<System.Net.IPAddress>(text)|});
        logger.LogInformation("{Email}", {|PRIV1001:Settings.Find<string>(customer)|});
        logger.LogInformation("{Email}", {|PRIV1001:Settings.Read<string>(customer.Email)|});
    }
}
