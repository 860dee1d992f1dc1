using System.Security.Cryptography;
using System.Text;
using Fernhallow.Communications.Data;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Security;

/// <summary>Who may call what: customers their own account, with an API key; operators the rest, with the operator key.</summary>
internal static class Gates
{
    public const string ApiKeyHeader = "X-Api-Key";
    public const string OperatorKeyHeader = "X-Operator-Key";

    /// <summary>Lets a request through whose API key belongs to the customer in the route.</summary>
    public static RouteGroupBuilder RequireCustomer(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            HttpContext http = context.HttpContext;
            return Guid.TryParse(http.GetRouteValue("id") as string, out Guid id) &&
                await HoldsKeyAsync(http.RequestServices.GetRequiredService<CommunicationsContext>(), id, http.Request.Headers[ApiKeyHeader], http.RequestAborted)
                ? await next(context)
                : Results.Problem("Send the account's API key in " + ApiKeyHeader, statusCode: StatusCodes.Status401Unauthorized);
        });
        return group;
    }

    /// <summary>Lets a request through that carries the configured operator key. Where none is configured, nobody is an operator.</summary>
    public static RouteGroupBuilder RequireOperator(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            HttpContext http = context.HttpContext;
            string? expected = http.RequestServices.GetRequiredService<IConfiguration>()["OperatorKey"];
            return !string.IsNullOrEmpty(expected) && AreEqual(expected, http.Request.Headers[OperatorKeyHeader])
                ? await next(context)
                : Results.Problem("Send the operator key in " + OperatorKeyHeader, statusCode: StatusCodes.Status401Unauthorized);
        });
        return group;
    }

    private static async Task<bool> HoldsKeyAsync(CommunicationsContext db, Guid customerId, [Credential] string? key, CancellationToken cancellation)
    {
        if (key?.Split('.', 2) is not [string sid, string secret])
            return false;
        string? stored = await db.ApiKeys.Where(k => k.CustomerId == customerId && k.KeySid == sid).Select(k => k.SecretHash).SingleOrDefaultAsync(cancellation);
        return stored is not null && AreEqual(stored, Seed.Hash(secret));
    }

    private static bool AreEqual([Credential] string expected, [Credential] string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
