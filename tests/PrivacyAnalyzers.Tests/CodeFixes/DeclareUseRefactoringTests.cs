using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class DeclareUseRefactoringTests
{
    private const string Code = "namespace Shop;\n\n/// <summary>Scores.</summary>\npublic interface IScoring\n{\n    int Score(string who);\n}\n";

    [Theory]
    [InlineData("IScoring", "Mark [Recipient(\"fraud-scoring\")]", "public interface", "[Recipient(\"fraud-scoring\")]\npublic interface")]
    [InlineData("Score(", "Mark [Recipient(\"telephony-operators\")]", "    int Score", "    [Recipient(\"telephony-operators\")]\n    int Score")]
    [InlineData("Score(", "Mark [Purpose(\"fraud-prevention\")]", "    int Score", "    [Purpose(\"fraud-prevention\")]\n    int Score")]
    public async Task A_name_of_the_statement_is_put_on_the_declaration(string at, string title, string before, string after)
    {
        Document document = DocumentOf(Code);
        CodeAction mark = (await DeclareUseRefactoring.FindAsync(document, Place(Code, at), CancellationToken.None)).SelectMany(entry => entry.Marks).Single(action => action.Title == title);

        var apply = (ApplyChangesOperation)(await mark.GetOperationsAsync(CancellationToken.None)).Single(operation => operation is ApplyChangesOperation);
        Document changed = apply.ChangedSolution.GetDocument(document.Id)!;

        Assert.Equal("using PrivacyAnalyzers;\n\n" + Code.Replace(before, after, StringComparison.Ordinal), (await changed.GetTextAsync()).ToString().TrimStart('\n'));
        Assert.Empty((await changed.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task Two_entries_hold_all_names_but_those_that_stand_there()
    {
        const string Marked = "[PrivacyAnalyzers.Recipient(\"telephony-operators\")] class Client { }";

        Assert.Equal(
            ["It hands data to a recipient: Mark [Recipient(\"fraud-scoring\")]", "It uses data for a purpose: Mark [Purpose(\"provide-service\")], Mark [Purpose(\"fraud-prevention\")], Mark [Purpose(\"marketing\")]"],
            (await DeclareUseRefactoring.FindAsync(DocumentOf(Marked), Place(Marked, "Client {"), CancellationToken.None)).Select(entry => entry.Title + ": " + string.Join(", ", entry.Marks.Select(mark => mark.Title))));
        Assert.Equal(["It hands data to a recipient", "It uses data for a purpose"], (await OffersAsync(Marked, "Client {")).Select(action => action.Title));
    }

    [Theory]
    [InlineData(Code, "who")]
    [InlineData(Code, "int Score")]
    [InlineData("class C { void M( => ; }", "=>")]
    public async Task Elsewhere_nothing_is_offered(string code, string at) => Assert.Empty(await OffersAsync(code, at));

    [Fact]
    public async Task Without_a_statement_nothing_is_offered() => Assert.Empty(await OffersAsync(Code, "IScoring", statement: null));

    private static async Task<List<CodeAction>> OffersAsync(string code, string at, string? statement = Statements.Example)
    {
        var actions = new List<CodeAction>();
        await new DeclareUseRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(DocumentOf(code, statement), Place(code, at), actions.Add, CancellationToken.None));
        return actions;
    }

    private static TextSpan Place(string code, string at) => new(code.IndexOf(at, StringComparison.Ordinal), 0);

    private static Document DocumentOf(string code, string? statement = Statements.Example)
    {
        Project project = new AdhocWorkspace().AddProject("Shop", LanguageNames.CSharp)
            .WithMetadataReferences(References.All)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest));
        if (statement is not null)
            project = project.AddAdditionalDocument("privacy.yml", SourceText.From(statement), filePath: "/repo/privacy.yml").Project;
        return project.AddDocument("Code.cs", SourceText.From(code));
    }
}
