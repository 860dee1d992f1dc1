using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Rules;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>A rule has one id, one file and one entry in the release notes, and all say the same.</summary>
public partial class RuleIdentityTests
{
    private static readonly string[] Categories =
        [RuleDescriptor.Exposure, RuleDescriptor.Classification, RuleDescriptor.Rights, RuleDescriptor.Statement, RuleDescriptor.Obligations];

    [Fact]
    public void An_id_belongs_to_one_descriptor() =>
        Repository.ShouldBeNone(
            RuleSet.Declared.GroupBy(rule => rule.Descriptor.Id).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key}: {string.Join(", ", group.Select(rule => rule.Type.Name))}"),
            "These ids are declared more than once:");

    [Fact]
    public void An_id_stands_in_its_category() =>
        Repository.ShouldBeNone(
            RuleSet.All.Where(rule => !Id().IsMatch(rule.Id) || Categories[rule.Id[4] - '1'] != rule.Category).Select(rule => $"{rule.Id} in {rule.Category}"),
            "The first digit of an id says its category: 1 exposure, 2 classification, 3 rights, 4 statement, 5 obligations. These do not fit:");

    [Fact]
    public void Every_rule_is_reported_by_an_analyzer_and_every_report_is_a_rule()
    {
        string[] reported = RuleSet.AnalyzerTypes.SelectMany(type => RuleSet.Create(type).SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(RuleSet.All.Select(rule => rule.Id), reported);
    }

    [Fact]
    public void The_help_link_leads_to_the_rules_page() =>
        Repository.ShouldBeNone(
            RuleSet.All.Where(rule => !rule.HelpLinkUri.EndsWith($"/docs/rules/{rule.Id}.md", StringComparison.Ordinal)).Select(rule => $"{rule.Id}: {rule.HelpLinkUri}"),
            "These help links do not end with the rule's page:");

    [Fact]
    public void Texts_are_written_as_the_compilers() =>
        Repository.ShouldBeNone(
            RuleSet.All.SelectMany(rule => FaultsOf(rule.Id, "title", rule.Title.ToString()).Concat(FaultsOf(rule.Id, "message", rule.MessageFormat.ToString())))
                .Concat(RuleSet.All.Where(rule => rule.Description.ToString().Length == 0).Select(rule => $"{rule.Id}: no description")),
            "A title and a message begin with a capital or an argument and have no full stop at their end; a description is there:");

    [Fact]
    public void A_rule_is_a_file_and_a_type_that_begin_with_its_id() =>
        Repository.ShouldBeNone(
            RuleSet.Declared.Where(rule => !TypeFits(rule.Type, rule.Descriptor.Id)).Select(rule => $"{rule.Descriptor.Id} is declared by {rule.Type.FullName}"),
            "A rule stands in src/PrivacyAnalyzers/Rules/<Category>/PRIVnnnn_Name.cs, in the type of that name:");

    [Fact]
    public void A_descriptor_is_static_and_readonly_and_its_id_is_written_out() =>
        Repository.ShouldBeNone(
            Repository.Files("src/PrivacyAnalyzers/Rules", "PRIV*.cs").SelectMany(file => DescriptorFaults(file)),
            "Release tracking sees only 'static readonly' fields made by RuleDescriptor.Create(id: \"…\"):");

    [Fact]
    public void A_rule_has_its_entry_in_the_release_notes()
    {
        Dictionary<string, string> entries = Released("AnalyzerReleases.Shipped.md").Concat(Released("AnalyzerReleases.Unshipped.md"))
            .GroupBy(entry => entry.Id).ToDictionary(group => group.Key, group => group.Last().Line);
        IEnumerable<string> wrong = RuleSet.All
            .Where(rule => !entries.TryGetValue(rule.Id, out string? line) || line != Entry(rule))
            .Select(rule => Entry(rule) + " | …");
        IEnumerable<string> gone = entries.Keys.Except(RuleSet.All.Select(rule => rule.Id)).Select(id => $"{id} has an entry and no descriptor");

        Repository.ShouldBeNone(wrong.Concat(gone), "AnalyzerReleases.Unshipped.md lacks these lines, or has them otherwise:");
    }

    [Fact]
    public void Every_rule_is_loaded_once() =>
        Assert.Equal(
            RuleSet.RuleTypes.Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleSet.AnalyzerTypes.SelectMany(type => RuleSet.Create(type) is PrivacyRules all ? all.Hosted.Select(rule => rule.GetType().Name) : [type.Name]).Order(StringComparer.Ordinal));

    [Fact]
    public void Analyzers_run_at_once_and_never_on_generated_code_by_accident()
    {
        // Concurrent execution and the choice about generated code are registered in Initialize; a context that records shows both.
        Repository.ShouldBeNone(
            RuleSet.AnalyzerTypes.SelectMany(type =>
            {
                var context = new RecordingContext();
                RuleSet.Create(type).Initialize(context);
                return new[] { context.IsConcurrent ? null : $"{type.Name}: not concurrent", context.Generated is null ? $"{type.Name}: says nothing about generated code" : null };
            }).OfType<string>(),
            "Every analyzer calls EnableConcurrentExecution and ConfigureGeneratedCodeAnalysis:");
    }

    private static IEnumerable<string> FaultsOf(string id, string what, string text)
    {
        if (text.Length == 0 || char.IsLower(text[0]))
            yield return $"{id}: the {what} begins with '{text.FirstOrDefault()}'";
        if (text.EndsWith('.'))
            yield return $"{id}: the {what} ends with a full stop";
    }

    private static bool TypeFits(Type type, string id) =>
        type.Name.StartsWith(id + "_", StringComparison.Ordinal) &&
        Repository.Files("src/PrivacyAnalyzers/Rules", type.Name + ".cs").Count() == 1 &&
        type.Namespace!.StartsWith("PrivacyAnalyzers.Rules", StringComparison.Ordinal);

    private static IEnumerable<string> DescriptorFaults(string file)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        foreach (FieldDeclarationSyntax field in root.DescendantNodes().OfType<FieldDeclarationSyntax>())
        {
            if (field.Declaration.Type.ToString() != nameof(DiagnosticDescriptor))
                continue;
            string text = field.ToString();
            if (!field.Modifiers.Any(SyntaxKind.StaticKeyword) || !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) || !WrittenId().IsMatch(text))
                yield return $"{Repository.Name(file)}: {field.Declaration.Variables[0].Identifier}";
        }
    }

    private static IEnumerable<(string Id, string Line)> Released(string file)
    {
        foreach (string line in File.ReadLines(Repository.PathOf("src", "PrivacyAnalyzers", file)))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length >= 3 && Id().IsMatch(cells[0]))
                yield return (cells[0], $"{cells[0]} | {cells[1]} | {cells[2]}");
        }
    }

    private static string Entry(DiagnosticDescriptor rule) =>
        $"{rule.Id} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")}";

    [GeneratedRegex("^PRIV[1-5][0-9]{3}$")]
    private static partial Regex Id();

    [GeneratedRegex("""RuleDescriptor\s*\.\s*Create\s*\(\s*(id\s*:\s*)?("PRIV[0-9]{4}"|Id\b)""")]
    private static partial Regex WrittenId();

    private sealed class RecordingContext : AnalysisContext
    {
        public bool IsConcurrent { get; private set; }

        public GeneratedCodeAnalysisFlags? Generated { get; private set; }

        public override void EnableConcurrentExecution() => IsConcurrent = true;

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => Generated = analysisMode;

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action)
        {
        }

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action)
        {
        }

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action)
        {
        }

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, System.Collections.Immutable.ImmutableArray<SymbolKind> symbolKinds)
        {
        }

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action)
        {
        }

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action)
        {
        }

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action)
        {
        }

        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action)
        {
        }

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, System.Collections.Immutable.ImmutableArray<TLanguageKindEnum> syntaxKinds)
        {
        }

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, System.Collections.Immutable.ImmutableArray<OperationKind> operationKinds)
        {
        }

        public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action)
        {
        }

        public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action)
        {
        }

        public override void RegisterSymbolStartAction(Action<SymbolStartAnalysisContext> action, SymbolKind symbolKind)
        {
        }
    }
}
