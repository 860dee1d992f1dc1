using System.Globalization;
using System.Security.Cryptography;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>Opening an account, signing in, closing it.</summary>
internal static class Accounts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/customers", SignUpAsync);
        routes.MapPost("/sign-ins", SignInAsync);
        routes.MapGroup("/customers/{id:guid}").RequireCustomer().MapPost("/closure", CloseAsync);
    }

    /// <summary>Opens an account, unless the person is too young for it. The birth date is looked at and forgotten.</summary>
    [SignUp]
    private static async Task<Results<Created<NewAccount>, ProblemHttpResult>> SignUpAsync(
        SignUpForm form, CommunicationsContext db, IPasswordHasher<Customer> hasher, TimeProvider time, CancellationToken cancellation)
    {
        if (form.Region is not ("US" or "EEA" or "CH"))
            return TypedResults.Problem("The region is US, EEA or CH", statusCode: StatusCodes.Status400BadRequest);
        if (string.IsNullOrWhiteSpace(form.Name) || string.IsNullOrWhiteSpace(form.Email) || form.Password is not { Length: >= 12 })
            return TypedResults.Problem("A name, an e-mail address and a password of twelve characters or more are needed", statusCode: StatusCodes.Status400BadRequest);
        if (!AgeGate.IsOldEnough(form.BirthDate, form.Region, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)))
            return TypedResults.Problem("You are too young to open an account", statusCode: StatusCodes.Status403Forbidden);
        if (await db.Customers.AnyAsync(c => c.Email == form.Email, cancellation))
            return TypedResults.Problem("An account cannot be opened with this address", statusCode: StatusCodes.Status409Conflict);

        DateTime now = time.GetUtcNow().UtcDateTime;
        var customer = new Customer
        {
            Id = Guid.NewGuid(),
            Name = form.Name,
            Email = form.Email,
            Phone = form.Phone,
            Company = form.Company,
            Plan = Plan.Trial,
            Region = form.Region,
            CreatedAt = now,
            Preferences = new Preferences(),
        };
        customer.PasswordHash = hasher.HashPassword(customer, form.Password);
        string secret = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var key = new ApiKey { KeySid = "KY" + RandomNumberGenerator.GetHexString(8, lowercase: true), SecretHash = Seed.Hash(secret), CreatedAt = now };
        customer.ApiKeys.Add(key);
        db.Customers.Add(customer);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/customers/{customer.Id}"), new NewAccount(customer.Id, key.KeySid + "." + secret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        SignInForm form, HttpContext http, CommunicationsContext db, IPasswordHasher<Customer> hasher, SecurityLog log, TimeProvider time, CancellationToken cancellation)
    {
        string address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        Customer? customer = await db.Customers.SingleOrDefaultAsync(c => c.Email == form.Email && c.Status == AccountStatus.Active, cancellation);
        bool succeeded = customer?.PasswordHash is { } hash && Verifies(hasher, customer, hash, form.Password);
        if (customer is not null)
        {
            db.SignIns.Add(new SignIn { CustomerId = customer.Id, At = time.GetUtcNow().UtcDateTime, IpAddress = address, UserAgent = http.Request.Headers.UserAgent, Succeeded = succeeded });
            await db.SaveChangesAsync(cancellation);
        }

        if (customer is null || !succeeded)
        {
            log.SignInFailed(address);
            return TypedResults.Problem("The address and the password do not belong together", statusCode: StatusCodes.Status401Unauthorized);
        }

        log.SignedIn(customer.Id, address);
        return TypedResults.NoContent();
    }

    /// <summary>Closing starts the clocks: sixty days for most, three years for support, seven for the customer relationship.</summary>
    private static async Task<NoContent> CloseAsync(Guid id, CommunicationsContext db, TimeProvider time, CancellationToken cancellation)
    {
        Customer customer = await db.Customers.SingleAsync(c => c.Id == id, cancellation);
        customer.Status = AccountStatus.Closed;
        customer.ClosedAt ??= time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static bool Verifies(IPasswordHasher<Customer> hasher, Customer customer, [Credential] string hash, [Credential] string password)
    {
        try
        {
            return hasher.VerifyHashedPassword(customer, hash, password) != PasswordVerificationResult.Failed;
        }
        catch (FormatException)
        {
            // The seeded people have a hash that no password gives.
            return false;
        }
    }
}

/// <summary>What somebody fills in to open an account.</summary>
[Transient]
internal sealed record SignUpForm(
    [Identifier] string Name,
    [Identifier] string Email,
    [Identifier] string? Phone,
    [Professional] string? Company,
    [ProtectedCharacteristic] DateOnly BirthDate,
    string Region,
    [Credential] string Password);

/// <summary>The answer to a sign-up. The key is shown this once; afterwards only its digest exists.</summary>
[Transient]
internal sealed record NewAccount(Guid Id, [Credential] string ApiKey);

[Transient]
internal sealed record SignInForm([Identifier] string Email, [Credential] string Password);
