using System.Text;
using Fernhallow.Communications.Data;

namespace PrivacyAnalyzers.SampleTests.Support;

/// <summary>One run of the sample's walk-through as a process of its own, with its output in a pipe.</summary>
public sealed class WalkthroughRun : IAsyncLifetime, IDisposable
{
    private readonly Folder _folder = new();

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    public string Directory => _folder.Path;

    internal Database Database => new(_folder.Path);

    public async Task InitializeAsync() => (ExitCode, Output) = await RunAsync(_folder.Path);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    public string Read(string file) => File.ReadAllText(Path.Combine(_folder.Path, file), Encoding.UTF8);

    internal static async Task<ProcessRun> RunAsync(string folder) => await ProcessRun.StartAsync(
        "dotnet", Path.GetTempPath(), Path.Combine(AppContext.BaseDirectory, "Communications.dll"), "--data", folder);
}
