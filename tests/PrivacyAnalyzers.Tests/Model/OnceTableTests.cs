using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Tests.Model;

/// <summary>Analyzers run beside each other and ask for the same model.</summary>
public class OnceTableTests
{
    [Fact]
    public void Whoever_asks_while_it_is_made_waits_for_it()
    {
        const int Threads = 4;
        var table = new OnceTable<string>();
        using var asking = new CountdownEvent(Threads);
        int made = 0;
        var results = new object?[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            asking.Signal();
            results[i] = table.Get("model", () =>
            {
                // Until all are about to ask.
                asking.Wait();
                Interlocked.Increment(ref made);
                return new object();
            });
        }))];

        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        Assert.Equal(1, made);
        Assert.NotNull(results[0]);
        Assert.All(results, result => Assert.Same(results[0], result));
    }

    [Fact]
    public void What_was_cancelled_is_made_by_who_asks_next()
    {
        var table = new OnceTable<string>();

        Assert.Throws<OperationCanceledException>(() => table.Get<string>("model", static () => throw new OperationCanceledException()));

        Assert.Equal("made", table.Get("model", static () => "made"));
    }

    [Fact]
    public void That_there_is_none_is_found_out_once()
    {
        var table = new OnceTable<string>();

        Assert.Null(table.Get<string>("model", static () => null));

        Assert.Null(table.Get("model", static () => "made again"));
    }
}
