// NuGet/NuGetGallery#5083: a user's name in the address of a request's telemetry
using Microsoft.ApplicationInsights;
using Microsoft.ApplicationInsights.DataContracts;

// case: as reported
class ProfileTelemetry(TelemetryClient client)
{
    public void Track(Customer customer, TimeSpan duration)
    {
        var url = new Uri("https://gallery.example/profiles/" + {|PRIV1007:customer.Name|});
        var request = new RequestTelemetry { Name = "Users/Profiles", Duration = duration };
        request.Url = {|PRIV1002:url|};
        client.TrackRequest(request);
    }
}

// case: the name of the operation
class ProfileTelemetry(TelemetryClient client)
{
    public void Track(Customer customer, DateTimeOffset start)
    {
        string name = $"GET /profiles/{customer.Name}";
        client.TrackRequest({|PRIV1002:name|}, start, TimeSpan.FromSeconds(1), "200", true);
        client.TrackRequest("GET /profiles", start, TimeSpan.FromSeconds(1), "200", true);
    }
}

// case: rewritten before it is sent
class ProfileTelemetry(TelemetryClient client)
{
    public void Track(Customer customer)
    {
        string path = "/profiles/" + customer.Name;
        path = "/profiles/{name}";
        client.TrackEvent(path);
        client.TrackEvent("Profile", new Dictionary<string, string> { ["plan"] = customer.Plan });
    }
}

// case: a dependency's data, by an initializer
class DependencyTracker(TelemetryClient client)
{
    public void Track(Customer customer)
    {
        var dependency = new DependencyTelemetry { Type = "HTTP", Name = "GET /profiles" };
        dependency.Data = "https://gallery.example/profiles/" + {|PRIV1002:customer.Name|};
        dependency.Properties["user"] = {|PRIV1002:customer.Name.ToLowerInvariant()|};
        client.TrackDependency(dependency);
    }
}

// case: a page view with an address of which only the path is personal
class PageTracker(TelemetryClient client)
{
    public void Track(Customer customer)
    {
        var view = new PageViewTelemetry("Profile") { Url = {|PRIV1002:new Uri($"https://gallery.example/{{|PRIV1007:Uri.EscapeDataString(customer.Name)|}}/packages")|} };
        client.TrackPageView(view);
    }
}
