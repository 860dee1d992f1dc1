// Metrics and their tags
using System.Diagnostics;
using System.Diagnostics.Metrics;

// case: counter with a pair
class C(Counter<int> counter, Histogram<double> histogram)
{
    void M(Customer customer)
    {
        counter.Add(1, {|PRIV1002:new KeyValuePair<string, object?>("mail", customer.Email)|});
        histogram.Record(2.5, new KeyValuePair<string, object?>("id", customer.Id), {|PRIV1002:new KeyValuePair<string, object?>("name", customer.Name)|});
    }
}

// case: tag list
class C(Counter<long> counter)
{
    void M(Customer customer)
    {
        var tags = new TagList { { "plan", customer.Plan }, { "mail", customer.Email } };
        counter.Add(1, {|PRIV1002:tags|});
        var more = new TagList();
        more.Add("phone", customer.Phone);
        counter.Add(1, {|PRIV1002:more|});
    }
}

// case: pair in a local
class C(UpDownCounter<int> counter)
{
    void M(Customer customer)
    {
        var pair = new KeyValuePair<string, object?>("mail", customer.Email);
        counter.Add(1, {|PRIV1002:pair|});
        KeyValuePair<string, object?>[] pairs = [pair, KeyValuePair.Create<string, object?>("plan", customer.Plan)];
        counter.Add(1, {|PRIV1002:pairs|});
    }
}

// case: observable gauge
class C
{
    public C(Meter meter, List<Customer> customers) =>
        meter.CreateObservableGauge("orders", () => customers.Select(customer => new Measurement<int>(customer.Orders.Count, {|PRIV1002:new KeyValuePair<string, object?>("mail", customer.Email)|})));
}

// case: prometheus-net
class C(Prometheus.Counter counter, Prometheus.Gauge gauge)
{
    void M(Customer customer)
    {
        counter.WithLabels(customer.Plan, {|PRIV1002:customer.Email|}).Inc();
        gauge.WithLabels({|PRIV1002:customer.Name|}).Set(customer.Orders.Count);
    }
}

// case: Application Insights' metrics
class C(Microsoft.ApplicationInsights.TelemetryClient client)
{
    void M(Customer customer)
    {
        client.GetMetric("orders", "customer").TrackValue(1, {|PRIV1002:customer.Email|});
        client.TrackMetric("orders", 1, {|PRIV1002:new Dictionary<string, string> { ["mail"] = customer.Email }|});
    }
}

// case: tags of the instrument
class C
{
    Counter<int> M(Meter meter, Customer customer) =>
        meter.CreateCounter<int>("orders", "1", "Orders of " + {|PRIV1002:customer.Name|});
}

// case: quiet for counts and plans
class C(Counter<int> counter, Histogram<double> histogram)
{
    void M(Customer customer)
    {
        counter.Add(customer.Orders.Count, new KeyValuePair<string, object?>("plan", customer.Plan));
        histogram.Record(customer.Email.Length, new TagList { { "email", customer.Id } });
        counter.Add(1, new KeyValuePair<string, object?>("known", customer.Phone is not null));
    }
}

// case: quiet when the tags were replaced
class C(Counter<int> counter)
{
    void M(Customer customer)
    {
        var pair = new KeyValuePair<string, object?>("mail", customer.Email);
        pair = new KeyValuePair<string, object?>("plan", customer.Plan);
        counter.Add(1, pair);
    }
}

// case: tags from a helper, and a span of them
class C(Counter<int> counter)
{
    static TagList Tags(Customer customer) => new() { { "plan", customer.Plan }, { "name", customer.Name } };
    void M(Customer customer)
    {
        counter.Add(1, {|PRIV1002:Tags(customer)|});
        Span<KeyValuePair<string, object?>> tags = [new("mail", customer.Email)];
        counter.Add(1, {|PRIV1002:tags|});
    }
}

// case: own metrics class
class Meters
{
    private readonly Counter<int> _sent;
    public Meters(IMeterFactory factory) => _sent = factory.Create("Shop").CreateCounter<int>("sent");
    public void Sent(string to, string plan) => _sent.Add(1, new("to", to), new("plan", plan));
}
class C(Meters meters)
{
    void M(Customer customer) => meters.Sent({|PRIV1002:customer.Email|}, customer.Plan);
}
