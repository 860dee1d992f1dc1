using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Fix All that changes a document once for all its findings, so that two findings in one call do not undo each other.</summary>
/// <param name="title">What the change is called.</param>
/// <param name="fix">Fixes all of a document's findings; the last argument is the chosen fix's equivalence key.</param>
internal sealed class DocumentFixAll(string title, Func<Document, ImmutableArray<Diagnostic>, string?, CancellationToken, Task<Document>> fix) : FixAllProvider
{
    private readonly Documents _documents = new(title, fix);

    /// <summary>Offers the same change for each finding by itself.</summary>
    /// <param name="name">What it is called there; <see langword="null"/> where there is nothing to change.</param>
    public Task RegisterAsync(CodeFixContext context, string key, Func<SyntaxNode, Diagnostic, string?> name) =>
        RegisterAsync(context, (root, diagnostic) => name(root, diagnostic) is { } called ? [(key, called)] : []);

    /// <summary>Offers changes for each finding by itself.</summary>
    /// <param name="offers">Their equivalence keys, and what they are called.</param>
    public async Task RegisterAsync(CodeFixContext context, Func<SyntaxNode, Diagnostic, IEnumerable<(string Key, string Title)>> offers)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach ((string key, string title) in offers(root, diagnostic))
                context.RegisterCodeFix(CodeAction.Create(title, token => fix(context.Document, ImmutableArray.Create(diagnostic), key, token), key), diagnostic);
        }
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => _documents.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        await _documents.GetFixAsync(await ChosenFix.OfAsync(fixAllContext).ConfigureAwait(false)).ConfigureAwait(false);

    private sealed class Documents(string title, Func<Document, ImmutableArray<Diagnostic>, string?, CancellationToken, Task<Document>> fix) : DocumentBasedFixAllProvider
    {
        protected override string GetFixAllTitle(FixAllContext fixAllContext) => title;

        protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
            await fix(document, diagnostics, fixAllContext.CodeActionEquivalenceKey, fixAllContext.CancellationToken).ConfigureAwait(false);
    }
}
