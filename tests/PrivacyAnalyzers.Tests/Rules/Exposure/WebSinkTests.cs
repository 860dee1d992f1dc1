using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1007 and what the web brings: claims and headers by constant, URLs, telemetry clients.</summary>
public class WebSinkTests
{
    private static string InMethod(string body) => LogSinkTests.Usings + $$"""
        using System.Net.Http;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.WebUtilities;
        class C
        {
            void M(ILogger logger, Customer customer, ClaimsPrincipal user, HttpContext context, HttpClient http, Microsoft.ApplicationInsights.TelemetryClient insights, Prometheus.Counter counter)
            {
                {{body}}
            }
        }
        class Login { [Credential] public string Token { get; set; } = ""; }
        """ + LogSinkTests.Model;

    [Theory]
    [InlineData("logger.LogInformation(\"{X}\", {|PRIV1001:user.FindFirst(ClaimTypes.Email)?.Value|});")]
    [InlineData("logger.LogInformation(\"{X}\", {|PRIV1001:user.FindFirstValue(\"email\")|});")]
    [InlineData("var claim = user.FindFirst(ClaimTypes.Name)!; logger.LogInformation(\"{X} {Y}\", claim.Type, {|PRIV1001:claim.Value|});")]
    [InlineData("logger.LogInformation(\"{X}\", user.FindFirst(\"tenant\")?.Value);")]
    [InlineData("string type = user.Claims.First().Type; logger.LogInformation(\"{X}\", user.FindFirst(type)?.Value);")]
    [InlineData("logger.LogInformation(\"{X}\", {|PRIV1006:context.Request.Headers[\"Authorization\"]|});")]
    [InlineData("logger.LogInformation(\"{X}\", {|PRIV1006:context.Request.Headers[\"authorization\"].ToString()|});")]
    [InlineData("logger.LogInformation(\"{X}\", context.Request.Headers[\"X-Trace\"]);")]
    [InlineData("if (context.Request.Headers.TryGetValue(\"Cookie\", out var value)) logger.LogInformation(\"{X}\", {|PRIV1006:value|});")]
    [InlineData("if (context.Request.Headers.TryGetValue(\"Accept\", out var value)) logger.LogInformation(\"{X}\", value);")]
    [InlineData("logger.LogInformation(\"{X}\", {|PRIV1006:context.Request.Headers.Authorization|});")]
    public Task Look_ups_by_constant(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));

    [Theory]
    [InlineData("http.GetAsync(\"https://x/?e=\" + {|PRIV1007:customer.Email|});")]
    [InlineData("var url = $\"https://x/{customer.Email}\"; http.GetStringAsync({|PRIV1007:url|});")]
    [InlineData("var uri = new Uri(\"https://x/?e=\" + {|PRIV1007:customer.Email|}); http.GetAsync(uri);")]
    [InlineData("var uri = new Uri(\"https://x/?e=\" + {|PRIV1007:customer.Email|}); http.GetAsync(uri.ToString());")]
    [InlineData("var uri = new Uri(\"https://x/?e=\" + {|PRIV1007:customer.Email|}); logger.LogInformation(\"{U}\", {|PRIV1001:uri|});")]
    [InlineData("var uri = new Uri(\"https://x/?e=\" + {|PRIV1007:customer.Email|}); logger.LogInformation(\"{U} {S}\", uri.Host, uri.Port);")]
    [InlineData("var b = new UriBuilder(\"https://x\") { Query = \"e=\" + {|PRIV1007:customer.Email|} }; http.GetAsync(b.Uri);")]
    [InlineData("var b = new UriBuilder(\"https://x\"); b.Query = \"e=\" + {|PRIV1007:customer.Email|}; http.GetAsync(b.ToString());")]
    [InlineData("var url = QueryHelpers.AddQueryString(\"https://x\", \"email\", {|PRIV1007:customer.Email|}); http.GetAsync(url);")]
    [InlineData("context.Response.Redirect(\"/done?mail=\" + {|PRIV1007:Uri.EscapeDataString(customer.Email)|});")]
    [InlineData("http.GetAsync(\"https://x/?t=\" + {|PRIV1006:new Login().Token|});")]
    [InlineData("http.GetAsync(\"https://x/?id=\" + customer.Id);")]
    [InlineData("http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", new Login().Token);")]
    [InlineData("http.PostAsync(\"https://x/\", new StringContent(customer.Email));")]
    public Task Urls(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));

    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"c.txt\", {|PRIV1017:customer.Email|});")]
    [InlineData("using var w = new System.IO.StreamWriter(\"c.txt\"); w.WriteLine(\"to \" + {|PRIV1017:customer.Email|});")]
    [InlineData("using var w = new System.IO.StringWriter(); w.WriteLine(customer.Email);")]
    [InlineData("context.Response.Headers[\"X-Mail\"] = {|PRIV1017:customer.Email|};")]
    [InlineData("context.Response.Cookies.Append(\"mail\", {|PRIV1017:customer.Email|});")]
    [InlineData("System.IO.File.WriteAllText(\"c.txt\", customer.Plan);")]
    public Task Files_headers_and_cookies(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));

    [Theory]
    [InlineData("insights.TrackEvent(\"sign-in\", {|PRIV1002:new Dictionary<string, string> { [\"mail\"] = customer.Email }|});")]
    [InlineData("insights.TrackTrace(\"hello \" + {|PRIV1002:customer.Email|});")]
    [InlineData("insights.Context.User.AuthenticatedUserId = {|PRIV1002:customer.Email|};")]
    [InlineData("Sentry.SentrySdk.CaptureMessage({|PRIV1002:customer.Email|});")]
    [InlineData("Sentry.SentrySdk.AddBreadcrumb({|PRIV1002:customer.Email|});")]
    [InlineData("Sentry.SentrySdk.ConfigureScope(scope => scope.SetTag(\"mail\", {|PRIV1002:customer.Email|}));")]
    [InlineData("Sentry.SentrySdk.ConfigureScope(scope => scope.User.Email = {|PRIV1002:customer.Email|});")]
    [InlineData("counter.WithLabels({|PRIV1002:customer.Email|}).Inc();")]
    [InlineData("OpenTelemetry.Baggage.SetBaggage(\"mail\", {|PRIV1002:customer.Email|});")]
    [InlineData("insights.TrackEvent(\"sign-in\", new Dictionary<string, string> { [\"plan\"] = customer.Plan });")]
    public Task Telemetry_clients(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));
}
