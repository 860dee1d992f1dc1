using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Baselines;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Rules.Exposure;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Classifies the member that personal data is put into as that data is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2006_StoredUnclassifiedFix))]
[Shared]
public sealed class PRIV2006_StoredUnclassifiedFix : CodeFixProvider
{
    private static readonly MarkDeclarations Declarations = new("Classify what personal data is put into", static (diagnostic, compilation, _) => Find(diagnostic, compilation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2006_StoredUnclassified.Rule.Id);

    public override FixAllProvider GetFixAllProvider() => Declarations;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        Declarations.RegisterAsync(context, "PRIV2006", static (member, mark) => $"Classify '{member.ContainingType.Name}.{member.Name}' as [{mark.Attribute}]");

    private static (ISymbol, Mark)? Find(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(Baseline.SinkKey, out string? id) && id is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is (IPropertySymbol or IFieldSymbol) and { } member &&
        diagnostic.Properties.TryGetValue(FlowPath.CategoryKey, out string? category) && category is not null && Categories.AttributeOf(category) is { } attribute
            ? (member, new Mark(attribute))
            : null;
}
