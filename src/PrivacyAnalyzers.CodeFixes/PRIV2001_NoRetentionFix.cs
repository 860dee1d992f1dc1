using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Offers each retention rule of the project's statement for personal data that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2001_NoRetentionFix))]
[Shared]
public sealed class PRIV2001_NoRetentionFix : CodeFixProvider
{
    private static readonly NamedAttribute Retention = new("PRIV2001:", "Retention", NameKind.Retention);
    private static readonly DocumentFixAll FixAll = new("Add the retention rule", Retention.AddAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2001_NoRetention.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        ImmutableArray<(string, string)> offers = await Retention.OffersAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        await FixAll.RegisterAsync(context, (root, diagnostic) => AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is null ? ImmutableArray<(string, string)>.Empty : offers).ConfigureAwait(false);
    }
}
