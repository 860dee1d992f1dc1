using System.Text.RegularExpressions;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>A page of the documentation, taken apart: headings, table rows, code blocks, links.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<(int Level, string Text)> _headings = [];
    private readonly List<CodeBlock> _blocks = [];
    private readonly List<string[]> _rows = [];
    private readonly List<(int Line, string Target)> _links = [];

    private MarkdownPage(string path) => Name = Repository.Name(path);

    public string Name { get; }

    public IReadOnlyList<(int Level, string Text)> Headings => _headings;

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    public IReadOnlyList<string[]> Rows => _rows;

    public IReadOnlyList<(int Line, string Target)> Links => _links;

    /// <summary>The value of a row such as <c>| Category | Privacy.Exposure |</c>.</summary>
    public string? ValueOf(string row) => _rows.FirstOrDefault(cells => cells.Length == 2 && cells[0] == row)?[1];

    public IEnumerable<CodeBlock> BlocksOf(string section, string language) =>
        _blocks.Where(block => block.Section == section && block.Language == language);

    /// <summary>All pages that people read: those at the root and those under <c>docs</c>.</summary>
    public static IEnumerable<MarkdownPage> All() =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Order(StringComparer.Ordinal).Concat(Repository.Files("docs", "*.md")).Select(Read);

    public static MarkdownPage Read(string path)
    {
        var page = new MarkdownPage(path);
        string section = "";
        string? statement = null;
        string? record = null;
        string? baseline = null;
        string[] lines = Repository.Read(path).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (Fence().Match(line) is { Success: true } fence)
            {
                int start = i + 1;
                string indent = fence.Groups["indent"].Value;
                while (++i < lines.Length && lines[i].Trim() != "```")
                {
                }

                string text = string.Join("\n", lines[start..Math.Min(i, lines.Length)].Select(each => each.StartsWith(indent, StringComparison.Ordinal) ? each[indent.Length..] : each)) + "\n";
                string language = fence.Groups["language"].Value;
                if (language == "yaml")
                    statement = text;
                if (language == "disclosures")
                    record = text;
                if (language == "baseline")
                    baseline = text;
                page._blocks.Add(new CodeBlock(page.Name, start, section, language, text, statement, fence.Groups["reader"].Value) { Record = record, Baseline = baseline });
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                section = heading.Groups["text"].Value;
                page._headings.Add((heading.Groups["level"].Length, section));
            }
            else
            {
                if (line.StartsWith('|'))
                    page._rows.Add(line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries));
                page._links.AddRange(Link().Matches(InlineCode().Replace(line, "")).Select(link => (i + 1, link.Groups["target"].Value)));
            }
        }

        return page;
    }

    [GeneratedRegex(@"^(?<indent>\s*)```(?<language>[A-Za-z#]*)[ ]*(?<reader>[A-Za-z]*)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<level>#+) (?<text>.*?)\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}

/// <summary>A block of code on a page. The statement is the last <c>yaml</c> block before it, or the block itself.</summary>
/// <param name="Reader">The reader's project that the block is written for, as <c>```csharp Shop</c> names it; empty where it stands for itself.</param>
internal sealed record CodeBlock(string Page, int Line, string Section, string Language, string Text, string? Statement, string Reader)
{
    public string Place => $"{Page}:{Line}";

    /// <summary>The recorded disclosures: the last block <c>disclosures</c> before it.</summary>
    public string? Record { get; init; }

    /// <summary>The baseline: the last block <c>baseline</c> before it.</summary>
    public string? Baseline { get; init; }
}
