// URLs that are built from the value, sent or logged
using System.Net.Http;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

// case: query of a builder
class C
{
    Uri M(Customer customer)
    {
        var builder = new UriBuilder("https://example.com/search");
        builder.Query = "mail=" + {|PRIV1007:Uri.EscapeDataString(customer.Email)|};
        builder.Fragment = "top";
        return builder.Uri;
    }
}

// case: query helpers
class C
{
    string M(Customer customer) => QueryHelpers.AddQueryString("https://example.com", "mail", {|PRIV1007:customer.Email|});
    string N(Customer customer) => QueryHelpers.AddQueryString("https://example.com", {|PRIV1007:new Dictionary<string, string?> { ["name"] = customer.Name }|});
    QueryString O(Customer customer) => QueryString.Create("phone", {|PRIV1007:customer.Phone|}!);
}

// case: sent by the client
class C(HttpClient http)
{
    async Task M(Customer customer, CancellationToken stop)
    {
        await http.GetAsync($"https://example.com/customers/{{|PRIV1007:customer.Email|}}", stop);
        await http.GetStringAsync("/names?q=" + {|PRIV1007:customer.Name|});
        await http.PostAsJsonAsync($"/customers/{customer.Id}", customer, stop);
    }
}

// case: built once, sent later
class C(HttpClient http)
{
    async Task M(Customer customer)
    {
        string url = "https://example.com/?mail=" + customer.Email;
        var uri = new Uri({|PRIV1007:url|});
        await http.GetAsync(uri);
    }
}

// case: a built URL is logged
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string url = QueryHelpers.AddQueryString("https://example.com", "mail", {|PRIV1007:customer.Email|});
        logger.LogInformation("Calling {Url}", {|PRIV1001:url|});
    }
}

// case: a Uri is logged
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var uri = new Uri("https://example.com/" + {|PRIV1007:customer.Name|});
        logger.LogInformation("Calling {Url}", {|PRIV1001:uri|});
        logger.LogInformation("Calling {Url}", {|PRIV1001:uri.AbsoluteUri|});
    }
}

// case: a credential in a URL
class C(HttpClient http)
{
    Task M(Account account) => http.GetStringAsync($"https://example.com/api?key={{|PRIV1006:account.ApiKey|}}&region={account.Region}");
    Uri N(Account account) => new UriBuilder("https://example.com") { Password = {|PRIV1006:account.Password|} }.Uri;
}

// case: URL helper and request message
class C(HttpClient http)
{
    static string Link(string name) => "https://example.com/" + Uri.EscapeDataString(name);
    Task M(Customer customer)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, {|PRIV1007:Link(customer.Name)|});
        return http.SendAsync(request);
    }
}

// case: relative, redirect and own sink
class Links { public string To([Sink(SinkKind.Url)] string path) => "https://example.com/" + path; }
class C(Links links)
{
    Uri M(Customer customer, Uri root) => new(root, {|PRIV1007:customer.Email|});
    void N(Customer customer, HttpResponse response) => response.Redirect("/welcome?name=" + {|PRIV1007:customer.Name|});
    string O(Customer customer) => links.To({|PRIV1007:customer.Email|});
}

// case: quiet for ids and bodies
class C(HttpClient http, ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        var uri = new Uri($"https://example.com/customers/{customer.Id}?plan={customer.Plan}");
        logger.LogInformation("Calling {Url}", uri);
        await http.PostAsync(uri, new StringContent(customer.Email));
        http.DefaultRequestHeaders.Add("X-Plan", customer.Plan);
    }
}

// case: quiet for the host of a URL
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var uri = new Uri("https://example.com/?mail=" + {|PRIV1007:customer.Email|});
        logger.LogInformation("Calling {Host} {Scheme} {Port}", uri.Host, uri.Scheme, uri.Port);
    }
}

// case: the values of a route
class C : Microsoft.AspNetCore.Mvc.Controller
{
    Microsoft.AspNetCore.Mvc.IActionResult Back(Customer customer) => RedirectToAction("Login", {|PRIV1007:new { email = customer.Email }|});
    Microsoft.AspNetCore.Mvc.IActionResult Made(Customer customer) => CreatedAtAction("Get", {|PRIV1007:new { id = customer.Name }|}, customer);
    Microsoft.AspNetCore.Mvc.IActionResult Search(Customer customer)
    {
        var values = new Microsoft.AspNetCore.Routing.RouteValueDictionary { ["plan"] = customer.Plan, ["phone"] = customer.Phone };
        return RedirectToRoute("search", {|PRIV1007:values|});
    }
    Microsoft.AspNetCore.Mvc.IActionResult All(Account account) => RedirectToActionPermanent("Show", "Accounts", {|PRIV1006:account|});
    IResult Minimal(Customer customer) => Results.RedirectToRoute("login", {|PRIV1007:new { customer.Email }|});
}
class Page : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    Microsoft.AspNetCore.Mvc.IActionResult OnPost(Customer customer) => RedirectToPage("/Login", {|PRIV1007:new { customer.Email }|});
    Microsoft.AspNetCore.Mvc.IActionResult OnGet(Customer customer) => Redirect("/login?name=" + {|PRIV1007:customer.Name|});
}

// case: quiet for a key among the values of a route
class C : Microsoft.AspNetCore.Mvc.Controller
{
    Microsoft.AspNetCore.Mvc.IActionResult Back(Customer customer) => RedirectToAction("Show", new { customer.Id, customer.Plan });
    Microsoft.AspNetCore.Mvc.IActionResult Made(Customer customer) => CreatedAtAction("Get", new { id = customer.Id }, customer);
}
