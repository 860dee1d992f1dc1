using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Classification;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Marks the member that holds a person's key as what leads there, or the type as the person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PRIV2004_UnreachedFix))]
[Shared]
public sealed class PRIV2004_UnreachedFix : CodeFixProvider
{
    /// <summary>The equivalence key of the fix that marks the type as a data subject.</summary>
    public const string SubjectKey = "PRIV2004.Subject";

    /// <summary>What the equivalence keys of the fixes that mark a key begin with; the member's and the person's name follow.</summary>
    public const string LinkPrefix = "PRIV2004.Link:";

    private static readonly OfferedMarks Offered = new("Say whom the data is about", Offers);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(PRIV2004_Unreached.Descriptor.Id);

    public override FixAllProvider GetFixAllProvider() => Offered.FixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offered.RegisterAsync(context);

    private static IEnumerable<OfferedMark> Offers(INamedTypeSymbol type, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        IReadOnlyList<string> own = ModelKeys.OfSubject(type, [], model.Compilation);
        foreach (INamedTypeSymbol person in new SourceTypes(model.Compilation).All.Where(ContextModelBuilder.IsMarked).OrderBy(person => person.Name, StringComparer.Ordinal))
        {
            if (ModelKeys.OfSubject(person, [], model.Compilation) is not [var name] || ModelMembers.Readable(person, model.Compilation).FirstOrDefault(member => member.Name == name) is not { } key)
                continue;
            foreach (ISymbol member in type.GetMembers().Where(member => CanLead(member, key) && !own.Contains(member.Name) && !IsOfNavigation(member, type)))
            {
                var mark = new Mark("SubjectLink", Arguments: $"(typeof({person.ToMinimalDisplayString(model, diagnostic.Location.SourceSpan.Start)}))");
                if (OfferedMark.OfMember(LinkPrefix, member, mark, model.SyntaxTree, cancellation) is { } offer)
                    yield return offer with { Key = $"{offer.Key}:{person.Name}" };
            }
        }

        if (own.Count > 0 && AttributeInsertion.TargetAt(model.SyntaxTree.GetRoot(cancellation), diagnostic.Location.SourceSpan) is { } declaration)
            yield return new OfferedMark(SubjectKey, $"Mark '{type.Name}' [DataSubject]: each of its rows is a person", declaration, new Mark("DataSubject"));
    }

    /// <summary>Whether the member may hold the person's key: of its type, and named as what points elsewhere is.</summary>
    private static bool CanLead(ISymbol member, ISymbol key) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false } property && (property.Name.EndsWith("Id", StringComparison.Ordinal) || property.Name.EndsWith(key.Name, StringComparison.Ordinal)) &&
        MemberShape.TypeOf(key) is { } wanted && SymbolEqualityComparer.Default.Equals(MemberShape.Plain(property.Type), MemberShape.Plain(wanted)) && !MemberAttributes.Has(member, "SubjectLinkAttribute");

    /// <summary>A foreign key that belongs to a navigation leads to where that does.</summary>
    private static bool IsOfNavigation(ISymbol member, INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Any(other => other.Name.Length < member.Name.Length && member.Name.StartsWith(other.Name, StringComparison.Ordinal) && ModelTypes.Target(other.Type).Target is not null);
}
