// npgsql/npgsql#1095: a private field with the password, in a line left over from debugging

// case: as reported
class Connector
{
    private readonly string _password;
    private readonly string _host;

    public Connector(string host, Account account)
    {
        _host = host;
        _password = account.Password;
    }

    public void Open()
    {
        Console.WriteLine("Host: " + _host);
        Console.WriteLine("Password: " + {|PRIV1006:_password|});
    }
}

// case: the field itself classified
class Connector
{
    [Credential] private string? _password;

    public string? Password
    {
        get => _password;
        set => _password = value;
    }

    public void Open()
    {
        if (_password is null)
            throw new InvalidOperationException("No password");
        System.Diagnostics.Debug.WriteLine("password is now " + {|PRIV1006:_password|});
    }
}

// case: set by a method, printed by another, by way of a third
class Connector
{
    private string _password = "";

    public void Configure(Account account) => _password = account.Password;

    private string Describe() => "Password: " + _password;

    public void Open() => Console.WriteLine({|PRIV1006:Describe()|});
}

// case: whether there is one
class Connector(Account account)
{
    private readonly string _password = account.Password;

    public void Open() => Console.WriteLine("Has a password: " + (_password.Length > 0) + ", " + string.IsNullOrEmpty(_password));
}

// case: by way of bytes that the protocol sends
class Connector(string host, Account account)
{
    private byte[] _secret = [];

    private void Prepare() => _secret = System.Text.Encoding.UTF8.GetBytes(account.Password + '\0');

    public void Open()
    {
        Prepare();
        Console.Error.WriteLine("{0}: sending {1} bytes: {2}", host, _secret.Length, {|PRIV1006:BitConverter.ToString(_secret)|});
    }
}

// case: parsed out of a connection string
class Settings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public Settings([Credential] string connectionString)
    {
        foreach (string part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = part.IndexOf('=');
            _values[part[..at].Trim()] = part[(at + 1)..];
        }
    }

    public void Dump()
    {
        Console.WriteLine(_values.Count);
        Console.WriteLine("Password: " + {|PRIV1006:_values["Password"]|});
    }
}
