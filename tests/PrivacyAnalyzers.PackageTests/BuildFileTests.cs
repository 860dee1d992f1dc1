using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>Projects whose settings are wrong are told so by the build itself, before the compiler runs.</summary>
[Collection(WorkshopTests.Name)]
public class BuildFileTests(Workshop workshop)
{
    [Theory]
    [InlineData("MisconfiguredMissing", "error PRIVPKG1: The PrivacyCatalog item names '", "sinks.txt', which does not exist: create the file, or correct the item's Include")]
    [InlineData("MisconfiguredTwice", "error PRIVPKG2: A project has one statement, and its PrivacyStatement items name several: a.yml, b.yml. Keep one", "")]
    [InlineData("MisconfiguredMode", "error PRIVPKG3: PrivacyAnalysisMode is 'Loud', and must be None, Default, Recommended or Strict", "")]
    public void A_wrong_setting_is_a_clear_error(string project, string message, string end)
    {
        string line = Assert.Single(workshop.OutputOf(project), line => line.Contains(": error ", StringComparison.Ordinal));

        Assert.StartsWith($"{project}.csproj : {message}", line, StringComparison.Ordinal);
        Assert.Contains(end, line, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(workshop.FolderOf(project), "findings.sarif")), "The compiler ran all the same");
    }

    [Fact]
    public async Task The_schema_is_written_beside_the_statement()
    {
        Run run = await DotNet.RunAsync(workshop.FolderOf("ByItem"), "build", "-t:WritePrivacySchema", "--no-restore", "-nologo");
        run.ThatSucceeded();

        Assert.Equal(
            File.ReadAllText(Path.Combine(Workshop.RepositoryRoot, "src", "PrivacyAnalyzers.Annotations", "privacy.schema.json")),
            File.ReadAllText(Path.Combine(workshop.FolderOf("ByItem"), "policy", "privacy.schema.json")));
    }
}
