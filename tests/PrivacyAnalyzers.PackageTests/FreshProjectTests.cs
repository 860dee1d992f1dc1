using PrivacyAnalyzers.PackageTests.Support;

namespace PrivacyAnalyzers.PackageTests;

/// <summary>New projects that reference the packed package. Each file says at the end of a line what the compiler must find there.</summary>
[Collection(WorkshopTests.Name)]
public class FreshProjectTests(Workshop workshop)
{
    /// <summary>Every project in which the compiler runs. The others are in <see cref="BuildFileTests"/>.</summary>
    public static TheoryData<string> Compiled()
    {
        var data = new TheoryData<string>();
        foreach (string project in Directory.EnumerateFiles(Workshop.SourceOfProjects, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string folder = Path.GetDirectoryName(Path.GetRelativePath(Workshop.SourceOfProjects, project))!;
            if (!folder.StartsWith("Misconfigured", StringComparison.Ordinal))
                data.Add(folder);
        }

        return data;
    }

    /// <summary>No finding more and none less; so also no AD0001, CS8785 or CS8032, which an analyzer that fails would leave.</summary>
    [Theory]
    [MemberData(nameof(Compiled))]
    public void Builds_with_exactly_the_findings_it_is_marked_with(string project) =>
        Assert.Equal(Expectations.Read(workshop.FolderOf(project)), workshop.FindingsOf(project).Where(IsAsserted));

    /// <summary>All that a build shows, and our own information; not the suggestions that the SDK has for any code.</summary>
    private static bool IsAsserted(Finding finding) => finding.Severity != "note" || finding.Id.StartsWith("PRIV", StringComparison.Ordinal);
}
