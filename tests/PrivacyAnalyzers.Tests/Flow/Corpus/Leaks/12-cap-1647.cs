// dotnetcore/CAP#1647: the broker's password in the log line of a pool's constructor
using Microsoft.Extensions.Options;

// case: as reported
class BrokerOptions
{
    public string HostName { get; set; } = "localhost";
    public int Port { get; set; } = 5672;
    public string UserName { get; set; } = "guest";
    [Credential] public string Password { get; set; } = "";
}

class ConnectionChannelPool
{
    private readonly string _host;

    public ConnectionChannelPool(ILogger<ConnectionChannelPool> logger, IOptions<BrokerOptions> accessor)
    {
        BrokerOptions options = accessor.Value;
        _host = options.HostName + ":" + options.Port;
        logger.LogDebug("Broker {Host} as {User}/{Password}", _host, options.UserName, {|PRIV1006:options.Password|});
    }
}

// case: the options as JSON
class BrokerOptions
{
    public string HostName { get; set; } = "localhost";
    [Credential] public string Password { get; set; } = "";
}

class ConnectionChannelPool(ILogger<ConnectionChannelPool> logger, IOptionsMonitor<BrokerOptions> options)
{
    private readonly string _settings = System.Text.Json.JsonSerializer.Serialize(options.CurrentValue);

    public void Rent() => logger.LogDebug("Renting from {Settings}", {|PRIV1006:_settings|});
}

// case: an address made in a computed property
class BrokerOptions
{
    public string HostName { get; set; } = "localhost";
    [Credential] public string Password { get; set; } = "";
    public string Address => $"amqp://cap:{Password}@{HostName}";
}

class ConnectionChannelPool
{
    public ConnectionChannelPool(NLog.Logger logger, BrokerOptions options)
    {
        logger.Debug("Connecting to {0}", {|PRIV1006:options.Address|});
        logger.Debug("Connecting to {0}", options.HostName);
    }
}

// case: a factory of the connection, configured by a delegate
class BrokerOptions
{
    public string HostName { get; set; } = "localhost";
    [Credential] public string Password { get; set; } = "";
}

class ConnectionChannelPool
{
    private readonly Func<string> _describe;

    public ConnectionChannelPool(BrokerOptions options) => _describe = () => options.HostName + "|" + options.Password;

    public void Rent(ILogger logger) => logger.LogDebug("Renting from {Pool}", {|PRIV1006:_describe()|});
}

// case: an exception with the options when nothing answers
class BrokerOptions
{
    public string HostName { get; set; } = "localhost";
    [Credential] public string Password { get; set; } = "";
}

class ConnectionChannelPool(BrokerOptions options)
{
    public void Rent(int attempts)
    {
        if (attempts == 0)
            throw new InvalidOperationException($"Broker {options.HostName} refused {{|PRIV1006:options.Password|}}");
        var failure = new TimeoutException($"Broker {options.HostName} does not answer");
        failure.Data["password"] = {|PRIV1006:options.Password|};
        throw failure;
    }
}
