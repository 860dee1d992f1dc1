using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PrivacyAnalyzers.Model.Hints;
using PrivacyAnalyzers.Rules.Rights;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks the member that tells people apart, where its name speaks of a key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV3002_SubjectWithoutKeyFix))]
[Shared]
public sealed class PRIV3002_SubjectWithoutKeyFix : CodeFixProvider
{
    private static readonly ImmutableArray<string> LastWords = ImmutableArray.Create("id", "key", "number", "code", "guid", "uid");

    private static readonly OfferedMarks Offered = new("Mark the keys", Offers);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV3002_SubjectWithoutKey.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);

    private static IEnumerable<OfferedMark> Offers(INamedTypeSymbol type, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        OfferedMark.OfMembers("PRIV3002:", type, new Mark("SubjectKey"), MayBeKey, model.SyntaxTree, cancellation);

    private static bool MayBeKey(IPropertySymbol member) =>
        member is { IsStatic: false, GetMethod: not null } && IsKey(member.Type) && NameWords.Of(member.Name) is { Count: > 0 } words && LastWords.Contains(words.Word(words.Count - 1));

    private static bool IsKey(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "Guid", ContainingNamespace.Name: "System" };
}
