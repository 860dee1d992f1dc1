using System.Runtime.InteropServices;
using PrivacyAnalyzers.PackageTests.Support;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>Fresh projects published for a machine without .NET: trimmed, and compiled ahead of time. What is generated gets no warning, and runs.</summary>
[Collection(WorkshopTests.Name)]
public class TrimTests(Workshop workshop, ITestOutputHelper output)
{
    [Fact]
    public async Task A_trimmed_application_runs_and_no_warning_is_about_what_is_generated()
    {
        string folder = workshop.FolderOf("Generated");
        Run publish = await DotNet.RunAsync(
            folder, "publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "trimmed", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false", "-p:TreatWarningsAsErrors=false", "-p:IntermediateOutputPath=obj/trimmed/");
        publish.ThatSucceeded();

        string[] warnings = publish.Output.Split('\n').Where(line => line.Contains("warning IL", StringComparison.Ordinal)).ToArray();
        Assert.Contains(warnings, line => About(line).StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', warnings.Where(line => IsOurs(line, folder))));
        Generated.AssertSaid((await DotNet.RunAsync(folder, Path.Combine("trimmed", "Generated.dll"))).Output);
    }

    [Fact]
    public async Task People_without_EF_Core_are_exported_and_erased_by_an_application_that_is_compiled_ahead_of_time()
    {
        if (!OperatingSystem.IsLinux() || new[] { "clang", "gcc" }.FirstOrDefault(IsThere) is not { } linker)
        {
            output.WriteLine("Nothing was compiled ahead of time: that needs clang or gcc. The build's analyzers for it found nothing to warn of.");
            return;
        }

        string folder = workshop.FolderOf("Aot");
        (await DotNet.RunAsync(folder, "publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "native", "-p:PublishAot=true", "-p:StripSymbols=false", $"-p:CppCompilerAndLinker={linker}", "-p:IntermediateOutputPath=obj/native/")).ThatSucceeded();

        Run run = await DotNet.RunProgramAsync(folder, Path.Combine(folder, "native", "Aot"));
        run.ThatSucceeded();
        Assert.StartsWith("{\"members\":{\"Email\":{\"category\":\"identifier\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"row\":{\"Email\":\"ada@example.com\"}}\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nPhone: 1 deleted, 0 anonymised, 0 retained\nCustomer: 1 deleted, 0 anonymised, 0 retained\n1 left, 0 phones, an address of 0 characters\n", run.Output, StringComparison.Ordinal);
    }

    /// <summary>EF Core warns of itself. Each warning names the code that it is about, and the file where that is known.</summary>
    private static bool IsOurs(string warning, string folder) => warning.StartsWith(folder, StringComparison.Ordinal) ||
        new[] { "Generated.", "PrivacyAnalyzers.", "Program." }.Any(name => About(warning).StartsWith(name, StringComparison.Ordinal));

    private static string About(string warning) => warning[(warning.IndexOf(": ", warning.IndexOf("warning IL", StringComparison.Ordinal), StringComparison.Ordinal) + 2)..];

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
