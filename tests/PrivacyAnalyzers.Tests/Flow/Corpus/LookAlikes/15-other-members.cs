// Only another member of the same object reaches the sink
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

// case: of a labelled object
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Id} {Plan} {Country}", customer.Id, customer.Plan, customer.Address.Country);
        logger.LogInformation($"{customer.Orders.Count} orders, first {customer.Orders[0].Number}");
    }
}

// case: of a copy
class C(Activity activity)
{
    void M(Customer customer)
    {
        var dto = new Dto { Mail = customer.Email, Plan = customer.Plan, Id = customer.Id };
        activity.SetTag("plan", dto.Plan);
        activity.SetTag("id", dto.Id);
    }
}

// case: of an anonymous type
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var shown = new { customer.Email, customer.Plan, Inner = new { customer.Name, customer.Id } };
        log.Information("{Plan} {Id}", shown.Plan, shown.Inner.Id);
        log.Information("{@Shown}", new { shown.Plan, shown.Inner.Id });
    }
}

// case: through a method
class C(ILogger<C> logger)
{
    private static Dto Map(Customer customer) => new() { Mail = customer.Email, Plan = customer.Plan };

    private void Show(Dto dto) => logger.LogInformation("{Plan}", dto.Plan);

    void M(Customer customer)
    {
        Dto dto = Map(customer);
        Show(dto);
        logger.LogInformation("{Plan}", Map(customer).Plan);
    }
}

// case: of a type's own fields
class Session
{
    private string _email = "";
    private string _page = "";

    public void Start(Customer customer, string page)
    {
        _email = customer.Email;
        _page = page;
    }

    public bool Is(string email) => _email == email;

    public void Report() => Console.WriteLine("On " + _page);
}

// case: sequences of another member
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var ids = customers.Where(c => c.Email.Contains("example")).OrderBy(c => c.Name).Select(c => c.Id).ToList();
        var plans = customers.Select(c => new { c.Id, c.Email, c.Plan }).Select(c => c.Plan).Distinct();
        var counts = customers.GroupBy(c => c.Address.Country).ToDictionary(g => g.Key, g => g.Count());
        logger.LogInformation("{Ids} {Plans} {Counts}", ids, string.Join(",", plans), counts);
        logger.LogInformation("{Sum}", customers.SelectMany(c => c.Orders).Sum(o => o.Total));
        int[] sizes = customers.Select(c => c.Email.Length).ToArray();
        logger.LogInformation("{Max} {Sizes}", sizes.Max(), sizes);
    }
}

// case: result with flags
class Result<T>
{
    public T? Value { get; init; }
    public bool IsSuccess { get; init; }
    public string Error { get; init; } = "";
    public static Result<T> Ok(T value) => new() { Value = value, IsSuccess = true };
    public static Result<T> Fail(string error) => new() { Error = error };
}
class C(ILogger<C> logger)
{
    static Result<string> Find(Customer customer) => customer.Id > 0 ? Result<string>.Ok(customer.Email) : Result<string>.Fail("no customer " + customer.Id);
    void M(Customer customer)
    {
        Result<string> result = Find(customer);
        if (!result.IsSuccess)
            logger.LogWarning("Not found: {Error}, {Ok}", result.Error, result.IsSuccess);
    }
}

// case: awaited other member
class C(DbContext db, ILogger<C> logger)
{
    async Task M(int id, CancellationToken cancellationToken)
    {
        Customer? customer = await db.Set<Customer>().FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (customer is null)
            throw new KeyNotFoundException($"No customer {id}");
        string email = await Task.FromResult(customer.Email);
        logger.LogInformation("{Id} {Plan} {Length}", customer.Id, customer.Plan, email.Length);
        var (mail, plan) = await LoadAsync(customer);
        logger.LogInformation("{Plan} {Size}", plan, mail.Length);
    }
    static async Task<(string Mail, string Plan)> LoadAsync(Customer customer)
    {
        await Task.Yield();
        return (customer.Email, customer.Plan);
    }
}
