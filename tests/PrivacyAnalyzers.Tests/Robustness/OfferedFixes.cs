using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.CodeFixes;

namespace PrivacyAnalyzers.Tests.Robustness;

/// <summary>
/// Applies whatever is offered for a document's findings, each by itself: no offer and no change may throw, and code that could be read before
/// can be read after. Nothing is asked about what the code means then.
/// </summary>
internal sealed class OfferedFixes
{
    private static readonly Type[] Types = typeof(PRIV1001_PersonalDataInLogFix).Assembly.GetTypes();

    private readonly ILookup<string, CodeFixProvider> _fixes = Make<CodeFixProvider>()
        .SelectMany(fix => fix.FixableDiagnosticIds.Select(id => (Id: id, Fix: fix))).ToLookup(pair => pair.Id, pair => pair.Fix, StringComparer.Ordinal);

    private readonly CodeRefactoringProvider[] _refactorings = [.. Make<CodeRefactoringProvider>()];
    private readonly Dictionary<SyntaxTree, DocumentId> _documents = [];

    public OfferedFixes(CSharpCompilation compilation, IEnumerable<AdditionalText> additional)
    {
        var id = ProjectId.CreateNewId();
        string name = compilation.AssemblyName ?? "Code";
        ParseOptions? parse = compilation.SyntaxTrees.FirstOrDefault()?.Options;
        var documents = new List<DocumentInfo>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            DocumentId document = _documents[tree] = DocumentId.CreateNewId(id);
            documents.Add(Info(document, tree.FilePath, tree.GetText()));
        }

        Project = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: parse,
            documents: documents,
            metadataReferences: compilation.References,
            additionalDocuments: additional.Select(text => Info(DocumentId.CreateNewId(id), text.Path, text.GetText()!)))).GetProject(id)!;
    }

    /// <summary>How many changes were made.</summary>
    public int Applied { get; private set; }

    /// <summary>The code as it is.</summary>
    public Project Project { get; }

    public Document DocumentOf(SyntaxTree tree) => Project.GetDocument(_documents[tree])!;

    /// <summary>The document of a file, with another text.</summary>
    public Document With(SyntaxTree tree, SourceText text) => DocumentOf(tree).WithText(text);

    /// <summary>Applies each fix for each finding in the document, and each refactoring at the span; gives what went wrong.</summary>
    public async Task<IReadOnlyList<string>> ApplyAllAsync(Document document, IEnumerable<Diagnostic> findings, TextSpan span)
    {
        var faults = new List<string>();
        var offers = new List<(string Name, CodeAction Action)>();
        foreach (Diagnostic finding in findings)
        {
            foreach (CodeFixProvider fix in _fixes[finding.Id])
            {
                string name = $"{fix.GetType().Name} for {finding}";
                await TryAsync(faults, name, () => fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offers.Add((name, action)), CancellationToken.None)));
            }
        }

        foreach (CodeRefactoringProvider refactoring in _refactorings)
        {
            string name = $"{refactoring.GetType().Name} at {span}";
            await TryAsync(faults, name, () => refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, action => offers.Add((name, action)), CancellationToken.None)));
        }

        foreach ((string name, CodeAction action) in offers)
        {
            string change = $"{name}, '{action.Title}'";
            await TryAsync(faults, change, async () => await ApplyAsync(faults, change, document.Project.Solution, action));
        }

        return faults;
    }

    private async Task ApplyAsync(List<string> faults, string name, Solution before, CodeAction action)
    {
        foreach (ApplyChangesOperation operation in (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>())
        {
            Applied++;
            foreach (DocumentId id in operation.ChangedSolution.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()))
            {
                SourceText text = await operation.ChangedSolution.GetDocument(id)!.GetTextAsync();
                if (CanBeRead(await before.GetDocument(id)!.GetTextAsync()) && !CanBeRead(text))
                    faults.Add($"{name}: cannot be read any more:\n{text}");
            }
        }

        bool CanBeRead(SourceText text) => CSharpSyntaxTree.ParseText(text, (CSharpParseOptions?)Project.ParseOptions).GetDiagnostics().All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
    }

    private static async Task TryAsync(List<string> faults, string name, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            faults.Add($"{name}: {exception}");
        }
    }

    private static IEnumerable<T> Make<T>() => Types.Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!);

    private static DocumentInfo Info(DocumentId id, string path, SourceText text) =>
        DocumentInfo.Create(id, Path.GetFileName(path), loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default)), filePath: path);
}
