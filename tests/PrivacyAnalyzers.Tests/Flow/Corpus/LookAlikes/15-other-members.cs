// Only another member of the same object reaches the sink
using System.Diagnostics;

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
