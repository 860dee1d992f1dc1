using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>What the pages show compiles, parses and leads somewhere.</summary>
[Trait("Proof", "docs")]
public partial class DocumentationTests
{
    private const string TableStart = "<!-- rules: written by the tests of Meta -->";
    private const string TableEnd = "<!-- /rules -->";

    [Fact]
    public void Code_marked_csharp_compiles()
    {
        MarkdownPage[] pages = Guides().Where(page => Code(page).Length > 0).ToArray();

        Assert.NotEmpty(pages);
        Repository.ShouldBeNone(
            pages.SelectMany(page => Code(page).GroupBy(block => block.Reader).SelectMany(blocks => Errors(page, blocks.Key, blocks.ToArray()))),
            "Code marked csharp compiles, that of a page together, with the SDK's usual usings and 'using PrivacyAnalyzers;'; code marked 'csharp Shop' inside the project Readers/Shop. This does not (code that is not meant to is marked text):");
    }

    [Fact]
    public void A_statement_that_is_shown_is_valid()
    {
        CodeBlock[] statements = Guides().SelectMany(page => page.Blocks).Where(IsStatement).ToArray();

        Assert.NotEmpty(statements);
        Repository.ShouldBeNone(
            from block in statements
            from error in StatementReader.Read("privacy.yml", SourceText.From(block.Text), CancellationToken.None).Errors
            select $"{block.Page}:{block.Line + 1 + error.Position.Line}: {error.Message}",
            "These statements are not valid:");
    }

    [Fact]
    public void Markup_marked_xml_parses()
    {
        CodeBlock[] blocks = MarkdownPage.All().SelectMany(page => page.Blocks).Where(block => block.Language == "xml").ToArray();

        Assert.NotEmpty(blocks);
        Repository.ShouldBeNone(blocks.Select(XmlFault).OfType<string>(), "These blocks are not well-formed:");
    }

    [Fact]
    public void Links_lead_somewhere() =>
        Repository.ShouldBeNone(MarkdownPage.All().SelectMany(LinkFaults), "These links lead nowhere:");

    [Fact]
    public void The_readme_lists_the_rules_that_exist()
    {
        string path = Repository.PathOf("README.md");
        string readme = Repository.Read(path);
        int start = readme.IndexOf(TableStart, StringComparison.Ordinal);
        int end = readme.IndexOf(TableEnd, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"README.md has no place for the rules: {TableStart} … {TableEnd}");

        Repository.ShouldHold(path, readme[..start] + TableStart + "\n" + Table() + readme[end..]);
    }

    /// <summary>All pages but those of rules, which have tests of their own.</summary>
    private static IEnumerable<MarkdownPage> Guides() =>
        MarkdownPage.All().Where(page => !page.Name.StartsWith("docs/rules/", StringComparison.Ordinal));

    private static CodeBlock[] Code(MarkdownPage page) => page.Blocks.Where(block => block.Language == "csharp").ToArray();

    private static IEnumerable<string> Errors(MarkdownPage page, string reader, CodeBlock[] blocks) =>
        reader.Length == 0 ? DocumentedCode.Errors(StatementOf(page)?.Text, blocks) : DocumentedCode.ErrorsFor(DocumentationReader.Named(reader), blocks);

    private static CodeBlock? StatementOf(MarkdownPage page) => page.Blocks.LastOrDefault(IsStatement);

    private static bool IsStatement(CodeBlock block) =>
        block.Language == "yaml" && block.Text.StartsWith("statement:", StringComparison.Ordinal);

    private static string Table()
    {
        var text = new StringBuilder("| Rule | Default | What it finds |\n| --- | --- | --- |\n");
        foreach (DiagnosticDescriptor rule in RuleSet.All)
            text.Append($"| [{rule.Id}](docs/rules/{rule.Id}.md) | {(rule.IsEnabledByDefault ? RuleSet.Spelled(rule.DefaultSeverity) : "Off")} | {rule.Title} |\n");
        return text.ToString();
    }

    private static string? XmlFault(CodeBlock block)
    {
        try
        {
            XElement.Parse($"<block>{block.Text}</block>");
            return null;
        }
        catch (XmlException fault)
        {
            return $"{block.Place}: {fault.Message}";
        }
    }

    private static IEnumerable<string> LinkFaults(MarkdownPage page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page.Name))!;
        foreach ((int line, string target) in page.Links)
        {
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            string[] parts = target.Split('#');
            string path = parts[0].Length == 0 ? Repository.PathOf(page.Name) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            if (!File.Exists(path) && !Directory.Exists(path))
                yield return $"{page.Name}:{line}: {target}";
            else if (parts.Length > 1 && !MarkdownPage.Read(path).Headings.Any(heading => Anchor(heading.Text) == parts[1]))
                yield return $"{page.Name}:{line}: {target} (no such heading)";
        }
    }

    private static string Anchor(string heading) => NotOfAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotOfAnchors();
}
