// Application Insights and Sentry
using Microsoft.ApplicationInsights;
using Microsoft.ApplicationInsights.Channel;
using Microsoft.ApplicationInsights.DataContracts;
using Microsoft.ApplicationInsights.Extensibility;
using Sentry;

// case: events and traces
class C(TelemetryClient client)
{
    void M(Customer customer)
    {
        client.TrackEvent("SignedIn", {|PRIV1002:new Dictionary<string, string> { ["mail"] = customer.Email, ["plan"] = customer.Plan }|});
        client.TrackTrace("Signed in: " + {|PRIV1002:customer.Name|});
        client.TrackTrace($"Signed in: {customer.Id}", SeverityLevel.Information);
    }
}

// case: properties collected before
class C(TelemetryClient client)
{
    void M(Customer customer)
    {
        var properties = new Dictionary<string, string>();
        properties["id"] = customer.Id.ToString();
        properties.Add("mail", customer.Email);
        client.TrackEvent("SignedIn", {|PRIV1002:properties|});
    }
}

// case: telemetry item
class C(TelemetryClient client)
{
    void M(Customer customer)
    {
        var item = new EventTelemetry("SignedIn");
        item.Properties["mail"] = {|PRIV1002:customer.Email|};
        item.Properties.Add("name", {|PRIV1002:customer.Name|});
        client.TrackEvent(item);
        client.TrackTrace(new TraceTelemetry({|PRIV1002:customer.Phone|}));
    }
}

// case: the context's user
class C(TelemetryClient client)
{
    void M(Customer customer)
    {
        client.Context.User.AuthenticatedUserId = {|PRIV1002:customer.Email|};
        client.Context.User.Id = {|PRIV1002:customer.Name|};
        client.Context.GlobalProperties["phone"] = {|PRIV1002:customer.Phone|}!;
        client.Context.Session.Id = customer.Id.ToString();
    }
}

// case: initializer
class UserInitializer(Func<Customer?> current) : ITelemetryInitializer
{
    public void Initialize(ITelemetry telemetry)
    {
        Customer? customer = current();
        if (customer is null)
            return;
        telemetry.Context.User.AuthenticatedUserId = {|PRIV1002:customer.Email|};
        if (telemetry is ISupportProperties properties)
            properties.Properties["name"] = {|PRIV1002:customer.Name|};
    }
}

// case: Sentry's scope
class C
{
    void M(Customer customer)
    {
        SentrySdk.ConfigureScope(scope =>
        {
            scope.User = new SentryUser { Id = customer.Id.ToString(), Email = {|PRIV1002:customer.Email|}, Username = {|PRIV1002:customer.Name|} };
            scope.SetTag("mail", {|PRIV1002:customer.Email|});
            scope.SetExtra("phone", {|PRIV1002:customer.Phone|});
        });
    }
}

// case: Sentry's breadcrumbs and messages
class C(IHub hub)
{
    void M(Customer customer, Account account)
    {
        SentrySdk.AddBreadcrumb($"Order of {{|PRIV1002:customer.Name|}}", "orders");
        SentrySdk.CaptureMessage("Refused " + {|PRIV1006:account.Password|});
        hub.CaptureMessage({|PRIV1002:customer.Email|});
        SentrySdk.AddBreadcrumb("Order", data: {|PRIV1002:new Dictionary<string, string> { ["mail"] = customer.Email }|});
    }
}

// case: an event's message and its exception
class C
{
    void M(Customer customer)
    {
        var sentry = new SentryEvent { Message = {|PRIV1002:customer.Email|} };
        sentry.SetTag("name", {|PRIV1002:customer.Name|});
        SentrySdk.CaptureEvent(sentry);
        SentrySdk.CaptureException({|PRIV1002:new InvalidOperationException("No orders of " + {|PRIV1003:customer.Name|})|});
    }
}

// case: own telemetry by attribute
class Events { public void Send(string name, [Sink(SinkKind.Telemetry)] object? value) { } }
class C(Events events)
{
    void M(Customer customer)
    {
        events.Send(customer.Name, customer.Id);
        events.Send("mail", {|PRIV1002:customer.Email|});
    }
}

// case: quiet for ids, numbers and names of events
class C(TelemetryClient client)
{
    void M(Customer customer)
    {
        client.TrackEvent("EmailChanged", new Dictionary<string, string> { ["plan"] = customer.Plan });
        client.TrackMetric("orders", customer.Orders.Count);
        client.Context.Session.Id = Guid.NewGuid().ToString();
        SentrySdk.ConfigureScope(scope => scope.SetTag("plan", customer.Plan));
        client.Flush();
    }
}
