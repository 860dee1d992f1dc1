using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks declarations that stand elsewhere than the findings do, in any document of the project; with Fix All in all scopes.</summary>
/// <param name="title">What Fix All is called.</param>
/// <param name="find">What is to be marked for a finding.</param>
internal sealed class MarkDeclarations(string title, Func<Diagnostic, Compilation, CancellationToken, (ISymbol Target, Mark Mark)?> find) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellation => FixAllAsync(fixAllContext.WithCancellationToken(cancellation)), fixAllContext.CodeActionEquivalenceKey ?? title));

    /// <param name="name">What marking a declaration is called.</param>
    public async Task RegisterAsync(CodeFixContext context, string key, Func<ISymbol, Mark, string> name)
    {
        if (await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (find(diagnostic, compilation, context.CancellationToken) is { } found && DeclarationOf(found.Target, context.CancellationToken) is not null)
                context.RegisterCodeFix(CodeAction.Create(name(found.Target, found.Mark), token => ApplyAsync(context.Document.Project.Solution, context.Document.Project.Id, ImmutableArray.Create(diagnostic), token), key), diagnostic);
        }
    }

    private async Task<Solution> FixAllAsync(FixAllContext context)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = context.Scope == FixAllScope.Document && context.Document is { } document
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            solution = await ApplyAsync(solution, project.Id, diagnostics, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private async Task<Solution> ApplyAsync(Solution solution, ProjectId project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (solution.GetProject(project) is not { } known || await known.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            return solution;
        var marks = new Dictionary<SyntaxNode, Mark>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (find(diagnostic, compilation, cancellation) is { } found && DeclarationOf(found.Target, cancellation) is { } declaration && !marks.ContainsKey(declaration))
                marks.Add(declaration, found.Mark);
        }

        foreach (IGrouping<SyntaxTree, KeyValuePair<SyntaxNode, Mark>> file in marks.GroupBy(mark => mark.Key.SyntaxTree))
        {
            if (solution.GetDocument(file.Key) is not { } document || document is SourceGeneratedDocument || await file.Key.GetRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root)
                continue;
            CompilationUnitSyntax changed = Marks.Write(root, compilation.GetSemanticModel(file.Key), file.ToDictionary(entry => entry.Key, entry => new[] { entry.Value }));
            solution = solution.WithDocumentSyntaxRoot(document.Id, changed);
        }

        return solution;
    }

    private static SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).FirstAncestorOrSelf<SyntaxNode>(static node => node is ParameterSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or BaseMethodDeclarationSyntax);
}
