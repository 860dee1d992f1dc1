// A field set in the constructor and read in another method
using System.Collections.Concurrent;
using System.Net.Http;

// case: handed to the constructor, logged in a method
class Job
{
    private readonly string _recipient;
    private readonly ILogger _logger;
    public Job(Customer customer, ILogger logger)
    {
        _recipient = customer.Email;
        _logger = logger;
    }
    public void Run() => _logger.LogInformation("Sending to {Recipient}", {|PRIV1001:_recipient|});
}

// case: captured primary constructor parameter
class Job(Customer customer, ILogger<Job> logger)
{
    public void Run() => logger.LogInformation("Sending to {Recipient}", {|PRIV1001:customer.Email|});
}

// case: field initializer from a primary constructor parameter
class Job(Account account)
{
    private readonly string _key = account.ApiKey;
    public void Run() => Console.WriteLine($"Calling with {{|PRIV1006:_key|}}");
}

// case: a chain of constructors
class Mail
{
    private readonly string _to;
    private readonly string _subject;
    public Mail(Customer customer) : this(customer.Email, "Hello") { }
    private Mail(string to, string subject) { _to = to; _subject = subject; }
    public void Send(ILogger logger)
    {
        logger.LogInformation("Subject {Subject}", _subject);
        logger.LogInformation("To {To}", {|PRIV1001:_to|});
    }
}

// case: through the base class's constructor and a protected property
abstract class Work
{
    protected Work(string who) => Who = who;
    protected string Who { get; }
}
class Invoice : Work
{
    public Invoice(Customer customer) : base(customer.Name) { }
    public void Run(ILogger logger) => logger.LogInformation("Invoice of {Who}", {|PRIV1001:Who|});
}

// case: made and called by another class
class Notice
{
    private readonly string _address;
    public Notice(string address) => _address = address;
    public void Write(ILogger logger) => logger.LogWarning("Bounced: {Address}", _address);
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var notice = new Notice(customer.Email);
        {|PRIV1001:notice|}.Write(logger);
    }
}

// case: the whole person in a field
class Basket
{
    private readonly Person _person;
    public Basket(Person person) => _person = person;
    public void Check(ILogger logger)
    {
        logger.LogInformation("Basket of {Id}", _person.Id);
        logger.LogInformation("Basket of {Person}", {|PRIV1005:_person|});
    }
}

// case: set in a method by a lazy assignment
class Title
{
    private string? _title;
    private readonly Customer _customer;
    public Title(Customer customer) => _customer = customer;
    private string Text => _title ??= "Dear " + _customer.Name;
    public void Print() => Console.WriteLine({|PRIV1004:Text|});
}

// case: quiet when another field is read
class Job
{
    private readonly string _recipient;
    private readonly int _id;
    public Job(Customer customer) { _recipient = customer.Email; _id = customer.Id; }
    public bool IsEmpty => string.IsNullOrEmpty(_recipient);
    public void Run(ILogger logger) => logger.LogInformation("Job {Id} {Empty}", _id, IsEmpty);
}

// case: quiet when two types have a field of that name
class First
{
    private readonly string _value;
    public First(Customer customer) => _value = customer.Email;
    public int Length => _value.Length;
}
class Second
{
    private readonly string _value;
    public Second(Customer customer) => _value = customer.Plan;
    public void Run(ILogger logger) => logger.LogInformation("{Value}", _value);
}

// case: constructor that logs
class Visit
{
    public Visit(string who) => Console.WriteLine("Visit of " + who);
}
class Call(string who) : Visit(who.Trim());
class C
{
    object M(Customer customer) => new Visit({|PRIV1004:customer.Name|});
    object N(Customer customer) => new Call({|PRIV1004:customer.Name|});
}

// case: struct and record with a method that logs
readonly struct Line(string text) { public void Print() => Console.WriteLine(text); }
record Note(string Text) { public void Write(ILogger logger) => logger.LogInformation("{Text}", Text); }
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        {|PRIV1004:new Line(customer.Name)|}.Print();
        var note = new Note(customer.Email);
        {|PRIV1001:note|}.Write(logger);
    }
}

// case: property set later by an outsider
class Template
{
    public string Greeting { get; set; } = "Hello";
    public void Print() => Console.WriteLine(Greeting);
}
class C
{
    void M(Customer customer)
    {
        var template = new Template();
        template.Print();
        template.Greeting = "Dear " + customer.Name;
        {|PRIV1004:template|}.Print();
    }
}

// case: a nested object's field
class Part { public string Text = ""; }
class Whole
{
    private readonly Part _part = new();
    public Whole(Customer customer) => _part.Text = customer.Email;
    public void Print() => Console.WriteLine({|PRIV1004:_part.Text|});
}

// case: a dictionary of headers of one's own, one line each
class ApiClient(HttpClient http, ILogger<ApiClient> logger)
{
    private readonly Dictionary<string, string> _headers = new();

    public ApiClient With(Account account)
    {
        _headers["X-Api-Key"] = account.ApiKey;
        _headers["Accept"] = "application/json";
        return this;
    }

    public async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (KeyValuePair<string, string> header in _headers)
        {
            request.Headers.Add(header.Key, header.Value);
            logger.LogTrace("{Header}", {|PRIV1006:header.Value|});
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

// case: an audit entry kept in a queue and written by a worker
class AuditEntry
{
    public DateTimeOffset At { get; init; }
    public string What { get; init; } = "";
}

class AuditQueue(ILogger<AuditQueue> logger)
{
    private readonly ConcurrentQueue<AuditEntry> _entries = new();

    public void PlanChanged(Customer customer) => _entries.Enqueue(new AuditEntry { At = DateTimeOffset.UtcNow, What = $"{customer.Email} changed to {customer.Plan}" });

    public void Flush()
    {
        while (_entries.TryDequeue(out AuditEntry? entry))
            logger.LogInformation("{At} {What}", entry.At, {|PRIV1001:entry.What|});
    }
}
