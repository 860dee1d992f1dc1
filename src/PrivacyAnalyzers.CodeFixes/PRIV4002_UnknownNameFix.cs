using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Rules.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Replaces a name that the statement lacks by the nearest that it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV4002_UnknownNameFix))]
[Shared]
public sealed class PRIV4002_UnknownNameFix : CodeFixProvider
{
    private const string Key = "PRIV4002";

    private static readonly DocumentFixAll FixAll = new DocumentFixAll("Use the statement's names", (document, diagnostics, _, cancellation) => FixAsync(document, diagnostics, cancellation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV4002_UnknownName.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        FixAll.RegisterAsync(context, Key, static (_, diagnostic) => NearestOf(diagnostic) is { } nearest ? $"Use '{nearest}'" : null);

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;

        var names = new Dictionary<SyntaxNode, string>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (NearestOf(diagnostic) is { } nearest && root.FullSpan.Contains(diagnostic.Location.SourceSpan) &&
                root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax argument)
            {
                names[argument] = nearest;
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(
            names.Keys,
            (original, _) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(names[original])).WithTriviaFrom(original)));
    }

    private static string? NearestOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(PRIV4002_UnknownName.Nearest, out string? nearest) ? nearest : null;
}
