using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Rules.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Rewrites the recorded disclosures, or writes the first ones. Not offered where the statement's date must be revised first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV4005_DisclosuresDifferFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) }, DocumentExtensions = new[] { ".cs", ".txt" })]
[Shared]
public sealed class PRIV4005_DisclosuresDifferFix : CodeFixProvider
{
    private const string Key = "PRIV4005";
    private const string Title = "Record what the code discloses";

    private static readonly FixAllProvider FixAll = new RecordFixAll();

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV4005_DisclosuresDiffer.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        ProjectId project = context.TextDocument.Project.Id;
        Solution solution = context.TextDocument.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.Properties.ContainsKey(PRIV4005_DisclosuresDiffer.RecordKey)))
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(Record(solution, project, diagnostic)), Key), diagnostic);
        return Task.CompletedTask;
    }

    private static Solution Record(Solution solution, ProjectId project, Diagnostic diagnostic)
    {
        SourceText text = SourceText.From(diagnostic.Properties[PRIV4005_DisclosuresDiffer.RecordKey]!, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (diagnostic.Properties.TryGetValue(PRIV4005_DisclosuresDiffer.PathKey, out string? path))
        {
            TextDocument? record = solution.GetProject(project)?.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path || document.Name == path);
            return record is null ? solution : solution.WithAdditionalDocumentText(record.Id, text);
        }

        string? folder = Path.GetDirectoryName(solution.GetProject(project)?.FilePath);
        return solution.AddAdditionalDocument(
            DocumentId.CreateNewId(project), DisclosureRecord.FileName, text, filePath: folder is null ? DisclosureRecord.FileName : Path.Combine(folder, DisclosureRecord.FileName));
    }

    /// <summary>One edit a project, whatever the number of differences: each of them holds the whole record.</summary>
    private sealed class RecordFixAll : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution };

        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            Task.FromResult<CodeAction?>(CodeAction.Create(Title, cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), Key));

        private static async Task<Solution> FixAsync(FixAllContext context)
        {
            Solution solution = context.Solution;
            IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? solution.Projects : new[] { context.Project };
            foreach (Project project in projects)
            {
                ImmutableArray<Diagnostic> diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
                if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Properties.ContainsKey(PRIV4005_DisclosuresDiffer.RecordKey)) is { } diagnostic)
                    solution = Record(solution, project.Id, diagnostic);
            }

            return solution;
        }
    }
}
