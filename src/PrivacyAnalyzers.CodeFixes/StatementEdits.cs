using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Writes into the statement of the projects that have findings, one edit after another.</summary>
/// <param name="title">What Fix All is called.</param>
/// <param name="edit">The statement with what the finding asks for; <see langword="null"/> where that is not for a fix to say.</param>
internal sealed class StatementEdits(string title, Func<SourceText, Diagnostic, SourceText?> edit) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellation => FixAllAsync(fixAllContext.WithCancellationToken(cancellation)), fixAllContext.CodeActionEquivalenceKey ?? title));

    /// <summary>Whether there is an edit, tried on the statement as it is.</summary>
    public async Task<bool> CanFixAsync(Project project, Diagnostic diagnostic, CancellationToken cancellation) =>
        Find(project) is { } document && Edit(await document.GetTextAsync(cancellation).ConfigureAwait(false), diagnostic, cancellation) is not null;

    public async Task<Solution> ApplyAsync(Solution solution, ProjectId id, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (solution.GetProject(id) is not { } project || Find(project) is not { } document)
            return solution;
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics)
            text = Edit(text, diagnostic, cancellation) ?? text;

        // One file, which several projects may have among theirs.
        foreach (Project each in solution.Projects)
        {
            foreach (TextDocument same in each.AdditionalDocuments.Where(other => other.Id == document.Id || (other.FilePath is not null && other.FilePath == document.FilePath)))
                solution = solution.WithAdditionalDocumentText(same.Id, text);
        }

        return solution;
    }

    /// <summary>The edited text, where it is a statement with no more faults than before: a section may be written in a way that the edit does not know, such as JSON.</summary>
    private SourceText? Edit(SourceText text, Diagnostic diagnostic, CancellationToken cancellation) =>
        edit(text, diagnostic) is { } edited && !edited.ContentEquals(text) && StatementReader.Read("", edited, cancellation) is { Statement: not null } read && read.Errors.Count <= StatementReader.Read("", text, cancellation).Errors.Count
            ? edited
            : null;

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

    private static TextDocument? Find(Project project) =>
        StatementLocator.Find(project.AnalyzerOptions.AdditionalFiles, project.AnalyzerOptions.AnalyzerConfigOptionsProvider)?.Path is { } path
            ? project.AdditionalDocuments.FirstOrDefault(document => (document.FilePath ?? document.Name) == path)
            : null;
}
