// out and ref parameters
using System.Diagnostics.CodeAnalysis;

// case: out of a helper
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (TryGetMail(customer, out string mail))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }

    static bool TryGetMail(Customer customer, out string mail)
    {
        mail = customer.Email;
        return mail != "";
    }
}

// case: one of two out parameters
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Split(customer, out string plan, out string name);
        logger.LogInformation("{Plan} {Name}", plan, {|PRIV1001:name|});
    }

    static void Split(Customer customer, out string plan, out string name)
    {
        plan = customer.Plan;
        name = customer.Name;
    }
}

// case: ref that is filled
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = "to: ";
        Append(ref text, customer.Email);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }

    static void Append(ref string text, string value) => text += value;
}

// case: swapped
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string a = customer.Email, b = "x";
        Swap(ref a, ref b);
        logger.LogInformation("{A}", a);
        logger.LogInformation("{B}", {|PRIV1001:b|});
    }

    static void Swap(ref string left, ref string right)
    {
        string held = left;
        left = right;
        right = held;
    }
}

// case: out into a member and into an element
class C(ILogger<C> logger)
{
    private string _last = "";

    void M(Customer customer)
    {
        Fill(customer, out _last);
        logger.LogInformation("{Last}", {|PRIV1001:_last|});
        var parts = new string[2];
        Fill(customer, out parts[1]);
        logger.LogInformation("{Part}", {|PRIV1001:parts[1]|});
    }

    static void Fill(Customer customer, out string text) => text = customer.Name;
}

// case: out object
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Make(customer, out Dto dto);
        logger.LogInformation("{Id} {Mail}", dto.Id, {|PRIV1001:dto.Mail|});
    }

    static void Make(Customer customer, out Dto dto) => dto = new Dto { Id = 1, Mail = customer.Email };
}

// case: an out person
class Store
{
    private readonly Dictionary<int, Customer> _all = new();
    public bool TryFind(int id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Customer? customer) => _all.TryGetValue(id, out customer);
}

class C(Store store, ILogger<C> logger)
{
    void M(int id)
    {
        if (store.TryFind(id, out var found))
            logger.LogInformation("{Mail} {Plan}", {|PRIV1001:found.Email|}, found.Plan);
    }
}

// case: handed through two helpers
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Outer(customer, out string text);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }

    static void Outer(Customer customer, out string text) => Inner(customer.Phone, out text);

    static void Inner(string? value, out string text) => text = value ?? "";
}

// case: classified out parameter
interface IDirectory
{
    bool TryFind(int id, [Identifier] out string mail);
}

class C(IDirectory directory, ILogger<C> logger)
{
    void M()
    {
        if (directory.TryFind(3, out string mail))
            logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: in parameter and ref readonly
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string mail = customer.Email;
        Log(in {|PRIV1001:mail|});
    }

    void Log(in string text) => logger.LogInformation("{Text}", text);
}

// case: ref return
class Box
{
    private string _text = "";
    public ref string Text => ref _text;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var box = new Box();
        box.Text = customer.Email;
        logger.LogInformation("{Text}", {|PRIV1001:box.Text|});
    }
}

// case: parsed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (System.Net.Mail.MailAddress.TryCreate(customer.Email, out var address))
            logger.LogInformation("{User}", {|PRIV1001:address.User|});
    }
}

// case: out of a helper that only answers
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Check(customer, out int length, out bool known, out string kind);
        logger.LogInformation("{Length} {Known} {Kind}", length, known, kind);
    }

    static void Check(Customer customer, out int length, out bool known, out string kind)
    {
        length = customer.Email.Length;
        known = customer.Phone is not null;
        kind = known ? "full" : "bare";
    }
}

// case: ref that is cleaned
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = customer.Email;
        Clean(ref text);
        logger.LogInformation("{Text}", text);
    }

    static void Clean(ref string text) => text = "hidden";
}

// case: discarded
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        bool found = TryGetMail(customer, out _);
        logger.LogInformation("{Found}", found);
    }

    static bool TryGetMail(Customer customer, out string mail)
    {
        mail = customer.Email;
        return mail.Length > 0;
    }
}

// case: exchanged
class C(ILogger<C> logger)
{
    private string _last = "";

    void M(Customer customer)
    {
        Interlocked.Exchange(ref _last, customer.Email);
        logger.LogInformation("{Last}", {|PRIV1001:_last|});
    }
}

