// Delegates kept in fields, events, method groups

// case: delegate in a field, set in the constructor
class C
{
    private readonly Action<string> _write;
    public C(ILogger<C> logger) => _write = text => logger.LogInformation("{Text}", text);
    public void M(Customer customer) => _write({|PRIV1001:customer.Email|});
}

// case: static readonly delegate
class C
{
    private static readonly Action<string> Out = text => Console.WriteLine(text);
    void M(Customer customer) => Out({|PRIV1004:customer.Name|});
    void N(Customer customer) => Out.Invoke({|PRIV1004:customer.Email|});
}

// case: method group in a field
class C
{
    private readonly Action<string, int> _note;
    private readonly ILogger _logger;
    public C(ILogger logger) { _logger = logger; _note = Note; }
    private void Note(string who, int times) => _logger.LogInformation("{Who} {Times}", who, times);
    public void M(Customer customer) => _note({|PRIV1001:customer.Name|}, 2);
}

// case: event raised in the same class
class Sender
{
    private readonly ILogger _logger;
    public event Action<string>? Sent;
    public Sender(ILogger logger)
    {
        _logger = logger;
        Sent += OnSent;
    }
    private void OnSent(string to) => _logger.LogInformation("Sent to {To}", to);
    public void Send(Customer customer) => Sent?.Invoke({|PRIV1001:customer.Email|});
}

// case: event with its arguments' object
// known-miss: handlers that another class adds to an event are not followed
class SentArgs(string to) : EventArgs { public string To { get; } = to; }
class Sender
{
    public event EventHandler<SentArgs>? Sent;
    public void Send(Customer customer) => Sent?.Invoke(this, {|PRIV1001:new SentArgs(customer.Email)|});
}
class Watcher
{
    private readonly ILogger _logger;
    public Watcher(Sender sender, ILogger logger) { _logger = logger; sender.Sent += OnSent; }
    private void OnSent(object? sender, SentArgs e) => _logger.LogInformation("Sent to {To}", e.To);
}

// case: handler of another's event, the source in the handler
class Feed { public event Action<Customer>? Arrived; public void Push(Customer customer) => Arrived?.Invoke(customer); }
class C
{
    public C(Feed feed, ILogger<C> logger) => feed.Arrived += customer => logger.LogInformation("{Email}", {|PRIV1001:customer.Email|});
}

// case: func kept in a property gives it back
class Column { public string Title { get; init; } = ""; public Func<Customer, string> Text { get; init; } = _ => ""; }
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var column = new Column { Title = "Mail", Text = each => each.Email };
        logger.LogInformation("{Title} {Text}", column.Title, {|PRIV1001:column.Text(customer)|});
    }
}

// case: dictionary of handlers
class C(ILogger<C> logger)
{
    void M(Customer customer, string kind)
    {
        var handlers = new Dictionary<string, Action<string>>
        {
            ["log"] = text => logger.LogInformation("{Text}", text),
            ["none"] = _ => { },
        };
        handlers[kind]({|PRIV1001:customer.Email|});
    }
}

// case: combined delegates
class C
{
    void M(Customer customer, ILogger logger)
    {
        Action<string> action = _ => { };
        action += text => logger.LogInformation("{Text}", text);
        action({|PRIV1001:customer.Email|});
    }
}

// case: own delegate type with an out parameter
delegate bool Finder(Customer customer, out string text);
class C(ILogger<C> logger)
{
    static bool ByMail(Customer customer, out string text) { text = customer.Email; return true; }
    void M(Customer customer)
    {
        Finder find = ByMail;
        if (find(customer, out string text))
            logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: quiet when the event's handler only counts
class Sender
{
    private int _count;
    public event Action<string>? Sent;
    public Sender() => Sent += _ => _count++;
    public void Send(Customer customer, ILogger logger)
    {
        Sent?.Invoke(customer.Email);
        logger.LogInformation("{Count}", _count);
    }
}

// case: quiet for a predicate
class C(ILogger<C> logger)
{
    private readonly Func<string, bool> _isOurs = mail => mail.EndsWith("@example.com", StringComparison.Ordinal);
    void M(Customer customer) => logger.LogInformation("{Ours}", _isOurs(customer.Email));
}

// case: callback handed to another object, which calls it with its own data
class Reader
{
    private readonly Action<Customer> _found;
    public Reader(Action<Customer> found) => _found = found;
    public void Read(List<Customer> customers) => customers.ForEach(_found);
}
class C(ILogger<C> logger)
{
    Reader M() => new(customer => logger.LogInformation("{Name}", {|PRIV1001:customer.Name|}));
}

// case: list of handlers
class Bus
{
    private readonly List<Action<string>> _handlers = new();
    public Bus(ILogger logger) => _handlers.Add(text => logger.LogInformation("{Text}", text));
    public void Publish(Customer customer)
    {
        foreach (Action<string> handler in _handlers)
            handler({|PRIV1001:customer.Email|});
    }
}

// case: delegate handed down two calls
class C(ILogger<C> logger)
{
    static void Outer(Action<string> write, string text) => Inner(write, "> " + text);
    static void Inner(Action<string> write, string text) => write(text);
    void M(Customer customer)
    {
        Outer(text => logger.LogInformation("{Text}", text), {|PRIV1001:customer.Email|});
        Outer(text => { }, customer.Email);
    }
}

// case: currying
class C(ILogger<C> logger)
{
    static Func<string, string> Prefix(string prefix) => text => prefix + text;
    void M(Customer customer)
    {
        logger.LogInformation("{Text}", {|PRIV1001:Prefix(customer.Name)("!")|});
        logger.LogInformation("{Text}", {|PRIV1001:Prefix("Dear ")(customer.Name)|});
        logger.LogInformation("{Text}", Prefix("Dear ")("all"));
    }
}

// case: an event's arguments
// known-miss: handlers that another class adds to an event are not followed
class CustomerChanged(string who) : EventArgs
{
    public string Who { get; } = who;
}

class Customers
{
    public event EventHandler<CustomerChanged>? Changed;

    public void Rename(Customer customer) => Changed?.Invoke(this, {|PRIV1001:new CustomerChanged(customer.Name)|});
}

class Listener
{
    private readonly ILogger _logger;

    public Listener(Customers customers, ILogger logger)
    {
        _logger = logger;
        customers.Changed += OnChanged;
    }

    private void OnChanged(object? sender, CustomerChanged e) => _logger.LogInformation("Renamed {Who}", e.Who);
}
