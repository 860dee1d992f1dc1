using System.Diagnostics;

namespace PrivacyAnalyzers.Tests.Robustness.Nesting;

/// <summary>Runs <see cref="NestingProgram"/> over many tasks: one process as long as it lives, and another for what is left when a task has taken it along.</summary>
internal static class NestingRun
{
    private const string Died = "DIED";
    private const string Hung = "HUNG";

    /// <summary>Whether the task took its process along, or did not come to an end in time.</summary>
    public static bool IsDead(string result) => result is Died or Hung;

    /// <summary>Whether the task took its process along.</summary>
    public static bool HasDied(string result) => result == Died;

    /// <summary>What came of each task.</summary>
    /// <param name="patience">How long one of them may take.</param>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> tasks, TimeSpan patience)
    {
        var results = new Dictionary<string, string>();
        string[] pending = [.. tasks];
        while (pending.Length > 0)
        {
            await RunAsync(pending, patience, results);
            pending = [.. pending.Where(task => !results.ContainsKey(task))];
        }

        return results;
    }

    /// <summary>
    /// Adds a result for at least one task. One that dies later than first is run again by itself: how deep the compiler's own calls go hangs on
    /// how much of it has been made quick by then.
    /// </summary>
    private static async Task RunAsync(string[] tasks, TimeSpan patience, Dictionary<string, string> results)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [typeof(NestingRun).Assembly.Location, "nesting", .. tasks]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        // A stack that overflows is printed whole: nobody reads it, but it must go somewhere.
        Task<string> errors = process.StandardError.ReadToEndAsync();
        int ended = 0;
        string end = Died;
        while (ended < tasks.Length)
        {
            Task<string?> next = process.StandardOutput.ReadLineAsync();
            if (await Task.WhenAny(next, Task.Delay(patience)) != next)
            {
                end = Hung;
                process.Kill(entireProcessTree: true);
                break;
            }

            if (await next is not { } line)
                break;
            if (line.StartsWith($"ended {tasks[ended]}: ", StringComparison.Ordinal))
                results[tasks[ended]] = line[$"ended {tasks[ended++]}: ".Length..];
        }

        if (ended == 0)
            results[tasks[0]] = end;
        await process.WaitForExitAsync();
        await errors;
    }
}
