using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PrivacyAnalyzers.CodeFixes;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>Every rule has a page that says what its descriptor says, and whose examples behave as the page claims.</summary>
[Trait("Proof", "docs")]
public class RulePageTests
{
    private static readonly string[] Sections = ["Cause", "Why", "Bad", "Good", "How to fix", "Configure", "When to suppress"];

    /// <summary>What is bad is a method too large for a page; the rule's own tests generate one.</summary>
    private static readonly string[] WithoutBadExample = ["PRIV1015"];

    [Fact]
    public void Every_rule_has_its_page() =>
        Repository.ShouldBeNone(
            RuleSet.All.Where(rule => !File.Exists(PathOf(rule.Id))).Select(rule => $"docs/rules/{rule.Id}.md:\n{Stub(rule)}"),
            "These pages are missing. Write them, beginning with:");

    [Fact]
    public void Every_page_has_its_rule() =>
        Repository.ShouldBeNone(
            Repository.Files("docs/rules", "PRIV*.md").Where(path => RuleSet.All.All(rule => rule.Id != Path.GetFileNameWithoutExtension(path))).Select(Repository.Name),
            "These pages are of no rule that exists:");

    [Fact]
    public void A_page_says_what_the_descriptor_says() =>
        Repository.ShouldBeNone(Pages().SelectMany(page => HeadFaults(page.Rule, page.Page)), "These pages and descriptors differ:");

    [Fact]
    public void A_page_says_why_there_is_no_fix_where_there_is_none()
    {
        HashSet<string> fixable = typeof(PRIV2001_NoRetentionFix).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds).ToHashSet();
        Repository.ShouldBeNone(
            Pages().Where(page => Repository.Read(PathOf(page.Rule.Id)).Contains("\nNo fix is offered: ", StringComparison.Ordinal) == fixable.Contains(page.Rule.Id)).Select(page => page.Page.Name),
            "A page says 'No fix is offered: ' and why, just where no fix exists. These do not, or say so of a rule that has one:");
    }

    [Fact]
    public void Code_on_a_page_compiles() =>
        Repository.ShouldBeNone(
            Pages().SelectMany(page => page.Page.Blocks.Where(block => block.Language == "csharp")).SelectMany(block => DocumentedCode.Errors(block.Statement, block)),
            "Code marked csharp compiles with the SDK's usual usings and 'using PrivacyAnalyzers;'. This does not (code that is not meant to is marked text):");

    [Fact]
    public async Task A_bad_example_is_found_and_a_good_one_is_quiet()
    {
        var faults = new List<string>();
        foreach ((DiagnosticDescriptor rule, MarkdownPage page) in Pages())
        {
            foreach (string section in new[] { "Bad", "Good" })
            {
                CodeBlock[] examples = Examples(page, section);
                if (examples.Length == 0 && !(section == "Bad" && WithoutBadExample.Contains(rule.Id)))
                    faults.Add($"{page.Name}: no example under {section}");
                foreach (CodeBlock example in examples)
                {
                    var found = await DocumentedCode.FindAsync(rule.Id, example.Language == "csharp" ? example.Text : "", example.Statement, example.Record, example.Baseline);
                    if (section == "Bad" && !found.Any(diagnostic => diagnostic.Id == rule.Id))
                        faults.Add($"{example.Place}: {rule.Id} does not find the bad example");
                    if (section == "Good")
                        faults.AddRange(found.Select(diagnostic => $"{example.Place}: the good example gives {diagnostic}"));
                }
            }
        }

        Repository.ShouldBeNone(faults, "A page's examples show the rule at work:");
    }

    /// <summary>The code of a section; where it shows no code, the statements that it shows.</summary>
    private static CodeBlock[] Examples(MarkdownPage page, string section)
    {
        CodeBlock[] code = page.BlocksOf(section, "csharp").ToArray();
        return code.Length > 0 ? code : page.BlocksOf(section, "yaml").ToArray();
    }

    private static IEnumerable<string> HeadFaults(DiagnosticDescriptor rule, MarkdownPage page)
    {
        string heading = $"{rule.Id}: {rule.Title}";
        if (page.Headings.Count == 0 || page.Headings[0] != (1, heading))
            yield return $"{page.Name}: the heading is not '# {heading}'";
        foreach ((string row, string value) in Facts(rule))
        {
            if (page.ValueOf(row) != value)
                yield return $"{page.Name}: {row} is '{page.ValueOf(row)}' and should be '{value}'";
        }

        string[] sections = page.Headings.Where(each => each.Level == 2).Select(each => each.Text).ToArray();
        if (!sections.SequenceEqual(Sections))
            yield return $"{page.Name}: its sections are '{string.Join(", ", sections)}' and should be '{string.Join(", ", Sections)}'";
    }

    private static (string Row, string Value)[] Facts(DiagnosticDescriptor rule) =>
    [
        ("Category", rule.Category),
        ("Severity", RuleSet.Spelled(rule.DefaultSeverity)),
        ("Enabled", rule.IsEnabledByDefault ? "Yes" : "No"),
    ];

    private static string Stub(DiagnosticDescriptor rule) =>
        $"# {rule.Id}: {rule.Title}\n\n| Property | Value |\n| --- | --- |\n" +
        string.Concat(Facts(rule).Select(fact => $"| {fact.Row} | {fact.Value} |\n")) +
        string.Concat(Sections.Select(section => $"\n## {section}\n\n{(section is "Bad" or "Good" ? "```csharp\n```" : "…")}\n"));

    private static string PathOf(string id) => Repository.PathOf("docs", "rules", id + ".md");

    private static IEnumerable<(DiagnosticDescriptor Rule, MarkdownPage Page)> Pages() =>
        from rule in RuleSet.All
        where File.Exists(PathOf(rule.Id))
        select (rule, MarkdownPage.Read(PathOf(rule.Id)));
}
