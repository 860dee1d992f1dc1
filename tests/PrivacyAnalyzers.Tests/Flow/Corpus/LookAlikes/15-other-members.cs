// Only another member of the same object reaches the sink
using System.Diagnostics;
using System.Text.Json;
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

// case: by LINQ
class C(ILogger<C> logger)
{
    void M(List<Customer> customers, List<Order> orders)
    {
        logger.LogInformation("{Ids}", string.Join(",", customers.OrderBy(each => each.Name).Select(each => each.Id)));
        logger.LogInformation("{Plan}", customers.First(each => each.Email == "root").Plan);
        logger.LogInformation("{Id}", customers.MaxBy(each => each.Balance)?.Id);
        var numbers = from customer in customers join order in orders on customer.Id equals order.Customer.Id where customer.Email != "" orderby customer.BirthDate select order.Number;
        logger.LogInformation("{Numbers}", string.Join(",", numbers));
    }
}

// case: by LINQ, with a dictionary in between
class C(Serilog.ILogger log)
{
    void M(List<Customer> customers)
    {
        Dictionary<string, string> plans = customers.ToDictionary(each => each.Email, each => each.Plan);
        log.Information("{Plans}", string.Join(",", plans.Values));
        foreach (var (_, plan) in plans)
            log.Information("{Plan}", plan);
        ILookup<string, int> ids = customers.ToLookup(each => each.Plan, each => each.Id);
        log.Information("{Ids}", string.Join(",", ids["free"]));
    }
}

// case: awaited, lazy and generic
class Box<T>(T value, string label)
{
    public T Value { get; } = value;
    public string Label { get; } = label;
}

class C(ILogger<C> logger)
{
    private static Task<Customer> LoadAsync(int id) => Task.FromResult(new Customer { Id = id });

    async Task M(Customer customer, Lazy<Customer> lazy)
    {
        logger.LogInformation("{Plan} {Id}", (await LoadAsync(1)).Plan, lazy.Value.Id);
        var box = new Box<string>(customer.Email, customer.Plan);
        logger.LogInformation("{Label}", box.Label);
        var whole = new Box<Customer>(customer, "whole");
        logger.LogInformation("{Id} {Label}", whole.Value.Id, whole.Label);
    }
}

// case: a struct and an interface
interface IRow
{
    int Number { get; }
    string Text { get; }
}

readonly record struct Row(int Number, string Text, string Kind) : IRow;

class C(NLog.Logger log)
{
    void M(Customer customer)
    {
        var row = new Row(customer.Id, customer.Email, "mail");
        log.Info("{0} {1}", row.Number, row.Kind);
        IRow same = row;
        log.Info("{0}", same.Number);
    }
}

// case: of a state that a scope and a callback share
class State
{
    [Identifier] public string Email { get; init; } = "";
    public int Attempt { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var state = new State { Email = customer.Email };
        using var timer = new Timer(given => logger.LogDebug("Attempt {Attempt}", ((State)given!).Attempt), state, 0, 1000);
        using (logger.BeginScope(new Dictionary<string, object> { ["attempt"] = state.Attempt }))
            logger.LogInformation("Waiting");
    }
}

// case: by a tuple that a method gives
class C(Serilog.ILogger log)
{
    private static (string Email, string Plan, int Count) Split(Customer customer) => (customer.Email, customer.Plan, customer.Orders.Count);

    private static void Take(Customer customer, out string email, out string plan)
    {
        email = customer.Email;
        plan = customer.Plan;
    }

    void M(Customer customer)
    {
        log.Information("{Plan} {Count}", Split(customer).Plan, Split(customer).Count);
        Take(customer, out _, out string plan);
        log.Information("{Plan}", plan);
        var (email, _, count) = Split(customer);
        log.Information("{Count} {Length}", count, email.Length);
    }
}

// case: of an event's arguments
class SignedInArgs(string email, string page) : EventArgs
{
    public string Email { get; } = email;
    public string Page { get; } = page;
}

class Door
{
    public event EventHandler<SignedInArgs>? SignedIn;

    public void Open(Customer customer) => SignedIn?.Invoke(this, new SignedInArgs(customer.Email, "/start"));
}

class C(ILogger<C> logger)
{
    void M(Door door) => door.SignedIn += (_, args) => logger.LogInformation("To {Page}", args.Page);
}

// case: a property that another property hides
class Basis
{
    [Identifier] public string Label { get; set; } = "";
}

class Derived : Basis
{
    public new int Label { get; set; }
}

class C(NLog.Logger log)
{
    void M(Derived derived, Customer customer)
    {
        ((Basis)derived).Label = customer.Name;
        log.Info("{0}", derived.Label);
    }
}

// case: a number and a label in one object printed by parts
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        logger.LogInformation("{Id} {Plan}", person.Id, person.Plan);
        logger.LogInformation("{Plan}", (person with { Email = "" }).Plan);
        var (id, name, _, plan) = person;
        logger.LogInformation("{Id} {Plan} {Length}", id, plan, name.Length);
    }
}

// case: serialised after it was projected
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var rows = customers.Select(each => new { each.Id, each.Plan, HasMail = each.Email.Length > 0 });
        logger.LogInformation("{Rows}", JsonSerializer.Serialize(rows));
        logger.LogInformation("{Counts}", JsonSerializer.Serialize(customers.ToLookup(each => each.Plan).Select(group => new { group.Key, Count = group.Count() })));
    }
}

// case: a task that is only waited for
class C(ILogger<C> logger)
{
    private static async Task<string> LoadAsync(Customer customer) { await Task.Yield(); return customer.Email; }
    async Task M(Customer customer)
    {
        Task<string> task = LoadAsync(customer);
        logger.LogInformation("{Status} {Id} {Done}", task.Status, task.Id, task.IsCompleted);
        await task;
        logger.LogInformation("{Task}", task.IsCompletedSuccessfully ? "done" : "failed");
    }
}
