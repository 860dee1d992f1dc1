using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Obligations;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Puts the statement that uses or writes a person's data under a test of that person's choice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV5002_UntestedChoiceFix))]
[Shared]
public sealed class PRIV5002_UntestedChoiceFix : CodeFixProvider
{
    private const string Key = "PRIV5002";

    private static readonly DocumentFixAll FixAll = new DocumentFixAll("Test the persons' choices first", (document, diagnostics, _, cancellation) => FixAsync(document, diagnostics, cancellation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV5002_UntestedChoice.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        FixAll.RegisterAsync(context, Key, static (root, diagnostic) => Find(root, diagnostic) is { } test ? $"Only if '{test.Condition}'" : null);

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return document;
        Dictionary<SyntaxNode, string[]> tests = diagnostics.Select(diagnostic => Find(root, diagnostic)).OfType<(ExpressionStatementSyntax Statement, string Condition)>()
            .GroupBy(test => (SyntaxNode)test.Statement, test => test.Condition)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray());
        return document.WithSyntaxRoot(root.ReplaceNodes(tests.Keys, (original, _) => Guarded((StatementSyntax)original, tests[original])));
    }

    private static StatementSyntax Guarded(StatementSyntax statement, string[] conditions)
    {
        StatementSyntax guarded = SyntaxFactory.IfStatement(
            SyntaxFactory.ParseExpression(string.Join(" && ", conditions)),
            statement.WithLeadingTrivia(SyntaxFactory.ElasticMarker));

        // An else further out must not become that of the test.
        if (IsBeforeElse(statement))
            guarded = SyntaxFactory.Block(guarded);
        return guarded.WithLeadingTrivia(statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool IsBeforeElse(StatementSyntax statement)
    {
        for (SyntaxNode? current = statement; current.Parent is StatementSyntax and not BlockSyntax; current = current.Parent)
        {
            if (current.Parent is IfStatementSyntax { Else: not null } choice && choice.Statement == current)
                return true;
        }

        return false;
    }

    /// <summary>The statement and the test: only where the choice stands beside the data, and no variable would go out of scope.</summary>
    private static (ExpressionStatementSyntax Statement, string Condition)? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!root.FullSpan.Contains(diagnostic.Location.SourceSpan) || !diagnostic.Properties.TryGetValue(PRIV5002_UntestedChoice.RecordKey, out string? record) || record is null ||
            !diagnostic.Properties.TryGetValue(PRIV5002_UntestedChoice.TestKey, out string? test) || test is null ||
            root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access || !KeyInstead.IsPlain(access.Expression) ||
            access.FirstAncestorOrSelf<SyntaxNode>(static node => node is StatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax) is not ExpressionStatementSyntax statement ||
            statement.DescendantNodes().Any(SetsVariable) || statement.Parent is GlobalStatementSyntax)
        {
            return null;
        }

        string member = $"{access.Expression.WithoutTrivia()}.{TypeNames.Escape(record)}";
        return (statement, test.Replace("*", member));
    }

    /// <summary>What declares or sets a variable is read later, where it would have no value.</summary>
    private static bool SetsVariable(SyntaxNode node) => node is DeclarationExpressionSyntax or DeclarationPatternSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax or TupleExpressionSyntax, Parent: not InitializerExpressionSyntax } ||
        node is ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 };
}
