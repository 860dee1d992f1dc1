using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Rights;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks the date that says when the event of a retention rule happened, where a member's name speaks of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV3006_NoClockFix))]
[Shared]
public sealed class PRIV3006_NoClockFix : CodeFixProvider
{
    private static readonly OfferedMarks Offered = new("Mark the clocks", Offers);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV3006_NoClock.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);

    private static IEnumerable<OfferedMark> Offers(INamedTypeSymbol type, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PRIV3006_NoClock.ClockKey, out string? clock) || clock is null)
            return [];
        var mark = new Mark("RetentionClock", Arguments: $"({SyntaxFactory.Literal(clock)})");
        return OfferedMark.OfMembers(
            "PRIV3006:",
            type,
            mark,
            member => IsMoment(member) && OfferedMarks.SharesWord(member, clock) && !MemberAttributes.Has(member, "RetentionClockAttribute"),
            model.SyntaxTree,
            cancellation);
    }

    private static bool IsMoment(IPropertySymbol member) =>
        member is { IsStatic: false, SetMethod: not null } && MemberShape.Plain(member.Type) is { ContainingNamespace.Name: "System", Name: "DateTime" or "DateTimeOffset" or "DateOnly" };
}
