using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A data subject of which no database is known: the object itself is exported and anonymised.</summary>
/// <param name="HolderName">The static class for its extension methods, in the subject's namespace.</param>
/// <param name="IsPublic">Whether everything that the generated methods name is public.</param>
/// <param name="IsStored">Objects of exactly this type are kept somewhere: it is neither abstract nor <c>[Transient]</c>.</param>
internal sealed record PlainSubjectModel(
    TypeName Type,
    string HolderName,
    bool IsPublic,
    bool IsStored,
    EquatableArray<MemberModel> Members,
    EquatableArray<ComponentModel> Components);

internal static class PlainSubjectBuilder
{
    public static PlainSubjectModel? Build(INamedTypeSymbol type, Compilation compilation, PrivacyStatement? statement, CancellationToken cancellation)
    {
        if (ModelFitness.Of(type, compilation) != Unfitness.None)
            return null;
        var classifier = new MemberClassifier(statement);
        var reader = new MemberReader(compilation, classifier, new NameResolver(statement, cancellation));
        var components = new ComponentReader(compilation, classifier, reader, _ => false);
        MemberReader.Inherited inherited = reader.Of(type);
        var values = new List<MemberModel>();
        var holders = new List<ComponentModel>();
        foreach (ISymbol member in ModelMembers.Readable(type, compilation))
        {
            cancellation.ThrowIfCancellationRequested();
            (INamedTypeSymbol? target, bool isCollection) = ModelTypes.Target(ModelMembers.TypeOf(member));
            if (target is null || (classifier.Classify(member) is not null && !ModelTypes.HoldsClassified(target, classifier, compilation) && ValueShapes.Of(ModelMembers.TypeOf(member)).Kind != ValueKind.Opaque))
                values.Add(reader.Read(member, inherited, Array.Empty<EntityFacts>(), new MemberRoles(ModelMembers.IsMappedByConvention(member), MemberShape.IsKey(member), false, false)));
            else if (!SymbolEqualityComparer.Default.Equals(target, type) && ModelFitness.Of(target, compilation) == Unfitness.None &&
                (ModelTypes.HoldsClassified(target, classifier, compilation) || classifier.Classify(member) is not null))
                holders.Add(components.Read(new Holder(member, target, isCollection), inherited, type));
        }

        return new PlainSubjectModel(
            TypeNames.Of(type),
            TypeNames.WithOuterNames(type) + "Privacy",
            ModelTypes.ArePublicThroughout(new[] { type }, compilation),
            !type.IsAbstract && PrivacyAttributes.Find(type, "TransientAttribute") is null,
            values.ToEquatableArray(),
            holders.ToEquatableArray());
    }
}
