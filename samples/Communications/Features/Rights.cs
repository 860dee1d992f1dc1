using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Fernhallow.Communications.Partners;
using Fernhallow.Communications.Privacy;
using Fernhallow.Communications.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Features;

/// <summary>What people may ask of the service about their data. Export and erasure are generated; this only verifies who asks.</summary>
internal static class Rights
{
    public const string CodeHeader = "X-Verification-Code";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/privacy/disclosures", Disclosures);
        RouteGroupBuilder customer = routes.MapGroup("/customers/{id:guid}").AddEndpointFilter(AnswerRefusals);
        customer.MapPost("/verification", SendCodeAsync);
        customer.MapPost("/export", ExportAsync);
        customer.MapPost("/erasure/preview", PreviewAsync);
        customer.MapPost("/erasure", EraseAsync);
        routes.MapGroup("/retention").RequireOperator().MapPost("/sweep", RunSweepAsync);
    }

    /// <summary>Has the request verified: without the code from the mailbox on file, nothing that follows can be called.</summary>
    public static Task<VerifiedRequest<Customer>> VerifyAsync(
        Guid id, [Credential] string? code, SubjectRights rights, IRequestVerifier verifier, TimeProvider time, CancellationToken cancellation) =>
        VerifiedRequest.VerifyAsync<Customer>(verifier, id, rights, code, time, cancellation);

    /// <summary>Closes the account and erases it, in one transaction; then empties the database's log, which still has the old rows.</summary>
    public static async Task<ErasureReceipt> CloseAndEraseAsync(
        Database database, CommunicationsContext db, Guid id, VerifiedRequest<Customer> request, CancellationToken cancellation)
    {
        DateTime now = request.TimeProvider.GetUtcNow().UtcDateTime;
        ErasureReceipt receipt;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            await db.Customers.Where(c => c.Id == id && !c.OnLegalHold).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Status, AccountStatus.Closed).SetProperty(c => c.ClosedAt, c => c.ClosedAt ?? now), cancellation);
            receipt = await db.EraseCustomerAsync(request, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await database.CheckpointAsync(cancellation);
        return receipt;
    }

    /// <summary>Deletes or anonymises what has run out by now; then empties the database's log.</summary>
    public static async Task<RetentionReceipt> SweepAsync(Database database, CommunicationsContext db, TimeProvider time, CancellationToken cancellation)
    {
        RetentionReceipt receipt = await db.SweepRetentionAsync(time.GetUtcNow(), cancellation);
        await database.CheckpointAsync(cancellation);
        return receipt;
    }

    /// <summary>Does only what is due anyway, and for nobody in particular: it needs an operator and no verified request.</summary>
    private static async Task<Ok<RetentionReceipt>> RunSweepAsync(Database database, CommunicationsContext db, TimeProvider time, CancellationToken cancellation) =>
        TypedResults.Ok(await SweepAsync(database, db, time, cancellation));

    private static Ok<DisclosurePage> Disclosures() => TypedResults.Ok(new DisclosurePage(
        PrivacyDisclosures.Statement,
        PrivacyDisclosures.Effective,
        PrivacyDisclosures.Collected,
        [.. PrivacyDisclosures.DisclosedForBusinessPurposes.Select(category => category.Name)],
        [.. PrivacyDisclosures.Sold.Select(category => category.Name)],
        PrivacyDisclosures.RetentionSchedule,
        PrivacyDisclosures.Transfers,
        PrivacyDisclosures.MinimumAges));

    /// <summary>Sends a code to the mailbox on file. The answer is the same whether there is such an account or not.</summary>
    private static async Task<Accepted> SendCodeAsync(Guid id, CommunicationsContext db, OneTimeCodes codes, IMailer mailer, CancellationToken cancellation)
    {
        string? email = await db.Customers.Where(c => c.Id == id).Select(c => c.Email).SingleOrDefaultAsync(cancellation);
        if (email is not null)
            await mailer.SendAsync(email, "Your code", $"Somebody, we hope you, wants to see or erase your data. The code is {codes.Issue(id)}", cancellation);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task ExportAsync(
        Guid id, [FromHeader(Name = CodeHeader)] string? code, HttpResponse response, CommunicationsContext db, IRequestVerifier verifier, TimeProvider time,
        CancellationToken cancellation)
    {
        VerifiedRequest<Customer> request = await VerifyAsync(id, code, SubjectRights.Access, verifier, time, cancellation);
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await db.WriteCustomerExportAsync(request, response.Body, cancellation);
    }

    private static async Task<Ok<ErasureReceipt>> PreviewAsync(
        Guid id, [FromHeader(Name = CodeHeader)] string? code, CommunicationsContext db, IRequestVerifier verifier, TimeProvider time, CancellationToken cancellation)
    {
        VerifiedRequest<Customer> request = await VerifyAsync(id, code, SubjectRights.Erasure, verifier, time, cancellation);
        return TypedResults.Ok(await db.PreviewCustomerErasureAsync(request, cancellation));
    }

    private static async Task<Ok<ErasureReceipt>> EraseAsync(
        Guid id, [FromHeader(Name = CodeHeader)] string? code, Database database, CommunicationsContext db, IRequestVerifier verifier, TimeProvider time,
        CancellationToken cancellation)
    {
        VerifiedRequest<Customer> request = await VerifyAsync(id, code, SubjectRights.Erasure, verifier, time, cancellation);
        return TypedResults.Ok(await CloseAndEraseAsync(database, db, id, request, cancellation));
    }

    private static async ValueTask<object?> AnswerRefusals(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RequestRefusedException refusal) when (!context.HttpContext.Response.HasStarted)
        {
            return Results.Problem(refusal.Reason, statusCode: StatusCodes.Status403Forbidden, title: "The request was refused");
        }
    }
}

/// <summary>What the service tells everybody about what it does with data.</summary>
[Transient]
internal sealed record DisclosurePage(
    string? Statement,
    DateOnly? Effective,
    IReadOnlyList<DisclosedCategory> Collected,
    IReadOnlyList<string> DisclosedForBusinessPurposes,
    IReadOnlyList<string> Sold,
    IReadOnlyList<ScheduledRetention> RetentionSchedule,
    IReadOnlyList<DisclosedTransfer> Transfers,
    IReadOnlyDictionary<string, int> MinimumAges);
