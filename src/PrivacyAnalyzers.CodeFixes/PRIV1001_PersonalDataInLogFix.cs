using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// Keeps a value out of logs, telemetry, exceptions, the console and URLs: the key of the object in its place, nothing with the hole that
/// names it, a redacted form of it, or of a whole object the members that are no personal data.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV1001_PersonalDataInLogFix))]
[Shared]
public sealed class PRIV1001_PersonalDataInLogFix : CodeFixProvider
{
    /// <summary>The equivalence key of the fix that puts the object's key in the value's place.</summary>
    public const string KeyKey = "PRIV1001.Key";

    /// <summary>The equivalence key of the fix that leaves the value out.</summary>
    public const string DropKey = "PRIV1001.Drop";

    /// <summary>The equivalence key of the fix that leaves out a call that does nothing but tag with the value.</summary>
    public const string DropCallKey = "PRIV1001.DropCall";

    /// <summary>The equivalence key of the fix that redacts the value.</summary>
    public const string RedactKey = "PRIV1001.Redact";

    /// <summary>The equivalence key of the fix that has a redactor injected first.</summary>
    public const string InjectKey = "PRIV1001.Inject";

    /// <summary>The equivalence key of the fix that chooses members of a whole object.</summary>
    public const string ChooseKey = "PRIV1001.Choose";

    private static readonly DocumentFixAll FixAll = new("Keep personal data out", FixAsync);

