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
