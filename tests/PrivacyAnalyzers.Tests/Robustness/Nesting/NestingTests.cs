using System.Diagnostics;
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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("PROOF_SCALE") == "full";

    /// <summary>Each at a depth with which the compiler is quick; the plain leak beside it is found.</summary>
    [Fact]
    public async Task Every_shape_is_survived()
    {
        string[] tasks = [.. NestedCode.Shapes.SelectMany(shape => new[] { $"ours:{shape.Depth}:{shape.Name}", $"generators:{shape.Depth}:{shape.Name}" })];

        List<string> ended = await RunAsync(tasks, patience: null);

        Assert.Equal(tasks, ended.Select(line => line[..line.LastIndexOf(':')]));
        foreach (string line in ended)
        {
            Assert.DoesNotContain("AD0001", line, StringComparison.Ordinal);
            Assert.DoesNotContain("CS8785", line, StringComparison.Ordinal);

            // The leak that stands beside.
            Assert.Equal(line.StartsWith("ours", StringComparison.Ordinal), line.Contains("PRIV1001", StringComparison.Ordinal));
        }
    }

    /// <summary>As deep as the compiler itself goes with an analyzer that only asks it for its graphs.</summary>
    [Theory]
    [InlineData(1000)]
    [InlineData(2500)]
    [InlineData(10000)]
    public async Task Where_the_compiler_lives_nothing_of_ours_dies(int depth)
    {
        var faults = new List<string>();
        int survived = 0;
        foreach ((string name, _) in NestedCode.Shapes.Take(IsFull ? int.MaxValue : depth == 1000 ? 1 : 0))
        {
            if ((await RunAsync([$"floor:{depth}:{name}"], Patience)).Count == 0)
                continue;
            survived++;
            foreach (string mode in (string[])["ours", "generators"])
            {
                List<string> ended = await RunAsync([$"{mode}:{depth}:{name}"], patience: null);
                output.WriteLine(ended.Count == 1 ? ended[0] : $"{mode}:{depth}:{name} DIED");
                if (ended is not [{ } line] || line.Contains("AD0001", StringComparison.Ordinal) || line.Contains("CS8785", StringComparison.Ordinal))
                    faults.Add($"{mode}:{depth}:{name}");
            }
        }

        output.WriteLine($"depth {depth}: the compiler survives {survived} shapes, of which {faults.Count} are not survived here");
        Meta.Repository.ShouldBeNone(faults, "died:");
    }

    /// <summary>The lines of the tasks that came to their end.</summary>
    private static async Task<List<string>> RunAsync(IEnumerable<string> tasks, TimeSpan? patience)
    {
        string program = typeof(NestingTests).Assembly.Location;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "nesting", .. tasks]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> printed = process.StandardOutput.ReadToEndAsync();
        if (patience is { } time && await Task.WhenAny(printed, Task.Delay(time)) != printed)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await errors;
        return [.. (await printed).Split('\n').Where(line => line.StartsWith("ended ", StringComparison.Ordinal)).Select(line => line["ended ".Length..])];
    }
}
