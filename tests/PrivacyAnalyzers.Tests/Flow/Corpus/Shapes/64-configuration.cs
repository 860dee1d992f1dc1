// Configuration, connection strings and options
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using System.Data.Common;
using System.Net;

// case: connection string
class C(ILogger<C> logger, IConfiguration configuration)
{
    void M()
    {
        logger.LogInformation("Connecting to {Db}", {|PRIV1006:configuration.GetConnectionString("Default")|});
        string text = configuration.GetConnectionString("Default") ?? "none";
        Console.WriteLine("db: " + {|PRIV1006:text|});
    }
}

// case: of an open connection
class C(ILogger<C> logger)
{
    void M(DbConnection connection, DbConnectionStringBuilder builder)
    {
        logger.LogInformation("{Db} {State}", {|PRIV1006:connection.ConnectionString|}, connection.State);
        throw new InvalidOperationException($"Cannot connect to {{|PRIV1006:builder.ConnectionString|}}");
    }
}

// case: options with a classified member
class SmtpOptions
{
    public string Host { get; set; } = "";
    [Identifier] public string User { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
}
class C(ILogger<C> logger, IOptions<SmtpOptions> options)
{
    void M()
    {
        logger.LogInformation("{Host} {User}", options.Value.Host, {|PRIV1001:options.Value.User|});
        SmtpOptions smtp = options.Value;
        logger.LogInformation("{Password}", {|PRIV1006:smtp.Password|});
    }
}

// case: options with their own ToString
class SmtpOptions
{
    public string Host { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
    public override string ToString() => $"smtp://{Password}@{Host}";
}
class C(ILogger<C> logger, IOptionsMonitor<SmtpOptions> options)
{
    void M() => logger.LogInformation("Using {Options}", {|PRIV1006:options.CurrentValue|});
}

// case: an interpolated ToString of options handed over
class SmtpOptions
{
    public string Host { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
    public override string ToString() => $"smtp://{Password}@{Host}";
}
class C(ILogger<C> logger)
{
    void M(SmtpOptions options)
    {
        logger.LogInformation("Using {Options}", {|PRIV1006:options|});
        Console.WriteLine("Using " + {|PRIV1006:options|});
    }
}

// case: bound from a section
class SmtpOptions
{
    public int Port { get; set; }
    [Credential] public string? Password { get; set; }
}
class C(ILogger<C> logger, IConfiguration configuration)
{
    void M()
    {
        SmtpOptions? options = configuration.GetSection("Smtp").Get<SmtpOptions>();
        logger.LogInformation("{Port} {Password}", options?.Port, {|PRIV1006:options?.Password|});
        var bound = new SmtpOptions();
        configuration.GetSection("Smtp").Bind(bound);
        logger.LogInformation("{Password}", {|PRIV1006:bound.Password|});
    }
}

// case: read into a classified field
class C(IConfiguration configuration)
{
    [Credential] private readonly string? _key = configuration["Api:Key"];
    void M() => Console.WriteLine({|PRIV1006:_key|});
}

// case: network credential
class C(ILogger<C> logger)
{
    void M(NetworkCredential credential)
    {
        logger.LogInformation("{User}", {|PRIV1001:credential.UserName|});
        logger.LogInformation("{Password}", {|PRIV1006:credential.Password|});
    }
}

// case: user of the machine
class C
{
    void M() => Console.WriteLine("Started by " + {|PRIV1004:Environment.UserName|} + " on " + Environment.MachineName);
}

// case: quiet for keys, sections and other settings
class C(ILogger<C> logger, IConfiguration configuration)
{
    private const string PasswordKey = "Smtp:Password";
    void M(DbConnection connection)
    {
        logger.LogInformation("{Host} {Key}", configuration["Smtp:Host"], PasswordKey);
        logger.LogInformation("{Path}", configuration.GetSection(PasswordKey).Path);
        logger.LogInformation("{Set}", configuration.GetConnectionString("Default") is not null);
        logger.LogInformation("{Database} {Source}", connection.Database, connection.DataSource);
    }
}
