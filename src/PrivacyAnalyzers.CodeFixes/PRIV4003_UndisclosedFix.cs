using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Discloses a category that code stores, or the data class that it stores it in. The record of disclosures then asks for a later date.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV4003_UndisclosedFix))]
[Shared]
public sealed class PRIV4003_UndisclosedFix : CodeFixProvider
{
    private static readonly StatementEdits Edits = new("Disclose in privacy.yml what is stored", Edit);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV4003_Undisclosed.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Edits;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await Edits.CanFixAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create($"Disclose '{CategoryOf(diagnostic)}' in privacy.yml", token => Edits.ApplyAsync(project.Solution, project.Id, new[] { diagnostic }, token), "PRIV4003"), diagnostic);
        }
    }

    private static SourceText? Edit(SourceText text, Diagnostic diagnostic)
    {
        if (CategoryOf(diagnostic) is not { } category || StatementReader.Read("", text, CancellationToken.None).Statement is not { } statement)
            return null;
        string? name = diagnostic.Properties.TryGetValue(PRIV4003_Undisclosed.ClassKey, out string? within) && within is not null && statement.FindDataClass(within) is not null ? within : null;
        if (statement.FindCategory(category) is not { } entry)
            return StatementText.AddEntry(text, "categories", $"{category}: {{ classes: [{name}] }}");
        return name is null || entry.Classes.Contains(name) ? null : StatementText.AddToList(text, entry.Position, "classes", name);
    }

    private static string? CategoryOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(PRIV4003_Undisclosed.CategoryKey, out string? category) ? category : null;
}
