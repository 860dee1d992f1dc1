using System.Diagnostics;

namespace PrivacyAnalyzers.PackageTests.Support;

/// <summary>Runs the <c>dotnet</c> command as a user would, in a folder of its own.</summary>
internal static class DotNet
{
    /// <summary>Runs the command to its end; what it printed and its exit code.</summary>
    public static Task<Run> RunAsync(string folder, params string[] arguments) =>
        RunProgramAsync(folder, Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet", arguments);

    /// <summary>The same for another program.</summary>
    public static async Task<Run> RunProgramAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test run itself was started with says nothing about a user's build.
        foreach (string name in start.Environment.Keys.Where(IsOfTheRunner).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Run(string.Join(' ', arguments), process.ExitCode, await output + await errors, watch.Elapsed);
    }

    private static bool IsOfTheRunner(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) ||
        name is "DOTNET_HOST_PATH" or "DOTNET_ROOT_X64" or "Configuration" or "Platform";
}

/// <summary>A command that ran to its end. The output is standard output, then standard error.</summary>
internal sealed record Run(string Arguments, int ExitCode, string Output, TimeSpan Elapsed)
{
    /// <summary>The run itself, where it ended well; fails the test with all it printed where it did not.</summary>
    public Run ThatSucceeded()
    {
        Assert.True(ExitCode == 0, $"dotnet {Arguments} ended with {ExitCode}:{Environment.NewLine}{Output}");
        return this;
    }
}
