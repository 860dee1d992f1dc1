using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>The tool as people get it: packed, installed from the packed file alone, and run on a fresh project that was built with the packed package.</summary>
[Collection(WorkshopTests.Name)]
public sealed class ToolPackageTests(Workshop workshop) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("privacy-tool-package-").FullName;

    public async Task InitializeAsync()
    {
        (await DotNet.RunAsync(Workshop.RepositoryRoot, "pack", "src/PrivacyAnalyzers.Tool", "-c", "Release", "--no-restore", "-o", _folder, $"-p:PackageVersion={workshop.Version}")).ThatSucceeded();
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{_folder}" />
              </packageSources>
            </configuration>
            """);
        (await DotNet.RunAsync(_folder, "tool", "install", "PrivacyAnalyzers.Tool", "--tool-path", Path.Combine(_folder, "tools"), "--version", workshop.Version, "--configfile", Path.Combine(_folder, "nuget.config"))).ThatSucceeded();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_installed_tool_records_checks_and_reports_a_project_that_was_built_with_the_package()
    {
        string project = workshop.FolderOf("Generated");

        // The projects of these tests name a log of their own; here the package's own switch is what is tried.
        Run build = await DotNet.RunAsync(project, "build", "--no-restore", "-p:PrivacyLog=true", "-p:ErrorLog=");
        build.ThatSucceeded();
        string assembly = Path.Combine(project, "bin", "Debug", "net10.0", "Generated.dll");
        Assert.True(File.Exists(Path.ChangeExtension(assembly, ".privacy.sarif")), build.Output);

        (int recorded, string record) = await ToolAsync("record", assembly, "--output", Path.Combine(_folder, "privacy.disclosures.txt"));
        (int checkedCode, string check) = await ToolAsync("check", assembly, "--record", Path.Combine(_folder, "privacy.disclosures.txt"), "--json");
        (int reported, string report) = await ToolAsync("report", assembly, "--output", Path.Combine(_folder, "report.html"));
        (int wrong, string refused) = await ToolAsync("check", Path.Combine(_folder, "none.dll"));

        Assert.True(recorded == 0, record);
        Assert.Contains(".Email | ", await File.ReadAllTextAsync(Path.Combine(_folder, "privacy.disclosures.txt")), StringComparison.Ordinal);
        Assert.True(checkedCode == 0, check);
        Assert.False(JsonDocument.Parse(check).RootElement.GetProperty("drift").GetBoolean());
        Assert.True(reported == 0, report);
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
        Assert.Equal(2, wrong);
        Assert.Contains("does not exist", refused, StringComparison.Ordinal);

        using ZipArchive package = ZipFile.OpenRead(Path.Combine(_folder, $"PrivacyAnalyzers.Tool.{workshop.Version}.nupkg"));
        Assert.Contains("tool.md", package.Entries.Select(entry => entry.FullName));
        Assert.Contains("tools/net8.0/any/PrivacyAnalyzers.Tool.dll", package.Entries.Select(entry => entry.FullName));
    }

    private async Task<(int Code, string Output)> ToolAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Path.Combine(_folder, "tools", OperatingSystem.IsWindows() ? "dotnet-privacy.exe" : "dotnet-privacy"), arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
