// open-telemetry/opentelemetry-dotnet-contrib#1747, #1791, open-telemetry/opentelemetry-dotnet#5532: a URI with a user or a token in a span's tags
using System.Diagnostics;
using System.Net.Http;

// case: a signed address as a tag
class BlobClient(HttpClient http)
{
    public async Task UploadAsync(Activity? activity, Account account, byte[] content)
    {
        string address = "https://files.example/upload?sig=" + account.ApiKey;
        activity?.SetTag("url.full", {|PRIV1006:address|});
        activity?.SetTag("url.scheme", "https");
        await http.PutAsync({|PRIV1006:address|}, new ByteArrayContent(content));
    }
}

// case: a finished address, read back
class Instrumentation
{
    public void Enrich(Activity activity, Customer customer)
    {
        var uri = new Uri("https://shop.example/profiles/" + {|PRIV1007:customer.Name|});
        activity.SetTag("url.path", {|PRIV1002:uri.AbsolutePath|});
        activity.SetTag("server.address", uri.Host);
    }
}

// case: the query by itself
class QueryEnricher
{
    private static string QueryFor(Customer customer) => "mail=" + Uri.EscapeDataString(customer.Email) + "&plan=" + customer.Plan;

    public void Enrich(Activity activity, Customer customer)
    {
        activity.SetTag("url.query", {|PRIV1002:QueryFor(customer)|});
        activity.DisplayName = "GET /search";
    }
}

// case: an address of which nothing is known, which the contract makes no source
class Filter
{
    public void OnRequest(Activity activity, HttpRequestMessage request) => activity.SetTag("url.full", request.RequestUri?.AbsoluteUri);
}

// case: tags handed over at the start
class BlobClient(ActivitySource source)
{
    public void Upload(Account account, Customer customer)
    {
        var tags = new ActivityTagsCollection { { "url.scheme", "https" }, { "url.query", "sig=" + account.ApiKey } };
        using Activity? activity = source.StartActivity("upload", ActivityKind.Client, default(ActivityContext), {|PRIV1006:tags|});
        activity?.AddEvent(new ActivityEvent("redirect", tags: {|PRIV1002:new ActivityTagsCollection { ["to"] = "/profiles/" + customer.Name }|}));
        activity?.SetStatus(ActivityStatusCode.Error, $"no profile {{|PRIV1002:customer.Name|}}");
    }
}

// case: redacted by a declared sanitizer
static class Redaction
{
    [Sanitizer]
    public static string Query(string url) => url.Split('?')[0] + "?Redacted";
}

class Instrumentation
{
    public void Enrich(Activity activity, Account account)
    {
        string url = "https://files.example/upload?sig=" + account.ApiKey;
        activity.SetTag("url.full", Redaction.Query(url));
        activity.SetTag("url.length", url.Length);
    }
}
