using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Classification;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks the member that records a consent, where its name speaks of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2005_NoConsentRecordFix))]
[Shared]
public sealed class PRIV2005_NoConsentRecordFix : CodeFixProvider
{
    private static readonly OfferedMarks Offered = new("Mark the consents", Offers);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2005_NoConsentRecord.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);

    private static IEnumerable<OfferedMark> Offers(INamedTypeSymbol type, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PRIV2005_NoConsentRecord.ConsentKey, out string? consent) || consent is null)
            return [];
        var mark = new Mark("Consent", Arguments: $"({SyntaxFactory.Literal(consent)})");
        return OfferedMark.OfMembers(
            "PRIV2005:",
            type,
            mark,
            member => CanRecord(member) && (OfferedMarks.SharesWord(member, consent) || OfferedMarks.SharesWord(member, "consent")) && !MemberAttributes.Has(member, "ConsentAttribute"),
            model.SyntaxTree,
            cancellation);
    }

    private static bool CanRecord(IPropertySymbol member) =>
        member is { IsStatic: false, SetMethod: not null } && MemberShape.Plain(member.Type) is { ContainingNamespace.Name: "System", Name: "Boolean" or "DateTime" or "DateTimeOffset" or "DateOnly" };
}
