// Lazy values, functions that return, factories

// case: Lazy of a local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var text = new Lazy<string>(() => customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:text.Value|});
    }
}

// case: Lazy in a field
class Profile
{
    private readonly Lazy<string> _title;
    public Profile(Customer customer) => _title = new Lazy<string>(() => "Dear " + customer.Name);
    public void Print() => Console.WriteLine({|PRIV1004:_title.Value|});
}

// case: Func local
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Func<string> get = () => customer.Name;
        logger.LogInformation("{Name} {Again}", {|PRIV1001:get()|}, {|PRIV1001:get.Invoke()|});
    }
}

// case: method that returns a function
class C(ILogger<C> logger)
{
    static Func<string> Later(string text) => () => text;
    void M(Customer customer)
    {
        Func<string> mail = Later(customer.Email);
        logger.LogInformation("{Mail}", {|PRIV1001:mail()|});
    }
}

// case: factory method of an object
class Message
{
    private Message(string to, string text) { To = to; Text = text; }
    public string To { get; }
    public string Text { get; }
    public static Message For(Customer customer, string text) => new(customer.Email, text);
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Message message = Message.For(customer, "Hello");
        logger.LogInformation("{Text} to {To}", message.Text, {|PRIV1001:message.To|});
    }
}

// case: factory behind an interface
interface ILabels { string Make(Customer customer); }
class Labels : ILabels { public string Make(Customer customer) => $"#{customer.Id} {customer.Name}"; }
class C(ILabels labels, ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Label}", {|PRIV1001:labels.Make(customer)|});
}

// case: GetOrAdd with a value factory
class C(ILogger<C> logger)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _names = new();
    void M(Customer customer)
    {
        string name = _names.GetOrAdd(customer.Id, _ => customer.Name);
        logger.LogInformation("{Name}", {|PRIV1001:name|});
    }
}

// case: LazyInitializer
class C(ILogger<C> logger)
{
    private string? _label;
    void M(Account account)
    {
        LazyInitializer.EnsureInitialized(ref _label, () => "key " + account.ApiKey);
        logger.LogInformation("{Label}", {|PRIV1006:_label|});
    }
}

// case: builder
class TextBuilder
{
    private readonly List<string> _parts = new();
    public TextBuilder With(string part) { _parts.Add(part); return this; }
    public string Build() => string.Join(" ", _parts);
}
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:new TextBuilder().With("Dear").With(customer.Name).Build()|});
}

// case: quiet for Lazy of a clean value and IsValueCreated
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var mail = new Lazy<string>(() => customer.Email);
        var plan = new Lazy<string>(() => customer.Plan);
        logger.LogInformation("{Created} {Plan}", mail.IsValueCreated, plan.Value);
    }
}

// case: quiet for a factory that keeps only the id
class Ticket
{
    public int Who { get; private init; }
    public string Tier { get; private init; } = "";
    public static Ticket For(Customer customer) => new() { Who = customer.Id, Tier = customer.Plan };
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Ticket ticket = Ticket.For(customer);
        logger.LogInformation("{Who} {Tier}", ticket.Who, ticket.Tier);
    }
}

// case: memory cache and a pool of one's own
class Pool<T> where T : class
{
    private T? _kept;
    public void Put(T value) => _kept = value;
    public T Take(Func<T> make) => _kept ?? make();
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var pool = new Pool<string>();
        logger.LogInformation("{Made}", {|PRIV1001:pool.Take(() => customer.Email)|});
        var other = new Pool<string>();
        other.Put(customer.Name);
        logger.LogInformation("{Kept}", {|PRIV1001:other.Take(() => "none")|});
    }
}

// case: activator and generic new
class Row { public string Mail { get; set; } = ""; }
class C(ILogger<C> logger)
{
    static T Make<T>(Action<T> fill) where T : new() { var made = new T(); fill(made); return made; }
    void M(Customer customer) => logger.LogInformation("{Mail}", {|PRIV1001:Make<Row>(row => row.Mail = customer.Email).Mail|});
}
