// A property setter with a body that hands its value to a sink

// case: setter logs the value
class Session(ILogger<Session> logger)
{
    private string _user = "";
    public string User
    {
        get => _user;
        set
        {
            logger.LogInformation("User is now {User}", value);
            _user = value;
        }
    }
}
class C
{
    void M(Session session, Customer customer) => session.User = {|PRIV1001:customer.Name|};
}

// case: setter calls a helper that writes to the console
class Profile
{
    private string _mail = "";
    public string Mail { get => _mail; set { Changed(nameof(Mail), value); _mail = value; } }
    private static void Changed(string what, string to) => Console.WriteLine(what + " -> " + to);
}
class C
{
    void M(Profile profile, Customer customer)
    {
        string email = customer.Email.ToLowerInvariant();
        profile.Mail = {|PRIV1004:email|};
    }
}

// case: init accessor in an object initializer
class Request
{
    private readonly string _from = "";
    public string From
    {
        get => _from;
        init
        {
            System.Diagnostics.Trace.WriteLine($"Request of {value}");
            _from = value;
        }
    }
}
class C
{
    Request M(Customer customer) => new() { From = {|PRIV1001:customer.Email|} };
}

// case: setter throws with the value
class Settings
{
    private string _phone = "";
    public string Phone
    {
        get => _phone;
        set => _phone = value.Length > 5 ? value : throw new ArgumentException("Not a number: " + value);
    }
}
class C
{
    void M(Settings settings, Customer customer) => settings.Phone = {|PRIV1003:customer.Phone|}!;
}

// case: the setter's own field, logged by the setter of another
class Card(ILogger<Card> logger)
{
    private string _holder = "";
    private int _tries;
    public Card Of(Customer customer) { _holder = customer.Name; return this; }
    public int Tries
    {
        get => _tries;
        set
        {
            _tries = value;
            logger.LogWarning("{Holder} tried {Tries} times", {|PRIV1001:_holder|}, value);
        }
    }
}

// case: an indexer's setter
class Bag(ILogger<Bag> logger)
{
    private readonly Dictionary<string, string> _values = new();
    public string this[string key]
    {
        get => _values[key];
        set
        {
            logger.LogDebug("{Key} = {Value}", key, value);
            _values[key] = value;
        }
    }
}
class C
{
    void M(Bag bag, Account account)
    {
        bag["region"] = account.Region;
        bag["key"] = {|PRIV1006:account.ApiKey|};
    }
}

// case: quiet when the setter logs only that it changed
class Session(ILogger<Session> logger)
{
    private string _user = "";
    public string User
    {
        get => _user;
        set
        {
            logger.LogInformation("User changed: {Changed}, {Length} characters", _user != value, value.Length);
            _user = value;
        }
    }
}
class C
{
    void M(Session session, Customer customer) => session.User = customer.Name;
}

// case: quiet for another property of the same type
class Session(ILogger<Session> logger)
{
    private string _plan = "";
    public string Plan { get => _plan; set { logger.LogInformation("Plan {Plan}", value); _plan = value; } }
    public string User { get; set; } = "";
}
class C
{
    void M(Session session, Customer customer)
    {
        session.User = customer.Name;
        session.Plan = customer.Plan;
    }
}

// case: through an interface's setter
interface ISession { string User { set; } }
class Session(ILogger<Session> logger) : ISession
{
    public string User { set => logger.LogInformation("User {User}", value); }
}
class C
{
    void M(ISession session, Customer customer) => session.User = {|PRIV1001:customer.Name|};
}

// case: own setter sets another property that logs
class Model
{
    private string _line = "";
    public string Line { get => _line; set { Console.WriteLine(value); _line = value; } }
    public string Name { set => Line = "Name: " + value; }
}
class C
{
    void M(Model model, Customer customer) => model.Name = {|PRIV1004:customer.Name|};
}

// case: compound assignment to a logging setter
class Buffer
{
    private string _text = "";
    public string Text { get => _text; set { System.Diagnostics.Trace.WriteLine(value); _text = value; } }
}
class C
{
    void M(Buffer buffer, Customer customer) => buffer.Text += {|PRIV1001:customer.Email|};
}
