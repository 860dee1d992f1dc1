using System.Xml.Linq;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>
/// Who takes a patch gets no finding that was not there before: a release whose last number is not zero brings no rule that is on by itself, turns none on and
/// makes none graver. What was released stays as it was released: release tracking (RS2000 to RS2008) holds the descriptors to these files.
/// </summary>
public class UpgradeTests
{
    private static readonly string[] Severities = ["Disabled", "Hidden", "Info", "Warning", "Error"];

    [Fact]
    public void A_patch_turns_no_rule_on()
    {
        string version = XDocument.Load(Repository.PathOf("Directory.Build.targets")).Descendants("Version").Single().Value;
        string[] unshipped = File.ReadAllLines(Repository.PathOf("src", "PrivacyAnalyzers", "AnalyzerReleases.Unshipped.md"));

        Repository.ShouldBeNone(Faults(version, unshipped), $"Version {version} is a patch. Release these with a new minor version, or disabled:");
    }

    [Theory]
    [InlineData("1.2.0", "PRIV1001 | Privacy.Exposure | Warning | New")]
    [InlineData("1.2.3", "PRIV1001 | Privacy.Exposure | Disabled | New")]
    [InlineData("1.2.3", "PRIV1001 | Privacy.Exposure | Info | Privacy.Exposure | Warning | Milder")]
    public void What_may_be_released(string version, string line) => Assert.Empty(Faults(version, [line]));

    [Theory]
    [InlineData("1.2.3", "PRIV1001 | Privacy.Exposure | Warning | New")]
    [InlineData("1.2.3", "PRIV1001 | Privacy.Exposure | Info | New")]
    [InlineData("1.2.3-beta.1", "PRIV1001 | Privacy.Exposure | Error | New")]
    [InlineData("1.2.3", "PRIV1001 | Privacy.Exposure | Warning | Privacy.Exposure | Disabled | On")]
    [InlineData("1.2.3", "PRIV1001 | Privacy.Exposure | Error | Privacy.Exposure | Warning | Graver")]
    public void What_a_patch_may_not_bring(string version, string line) => Assert.Single(Faults(version, [line]));

    /// <summary>The new rules (four columns) and the changed ones (six, the new severity first) that a patch may not have.</summary>
    private static string[] Faults(string version, string[] lines) => version.Split('-')[0].Split('.')[2] == "0"
        ? []
        : lines.Where(line => line.StartsWith("PRIV", StringComparison.Ordinal)).Where(line =>
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            return Gravity(cells[2]) > (cells.Length > 5 ? Gravity(cells[4]) : 0);
        }).ToArray();

    private static int Gravity(string severity) => Array.IndexOf(Severities, severity) is var at and >= 0 ? at : throw new ArgumentException($"'{severity}' is no severity");
}
