using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>An edit of <c>privacy.yml</c> in an editor: other diagnostics over the same compilation, and only what depends on it is made anew.</summary>
public class StatementEditTests
{
    private const string Code = "using PrivacyAnalyzers; [DataSubject, DataClass(\"customer-account\"), Retention(\"account-default\")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }";

    [Fact]
    public async Task Another_statement_gives_other_diagnostics_over_the_same_compilation()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Edit", [CSharpSyntaxTree.ParseText(Code)], References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<DiagnosticAnalyzer> analyzers = RuleAnalyzers();

        string[] before = await FindAsync(compilation, analyzers, Statements.Example);
        string[] renamed = await FindAsync(compilation, analyzers, Statements.Example.Replace("account-default:", "account-standard:", StringComparison.Ordinal));
        string[] withoutCategory = await FindAsync(compilation, analyzers, Statements.Example.Replace("    classes: [customer-account, customer-usage]\n    sources: [sign-up, support]", "    classes: [customer-usage]\n    sources: [sign-up, support]", StringComparison.Ordinal));
        string[] again = await FindAsync(compilation, analyzers, Statements.Example);

        Assert.Empty(before);
        Assert.Equal(["PRIV4002: 'account-default' is not a retention rule of the privacy statement; use customer-relationship, support-communications, account-standard, usage-records, invoices"], renamed);
        Assert.Equal(
            ["PRIV4003: 'Customer.Name' stores identifier in the data class 'customer-account', where the privacy statement discloses it in customer-usage only; name the class under 'categories.identifier.classes', or keep the data elsewhere"],
            withoutCategory);
        Assert.Equal(before, again);
    }

    [Fact]
    public async Task What_may_be_disclosed_follows_the_edit_over_the_same_compilation()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Edit", [CSharpSyntaxTree.ParseText(Code + " public interface IScoring { [Recipient(\"fraud-scoring\")] void Score(string? who); } public class Shop { public void Check(Customer customer, IScoring scoring) => scoring.Score(customer.Name); }")], References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Empty(await FindAsync(compilation, RuleAnalyzers(), Statements.Example));
        Assert.Equal(
            ["PRIV1008: 'Customer.Name' (identifier) is disclosed to 'fraud-scoring', which the statement does not let receive data of the class 'customer-account': Customer.Name -> Score; leave it out, or revise the statement first"],
            await FindAsync(compilation, RuleAnalyzers(), Statements.Example.Replace("receives: [identifier], classes: [customer-account]", "receives: [identifier], classes: [customer-usage]", StringComparison.Ordinal)));
        Assert.Empty(await FindAsync(compilation, RuleAnalyzers(), Statements.Example));
    }

    [Fact]
    public void A_comment_in_the_statement_changes_no_generated_file()
    {
        GeneratorEdit edit = new GeneratorTest(Code) { Statement = Statements.Example }
            .Edit([new VocabularyGenerator(), new DisclosureGenerator()], statement: Statements.Example.Replace("products:", "# What we sell.\nproducts:", StringComparison.Ordinal));

        Assert.Empty(edit.ChangedFiles);
    }

    [Fact]
    public void A_comment_that_moves_no_line_writes_nothing_again()
    {
        GeneratorEdit edit = new GeneratorTest(Code) { Statement = Statements.Example }
            .Edit([new VocabularyGenerator(), new DisclosureGenerator()], statement: Statements.Example + "# The end.\n");

        Assert.Empty(edit.ChangedFiles);
        Assert.True(edit.AllOutputsCached);
    }

    [Fact]
    public void A_new_name_changes_the_constants_and_nothing_else()
    {
        GeneratorEdit edit = new GeneratorTest(Code) { Statement = Statements.Example }
            .Edit([new VocabularyGenerator(), new DisclosureGenerator()], statement: Statements.Example.Replace("products: [voice, email]", "products: [voice, email, video]", StringComparison.Ordinal));

        Assert.Contains("Video", edit.After, StringComparison.Ordinal);
        Assert.Single(edit.ChangedFiles);
    }

    /// <summary>Each generator's outputs that are made anew, counted after an edit of the statement: whoever does not depend on it does nothing.</summary>
    [Theory]
    [InlineData("statement: Example", "# A comment that moves every line.\nstatement: Example", "")]
    [InlineData("products: [voice, email]", "products: [voice, email, video]", "ManifestGenerator 1, VocabularyGenerator 1")]
    [InlineData("receives: [identifier], classes: [customer-account], regions: [US]", "receives: [identifier], classes: [customer-account], regions: [CA]", "DisclosureGenerator 1, ManifestGenerator 1, VocabularyGenerator 1")]
    [InlineData("minimumAge: { US: 13, EEA: 16 }", "minimumAge: { US: 14, EEA: 16 }", "DisclosureGenerator 1, ManifestGenerator 1")]
    [InlineData("keep: P60D,", "keep: P90D,", "DisclosureGenerator 1, ErasureGenerator 2, ExportGenerator 2, ManifestGenerator 1, RetentionGenerator 1, RightsGenerator 1, VocabularyGenerator 1")]
    public void An_edit_of_the_statement_makes_only_what_depends_on_it(string before, string after, string made)
    {
        Assert.Contains(before, Statements.Example, StringComparison.Ordinal);
        IIncrementalGenerator[] generators = typeof(VocabularyGenerator).Assembly.GetTypes()
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!).ToArray();

        GeneratorEdit edit = new GeneratorTest(Code, Database) { Statement = Statements.Example }
            .Edit(generators, statement: Statements.Example.Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(made, string.Join(", ", edit.Made.Select(each => $"{each.Generator} {each.Outputs}")));
    }

    private const string Database = """
        using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;
        [DataSubject, DataClass("customer-account"), Retention("account-default")] public class Reader { public int Id { get; set; } [Identifier] public string? Name { get; set; } [OptOut("marketing")] public bool NoMail { get; set; } [RetentionClock("account-closed")] public System.DateTime? Closed { get; set; } }
        public class Db : DbContext { public DbSet<Reader> Readers => Set<Reader>(); }
        """;

    private static ImmutableArray<DiagnosticAnalyzer> RuleAnalyzers() => Meta.RuleSet.AnalyzerTypes.Select(Meta.RuleSet.Create).ToImmutableArray();

    private static async Task<string[]> FindAsync(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, string statement)
    {
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(analyzers, new AnalyzerOptions([new MemoryText("/repo/privacy.yml", statement)]))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal).ToArray();
    }
}
