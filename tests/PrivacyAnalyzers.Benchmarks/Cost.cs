using System.Diagnostics;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>What an action took.</summary>
internal readonly record struct Cost(double Cpu, double Wall, double Megabytes)
{
    public static Cost Of(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        action();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Cost((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, wall, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1048576.0);
    }

    public Cost Over(Cost plain) => new(Cpu / plain.Cpu, Wall / plain.Wall, Megabytes / plain.Megabytes);

    public static Cost Median(IReadOnlyCollection<Cost> costs) => new(Median(costs.Select(cost => cost.Cpu)), Median(costs.Select(cost => cost.Wall)), Median(costs.Select(cost => cost.Megabytes)));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
