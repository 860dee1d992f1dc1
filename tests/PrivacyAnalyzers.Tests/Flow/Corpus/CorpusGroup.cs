using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Tests.Meta;

namespace PrivacyAnalyzers.Tests.Flow.Corpus;

/// <summary>
/// One file of the open benchmark: a title, imports, and cases. A case begins at a line <c>// case: name</c>; lines
/// <c>// known-miss: reason</c>, <c>// known-alarm: reason</c> and <c>// newest-only</c> below it say what is special about it. What must be
/// found is marked <c>{|PRIV1001:expression|}</c>.
/// </summary>
internal sealed partial record CorpusGroup(string Part, string Name, string Title, ImmutableArray<CorpusCase> Cases)
{
    public static readonly ImmutableArray<string> Parts = ["Shapes", "LookAlikes", "Leaks"];

    private const string Folder = "tests/PrivacyAnalyzers.Tests/Flow/Corpus/";

    public static string Prelude => Repository.Read(Repository.PathOf(Folder + "Prelude.cs"));

    public static ImmutableArray<CorpusGroup> All { get; } =
        Parts.SelectMany(part => Repository.Files(Folder + part, "*.cs").Select(file => Read(part, file))).ToImmutableArray();

    public override string ToString() => $"{Part}/{Name}";

    private static CorpusGroup Read(string part, string file)
    {
        string[] pieces = CaseLine().Split(Repository.Read(file));
        string[] head = pieces[0].Split('\n');
        string title = head[0].StartsWith("// ", StringComparison.Ordinal) ? head[0][3..] : throw new InvalidDataException($"{file} begins without a title");
        string imports = string.Join('\n', head.Skip(1));
        var cases = ImmutableArray.CreateBuilder<CorpusCase>();
        for (int i = 1; i + 1 < pieces.Length; i += 2)
            cases.Add(CorpusCase.Read(pieces[i].Trim(), imports, pieces[i + 1]));
        return new CorpusGroup(part, Path.GetFileNameWithoutExtension(file), title, cases.ToImmutable());
    }

    [GeneratedRegex(@"^// case: (.+)$", RegexOptions.Multiline)]
    private static partial Regex CaseLine();
}

/// <param name="Code">Without markup, in a namespace of its own.</param>
/// <param name="Expected">What must be found, and where.</param>
/// <param name="KnownMiss">Why not all of it is found yet.</param>
/// <param name="KnownAlarm">Why something else is reported that should not be.</param>
internal sealed partial record CorpusCase(string Name, string Code, ImmutableArray<(string Id, TextSpan Span)> Expected, string? KnownMiss, string? KnownAlarm, bool IsNewestOnly)
{
    public static CorpusCase Read(string name, string imports, string body)
    {
        string space = "Case_" + NotWord().Replace(name, "_");
        TestFileMarkupParser.GetSpans($"{imports}\nnamespace {space}\n{{{body}\n}}\n", out string code, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        return new CorpusCase(
            name,
            code,
            spans.SelectMany(pair => pair.Value.Select(span => (pair.Key, span))).OrderBy(mark => mark.span.Start).ToImmutableArray(),
            Note(body, "known-miss"),
            Note(body, "known-alarm"),
            body.Contains("\n// newest-only", StringComparison.Ordinal));
    }

    private static string? Note(string body, string kind) =>
        Regex.Match(body, $"^// {kind}: (.+)$", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    [GeneratedRegex(@"\W")]
    private static partial Regex NotWord();
}
