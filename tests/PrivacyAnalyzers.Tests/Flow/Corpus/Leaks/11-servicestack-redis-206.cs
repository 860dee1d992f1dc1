// ServiceStack/ServiceStack.Redis#206: the last command, which is the one that authorises, in an exception's message and in the log

// case: as reported
class RedisNativeClient(ILogger<RedisNativeClient> logger)
{
    private string _lastCommand = "";

    public void Authenticate(Account account) => Send("AUTH", account.Password);

    public void Ping() => Send("PING");

    private void Send(params string[] words) => _lastCommand = string.Join(' ', words);

    private Exception Failure(string reply)
    {
        logger.LogDebug("{Reply} after {Command}", reply, {|PRIV1006:_lastCommand|});
        return new InvalidOperationException(reply + ", last command: " + {|PRIV1006:_lastCommand|});
    }

    public void Expect(string reply)
    {
        if (reply != "OK")
            throw Failure(reply);
    }
}

// case: a buffer of lines that a dump shows
class RedisPipeline
{
    private readonly List<string> _sent = new();

    public void Auth(Account account)
    {
        _sent.Add("AUTH " + account.Password);
    }

    public void Dump()
    {
        Console.WriteLine(_sent.Count);
        foreach (string line in _sent)
            Console.WriteLine({|PRIV1006:line|});
    }
}

// case: the last command's name alone
class RedisNativeClient(ILogger<RedisNativeClient> logger)
{
    private string _lastCommand = "";
    private string _lastLine = "";

    public void Authenticate(Account account)
    {
        _lastCommand = "AUTH";
        _lastLine = "AUTH " + account.Password;
    }

    public void Fail(string reply) => logger.LogDebug("{Reply} after {Command}, {Length} bytes", reply, _lastCommand, _lastLine.Length);
}

// case: the bytes of the command, kept in an array of arrays
class RedisNativeClient(ILogger<RedisNativeClient> logger)
{
    private byte[][] _last = [];

    public void Authenticate(Account account) => Send("AUTH"u8.ToArray(), System.Text.Encoding.UTF8.GetBytes(account.Password));

    private void Send(params byte[][] words) => _last = words;

    public void Fail(string reply)
    {
        string command = string.Join(' ', _last.Select(word => System.Text.Encoding.UTF8.GetString(word)));
        logger.LogError("{Reply}: {Words} words, {Command}", reply, _last.Length, {|PRIV1006:command|});
    }
}

// case: an exception's own property, read in a catch
class RedisException(string reply, string command) : Exception(reply)
{
    public string Command { get; } = command;
}

class RedisNativeClient(NLog.Logger log)
{
    private static void Send(string command)
    {
        if (command.Length > 4)
            throw new RedisException("ERR", command);
    }

    public void Authenticate(Account account)
    {
        try
        {
            Send({|PRIV1006:"AUTH " + account.Password|});
        }
        catch (RedisException e)
        {
            log.Error("{0} after {1}", e.Message, {|PRIV1006:e.Command|});
        }
    }
}
