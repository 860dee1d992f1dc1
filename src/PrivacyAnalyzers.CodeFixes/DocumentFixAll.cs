using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Fix All that changes a document once for all its findings, so that two findings in one call do not undo each other.</summary>
/// <param name="title">What the change is called.</param>
/// <param name="fix">Fixes all of a document's findings; the last argument is the chosen fix's equivalence key.</param>
internal sealed class DocumentFixAll(string title, Func<Document, ImmutableArray<Diagnostic>, string?, CancellationToken, Task<Document>> fix) : DocumentBasedFixAllProvider
{
    /// <summary>Offers the same change for each finding by itself.</summary>
    /// <param name="name">What it is called there; <see langword="null"/> where there is nothing to change.</param>
    public async Task RegisterAsync(CodeFixContext context, string key, Func<SyntaxNode, Diagnostic, string?> name)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (name(root, diagnostic) is { } called)
                context.RegisterCodeFix(CodeAction.Create(called, token => fix(context.Document, ImmutableArray.Create(diagnostic), key, token), key), diagnostic);
        }
    }

    protected override string GetFixAllTitle(FixAllContext fixAllContext) => title;

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        await fix(document, diagnostics, fixAllContext.CodeActionEquivalenceKey, fixAllContext.CancellationToken).ConfigureAwait(false);
}
