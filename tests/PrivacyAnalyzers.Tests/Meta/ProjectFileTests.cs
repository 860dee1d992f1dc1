using System.Text.RegularExpressions;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>What holds for every file of the project.</summary>
public class ProjectFileTests
{
    // Put together here, so that this file itself passes.
    private static readonly string[] Forbidden = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    private static readonly Regex MachinePath = new("(?<![A-Za-z0-9_.~])/(tmp|home|root|work|Users)" + "/[A-Za-z]" + @"|[A-Za-z]:\\Users\\", RegexOptions.CultureInvariant);

    [Fact]
    public void No_file_is_long()
    {
        IEnumerable<string> faults =
            from folder in new[] { (Name: "src", Limit: 400), (Name: "samples", Limit: 400), (Name: "tests", Limit: 500) }
            from file in Repository.Files(folder.Name, "*.cs")
            let lines = File.ReadLines(file).Count()
            where lines > folder.Limit
            select $"{Repository.Name(file)}: {lines} lines, {folder.Limit} allowed";

        Repository.ShouldBeNone(faults, "A file holds one idea. These hold more:");
    }

    [Fact]
    public void Nothing_is_left_for_later() =>
        Repository.ShouldBeNone(
            Lines().Where(line => Forbidden.Any(word => line.Text.Contains(word, StringComparison.Ordinal))).Select(line => line.Place),
            "Finish these:");

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Repository.ShouldBeNone(
            Lines().Where(line => MachinePath.IsMatch(line.Text)).Select(line => $"{line.Place}: {line.Text.Trim()}"),
            "These paths exist on one machine only:");

    private static IEnumerable<(string Place, string Text)> Lines() =>
        from pattern in new[] { "*.cs", "*.csproj", "*.props", "*.targets", "*.md", "*.yml", "*.json", "*.txt", "*.globalconfig", "run" }
        from file in Repository.Files(".", pattern)
        from line in File.ReadLines(file).Select((text, index) => (Place: $"{Repository.Name(file)}:{index + 1}", Text: text))
        select line;
}
