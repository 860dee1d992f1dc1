using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace PrivacyAnalyzers.Tests.Robustness.Determinism;

/// <summary>Where a comma parts decimals and a capital I has a dot, the same is found and written. In a process of its own: this one knows no cultures.</summary>
[Trait("Proof", "determinism")]
public class CultureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task Another_culture_changes_nothing(string culture)
    {
        string[] programs = ["LeakyCommunications", "Parts"];
        string assembly = typeof(CultureTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "culture", culture, .. programs]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string actual = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if ((await errors).Contains("libicu", StringComparison.Ordinal))
        {
            output.WriteLine("Not run: this machine knows no cultures (libicu is not installed).");
            return;
        }

        Assert.True(process.ExitCode == 0, await errors);
        string expected = culture == "tr-TR" ? "1,5 İ\n" : "1,5 I\n";
        foreach (string program in programs)
            expected += await DeterministicRun.OfNamedAsync(program);
        DeterminismTests.AssertSame(expected, actual, culture);
    }

    /// <summary>The process: it shows that the culture is there, then what came of the programs.</summary>
    public static async Task<int> RunAsync(string culture, IEnumerable<string> programs)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        await output.WriteAsync($"{1.5:0.0} {"i".ToUpper(CultureInfo.CurrentCulture)}\n");
        foreach (string program in programs)
            await output.WriteAsync(await DeterministicRun.OfNamedAsync(program));
        return 0;
    }
}
