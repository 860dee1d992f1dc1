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
    private static readonly MarkDeclarations Declarations = new("Leave classified members out of logs", static (diagnostic, compilation, _) => Find(diagnostic, compilation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV1016_RedactionNotWired.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => Declarations;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        Declarations.RegisterAsync(context, "PRIV1016", static (member, _) => $"Leave '{member.ContainingType.Name}.{member.Name}' out with [LogPropertyIgnore]");

    private static (ISymbol, Mark)? Find(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(Baseline.SourceKey, out string? id) && id is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is IPropertySymbol member &&
        compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LogPropertyIgnoreAttribute") is not null
            ? (member, new Mark("LogPropertyIgnore", "Microsoft.Extensions.Logging"))
            : null;
}
