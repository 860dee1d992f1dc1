using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// Which of several fixes a Fix All means. An editor says the one that was chosen. <c>dotnet format</c> takes what is offered first for any finding of the
/// same analyzer, which may be one of another rule: then it is what is offered first for the first finding, by file and place, that there is a fix for.
/// </summary>
internal static class ChosenFix
{
    public static async Task<FixAllContext> OfAsync(FixAllContext context)
    {
        // A provider may look through much code to say what it offers: each finding is asked for once.
        var offers = new Dictionary<Diagnostic, List<string>>();
        if (context.CodeActionEquivalenceKey is { } chosen && (context.Document is not { } document || await IsOfferedAsync(context, document, chosen, offers).ConfigureAwait(false)))
            return context;
        return await FirstOfferAsync(context, offers).ConfigureAwait(false) is { } first ? With(context, first) : context;
    }

    private static async Task<bool> IsOfferedAsync(FixAllContext context, Document document, string key, Dictionary<Diagnostic, List<string>> offers)
    {
        foreach (Diagnostic diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
        {
            if ((await OffersAsync(context, document, diagnostic, offers).ConfigureAwait(false)).Contains(key))
                return true;
        }

        return false;
    }

    private static async Task<string?> FirstOfferAsync(FixAllContext context, Dictionary<Diagnostic, List<string>> offers)
    {
        IEnumerable<Diagnostic> diagnostics = (await DiagnosticsAsync(context).ConfigureAwait(false))
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document && await OffersAsync(context, document, diagnostic, offers).ConfigureAwait(false) is [var first, ..])
                return first;
        }

        return null;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document && context.Document is { } document)
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        if (context.Scope == FixAllScope.Project)
            return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
        var all = new List<Diagnostic>();
        foreach (Project project in context.Solution.Projects)
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return all;
    }

    private static async Task<List<string>> OffersAsync(FixAllContext context, Document document, Diagnostic diagnostic, Dictionary<Diagnostic, List<string>> offers)
    {
        if (offers.TryGetValue(diagnostic, out List<string>? keys))
            return keys;
        offers.Add(diagnostic, keys = []);
        await context.CodeFixProvider.RegisterCodeFixesAsync(new CodeFixContext(
            document,
            diagnostic,
            (action, _) =>
            {
                if (action.EquivalenceKey is { } key)
                    keys.Add(key);
            },
            context.CancellationToken)).ConfigureAwait(false);
        return keys;
    }

    private static FixAllContext With(FixAllContext context, string key) => context.Document is { } document
        ? new FixAllContext(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new Same(context), context.CancellationToken)
        : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, new Same(context), context.CancellationToken);

    /// <summary>The findings of another context.</summary>
    private sealed class Same(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await context.WithCancellationToken(cancellationToken).GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.WithCancellationToken(cancellationToken).GetProjectDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await context.WithCancellationToken(cancellationToken).GetAllDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
