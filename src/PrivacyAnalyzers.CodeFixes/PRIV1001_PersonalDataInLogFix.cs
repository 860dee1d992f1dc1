using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Takes a value out of a log message, with the hole that names it, or redacts it with a redactor that is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV1001_PersonalDataInLogFix))]
[Shared]
public sealed class PRIV1001_PersonalDataInLogFix : CodeFixProvider
{
    /// <summary>The equivalence key of the fix that leaves the value out.</summary>
    public const string DropKey = "PRIV1001.Drop";

    /// <summary>The equivalence key of the fix that redacts the value.</summary>
    public const string RedactKey = "PRIV1001.Redact";

    private static readonly FixAllProvider FixAll = new DocumentFixAll("Keep personal data out of logs", FixAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV1001_PersonalDataInLog.Rule.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (FindExpression(root, diagnostic) is not { } expression)
                continue;
            if (LogArgument.Find(expression, model, context.CancellationToken) is not null || expression.Parent is InterpolationSyntax)
                Register(context, diagnostic, "Leave it out of the message", DropKey);
            if (RedactorFor(model, expression, diagnostic) is not null)
                Register(context, diagnostic, "Redact it", RedactKey);
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, string key) =>
        context.RegisterCodeFix(
            CodeAction.Create(title, cancellation => FixAsync(context.Document, ImmutableArray.Create(diagnostic), key, cancellation), key),
            diagnostic);

    private static ExpressionSyntax? FindExpression(SyntaxNode root, Diagnostic diagnostic) =>
        root.FullSpan.Contains(diagnostic.Location.SourceSpan) ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax : null;

    private static string? RedactorFor(SemanticModel model, ExpressionSyntax expression, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FlowPath.CategoryKey, out string? category) && category is not null
            ? RedactorInScope.Find(model, expression.SpanStart, category)
            : null;

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return document;
        var changes = new Dictionary<SyntaxNode, SyntaxNode>();
        var dropped = new List<LogArgument>();
        var holes = new List<InterpolationSyntax>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (FindExpression(root, diagnostic) is not { } expression)
                continue;
            if (key == RedactKey)
            {
                if (RedactorFor(model, expression, diagnostic) is { } redactor)
                    changes[expression] = Redacted(expression, redactor);
            }
            else if (LogArgument.Find(expression, model, cancellation) is { } argument)
            {
                dropped.Add(argument);
            }
            else if (expression.Parent is InterpolationSyntax hole)
            {
                holes.Add(hole);
            }
        }

        foreach (IGrouping<InvocationExpressionSyntax, LogArgument> call in dropped.GroupBy(argument => argument.Call))
            changes[call.Key] = WithoutArguments(call.Key, call.ToArray());
        foreach (IGrouping<SyntaxNode, InterpolationSyntax> text in holes.GroupBy(hole => hole.Parent!))
            changes[text.Key] = WithoutHoles((InterpolatedStringExpressionSyntax)text.Key, text.ToArray());
        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (original, _) => changes[original]));
    }

    private static ExpressionSyntax Redacted(ExpressionSyntax expression, string redactor)
    {
        ExpressionSyntax call = SyntaxFactory.ParseExpression($"{redactor}.Redact({expression.WithoutTrivia()})");
        return call
            .ReplaceNodes(
                call.DescendantNodes().OfType<MemberAccessExpressionSyntax>(),
                static (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithTriviaFrom(expression);
    }

    private static InvocationExpressionSyntax WithoutArguments(InvocationExpressionSyntax call, LogArgument[] arguments)
    {
        string text = TemplateHoles.Remove(arguments[0].Template.Token.Text, arguments.Select(argument => argument.Hole));
        var template = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(text);
        SeparatedSyntaxList<ArgumentSyntax> list = call.ArgumentList.Arguments;
        foreach (int index in arguments.Select(argument => list.IndexOf(argument.Argument)).OrderByDescending(index => index))
            list = list.RemoveAt(index);
        int templateIndex = call.ArgumentList.Arguments.IndexOf((ArgumentSyntax)arguments[0].Template.Parent!);
        list = list.Replace(list[templateIndex], list[templateIndex].WithExpression(template.WithTriviaFrom(arguments[0].Template)));
        return call.WithArgumentList(call.ArgumentList.WithArguments(list));
    }

    /// <summary>The text without the holes, and without the blank or colon that led up to each.</summary>
    private static InterpolatedStringExpressionSyntax WithoutHoles(InterpolatedStringExpressionSyntax text, InterpolationSyntax[] holes)
    {
        SyntaxList<InterpolatedStringContentSyntax> contents = text.Contents;
        foreach (int index in holes.Select(hole => text.Contents.IndexOf(hole)).OrderByDescending(index => index))
        {
            if (index > 0 && contents[index - 1] is InterpolatedStringTextSyntax before && before.TextToken.Text.TrimEnd(' ', ':', ',') is { Length: > 0 } trimmed)
            {
                SyntaxToken token = SyntaxFactory.Token(before.TextToken.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, trimmed, trimmed, before.TextToken.TrailingTrivia);
                contents = contents.Replace(before, before.WithTextToken(token));
            }

            contents = contents.RemoveAt(index);
        }

        return text.WithContents(contents);
    }
}
