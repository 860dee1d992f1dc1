// Lines that are kept in memory and go nowhere
using System.IO;

// case: a list
class Recorder
{
    private readonly List<string> _lines = new();

    public int Count => _lines.Count;

    public void Write(string line) => _lines.Add(line);
}

class C(Recorder recorder, ILogger<C> logger)
{
    void M(Customer customer)
    {
        recorder.Write("Mail to " + customer.Email);
        logger.LogDebug("{Count} lines", recorder.Count);
    }
}

// case: a writer in memory
class C
{
    string M(Customer customer)
    {
        using var writer = new StringWriter();
        writer.WriteLine("Dear {0},", customer.Name);
        writer.Write(customer.Email);
        return writer.ToString();
    }
}

// case: a test's output, which is somebody else's
interface ITestOutput
{
    void WriteLine(string text);
}

class C(ITestOutput output)
{
    void M(Customer customer) => output.WriteLine(customer.Email);
}

// case: a ring of the last lines
class Ring
{
    private readonly string[] _lines = new string[16];
    private int _next;

    public void Add(string line) => _lines[_next++ % _lines.Length] = line;

    public int Used => Math.Min(_next, _lines.Length);
}

class C(Ring ring)
{
    void M(Customer customer)
    {
        ring.Add($"{customer.Name} <{customer.Email}>");
        Console.WriteLine("{0} lines kept", ring.Used);
    }
}

// case: a channel and a cache
class C(System.Threading.Channels.Channel<Customer> channel, Microsoft.Extensions.Caching.Memory.IMemoryCache cache, ILogger<C> logger)
{
    async Task M(Customer customer, CancellationToken cancellationToken)
    {
        await channel.Writer.WriteAsync(customer, cancellationToken);
        Microsoft.Extensions.Caching.Memory.CacheExtensions.Set(cache, customer.Email, customer);
        logger.LogDebug("{Count} waiting", channel.Reader.Count);
    }
}

// case: a double that counts
class CountingWriter : TextWriter
{
    public int Characters { get; private set; }

    public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

    public override void Write(char value) => Characters++;

    public override void WriteLine(string? value) => Characters += value?.Length ?? 0;
}

class C
{
    void M(Customer customer)
    {
        var writer = new CountingWriter();
        writer.WriteLine(customer.Email);
        Console.WriteLine(writer.Characters);
    }
}
