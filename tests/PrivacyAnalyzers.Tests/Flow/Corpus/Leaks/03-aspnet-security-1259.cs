// aspnet/Security#1259: the token and the user's name, logged by the handler through its own extensions of the logger
using System.Security.Claims;

// case: as reported
static class LoggingExtensions
{
    private static readonly Action<ILogger, string, string, Exception?> TokenValidatedMessage =
        LoggerMessage.Define<string, string>(LogLevel.Information, new EventId(2, "TokenValidated"), "Validated token {Token} of {User}");

    public static void TokenValidated(this ILogger logger, string token, string user) => TokenValidatedMessage(logger, token, user, null);
}

class BearerHandler(ILogger<BearerHandler> logger)
{
    public void Handle([Credential] string token, ClaimsPrincipal principal)
    {
        string user = principal.Identity?.Name ?? "";
        logger.TokenValidated({|PRIV1006:token|}, {|PRIV1001:user|});
    }
}

// case: a generated method of the logger
static partial class HandlerLog
{
    [LoggerMessage(3, LogLevel.Debug, "Token {token} refused")]
    public static partial void Refused(this ILogger logger, string token);

    public static partial void Refused(this ILogger logger, string token) => logger.Log(LogLevel.Debug, new EventId(3), token, null, (state, _) => state);
}

class BearerHandler(ILogger<BearerHandler> logger)
{
    public void Refuse([Credential] string token) => logger.Refused({|PRIV1006:token|});
}

// case: a hash of the name, which is a pseudonym
class BearerHandler(ILogger<BearerHandler> logger)
{
    public void Handle(ClaimsPrincipal principal)
    {
        byte[] name = System.Text.Encoding.UTF8.GetBytes(principal.Identity?.Name ?? "");
        string shown = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(name));
        logger.LogInformation("Validated token of {User}", {|PRIV1013:shown|});
    }
}

// case: a helper that formats, with parts marked by a wrapper
static class LogText
{
    public static string Format(string format, params object?[] parts) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, parts);
}

class BearerHandler(ILogger<BearerHandler> logger)
{
    public void Refuse([Credential] string token, Exception reason)
    {
        string message = LogText.Format("Token '{0}' refused: {1}", token, reason.GetType().Name);
        logger.LogWarning({|PRIV1006:message|});
    }
}

// case: the header cut apart
class BearerHandler(ILogger<BearerHandler> logger)
{
    public string? Read(Microsoft.AspNetCore.Http.HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        if (header is null || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        string token = header["Bearer ".Length..].Trim();
        logger.LogTrace("Token {Token}, {Length} characters", {|PRIV1006:token|}, token.Length);
        return token;
    }
}
