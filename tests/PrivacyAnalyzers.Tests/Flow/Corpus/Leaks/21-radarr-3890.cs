// Radarr/Radarr#3890, #6102, Prowlarr/Prowlarr#557: an interface's key in an address made by a request builder, then logged
using System.Net.Http;
using System.Text;

// case: as reported
class HttpRequestBuilder(string baseUrl)
{
    private readonly List<KeyValuePair<string, string>> _query = new();

    public HttpRequestBuilder AddQueryParam(string key, object value)
    {
        _query.Add(new KeyValuePair<string, string>(key, value.ToString() ?? ""));
        return this;
    }

    public string Build()
    {
        if (_query.Count == 0)
            return baseUrl;
        return baseUrl + "?" + string.Join("&", _query.Select(pair => pair.Key + "=" + Uri.EscapeDataString(pair.Value)));
    }
}

class ListImport(NLog.Logger logger)
{
    public string Fetch(Account account, int page)
    {
        string url = new HttpRequestBuilder("https://list.example/movies").AddQueryParam("page", page).AddQueryParam("apikey", account.ApiKey).Build();
        logger.Info("Importing from: {0}", {|PRIV1006:url|});
        return url;
    }
}

// case: by string builder, and sent
class Indexer(HttpClient http, ILogger<Indexer> logger)
{
    public Task<string> SearchAsync(Account account, string term)
    {
        var url = new StringBuilder("https://indexer.example/api?t=search");
        url.Append("&q=").Append(Uri.EscapeDataString(term));
        url.Append("&apikey=").Append(account.ApiKey);
        logger.LogInformation("Searching {Url}", {|PRIV1006:url|});
        return http.GetStringAsync({|PRIV1006:url.ToString()|});
    }
}

// case: the address without its key
class Indexer(HttpClient http, ILogger<Indexer> logger)
{
    private const string Root = "https://indexer.example/api";

    public Task<string> SearchAsync(Account account, string term)
    {
        string shown = Root + "?q=" + Uri.EscapeDataString(term);
        logger.LogInformation("Searching {Url}", shown);
        using var request = new HttpRequestMessage(HttpMethod.Get, shown);
        request.Headers.Add("X-Api-Key", account.ApiKey);
        return http.GetStringAsync(shown);
    }
}

// case: a template filled by replacing
class Notifier(Serilog.ILogger log)
{
    public void Send(Account account, string text)
    {
        string url = "https://bot.example/{key}/send?text={text}".Replace("{key}", account.ApiKey).Replace("{text}", text);
        log.Debug("Calling {Url}", {|PRIV1006:url|});
    }
}

// case: a request's own text in the exception of a failed call
class HttpRequest(string url)
{
    public string Url { get; } = url;
    public string Method { get; init; } = "GET";

    public override string ToString() => $"{Method} {Url}";
}

class HttpException(HttpRequest request, int status) : Exception($"HTTP {status} for [{request}]")
{
    public int Status { get; } = status;
}

class Indexer(NLog.Logger logger)
{
    public void Search(Account account)
    {
        var request = new HttpRequest("https://indexer.example/api?apikey=" + account.ApiKey);
        logger.Debug("Calling {0}", {|PRIV1006:request|});
        if (request.Method != "GET")
            throw new HttpException({|PRIV1006:request|}, 404);
    }
}

// case: cleaned by a declared sanitizer, as the fix did
static class CleanseLog
{
    [Sanitizer]
    public static string Cleanse(string text) => System.Text.RegularExpressions.Regex.Replace(text, "(?<=apikey=)[^&]+", "(removed)");
}

class Indexer(NLog.Logger logger)
{
    public void Search(Account account)
    {
        string url = "https://indexer.example/api?apikey=" + account.ApiKey;
        logger.Info("Calling {0}", CleanseLog.Cleanse(url));
        logger.Trace($"Calling {CleanseLog.Cleanse(url).ToLowerInvariant()}");
    }
}
