// Keys, technical addresses and public constants
using System.Diagnostics;

// case: keys of a person's rows
class C(ILogger<C> logger)
{
    void M(Customer customer, Account account, Order order)
    {
        logger.LogInformation("{Customer} {Account} {Order} {Number}", customer.Id, account.Id, order.Id, order.Number);
        logger.LogInformation($"Order {order.Number} of {order.Customer.Id}");
    }
}

// case: the key of a positional record
class C(System.Diagnostics.Activity activity)
{
    void M(Person person)
    {
        var (id, _, _, plan) = person;
        activity.SetTag("person.id", id);
        activity.SetTag("plan", plan);
    }
}

// case: key and issuer of a token
class SigningKey
{
    public string KeyId { get; set; } = "";
    public Uri Issuer { get; set; } = new("https://login.example/");
    [Credential] public byte[] Secret { get; set; } = [];
}

class C(Serilog.ILogger log)
{
    void M(SigningKey key) => log.Information("Key {KeyId} of {Issuer}, {Size} bytes", key.KeyId, key.Issuer, key.Secret.Length);
}

// case: paths and machines
class C(NLog.Logger log)
{
    private const string PublicClientId = "ab12";

    void M(System.IO.FileInfo file) => log.Info("{0} on {1}, client {2}, {3}", file.FullName, Environment.MachineName, PublicClientId, AppContext.BaseDirectory);
}

// case: a service that takes a person and gives a text
interface ITickets { string Open(Customer customer); Task<string> OpenAsync(int id); }
class C(ITickets tickets, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        logger.LogInformation("{Ticket} {Other}", tickets.Open(customer), await tickets.OpenAsync(customer.Id));
    }
}

// case: a span with timing
class C(ActivitySource source)
{
    void M(Customer customer)
    {
        using Activity? activity = source.StartActivity("customer.load", ActivityKind.Internal);
        activity?.SetTag("customer.id", customer.Id);
        activity?.SetTag("orders", customer.Orders.Count);
        activity?.AddEvent(new ActivityEvent("loaded", tags: new ActivityTagsCollection { ["plan"] = customer.Plan }));
        activity?.SetStatus(ActivityStatusCode.Ok);
    }
}

// case: ids of a trace and of a request
class C(Microsoft.AspNetCore.Http.HttpContext context, ILogger<C> logger)
{
    void M()
    {
        logger.LogInformation("{Trace} {Span} {Request}", System.Diagnostics.Activity.Current?.TraceId, System.Diagnostics.Activity.Current?.SpanId.ToHexString(), context.TraceIdentifier);
        logger.LogInformation("{Connection} {Agent} {Host}", context.Connection.Id, context.Request.Headers.UserAgent, context.Request.Host);
        logger.LogInformation("{Type} {Length}", context.Request.ContentType, context.Request.ContentLength);
    }
}

// case: claims that are no names
class C(System.Security.Claims.ClaimsPrincipal user, Serilog.ILogger log)
{
    void M()
    {
        log.Information("{Role} {Tenant}", user.FindFirst(System.Security.Claims.ClaimTypes.Role)?.Value, user.FindFirst("tenant")?.Value);
        log.Information("{Authenticated} {Scheme} {Claims}", user.Identity?.IsAuthenticated, user.Identity?.AuthenticationType, user.Claims.Count());
        log.Information("{IsAdmin}", user.IsInRole("admin"));
    }
}

// case: keys in addresses
class C(System.Net.Http.HttpClient http, ILogger<C> logger)
{
    async Task M(Customer customer, Account account)
    {
        var uri = new Uri($"https://api.example/customers/{customer.Id}/accounts/{account.Id:N}?plan={Uri.EscapeDataString(customer.Plan)}");
        logger.LogInformation("Calling {Uri}", uri);
        using var response = await http.GetAsync(uri);
        logger.LogInformation("{Status} from {Path}", (int)response.StatusCode, uri.AbsolutePath);
    }
}

// case: a key made for the person, beside the person
class C(NLog.Logger log)
{
    private readonly Dictionary<string, Guid> _keys = new();

    void M(Customer customer)
    {
        Guid key = _keys.TryGetValue(customer.Email, out Guid known) ? known : Guid.NewGuid();
        _keys[customer.Email] = key;
        log.Info("{0} {1}", key, key.ToString("N"));
        throw new KeyNotFoundException($"No customer {key}");
    }
}

// case: a counter by plan
class C(System.Diagnostics.Metrics.Meter meter)
{
    private readonly System.Diagnostics.Metrics.Counter<int> _signUps = meter.CreateCounter<int>("sign-ups");
    void M(Customer customer)
    {
        _signUps.Add(1, new KeyValuePair<string, object?>("plan", customer.Plan), new KeyValuePair<string, object?>("mail", customer.Email.Length > 0));
        var tags = new TagList { { "country", customer.Address.Country } };
        _signUps.Add(1, tags);
    }
}

// case: the key of a user of Identity
class C(ILogger<C> logger, Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
{
    async Task M(string email, Microsoft.AspNetCore.Identity.IdentityUser<Guid> other, System.Security.Claims.ClaimsPrincipal principal, Customer customer)
    {
        Microsoft.AspNetCore.Identity.IdentityUser user = await users.FindByEmailAsync(customer.Email) ?? throw new InvalidOperationException("Nobody");
        logger.LogWarning("User {User} and {Other} failed", user.Id, other.Id);
        logger.LogWarning("User {User} failed", await users.GetUserIdAsync(user));
        throw new InvalidOperationException("No user with the key " + users.GetUserId(principal));
    }
}
