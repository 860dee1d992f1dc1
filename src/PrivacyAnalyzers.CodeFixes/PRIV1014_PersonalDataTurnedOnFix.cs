using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Turns a setting off that is on or off, and takes a header out of a list of what is logged.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV1014_PersonalDataTurnedOnFix))]
[Shared]
public sealed class PRIV1014_PersonalDataTurnedOnFix : CodeFixProvider
{
    private const string Key = "PRIV1014";

    private static readonly DocumentFixAll FixAll = new DocumentFixAll("Turn off what turns personal data on", (document, diagnostics, _, cancellation) => FixAsync(document, diagnostics, cancellation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV1014_PersonalDataTurnedOn.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        FixAll.RegisterAsync(context, Key, static (root, diagnostic) => Find(root, diagnostic) is null ? null : "Turn it off");

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        var changes = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Find(root, diagnostic) is var (old, now) && old is not null)
                changes[old] = now!;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (original, _) => changes[original]));
    }

    private static (SyntaxNode? Old, SyntaxNode? Now)? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        LiteralExpressionSyntax off = SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);
        return root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } on } => (on, off.WithTriviaFrom(on)),
            InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 1 } list } when list.Arguments[0].Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } on => (on, off.WithTriviaFrom(on)),
            InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } list, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnableSensitiveDataLogging" } } =>
                (list, list.WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(off)))),
            _ => null,
        };
    }
}
