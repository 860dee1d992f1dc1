// panoramicdata/PanoramicData.OData.Client#45, aspnet/HttpClientFactory#68, dotnet/runtime#106271: every header in a log line of its own
using System.Net.Http;
using Microsoft.AspNetCore.Http;

// case: all headers, of which the contract makes no source
class TracingHandler(ILogger<TracingHandler> logger) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers)
            logger.LogTrace("{Header}: {Value}", header.Key, string.Join(", ", header.Value));
        return base.SendAsync(request, cancellationToken);
    }
}

// case: the one that authorises, read by itself
class Middleware(RequestDelegate next, ILogger<Middleware> logger)
{
    public Task Invoke(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        logger.LogDebug("Authorization: {Value}, Accept: {Accept}", {|PRIV1006:headers.Authorization|}, headers.Accept);
        logger.LogDebug("Cookie: {Value}", {|PRIV1006:headers["Cookie"].ToString()|});
        return next(context);
    }
}

// case: headers of one's own client, kept in a classified dictionary
class ODataOptions
{
    [Credential] public Dictionary<string, string> SecretHeaders { get; } = new();
}

class ODataClient(ODataOptions options, ILogger<ODataClient> logger)
{
    public void Apply(HttpRequestMessage request)
    {
        foreach (var (name, value) in options.SecretHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
            logger.LogDebug("Header set to {Value}", {|PRIV1006:value|});
        }
    }
}

// case: a token put on the request and into the trace
class Caller(HttpClient http, ILogger<Caller> logger)
{
    public async Task<string> GetAsync(Account account)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/orders");
        request.Headers.Add("X-Api-Key", account.ApiKey);
        logger.LogTrace("Sending key {Key}", {|PRIV1006:account.ApiKey|});
        using HttpResponseMessage response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

// case: headers of a request of one's own, joined
class Caller(ILogger<Caller> logger)
{
    public void Trace(Account account)
    {
        var headers = new Dictionary<string, string> { ["Accept"] = "application/json", ["X-Api-Key"] = account.ApiKey };
        var text = new System.Text.StringBuilder();
        foreach (var header in headers)
            text.Append(header.Key).Append(": ").AppendLine(header.Value);
        logger.LogTrace("Request headers:\n{Headers}", {|PRIV1006:text|});
        logger.LogTrace("Accept: {Accept}", headers["Accept"]);
    }
}

// case: by an event source
[System.Diagnostics.Tracing.EventSource(Name = "Http")]
sealed class HttpEvents : System.Diagnostics.Tracing.EventSource
{
    public static readonly HttpEvents Log = new();

    [System.Diagnostics.Tracing.Event(1)]
    public void Header(string name, string value) => WriteEvent(1, name, value);
}

class Middleware
{
    public void Invoke(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("Authorization", out var value))
            HttpEvents.Log.Header("Authorization", {|PRIV1006:value.ToString()|});
    }
}
