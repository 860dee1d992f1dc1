using System.IO.Compression;
using System.Text.Json;
using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>The tool as people get it, on a fresh project that was built with the packed package.</summary>
[Collection(WorkshopTests.Name)]
public sealed class ToolPackageTests(Workshop workshop)
{
    [Fact]
    public async Task The_installed_tool_records_checks_and_reports_a_project_that_was_built_with_the_package()
    {
        InstalledTool tool = await workshop.ToolAsync();
        string project = workshop.FolderOf("Generated");

        // The projects of these tests name a log of their own; here the package's own switch is what is tried.
        Run build = await DotNet.RunAsync(project, "build", "--no-restore", "-p:PrivacyLog=true", "-p:ErrorLog=");
        build.ThatSucceeded();
        string assembly = Path.Combine(project, "bin", "Debug", "net10.0", "Generated.dll");
        Assert.True(File.Exists(Path.ChangeExtension(assembly, ".privacy.sarif")), build.Output);

        (int recorded, string record) = await tool.RunAsync(tool.Folder, "record", assembly, "--output", Path.Combine(tool.Folder, "privacy.disclosures.txt"));
        (int checkedCode, string check) = await tool.RunAsync(tool.Folder, "check", assembly, "--record", Path.Combine(tool.Folder, "privacy.disclosures.txt"), "--json");
        (int reported, string report) = await tool.RunAsync(tool.Folder, "report", assembly, "--output", Path.Combine(tool.Folder, "report.html"));
        (int wrong, string refused) = await tool.RunAsync(tool.Folder, "check", Path.Combine(tool.Folder, "none.dll"));

        Assert.True(recorded == 0, record);
        Assert.Contains(".Email | ", await File.ReadAllTextAsync(Path.Combine(tool.Folder, "privacy.disclosures.txt")), StringComparison.Ordinal);
        Assert.True(checkedCode == 0, check);
        Assert.False(JsonDocument.Parse(check).RootElement.GetProperty("drift").GetBoolean());
        Assert.True(reported == 0, report);
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(Path.Combine(tool.Folder, "report.html")), StringComparison.Ordinal);
        Assert.Equal(2, wrong);
        Assert.Contains("does not exist", refused, StringComparison.Ordinal);

        using ZipArchive package = ZipFile.OpenRead(tool.PackageFile);
        Assert.Contains("tool.md", package.Entries.Select(entry => entry.FullName));
        Assert.Contains("tools/net8.0/any/PrivacyAnalyzers.Tool.dll", package.Entries.Select(entry => entry.FullName));
    }
}
