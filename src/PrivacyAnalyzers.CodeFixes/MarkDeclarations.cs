using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>A declaration that a fix marks, wherever it stands.</summary>
/// <param name="Attribute">The attribute's name, without its ending.</param>
/// <param name="Namespace">Where the attribute is from.</param>
internal sealed record Mark(ISymbol Target, string Attribute, string Namespace = PrivacyAttributes.Namespace);

/// <summary>Marks declarations that stand elsewhere than the findings do, in any document of the project; with Fix All in all scopes.</summary>
/// <param name="title">What Fix All is called.</param>
/// <param name="find">What is to be marked for a finding.</param>
internal sealed class MarkDeclarations(string title, Func<Diagnostic, Compilation, CancellationToken, Mark?> find) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellation => FixAllAsync(fixAllContext.WithCancellationToken(cancellation)), fixAllContext.CodeActionEquivalenceKey ?? title));

    public async Task RegisterAsync(CodeFixContext context, string key, Func<Mark, string> name)
    {
        if (await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (find(diagnostic, compilation, context.CancellationToken) is { } mark && DeclarationOf(mark.Target, context.CancellationToken) is not null)
                context.RegisterCodeFix(CodeAction.Create(name(mark), token => ApplyAsync(context.Document.Project.Solution, context.Document.Project.Id, ImmutableArray.Create(diagnostic), token), key), diagnostic);
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
            if (find(diagnostic, compilation, cancellation) is { } mark && DeclarationOf(mark.Target, cancellation) is { } declaration && !marks.ContainsKey(declaration))
                marks.Add(declaration, mark);
        }

        foreach (IGrouping<SyntaxTree, KeyValuePair<SyntaxNode, Mark>> file in marks.GroupBy(mark => mark.Key.SyntaxTree))
        {
            if (solution.GetDocument(file.Key) is not { } document || document is SourceGeneratedDocument || await file.Key.GetRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root)
                continue;
            SyntaxTrivia lineEnd = AttributeInsertion.LineEnd(root);
            SemanticModel model = compilation.GetSemanticModel(file.Key);
            Dictionary<SyntaxNode, string?> names = file.ToDictionary(entry => entry.Key, entry => AttributeInsertion.VisibleName(model, entry.Key.SpanStart, entry.Value.Attribute, entry.Value.Namespace));
            CompilationUnitSyntax changed = root.ReplaceNodes(
                names.Keys, (original, rewritten) => AttributeInsertion.Add(rewritten, Written(original, marks[original], names[original]), lineEnd));
            foreach (string space in file.Where(entry => names[entry.Key] is null).Select(entry => entry.Value.Namespace).Distinct())
                changed = UsingDirectives.Add(changed, space, lineEnd);
            solution = solution.WithDocumentSyntaxRoot(document.Id, changed);
        }

        return solution;
    }

    /// <summary>On a parameter that declares a record's property only our own attributes may stand for the property.</summary>
    private static string Written(SyntaxNode declaration, Mark mark, string? name) =>
        (declaration is ParameterSyntax && mark.Namespace != PrivacyAttributes.Namespace ? "property: " : "") + (name ?? mark.Attribute);

    private static SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).FirstAncestorOrSelf<SyntaxNode>(static node => node is ParameterSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or BaseMethodDeclarationSyntax);
}