    private static readonly ImmutableHashSet<string> Redactable = ImmutableHashSet.Create(
        PRIV1001_PersonalDataInLog.Rule.Id, PRIV1002_PersonalDataInTelemetry.Rule.Id, PRIV1003_PersonalDataInException.Rule.Id, PRIV1004_PersonalDataOnConsole.Rule.Id);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Redactable
        .Union([PRIV1005_WholeObjectExposed.Rule.Id, PRIV1006_CredentialExposed.Rule.Id, PRIV1007_PersonalDataInUrl.Rule.Id, PRIV1017_PersonalDataInFile.Rule.Id])
        .OrderBy(id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ExposedCode.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } code)
            return;
        bool canInject = await RedactorInjection.FindAsync(context.Document, code.Root, code.Model, context.Span.Start, context.CancellationToken).ConfigureAwait(false) is not null;
        await FixAll.RegisterAsync(context, (_, diagnostic) => Offers(code, diagnostic, canInject)).ConfigureAwait(false);
    }

    private static IEnumerable<(string Key, string Title)> Offers(ExposedCode code, Diagnostic diagnostic, bool canInject)
    {
        if (code.At(diagnostic) is not { } expression)
            yield break;
        if (code.KeyFor(expression) is { } key)
            yield return (KeyKey, $"Write '{key.Expression.WithoutTrivia()}' instead");
        if (code.ArgumentAt(expression) is not null || (expression.Parent is InterpolationSyntax && diagnostic.Id != PRIV1007_PersonalDataInUrl.Rule.Id && diagnostic.Id != PRIV1017_PersonalDataInFile.Rule.Id))
            yield return (DropKey, "Leave it out of the message");
        if (code.TagAt(expression) is { } call)
            yield return (DropCallKey, $"Leave out '{call.ArgumentList.Arguments[0].WithoutTrivia()}'");
        if (Redactable.Contains(diagnostic.Id) && code.RedactorFor(expression, diagnostic) is not null)
            yield return (RedactKey, "Redact it");
        else if (canInject && code.Injected(expression, diagnostic) is not null)
            yield return (InjectKey, "Redact it with an injected IRedactorProvider");
        if (code.ChosenFor(expression, diagnostic) is not null)
            yield return (ChooseKey, "Write only what is no personal data");
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await ExposedCode.OfAsync(document, cancellation).ConfigureAwait(false) is not { } code)
            return document;
        if (key == DropCallKey)
            return document.WithSyntaxRoot(TagCall.Remove(code.Root, diagnostics.Select(code.At).OfType<ExpressionSyntax>().Select(code.TagAt).OfType<InvocationExpressionSyntax>().Distinct().ToArray()));
        if (key == InjectKey)
            return await RedactorInjection.ApplyAsync(document, diagnostics.Select(diagnostic => code.At(diagnostic) is { } value ? code.Injected(value, diagnostic) : null).OfType<RedactorInjection.Use>().ToArray(), cancellation).ConfigureAwait(false);
        var changes = new Dictionary<SyntaxNode, SyntaxNode>();
        var values = new Dictionary<LogArgument, KeyInstead?>();
        var holes = new HashSet<InterpolationSyntax>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (code.At(diagnostic) is not { } expression)
                continue;
            switch (key)
            {
                case RedactKey when code.RedactorFor(expression, diagnostic) is { } redactor:
                    changes[expression] = RedactorInScope.Redacted(expression, redactor);
                    break;
                case ChooseKey when code.ChosenFor(expression, diagnostic) is { } chosen:
                    changes[chosen.Whole] = chosen.Chosen;
                    break;
                case KeyKey when code.KeyFor(expression) is { } instead:
                    if (code.ArgumentAt(expression) is { } given)
                        values[given] = instead;
                    else
                        changes[expression] = instead.Expression;
                    break;
                case DropKey when code.ArgumentAt(expression) is { } argument:
                    values[argument] = null;
                    break;
                case DropKey when expression.Parent is InterpolationSyntax hole:
                    holes.Add(hole);
                    break;
            }
        }

        foreach (IGrouping<InvocationExpressionSyntax, KeyValuePair<LogArgument, KeyInstead?>> call in values.GroupBy(value => value.Key.Call))
            changes[call.Key] = LogCallEdit.Apply(call.Key, call.Select(value => (value.Key, value.Value)).ToArray());
        foreach (IGrouping<SyntaxNode, InterpolationSyntax> text in holes.GroupBy(hole => hole.Parent!))
            changes[text.Key] = WithoutHoles((InterpolatedStringExpressionSyntax)text.Key, text.ToArray());
        return document.WithSyntaxRoot(code.Root.ReplaceNodes(changes.Keys, (original, _) => changes[original]));
    }

    /// <summary>The text without the holes, and without the blank or colon that led up to each.</summary>
    private static InterpolatedStringExpressionSyntax WithoutHoles(InterpolatedStringExpressionSyntax text, InterpolationSyntax[] holes)
    {
        SyntaxList<InterpolatedStringContentSyntax> contents = text.Contents;
        foreach (int index in holes.Select(hole => text.Contents.IndexOf(hole)).OrderByDescending(index => index))
        {
            if (index > 0 && contents[index - 1] is InterpolatedStringTextSyntax before && before.TextToken.Text.TrimEnd(' ', ':', ',') is { Length: > 0 } trimmed)
                contents = contents.Replace(before, WithText(before, trimmed));
            contents = contents.RemoveAt(index);
            if (index == 0 && contents.FirstOrDefault() is InterpolatedStringTextSyntax after && after.TextToken.Text.TrimStart(' ') is { Length: > 0 } rest)
                contents = contents.Replace(after, WithText(after, rest));
        }

        return text.WithContents(contents);
    }

    private static InterpolatedStringTextSyntax WithText(InterpolatedStringTextSyntax part, string text) =>
        part.WithTextToken(SyntaxFactory.Token(part.TextToken.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, text, text, part.TextToken.TrailingTrivia));

    /// <summary>A document's code, with what can be put in the place of a value in it.</summary>
    private sealed record ExposedCode(SyntaxNode Root, SemanticModel Model, MemberClassifier Classifier, CancellationToken Cancellation)
    {
        public static async Task<ExposedCode?> OfAsync(Document document, CancellationToken cancellation)
        {
            SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            return root is null || model is null
                ? null
                : new ExposedCode(root, model, ModelCache.Classifier(model.Compilation, StatementLocator.Load(document.Project.AnalyzerOptions, cancellation)?.Statement), cancellation);
        }

        public ExpressionSyntax? At(Diagnostic diagnostic) =>
            Root.FullSpan.Contains(diagnostic.Location.SourceSpan) ? Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax : null;

        public LogArgument? ArgumentAt(ExpressionSyntax expression) => LogArgument.Find(expression, Model, Cancellation);

        public InvocationExpressionSyntax? TagAt(ExpressionSyntax expression) => TagCall.Find(expression, Model, Cancellation);

        public KeyInstead? KeyFor(ExpressionSyntax expression) => KeyInstead.Find(Model, expression, Classifier, Cancellation);

        public ChosenMembers? ChosenFor(ExpressionSyntax expression, Diagnostic diagnostic) =>
            diagnostic.Id == PRIV1005_WholeObjectExposed.Rule.Id || diagnostic.Id == PRIV1006_CredentialExposed.Rule.Id ? ChosenMembers.Find(Model, expression, Classifier, Cancellation) : null;

        public string? RedactorFor(ExpressionSyntax expression, Diagnostic diagnostic) =>
            diagnostic.Properties.TryGetValue(FlowPath.CategoryKey, out string? category) && category is not null
                ? RedactorInScope.Find(Model, expression.SpanStart, category)
                : null;

        /// <summary>The value and its category, where it may be redacted and nothing in scope can do so.</summary>
        public RedactorInjection.Use? Injected(ExpressionSyntax expression, Diagnostic diagnostic) =>
            Redactable.Contains(diagnostic.Id) && RedactorFor(expression, diagnostic) is null && diagnostic.Properties.TryGetValue(FlowPath.CategoryKey, out string? category) && category is not null
                ? new RedactorInjection.Use(expression, category)
                : null;
    }
}
