// IdentityServer/IdentityServer3#2038, #2321: a validated request with the raw form, password and all, as JSON in the log
using System.Collections.Specialized;
using Newtonsoft.Json;

// case: as reported
class ValidatedRequest
{
    public string ClientId { get; set; } = "";
    [Identifier] public string? UserName { get; set; }
    [Credential] public NameValueCollection Raw { get; set; } = new();
}

static class LogSerializer
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    public static string Serialize(object value) => JsonConvert.SerializeObject(value, Formatting.Indented, Settings);
}

class TokenRequestValidator(ILogger<TokenRequestValidator> logger)
{
    public void LogSuccess(ValidatedRequest request) => logger.LogInformation("Token request validation success\n{Details}", {|PRIV1006:LogSerializer.Serialize(request)|});
}

// case: copied into a model for the log
class ValidatedRequest
{
    public string ClientId { get; set; } = "";
    [Credential] public Dictionary<string, string> Raw { get; set; } = new();
}

class TokenRequestLog(ValidatedRequest request)
{
    public string ClientId { get; } = request.ClientId;
    public Dictionary<string, string> Raw { get; } = request.Raw;
}

class TokenRequestValidator(ILogger<TokenRequestValidator> logger)
{
    public void LogSuccess(ValidatedRequest request)
    {
        var details = new TokenRequestLog(request);
        logger.LogInformation("Validated for {Client}", details.ClientId);
        logger.LogInformation("Details {Details}", {|PRIV1006:JsonConvert.SerializeObject(details)|});
    }
}

// case: a model for the log that leaves the form out
class ValidatedRequest
{
    public string ClientId { get; set; } = "";
    public string GrantType { get; set; } = "";
    [Credential] public Dictionary<string, string> Raw { get; set; } = new();
}

class TokenRequestLog(ValidatedRequest request)
{
    public string ClientId { get; } = request.ClientId;
    public string GrantType { get; } = request.GrantType;
    public int Parameters { get; } = request.Raw.Count;
}

class TokenRequestValidator(ILogger<TokenRequestValidator> logger)
{
    public void LogSuccess(ValidatedRequest request) => logger.LogInformation("Details {Details}", JsonConvert.SerializeObject(new TokenRequestLog(request)));
}
