// Data on its way to the person or to the application's own store
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.Mail;
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
