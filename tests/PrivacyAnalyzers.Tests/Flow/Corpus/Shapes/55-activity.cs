// Spans: tags, events, baggage, names, links
using System.Diagnostics;

// case: tags
class C
{
    void M(Customer customer, Activity? activity)
    {
        activity?.SetTag("user.id", customer.Id);
        activity?.SetTag("user.email", {|PRIV1002:customer.Email|});
        activity?.AddTag("user.name", {|PRIV1002:customer.Name|})?.SetTag("plan", customer.Plan);
        Activity.Current?.SetTag("balance", {|PRIV1002:customer.Balance|});
    }
}

// case: baggage and display name
class C
{
    void M(Customer customer, Account account)
    {
        Activity activity = new("sign-in");
        activity.AddBaggage("user", {|PRIV1002:customer.Email|});
        activity.SetBaggage("key", {|PRIV1006:account.ApiKey|});
        activity.DisplayName = "sign-in of " + {|PRIV1002:customer.Name|};
        activity.SetStatus(ActivityStatusCode.Error, $"No mail for {{|PRIV1002:customer.Email|}}");
    }
}

// case: an event with tags
class C
{
    void M(Customer customer, Activity activity)
    {
        var tags = new ActivityTagsCollection { ["id"] = customer.Id };
        tags["mail"] = customer.Email;
        activity.AddEvent(new ActivityEvent("sent", tags: {|PRIV1002:tags|}));
    }
}

// case: an event's name
class C
{
    void M(Customer customer, Activity activity) => activity.AddEvent(new ActivityEvent("sent to " + {|PRIV1002:customer.Email|}));
}

// case: tags given at the start
class C
{
    private static readonly ActivitySource Source = new("Shop");
    void M(Customer customer)
    {
        using Activity? activity = Source.StartActivity("order", ActivityKind.Internal, default(ActivityContext), {|PRIV1002:new Dictionary<string, object?> { ["mail"] = customer.Email }|});
        activity?.SetTag("id", customer.Id);
    }
}

// case: the operation's name
class C
{
    private static readonly ActivitySource Source = new("Shop");
    void M(Customer customer)
    {
        using Activity? activity = Source.StartActivity($"order of {{|PRIV1002:customer.Name|}}");
    }
}

// case: through a helper and an extension
static class Tags
{
    public static Activity? With(this Activity? activity, string name, object? value) => activity?.SetTag(name, value);
}
class C
{
    void M(Customer customer) => Activity.Current.With("id", customer.Id).With("mail", {|PRIV1002:customer.Email|});
}

// case: a whole object, and OpenTelemetry's own span
class C
{
    void M(Customer customer, Person person, Activity activity, OpenTelemetry.Trace.TelemetrySpan span)
    {
        activity.SetTag("person", {|PRIV1005:person|});
        span.SetAttribute("mail", {|PRIV1002:customer.Email|});
        span.AddEvent({|PRIV1002:customer.Name|});
        OpenTelemetry.Baggage.SetBaggage("mail", {|PRIV1002:customer.Email|});
    }
}

// case: diagnostic source
class C
{
    private static readonly DiagnosticListener Listener = new("Shop");
    void M(Customer customer)
    {
        if (Listener.IsEnabled("Sent"))
            Listener.Write("Sent", {|PRIV1005:new { customer.Id, customer.Email }|});
    }
}

// case: an exception recorded with its message
class C
{
    void M(Customer customer, Activity activity)
    {
        var error = new InvalidOperationException($"No orders of {{|PRIV1003:customer.Email|}}");
        activity.AddException({|PRIV1002:error|});
    }
}

// case: quiet for keys, ids and reading
class C
{
    void M(Customer customer, Activity activity)
    {
        activity.SetTag("customer.email.length", customer.Email.Length);
        activity.SetTag("customer.id", customer.Id).SetTag("known", customer.Email != "");
        object? before = activity.GetTagItem("customer.email");
        activity.SetStatus(customer.Email == "" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        activity.SetEndTime(DateTime.UtcNow);
    }
}

// case: display name and tags through a listener of one's own
class C
{
    void M(Customer customer)
    {
        using var activity = new Activity("order") { DisplayName = {|PRIV1002:customer.Name|} };
        activity.SetCustomProperty("customer", {|PRIV1002:customer.Email|});
        foreach (string part in customer.Email.Split('@'))
            activity.AddTag("part", {|PRIV1002:part|});
    }
}

// case: links
class C
{
    void M(Customer customer, ActivityContext context, Activity activity)
    {
        var tags = new ActivityTagsCollection(new Dictionary<string, object?> { ["mail"] = customer.Email });
        activity.AddLink(new ActivityLink(context, {|PRIV1002:tags|}));
    }
}

// case: tags made by a method
class C
{
    static IEnumerable<KeyValuePair<string, object?>> Tags(Customer customer)
    {
        yield return new("id", customer.Id);
        yield return new("mail", customer.Email);
    }
    void M(Customer customer)
    {
        foreach ((string key, object? value) in Tags(customer))
            Activity.Current?.SetTag(key, {|PRIV1002:value|});
    }
}
