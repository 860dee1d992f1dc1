using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Offers each data class of the project's statement for a stored type that does not say its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV4003_NoDataClassFix))]
[Shared]
public sealed class PRIV4003_NoDataClassFix : CodeFixProvider
{
    private static readonly NamedAttribute DataClass = new("PRIV4003:", "DataClass", NameKind.DataClass);
    private static readonly DocumentFixAll FixAll = new("Say the data class", static (document, diagnostics, key, cancellation) =>
        DataClass.AddAsync(document, diagnostics.RemoveAll(static diagnostic => !IsAboutClass(diagnostic)), key, cancellation));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV4003_Undisclosed.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        ImmutableArray<(string, string)> offers = await DataClass.OffersAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        await FixAll.RegisterAsync(context, (root, diagnostic) =>
            IsAboutClass(diagnostic) && AttributeInsertion.TargetAt(root, diagnostic.Location.SourceSpan) is TypeDeclarationSyntax ? offers : ImmutableArray<(string, string)>.Empty).ConfigureAwait(false);
    }

    /// <summary>Findings of the rule that name a category are about what is disclosed of it.</summary>
    private static bool IsAboutClass(Diagnostic diagnostic) => !diagnostic.Properties.ContainsKey(PRIV4003_Undisclosed.CategoryKey);
}
