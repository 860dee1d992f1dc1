using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary><c>dotnet format analyzers</c> finds the packed fixes and applies them, in code and in <c>privacy.yml</c>.</summary>
[Collection(WorkshopTests.Name)]
public class FormatTests(Workshop workshop)
{
    private static readonly string[] Command =
    [
        "format", "analyzers", "--no-restore", "--diagnostics", "PRIV1001", "PRIV1002", "PRIV1003", "PRIV1005", "PRIV1006", "PRIV2001", "PRIV4002", "PRIV4003",
    ];

    [Fact]
    [Trait("Proof", "fix")]
    public async Task The_fixes_are_applied_on_the_command_line()
    {
        string folder = workshop.CopyOf(Path.Combine(Workshop.SourceOfProjects, "TenFaults"));
        string statement = Path.Combine(folder, "privacy.yml");
        await File.WriteAllTextAsync(statement, string.Join('\n', (await File.ReadAllLinesAsync(statement)).Where(line => !line.Contains("free-text", StringComparison.Ordinal))).Replace("habit", "contract", StringComparison.Ordinal) + "\n");
        (await DotNet.RunAsync(folder, "restore")).ThatSucceeded();

        (await DotNet.RunAsync(folder, Command)).ThatSucceeded();

        Assert.Equal(
            [
                "logger.LogInformation(\"Hello {CustomerId}\", customer.Id);",
                "Activity.Current?.SetTag(\"phone\", customer.Id);",
                "logger.LogInformation(\"Seen: {VisitId}\", visit.Id);",
                "logger.LogInformation(\"Signed in with {CustomerId}\", customer.Id);",
                "throw new InvalidOperationException($\"{customer.Id} is not allowed\");",
            ],
            (await File.ReadAllLinesAsync(Path.Combine(folder, "Service.cs"))).Where(line => line.Contains("// expect", StringComparison.Ordinal)).Select(line => line.Split(" //")[0].Trim()));
        Assert.Contains("\n  free-text: { ", await File.ReadAllTextAsync(statement), StringComparison.Ordinal);

        // What has no fix is left.
        await DotNet.RunAsync(folder, "build", "--no-restore");
        Assert.Equal(["PRIV3001", "PRIV3002"], Sarif.Read(Path.Combine(folder, "findings.sarif"))!.Where(finding => finding.Severity != "note").Select(finding => finding.Id).Order());
    }
}
