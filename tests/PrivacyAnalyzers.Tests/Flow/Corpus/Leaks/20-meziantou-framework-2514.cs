// meziantou/Meziantou.Framework#2514: a hand-written ToString that shows the password

// case: as reported
class Credentials
{
    [Identifier] public string UserName { get; set; } = "";
    [Credential] public string Password { get; set; } = "";

    public override string ToString() => $"UserName: {UserName}, Password: {Password}";
}

class Prompt(ILogger<Prompt> logger)
{
    public void Save(Credentials credentials) => logger.LogDebug("Saving {Credentials}", {|PRIV1006:credentials|});
}

// case: shown by an interpolation
class Credentials
{
    [Credential] public string Password { get; set; } = "";

    public override string ToString()
    {
        var text = new System.Text.StringBuilder("Credentials ");
        text.Append(Password);
        return text.ToString();
    }
}

class Prompt
{
    public void Show(Credentials credentials)
    {
        Console.WriteLine($"Using {{|PRIV1006:credentials|}}");
        Console.WriteLine("Using " + {|PRIV1006:credentials|});
    }
}

// case: a base class's text, shown through the derived
abstract class Secret
{
    [Credential] public string Value { get; init; } = "";

    public sealed override string ToString() => GetType().Name + "=" + Value;
}

class Pin : Secret;

class Vault(NLog.Logger log)
{
    public void Open(Pin pin) => log.Warn("Opened with {0}", {|PRIV1006:pin|});
}

// case: a text that leaves the secret out
class Credentials
{
    [Credential] public string Password { get; set; } = "";
    public string Realm { get; set; } = "";

    public override string ToString() => $"Realm: {Realm}, Password: {(Password.Length > 0 ? "set" : "none")}";
}

class Prompt(ILogger<Prompt> logger)
{
    public void Save(Credentials credentials) => logger.LogDebug("Saving {Credentials}", credentials);
}

// case: by an interface's text with a format
class Credentials : IFormattable
{
    [Identifier] public string UserName { get; set; } = "";
    [Credential] public string Password { get; set; } = "";

    public string ToString(string? format, IFormatProvider? provider) => format switch
    {
        "U" => "user",
        _ => UserName + ":" + Password,
    };

    public override string ToString() => ToString("G", null);
}

class Prompt(ILogger<Prompt> logger)
{
    public void Save(Credentials credentials)
    {
        string text = credentials.ToString();
        logger.LogDebug("Saving {Credentials}", {|PRIV1006:text|});
        logger.LogDebug($"Saving {{|PRIV1006:credentials|}}");
    }
}

// case: inside another object's text
class Credentials
{
    [Credential] public string Password { get; set; } = "";

    public override string ToString() => "pw=" + Password;
}

class Session(Credentials credentials)
{
    private readonly Credentials _credentials = credentials;

    public override string ToString() => $"session with {_credentials}";
}

class Prompt(Serilog.ILogger log)
{
    public void Show(Session session) => log.Warning("Open {Session}", {|PRIV1006:session|});
}
