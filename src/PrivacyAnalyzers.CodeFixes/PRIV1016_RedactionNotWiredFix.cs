using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Leaves a classified member out where <c>[LogProperties]</c> takes its object apart.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV1016_RedactionNotWiredFix))]
[Shared]
public sealed class PRIV1016_RedactionNotWiredFix : CodeFixProvider
{
    private static readonly MarkDeclarations Marks = new("Leave classified members out of logs", static (diagnostic, compilation, _) => Find(diagnostic, compilation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV1016_RedactionNotWired.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => Marks;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        Marks.RegisterAsync(context, "PRIV1016", static mark => $"Leave '{mark.Target.ContainingType.Name}.{mark.Target.Name}' out with [LogPropertyIgnore]");

    private static Mark? Find(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(Baseline.SourceKey, out string? id) && id is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is IPropertySymbol member &&
        compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LogPropertyIgnoreAttribute") is not null
            ? new Mark(member, "LogPropertyIgnore", "Microsoft.Extensions.Logging")
            : null;
}
