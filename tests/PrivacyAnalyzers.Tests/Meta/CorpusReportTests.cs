using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PrivacyAnalyzers.Tests.Flow.Corpus;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>The figures of the open benchmark that README and docs/corpus.md show are those of the last run.</summary>
public class CorpusReportTests
{
    private const string Start = "<!-- corpus: written by the tests of Meta -->\n";
    private const string End = "<!-- /corpus -->";

    [Fact]
    public async Task The_readme_shows_the_figures()
    {
        string path = Repository.PathOf("README.md");
        string readme = Repository.Read(path);
        int start = readme.IndexOf(Start, StringComparison.Ordinal);
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"README.md has no place for the benchmark: {Start} … {End}");

        Repository.ShouldHold(path, readme[..start] + Start + Summary(await ResultsAsync()) + readme[end..]);
    }

    [Fact]
    public async Task The_page_lists_the_groups_and_the_known_misses() =>
        Repository.ShouldHold(Repository.PathOf("docs", "corpus.md"), Page(await ResultsAsync()));

    private static async Task<(CorpusGroup Group, ImmutableArray<CaseResult> Results)[]> ResultsAsync()
    {
        var results = new List<(CorpusGroup, ImmutableArray<CaseResult>)>();
        foreach (CorpusGroup group in CorpusGroup.All)
            results.Add((group, await CorpusRunner.RunAsync(group)));
        return results.ToArray();
    }

    private static string Summary((CorpusGroup Group, ImmutableArray<CaseResult> Results)[] all)
    {
        var text = new StringBuilder("| Part | Groups | Cases | To find | Found | Recall | Precision |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (string part in CorpusGroup.Parts)
            text.Append(Row(Title(part), all.Where(each => each.Group.Part == part).ToArray()));
        return text.Append(Row("All", all)).ToString();
    }

    private static string Row(string title, (CorpusGroup Group, ImmutableArray<CaseResult> Results)[] groups)
    {
        CaseResult[] results = groups.SelectMany(each => each.Results).ToArray();
        int wanted = results.Sum(result => result.Case.Expected.Length);
        int found = results.Sum(result => result.Found);
        int alarms = results.Sum(result => result.Alarms.Length);
        return string.Create(CultureInfo.InvariantCulture, $"| {title} | {groups.Length} | {results.Length} | {wanted} | {found} | {Share(found, wanted)} | {Share(found, found + alarms)} |\n");
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    private static string Title(string part) => part switch
    {
        "Shapes" => "Ways a value travels",
        "LookAlikes" => "Look-alikes that must stay quiet",
        _ => "Leaks reported in public",
    };

    private static string Page((CorpusGroup Group, ImmutableArray<CaseResult> Results)[] all)
    {
        var text = new StringBuilder("""
            # The open benchmark

            Labelled cases in `tests/PrivacyAnalyzers.Tests/Flow/Corpus`: a group a file, each case a small program in which the expressions at fault are marked. `dotnet test --filter Proof=corpus` compiles them,
            runs the exposure rules and compares: what is marked must be found at exactly that place, and nothing else may be. A case that is not met stands here with its reason, and the test fails when it is met after all.
            This page is written by the tests of Meta from a run on Roslyn 4.8.


            """);
        text.Append(Summary(all));
        foreach (string part in CorpusGroup.Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Title(part)}\n\n| Group | Cases | To find | Found | False alarms |\n| --- | --- | --- | --- | --- |\n");
            foreach ((CorpusGroup group, ImmutableArray<CaseResult> results) in all.Where(each => each.Group.Part == part))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {group.Name}: {group.Title} | {results.Length} | {results.Sum(result => result.Case.Expected.Length)} | {results.Sum(result => result.Found)} | {results.Sum(result => result.Alarms.Length)} |\n");
            }
        }

        text.Append("\n## Not met yet\n\n");
        string[] known = all.SelectMany(each => each.Results.SelectMany(result => Known(each.Group, result))).ToArray();
        return text.Append(known.Length == 0 ? "Every case is met.\n" : string.Concat(known)).ToString();
    }

    private static IEnumerable<string> Known(CorpusGroup group, CaseResult result)
    {
        if (result.Case.KnownMiss is { } miss)
            yield return $"- {group}, {result.Case.Name}: missed ({miss})\n";
        if (result.Case.KnownAlarm is { } alarm)
            yield return $"- {group}, {result.Case.Name}: false alarm ({alarm})\n";
    }
}
