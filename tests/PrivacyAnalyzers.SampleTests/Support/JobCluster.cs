namespace PrivacyAnalyzers.SampleTests.Support;

/// <summary>Nodes of the sample's cluster, started together.</summary>
internal sealed class JobCluster(string connectionString, int count) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<JobNode> _nodes = [.. Enumerable.Range(1, count).Select(number => new JobNode("node" + number, connectionString))];

    /// <summary>Kills a node. The others remain.</summary>
    public JobNode Kill(string name)
    {
        JobNode node = _nodes.Single(node => node.Name == name);
        node.Kill();
        _nodes.Remove(node);
        return node;
    }

    public bool HasSaid(string text) => _nodes.Exists(node => node.Said.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until something is so. Where it does not come to that, what the nodes said tells why.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            Assert.False(patience.IsCancellationRequested || _nodes.Exists(node => node.HasExited), string.Join('\n', _nodes.Select(node => node.Said)));
            await timer.WaitForNextTickAsync();
        }
    }

    public void Dispose()
    {
        foreach (JobNode node in _nodes)
            node.Dispose();
    }
}
