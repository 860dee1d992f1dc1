using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Statement.Reading;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// Adds a name to the statement that code uses. What is added promises the least: a recipient that gets nothing yet, a log that takes
/// nothing, a purpose by consent. Not retention rules: how long data is kept is not for a fix to say.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV4002_AddNameFix))]
[Shared]
public sealed class PRIV4002_AddNameFix : CodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "PRIV4002.Add";

    private static readonly StatementEdits Edits = new("Add the names to privacy.yml", Edit);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV4002_UnknownName.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Edits;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (EntryFor(diagnostic) is { } entry && await Edits.CanFixAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create($"Add '{entry.Name}' to '{entry.Section}' in privacy.yml", token => Edits.ApplyAsync(project.Solution, project.Id, new[] { diagnostic }, token), Key), diagnostic);
        }
    }

    private static SourceText? Edit(SourceText text, Diagnostic diagnostic)
    {
        // Of two findings with one name the first has added it.
        if (EntryFor(diagnostic) is not { } entry || StatementReader.Read("", text, CancellationToken.None).Statement is not { } statement || StatementNames.Has(statement, entry.Kind, entry.Name))
            return null;
        return StatementText.AddEntry(text, entry.Section, entry.Written);
    }

    private static (NameKind Kind, string Name, string Section, string Written)? EntryFor(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(PRIV4002_UnknownName.NameKey, out string? name) || name is null || !Scalars.IsName(name) ||
            !diagnostic.Properties.TryGetValue(PRIV4002_UnknownName.KindKey, out string? text) || !Enum.TryParse(text, out NameKind kind))
        {
            return null;
        }

        return kind switch
        {
            NameKind.DataClass => (kind, name, "dataClasses", name + ": { role: controller }"),
            NameKind.Purpose => (kind, name, "purposes", name + ": { basis: consent }"),
            NameKind.Recipient => (kind, name, "recipients", name + ": { kind: service-provider, receives: [] }"),
            NameKind.Log => (kind, name, "logs", name + ": { accepts: [] }"),
            NameKind.Product => (kind, name, "products", name),
            NameKind.AutomatedDecision => (kind, name, "automatedDecisions", name + ": { notice: required, humanReview: required }"),
            _ => null,
        };
    }
}
