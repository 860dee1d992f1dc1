using System.Collections.Concurrent;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>Exceptions that our code throws: a rule reports them as what they are, a bound, and this says where they came from.</summary>
internal static class Exceptions
{
    private static readonly ConcurrentDictionary<string, int> s_thrown = new();

    public static void Watch() => AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
    {
        if (thrown.Exception is not OperationCanceledException && thrown.Exception.StackTrace?.Split('\n')[0] is { } place && place.Contains("PrivacyAnalyzers.", StringComparison.Ordinal))
            s_thrown.AddOrUpdate($"{thrown.Exception.GetType().Name}: {thrown.Exception.Message} {place.Trim()}", 1, (_, count) => count + 1);
    };

    public static IReadOnlyList<string> Take()
    {
        string[] thrown = [.. s_thrown.Select(pair => $"{pair.Value} times {pair.Key}")];
        s_thrown.Clear();
        return thrown;
    }
}
