using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.CodeFixes;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.CodeFixes;

/// <summary>What a Fix All changes when nobody chose a fix, or the one that is said is another rule's, as from <c>dotnet format</c>.</summary>
[Trait("Proof", "fix")]
public class ChosenFixTests
{
    private const string Model = """
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; }
        class Visit { public int Id { get; set; } public string Page { get; set; } = ""; [OnlineId] public string Address { get; set; } = ""; }
        """;

    private const string Leaks = """
        using Microsoft.Extensions.Logging;

        class A
        {
            void Hello(ILogger logger, Customer c) => logger.LogInformation("Hello {Email}", c.Email);
            void Seen(ILogger logger, Visit v) => logger.LogInformation("Seen {@Visit}", v);
        }
        """;

    private const string More = """
        using Microsoft.Extensions.Logging;

        class B
        {
            void Bye(ILogger logger, string email, Customer c) => logger.LogInformation("Bye {Email}", c.Email);
        }
        """;

    [Theory]
    [InlineData(null, "Hello {CustomerId}\", c.Id", "Bye {CustomerId}\", c.Id")]
    [InlineData(PRIV1001_PersonalDataInLogFix.ChooseKey, "Hello {CustomerId}\", c.Id", "Bye {CustomerId}\", c.Id")]
    [InlineData("another provider's", "Hello {CustomerId}\", c.Id", "Bye {CustomerId}\", c.Id")]
    [InlineData(PRIV1001_PersonalDataInLogFix.DropKey, "Hello\")", "Bye\")")]
    public async Task Takes_the_fix_that_is_offered_first_where_the_one_said_is_not_offered(string? key, string hello, string bye)
    {
        string[] texts = await FixAllAsync("PRIV1001", key);

        Assert.Contains(hello, texts[1], StringComparison.Ordinal);
        Assert.Contains("{@Visit}", texts[1], StringComparison.Ordinal);
        Assert.Contains(bye, texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_nothing_where_there_is_nothing_to_fix() =>
        Assert.Equal([Model, Leaks, More], await FixAllAsync("PRIV1004", null));

    [Fact]
    public async Task Asks_for_each_finding_once()
    {
        var provider = new Counting();

        await FixAllAsync("PRIV1001", "another provider's", provider);

        Assert.Equal(["A.cs", "B.cs"], provider.Asked.Order());
    }

    private static async Task<string[]> FixAllAsync(string rule, string? key, CodeFixProvider? provider = null)
    {
        provider ??= new PRIV1001_PersonalDataInLogFix();
        Project project = new AdhocWorkspace().AddProject("Shop", LanguageNames.CSharp)
            .WithMetadataReferences(References.All)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddDocument("Model.cs", Model, filePath: "Model.cs").Project
            .AddDocument("A.cs", Leaks, filePath: "A.cs").Project
            .AddDocument("B.cs", More, filePath: "B.cs").Project;
        Compilation compilation = (await project.GetCompilationAsync())!;
        IEnumerable<Diagnostic> found = await compilation.WithAnalyzers([new PrivacyRules(new ExposureRules())]).GetAnalyzerDiagnosticsAsync();

        // The other file and the other end first: what is chosen does not go by the order that findings come in.
        var findings = new Findings(found.Reverse());
        var context = new FixAllContext(project.Documents.ElementAt(1), provider, FixAllScope.Solution, key!, [rule], findings, CancellationToken.None);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        Solution changed = action is null ? project.Solution : (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return await Task.WhenAll(changed.GetProject(project.Id)!.Documents.Select(async document => (await document.GetTextAsync()).ToString()));
    }

    /// <summary>Writes down which file's findings it is asked for, and offers nothing in the first.</summary>
    private sealed class Counting : CodeFixProvider
    {
        private readonly PRIV1001_PersonalDataInLogFix _fix = new();

        public List<string> Asked { get; } = [];

        public override System.Collections.Immutable.ImmutableArray<string> FixableDiagnosticIds => _fix.FixableDiagnosticIds;

        public override FixAllProvider GetFixAllProvider() => _fix.GetFixAllProvider();

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            Asked.Add(context.Document.Name);
            if (context.Document.Name != "A.cs")
                await _fix.RegisterCodeFixesAsync(context);
        }
    }

    private sealed class Findings(IEnumerable<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(all);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(all);
    }
}
