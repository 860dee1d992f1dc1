// dotnet/aspnetcore#34233: the token in a failure's message, which another class logs through a delegate
using Microsoft.AspNetCore.Authentication;

// case: as reported, with a result of one's own
class Result
{
    public Exception? Failure { get; private init; }

    public static Result Fail(string message) => new() { Failure = new InvalidOperationException(message) };
}

class TokenHandler
{
    public Result Authenticate([Credential] string token)
    {
        if (token.Split('.').Length == 3)
            return new Result();
        string message = "No validator accepts this token: " + token;
        return Result.Fail({|PRIV1006:message|});
    }
}

// case: the framework's own result
class TokenHandler
{
    public AuthenticateResult Authenticate([Credential] string token) => AuthenticateResult.Fail("No validator accepts " + {|PRIV1006:token|});
}

// case: the failure kept, then logged by its owner
class HandlerBase(ILogger logger)
{
    private static readonly Action<ILogger, string, string, Exception?> NotAuthenticated =
        LoggerMessage.Define<string, string>(LogLevel.Information, new EventId(7), "{Scheme} was not authenticated. Failure message: {Failure}");

    private string _failure = "";

    public void Check([Credential] string token)
    {
        if (token.Length < 20)
            _failure = $"Token {token} is too short";
    }

    public void Report() => NotAuthenticated(logger, "Bearer", {|PRIV1006:_failure|}, null);
}

// case: a failure that says nothing of the token
class Result
{
    public Exception? Failure { get; private init; }

    public static Result Fail(string message) => new() { Failure = new InvalidOperationException(message) };
}

class TokenHandler
{
    public Result Authenticate([Credential] string token) => token.Length == 0 ? Result.Fail("No token") : Result.Fail($"No validator accepts a token of {token.Length} characters");
}

// case: the failure read back by the base class
class Result
{
    public string? Failure { get; init; }

    public bool Succeeded => Failure is null;
}

abstract class HandlerBase(ILogger logger)
{
    private static readonly Action<ILogger, string, Exception?> Failed = LoggerMessage.Define<string>(LogLevel.Information, new EventId(7), "Not authenticated: {Failure}");

    protected abstract Task<Result> HandleAsync([Credential] string token);

    public async Task<bool> AuthenticateAsync([Credential] string token)
    {
        Result result = await HandleAsync(token);
        if (!result.Succeeded)
            Failed(logger, {|PRIV1006:result.Failure|}!, null);
        return result.Succeeded;
    }
}

sealed class BearerHandler(ILogger<BearerHandler> logger) : HandlerBase(logger)
{
    protected override Task<Result> HandleAsync([Credential] string token) =>
        Task.FromResult(token.Contains('.') ? new Result() : new Result { Failure = $"No validator for {token}" });
}

// case: an exception kept as a property, its message logged
class Context
{
    public Exception? Exception { get; set; }
}

class TokenHandler(Serilog.ILogger log)
{
    public void Check(Context context, [Credential] string token)
    {
        if (token.Length < 20)
            context.Exception = new FormatException("Too short: " + {|PRIV1006:token|});
        if (context.Exception is { } failure)
            log.Information("Failed: {Message}", {|PRIV1006:failure.Message|});
    }
}
