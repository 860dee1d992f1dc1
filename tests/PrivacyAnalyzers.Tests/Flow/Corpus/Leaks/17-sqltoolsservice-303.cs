// microsoft/sqltoolsservice#303: every message, serialised and formatted, in the service's own log
using System.Diagnostics;
using Newtonsoft.Json;

// case: as reported
static class ServiceLog
{
    private static readonly TraceSource Source = new("service");

    public static void Write(TraceEventType level, string text)
    {
        string line = DateTime.UtcNow.ToString("O") + " " + text;
        Source.TraceEvent(level, 0, line);
    }
}

class ConnectParams
{
    public string ServerName { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
}

class Message
{
    public string Method { get; set; } = "";
    public ConnectParams? Contents { get; set; }
}

class MessageWriter
{
    public void Write(Message message)
    {
        string text = string.Format("Sending {0}: {1}", message.Method, JsonConvert.SerializeObject(message));
        ServiceLog.Write(TraceEventType.Verbose, {|PRIV1006:text|});
    }
}

// case: indented, of a person
class MessageWriter
{
    public void Write(Order order) => Trace.WriteLine({|PRIV1005:JsonConvert.SerializeObject(order, Formatting.Indented)|}, "out");
}

// case: members that the serializer leaves out
class ConnectParams
{
    public string ServerName { get; set; } = "";
    [Credential, JsonIgnore] public string Password { get; set; } = "";
}

class MessageWriter
{
    public void Write(ConnectParams parameters) => Trace.WriteLine(JsonConvert.SerializeObject(parameters));
}

// case: a generic message, by a writer of one's own
class Message<T>
{
    public string Method { get; init; } = "";
    public T? Contents { get; init; }
}

class ConnectParams
{
    public string ServerName { get; set; } = "";
    [Credential] public string Password { get; set; } = "";
}

class MessageWriter
{
    private static string Render<T>(Message<T> message) => JsonConvert.SerializeObject(message, Formatting.None);

    public void Write(ConnectParams parameters)
    {
        var message = new Message<ConnectParams> { Method = "connect", Contents = parameters };
        Trace.TraceInformation("Sending {0}", {|PRIV1006:Render(message)|});
    }
}

// case: through a tree
class MessageWriter
{
    public void Write(Account account)
    {
        var tree = Newtonsoft.Json.Linq.JObject.FromObject(account);
        tree["sent"] = DateTime.UtcNow;
        Trace.WriteLine("Sending " + {|PRIV1006:tree.ToString(Formatting.None)|});
    }
}
