using LeakyCommunications;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.EntityFrameworkCore;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<LeakyContext>(options => options.UseSqlite("Data Source=leaky.db").EnableSensitiveDataLogging());
builder.Services.AddHttpLogging(logging => logging.LoggingFields = HttpLoggingFields.All);
builder.Services.AddScoped<SignUpService>();
builder.Services.AddScoped<SignInService>();
builder.Services.AddScoped<SupportService>();
builder.Services.AddScoped<BillingService>();
builder.Services.AddScoped<SecurityLog>();
builder.Services.AddScoped<AbuseService>();
builder.Services.AddScoped<MailGateway>();

WebApplication app = builder.Build();
app.MapPost("/customers", async (SignUpService signUp, string name, string email, string? phone) =>
{
    Customer customer = await signUp.SignUpAsync(name, email, phone);
    Console.WriteLine("new customer: " + customer.Email);
    return Results.Created($"/customers/{customer.Id}", customer.Id);
});
app.MapGet("/customers/count", (LeakyContext db) => db.Customers.CountAsync());
app.Run();
