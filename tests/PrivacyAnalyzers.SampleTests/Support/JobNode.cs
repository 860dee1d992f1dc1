using System.Diagnostics;
using System.Text;
using PrivacyAnalyzers.Tests.Meta;

namespace PrivacyAnalyzers.SampleTests.Support;

/// <summary>A node of the sample's cluster: a process of its own, as a user starts it, whose work comes every second.</summary>
internal sealed class JobNode : IDisposable
{
    // What the sample's own build made. A copy beside the tests lacks what the tests have from their framework.
    private static readonly string Program =
        Repository.PathOf("samples", "Jobs", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Jobs.dll");

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    public JobNode(string name, string connectionString)
    {
        Name = name;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet",
            [
                Program,
                "--ConnectionStrings:Shop=" + connectionString + ";Application Name=" + name,
                "--Schedule:Sweep=* * * * * ?",
                "--Schedule:Erasures=* * * * * ?",
                "--Quartz:JobStore:Clustering:CheckinInterval=00:00:01",
                "--Quartz:JobStore:Clustering:CheckinMisfireThreshold=00:00:02",
            ])
            {
                WorkingDirectory = Path.GetDirectoryName(Program),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Name { get; }

    public bool HasExited => _process.HasExited;

    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>As a machine that loses its power: nothing is said to anybody.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
