// A lambda handed over together with the value
using System.Text.Json;

// case: own apply method
class C(ILogger<C> logger)
{
    static void Apply(Action<string> action, string value) => action(value);
    void M(Customer customer) => Apply(text => logger.LogInformation("{Text}", text), {|PRIV1001:customer.Email|});
}

// case: list's ForEach
class C
{
    void M(List<Customer> customers) => customers.ForEach(customer => Console.WriteLine({|PRIV1004:customer.Name|}));
}

// case: own ForEach over the people it is given
static class Extensions
{
    public static void Each<T>(this IEnumerable<T> items, Action<T> action)
    {
        foreach (T item in items)
            action(item);
    }
}
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers) => customers.Each(customer => logger.LogInformation("{Email}", {|PRIV1001:customer.Email|}));
}

// case: Select with a block body
class C(ILogger<C> logger)
{
    List<int> M(List<Order> orders) => orders.Select(order =>
    {
        logger.LogDebug("Order of {Email}", {|PRIV1001:order.Customer.Email|});
        return order.Id;
    }).ToList();
}

// case: the lambda gives the value back
class C(ILogger<C> logger)
{
    static TResult With<TArg, TResult>(TArg arg, Func<TArg, TResult> function) => function(arg);
    void M(Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:With(customer, each => each.Email)|});
}

// case: method group
class C(ILogger<C> logger)
{
    static void Apply(Action<string> action, string value) => action(value);
    void Write(string text) => logger.LogInformation("{Text}", text);
    void M(Customer customer) => Apply(Write, {|PRIV1001:customer.Email|});
}

// case: Console.WriteLine as the method group
class C
{
    void M(List<Customer> customers) => customers.Select(customer => customer.Email).ToList().ForEach({|PRIV1004:Console.WriteLine|});
    void N(Customer customer) => Apply(Console.WriteLine, {|PRIV1004:customer.Email|});
    static void Apply(Action<string> action, string value) => action(value);
}

// case: string.Create and Array.ConvertAll
class C(ILogger<C> logger)
{
    void M(Customer[] customers, Customer customer)
    {
        string[] names = Array.ConvertAll(customers, each => each.Name);
        logger.LogInformation("{Names}", {|PRIV1001:string.Join(',', names)|});
        string copy = string.Create(customer.Email.Length, customer.Email, (span, state) => state.AsSpan().CopyTo(span));
        logger.LogInformation("{Copy}", {|PRIV1001:copy|});
    }
}

// case: two hops of lambdas
class C(ILogger<C> logger)
{
    void Retry(Action<int> action) { for (int i = 0; i < 3; i++) action(i); }
    void M(Customer customer) => Retry(attempt => Retry(inner => logger.LogWarning("{Attempt} {Inner} {Email}", attempt, inner, {|PRIV1001:customer.Email|})));
}

// case: quiet when the lambda ignores its argument
class C(ILogger<C> logger)
{
    static void Apply(Action<string> action, string value) => action(value);
    void M(Customer customer)
    {
        Apply(_ => logger.LogInformation("Applied"), customer.Email);
        Apply(text => logger.LogInformation("{Length}", text.Length), customer.Email);
    }
}

// case: quiet when another call hands over the personal value
class C(ILogger<C> logger)
{
    static int Apply(Func<string, int> function, string value) => function(value);
    void M(Customer customer)
    {
        Apply(text => text.Length, customer.Email);
        Apply(text => { logger.LogInformation("{Plan}", text); return 0; }, customer.Plan);
    }
}

// case: retried, with the payload in the warning
class Retry(ILogger<Retry> logger)
{
    public async Task<T> RunAsync<T>(Func<Task<T>> action, string description)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (TimeoutException e) when (attempt < 3)
            {
                logger.LogWarning(e, "Attempt {Attempt} of {Description} failed", attempt, description);
            }
        }
    }
}

class Crm(Retry retry)
{
    public Task<int> PushAsync(Customer customer)
    {
        string body = JsonSerializer.Serialize(new { customer.Id, customer.Email });
        return retry.RunAsync(() => Task.FromResult(body.Length), {|PRIV1005:$"push of {body}"|});
    }
}

// case: a generic repository and a projection
interface IRepository<T> where T : class
{
    T? Find(int id);
    IReadOnlyList<TOut> Query<TOut>(Func<T, TOut> projection);
}

class MemoryRepository<T> : IRepository<T> where T : class
{
    private readonly List<T> _rows = new();
    public T? Find(int id) => _rows.Count > id ? _rows[id] : null;
    public IReadOnlyList<TOut> Query<TOut>(Func<T, TOut> projection) => _rows.Select(projection).ToList();
}

class C(IRepository<Customer> repository, ILogger<C> logger)
{
    void M()
    {
        IReadOnlyList<string> emails = repository.Query(customer => customer.Email);
        logger.LogInformation("{Emails}", {|PRIV1001:string.Join(";", emails)|});
        logger.LogInformation("{Email}", {|PRIV1001:repository.Find(1)?.Email|});
        logger.LogInformation("{Ids}", repository.Query(customer => customer.Id));
    }
}

// case: a projection that a helper hands on to Select
static class Projections
{
    public static List<TOut> Map<TIn, TOut>(this IEnumerable<TIn> rows, Func<TIn, TOut> projection) => rows.Select(projection).ToList();
}

class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        List<string> emails = customers.Map(customer => customer.Email);
        logger.LogInformation("{Emails}", {|PRIV1001:string.Join(",", emails)|});
        logger.LogInformation("{Ids}", customers.Map(customer => customer.Id));
    }
}

// case: a projection that an interface's method runs
interface IRows<T>
{
    TOut First<TOut>(Func<T, TOut> projection);
}

class Rows<T>(List<T> rows) : IRows<T>
{
    public TOut First<TOut>(Func<T, TOut> projection) => projection(rows[0]);
}

class C(IRows<Customer> rows, ILogger<C> logger)
{
    void M()
    {
        string email = rows.First(customer => customer.Email);
        logger.LogInformation("{Email} {Id}", {|PRIV1001:email|}, rows.First(customer => customer.Id));
    }
}
