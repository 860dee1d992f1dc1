using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks the parameter as the sink it leads to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV1012_UnmarkedSinkFix))]
[Shared]
public sealed class PRIV1012_UnmarkedSinkFix : CodeFixProvider
{
    private const string Key = "PRIV1012";

    private static readonly DocumentFixAll FixAll = new("Mark the parameters as sinks", (document, diagnostics, _, cancellation) => FixAsync(document, diagnostics, cancellation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV1012_UnmarkedSink.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        FixAll.RegisterAsync(context, static (_, diagnostic) => [(Key + KindOf(diagnostic), $"Mark [Sink(SinkKind.{KindOf(diagnostic)})]")]);

    private static string KindOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(PRIV1012_UnmarkedSink.KindKey, out string? kind) && kind is not null ? kind : "Log";

    private static async Task<Document> FixAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root ||
            await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        var kinds = new Dictionary<SyntaxNode, string>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is ParameterSyntax parameter)
                kinds[parameter] = KindOf(diagnostic);
        }

        Dictionary<SyntaxNode, string?> names = kinds.Keys.ToDictionary(target => target, target => AttributeInsertion.VisibleName(model, target.SpanStart, "Sink"));
        SyntaxTrivia lineEnd = AttributeInsertion.LineEnd(root);
        CompilationUnitSyntax changed = root.ReplaceNodes(kinds.Keys, (original, rewritten) => AttributeInsertion.Add(rewritten, Attribute(names[original], kinds[original]), lineEnd));
        if (names.ContainsValue(null))
            changed = UsingDirectives.Add(changed, PrivacyAttributes.Namespace, lineEnd);
        return document.WithSyntaxRoot(changed);
    }

    private static string Attribute(string? name, string kind) =>
        name is null or "Sink" ? $"Sink(SinkKind.{kind})" : $"{name}(global::{PrivacyAttributes.Namespace}.SinkKind.{kind})";
}