// case: what was exchanged
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string current = customer.Email;
        string before = Interlocked.Exchange(ref current, "none");
        logger.LogInformation("{Before}", {|PRIV1001:before|});
    }
}

// case: volatile
class C(ILogger<C> logger)
{
    private string _last = "";

    void M(Customer customer)
    {
        Volatile.Write(ref _last, customer.Email);
        logger.LogInformation("{Last}", {|PRIV1001:Volatile.Read(ref _last)|});
    }
}

// case: ref to an element
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var parts = new string[2];
        ref string part = ref parts[0];
        part = customer.Email;
        logger.LogInformation("{Part}", {|PRIV1001:parts[0]|});
    }
}

// case: out parameter of a constructor
class Reader
{
    public Reader(Customer customer, out string mail) => mail = customer.Email;
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        _ = new Reader(customer, out string mail);
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: out parameter of a local function and a delegate
class C(ILogger<C> logger)
{
    delegate bool Getter(Customer customer, out string mail);

    void M(Customer customer)
    {
        Local(out string one);
        logger.LogInformation("{One}", {|PRIV1001:one|});

        void Local(out string text) => text = customer.Email;
    }
}

// case: out parameter of a lambda
class C(ILogger<C> logger)
{
    delegate bool Getter(Customer customer, out string mail);

    void M(Customer customer)
    {
        Getter getter = (Customer from, out string text) => { text = from.Email; return true; };
        getter(customer, out string mail);
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: an import that reports the line that failed
class Import(ILogger<Import> logger)
{
    public int Run(IReadOnlyList<Customer> customers)
    {
        var failures = new List<(int Line, string Reason)>();
        for (int i = 0; i < customers.Count; i++)
        {
            if (TryStore(customers[i], out string reason))
                continue;
            failures.Add((i, reason));
        }

        foreach ((int line, string why) in failures)
            logger.LogWarning("Line {Line}: {Reason}", line, {|PRIV1001:why|});
        return failures.Count;
    }

    private static bool TryStore(Customer customer, out string reason)
    {
        reason = customer.Email.Contains('@') ? "" : "not an address: " + customer.Email;
        return reason.Length == 0;
    }
}

// case: a try pattern with not-null-when
class Directory
{
    private readonly Dictionary<int, Customer> _all = new();

    public void Add(Customer customer) => _all[customer.Id] = customer;

    public bool TryFind(int id, [NotNullWhen(true)] out string? email)
    {
        email = _all.TryGetValue(id, out Customer? customer) ? customer.Email : null;
        return email is not null;
    }
}

class C(Directory directory, ILogger<C> logger)
{
    void M(int id)
    {
        if (directory.TryFind(id, out string? email))
            logger.LogInformation("Found {Email}", {|PRIV1001:email|});
        else
            logger.LogInformation("Missing {Id}, {IsNull}", id, email is null);
    }
}

// case: a method of one's own that gives back a field by ref
class C(ILogger<C> logger)
{
    private string _mail = "", _plan = "";

    void M(Customer customer)
    {
        Mail() = customer.Email;
        Plan() = customer.Plan;
        logger.LogInformation("{Mail} {Plan}", {|PRIV1001:_mail|}, _plan);
        Mail() = "";
        logger.LogInformation("{Mail}", _mail);
    }

    private ref string Mail() => ref _mail;

    private ref string Plan() => ref _plan;
}

// case: an element given back by ref, kept in a ref local
class C(ILogger<C> logger)
{
    private readonly string[] _lines = new string[8];

    void M(Customer customer, int index)
    {
        ref string line = ref Line(index);
        line = customer.Name;
        logger.LogInformation("{Line}", {|PRIV1001:_lines[0]|});
    }

    private ref string Line(int index)
    {
        if (index < 0)
            throw new ArgumentOutOfRangeException(nameof(index));
        return ref _lines[index];
    }
}

// case: one of two arguments given back by ref
class C(ILogger<C> logger)
{
    void M(Customer customer, bool first)
    {
        string left = "", right = "", other = "";
        Choose(ref left, ref right, first) = customer.Email;
        logger.LogInformation("{Left} {Right} {Other}", {|PRIV1001:left|}, {|PRIV1001:right|}, other);
    }

    private static ref string Choose(ref string left, ref string right, bool first) => ref first ? ref left : ref right;
}
