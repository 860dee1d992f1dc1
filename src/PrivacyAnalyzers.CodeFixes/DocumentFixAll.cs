using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Fix All that changes a document once for all its findings, so that two findings in one call do not undo each other.</summary>
/// <param name="title">What the change is called.</param>
/// <param name="fix">Fixes all of a document's findings; the last argument is the chosen fix's equivalence key.</param>
internal sealed class DocumentFixAll(string title, Func<Document, ImmutableArray<Diagnostic>, string?, CancellationToken, Task<Document>> fix) : DocumentBasedFixAllProvider
{
    protected override string GetFixAllTitle(FixAllContext fixAllContext) => title;

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        await fix(document, diagnostics, fixAllContext.CodeActionEquivalenceKey, fixAllContext.CancellationToken).ConfigureAwait(false);
}
