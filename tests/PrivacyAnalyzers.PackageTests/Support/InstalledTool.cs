using System.Diagnostics;

namespace PrivacyAnalyzers.PackageTests.Support;

/// <summary>The tool as people get it: packed, and installed from the packed file alone.</summary>
internal sealed record InstalledTool(string Folder, string PackageFile)
{
    public static async Task<InstalledTool> InstallAsync(string folder, string version)
    {
        Directory.CreateDirectory(folder);
        (await DotNet.RunAsync(Workshop.RepositoryRoot, "pack", "src/PrivacyAnalyzers.Tool", "-c", "Release", "--no-restore", "-o", folder, $"-p:PackageVersion={version}")).ThatSucceeded();
        string config = Path.Combine(folder, "nuget.config");
        await File.WriteAllTextAsync(config, $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{folder}" />
              </packageSources>
            </configuration>
            """);
        (await DotNet.RunAsync(folder, "tool", "install", "PrivacyAnalyzers.Tool", "--tool-path", Path.Combine(folder, "tools"), "--version", version, "--configfile", config)).ThatSucceeded();
        return new InstalledTool(folder, Path.Combine(folder, $"PrivacyAnalyzers.Tool.{version}.nupkg"));
    }

    public async Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Path.Combine(Folder, "tools", OperatingSystem.IsWindows() ? "dotnet-privacy.exe" : "dotnet-privacy"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>What the tool said, where it ended well.</summary>
    public async Task<string> SaysAsync(string folder, params string[] arguments)
    {
        (int code, string output) = await RunAsync(folder, arguments);
        Assert.True(code == 0, $"dotnet privacy {string.Join(' ', arguments)} ended with {code}:{Environment.NewLine}{output}");
        return output;
    }
}
