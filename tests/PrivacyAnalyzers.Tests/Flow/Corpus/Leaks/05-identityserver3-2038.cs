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

// case: the raw form, key by key, into one text
class TokenRequestValidator(ILogger<TokenRequestValidator> logger)
{
    public void Log([Credential] NameValueCollection raw)
    {
        var lines = new List<string>();
        foreach (string? key in raw.AllKeys)
            lines.Add($"{key}={raw[key]}");
        logger.LogDebug("Raw: {Raw}", {|PRIV1006:string.Join("&", lines)|});
        logger.LogDebug("{Count} parameters", raw.Count);
    }
}

// case: serialised by a type with a text of its own
class TokenRequestLog
{
    public string ClientId { get; init; } = "";
    [Credential] public Dictionary<string, string> Raw { get; init; } = new();

    public override string ToString() => System.Text.Json.JsonSerializer.Serialize(this);
}

class TokenRequestValidator(ILogger<TokenRequestValidator> logger)
{
    public void Fail(Dictionary<string, string> form, Account account)
    {
        form["client_secret"] = account.ApiKey;
        var details = new TokenRequestLog { ClientId = account.Region, Raw = form };
        logger.LogError("Invalid request {Details}", {|PRIV1006:details|});
    }
}
