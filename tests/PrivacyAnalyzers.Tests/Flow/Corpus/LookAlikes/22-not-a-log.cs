// Data on its way to the person or to the application's own store
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

// case: a mail to the person
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using var message = new MailMessage("shop@example.com", customer.Email, "Welcome " + customer.Name, $"Dear {customer.Name}, your plan is {customer.Plan}");
        message.CC.Add(new MailAddress(customer.Email, customer.Name));
        logger.LogInformation("Mail prepared: {Subject}", "Welcome");
    }
}

// case: an answer
class C
{
    Task M(HttpContext context, Customer customer) => context.Response.WriteAsync("Signed in as " + customer.Email);

    IResult N(Customer customer) => Results.Ok(customer);

    IResult O(Customer customer) => TypedResults.Json(new { customer.Email, customer.Name });
}

// case: a row
class C(DbContext db, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        db.Add(customer);
        int rows = await db.SaveChangesAsync();
        bool isKnown = await db.Set<Customer>().AnyAsync(each => each.Email == customer.Email);
        logger.LogInformation("{Rows} rows, known: {IsKnown}", rows, isKnown);
    }
}

// case: a body of a request
class C(HttpClient http, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync("https://api.example/customers", customer);
        logger.LogInformation("Answered {Status}", response.StatusCode);
    }
}

// case: a class with a log of its own kept apart
class Repository(DbContext db, ILogger<Repository> logger)
{
    public Customer Find(string email)
    {
        Customer found = db.Set<Customer>().Single(c => c.Email == email);
        logger.LogDebug("Found {Id}", found.Id);
        return found;
    }
    public bool Exists(string email) => db.Set<Customer>().Any(c => c.Email == email);
}
class C(Repository repository, ILogger<C> logger)
{
    void M(Customer customer)
    {
        Customer same = repository.Find(customer.Email);
        logger.LogInformation("{Id} {Exists}", same.Id, repository.Exists(customer.Email));
    }
}

// case: forms, headers of a request and a token
class C(HttpClient http)
{
    async Task M(Customer customer, Account account)
    {
        http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", account.ApiKey);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = customer.Email });
        using var parts = new MultipartFormDataContent { { new StringContent(customer.Name), "name" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/customers") { Content = form };
        request.Headers.Add("X-Api-Key", account.ApiKey);
        await http.SendAsync(request);
        await http.PostAsync("https://api.example/parts", parts);
    }
}

// case: claims of a signed-in person
class C
{
    System.Security.Claims.ClaimsPrincipal M(Customer customer)
    {
        var claims = new List<System.Security.Claims.Claim> { new(System.Security.Claims.ClaimTypes.Email, customer.Email), new("plan", customer.Plan) };
        return new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(claims, "cookie"));
    }
}

// case: a command's parameter
class C(System.Data.Common.DbConnection connection, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "update customers set email = @email where id = @id";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@email";
        parameter.Value = customer.Email;
        command.Parameters.Add(parameter);
        int rows = await command.ExecuteNonQueryAsync();
        logger.LogInformation("{Sql} changed {Rows} rows with {Parameters} parameters", command.CommandText, rows, command.Parameters.Count);
    }
}

// case: sent, and what the server said of it
class C(SmtpClient smtp, Serilog.ILogger log)
{
    void M(Customer customer, Order order)
    {
        try
        {
            smtp.Send("shop@example.com", customer.Email, "Order " + order.Number, $"Dear {customer.Name}");
            log.Information("Order {Number} confirmed by {Host}", order.Number, smtp.Host);
        }
        catch (SmtpException e)
        {
            log.Warning("Order {Number}: {Status}", order.Number, e.StatusCode);
        }
    }
}

// case: a model's state and a problem
class C
{
    IResult M(Customer customer, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state)
    {
        state.AddModelError(nameof(customer.Email), $"{customer.Email} is taken");
        return state.IsValid ? Results.Created("/customers/" + customer.Id, customer) : Results.Problem(detail: $"{customer.Email} is taken", statusCode: 409);
    }
}

// case: an answer that a log counts
class C(HttpContext context, ILogger<C> logger)
{
    async Task M(List<Customer> customers)
    {
        context.Response.ContentType = "text/csv";
        foreach (Customer customer in customers)
            await context.Response.WriteAsync(string.Join(';', customer.Id, customer.Email, customer.Name) + "\n");
        logger.LogInformation("{Count} lines as {Type}, {Status}", customers.Count, context.Response.ContentType, context.Response.StatusCode);
    }
}

// case: an address that is only sent
class C(System.Net.Http.HttpClient http, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        using var content = new System.Net.Http.StringContent(JsonSerializer.Serialize(customer));
        using var response = await http.PostAsync($"https://crm.example/customers/{customer.Id}", content);
        logger.LogInformation("{Status} {Reason} {Length}", response.StatusCode, response.ReasonPhrase, content.Headers.ContentLength);
    }
}

// case: what a recipient answers
interface IBank
{
    [Recipient("bank")]
    Task<string> CollectAsync(string account, decimal amount);
}

class C(ILogger<C> logger, IBank bank)
{
    async Task M(Account account)
    {
        string reference = await bank.CollectAsync(account.Owner.Name, 5);
        logger.LogInformation("Collected as {Reference}", reference);
    }
}
