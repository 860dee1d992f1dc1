using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Robustness.Nesting;

/// <summary>
/// Deep and long code does not take the compiler's process along: either what is deep is found, or a bound is told (PRIV1015), or the
/// compiler itself has refused; and what stands beside it is found.
/// <c>PROOF_SCALE=full dotnet test tests/PrivacyAnalyzers.Tests --filter Proof=nesting --logger "console;verbosity=detailed"</c>
/// </summary>
[Trait("Proof", "nesting")]
public class NestingTests(ITestOutputHelper output)
{
    /// <summary>Longer than the compiler may take over a depth, to be taken for alive there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What takes us longer than this where the compiler lives is a hang. Only the full run goes where there may be one.</summary>
    private static readonly TimeSpan Hang = IsFull ? TimeSpan.FromMinutes(5) : Timeout.InfiniteTimeSpan;

    private static bool IsFull => Environment.GetEnvironmentVariable("PROOF_SCALE") == "full";

    /// <summary>Each at a depth with which the compiler is quick; the plain leak beside it is found.</summary>
    [Fact]
    public async Task Every_shape_is_survived()
    {
        string[] tasks = [.. NestedCode.Shapes.SelectMany(shape => new[] { $"ours:{shape.Depth}:{shape.Name}", $"generators:{shape.Depth}:{shape.Name}" })];

        IReadOnlyDictionary<string, string> ended = await NestingRun.OfAsync(tasks, Timeout.InfiniteTimeSpan);

        Meta.Repository.ShouldBeNone(tasks.Where(task => !IsAlive(ended[task]) || task.StartsWith("ours", StringComparison.Ordinal) != ended[task].Contains("PRIV1001", StringComparison.Ordinal)).Select(task => $"{task}: {ended[task]}"), "died, or the leak beside was missed:");
    }

    /// <summary>As deep as the compiler itself goes with an analyzer that only asks it for its graphs.</summary>
    [Fact]
    public async Task Where_the_compiler_lives_nothing_of_ours_dies()
    {
        string[] names = [.. NestedCode.Shapes.Select(shape => shape.Name).Take(IsFull ? int.MaxValue : 1)];
        var faults = new List<string>();
        foreach (int depth in IsFull ? (int[])[1000, 2500, 10000] : [1000])
        {
            // What the compiler does not survive it does not survive deeper either.
            IReadOnlyDictionary<string, string> floor = await NestingRun.OfAsync(names.Select(name => $"floor:{depth}:{name}"), Patience);
            names = [.. names.Where(name => !NestingRun.IsDead(floor[$"floor:{depth}:{name}"]))];
            string[] tasks = [.. names.SelectMany(name => new[] { $"ours:{depth}:{name}", $"generators:{depth}:{name}" })];
            IReadOnlyDictionary<string, string> ended = await NestingRun.OfAsync(tasks, Hang);
            IReadOnlyDictionary<string, string> alone = await AloneAsync(tasks.Where(task => NestingRun.HasDied(ended[task])));
            foreach (string line in floor.Concat(ended).Concat(alone).Select(pair => $"{pair.Key}: {pair.Value}"))
                output.WriteLine(line);
            string[] here = [.. tasks.Where(task => !IsAlive(ended[task]) && !(alone.TryGetValue(FloorOf(task), out string? found) && NestingRun.HasDied(found))).Select(task => $"{task}: {ended[task]}")];
            output.WriteLine($"depth {depth}: the compiler survives {names.Length} shapes, {here.Length} runs over them are not survived here");
            faults.AddRange(here);
        }

        Meta.Repository.ShouldBeNone(faults, "died:");
    }

    /// <summary>
    /// Whether the compiler, too, dies of what has died by itself: beside others it may have lived, since how deep its calls go hangs on how much of it
    /// has been made quick by then.
    /// </summary>
    private static async Task<IReadOnlyDictionary<string, string>> AloneAsync(IEnumerable<string> died)
    {
        var results = new Dictionary<string, string>();
        foreach (string task in died.Select(FloorOf).Distinct())
            results[task] = (await NestingRun.OfAsync([task], Patience))[task];
        return results;
    }

    private static string FloorOf(string task) => "floor" + task[task.IndexOf(':', StringComparison.Ordinal)..];

    /// <summary>It came to its end with no crash. What is deeper than the compiler's parser goes is refused whole, with the leak beside it.</summary>
    private static bool IsAlive(string found) =>
        !NestingRun.IsDead(found) && !found.Contains("AD0001", StringComparison.Ordinal) && !found.Contains("CS8785", StringComparison.Ordinal);
}
