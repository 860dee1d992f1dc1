using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Reads types that are stored inside another's rows: owned, complex, or nested in a model that no database stores.</summary>
/// <param name="isStoredApart">Whether a type has rows of its own: then a component only refers to it.</param>
internal sealed class ComponentReader(Compilation compilation, MemberClassifier classifier, MemberReader members, Func<INamedTypeSymbol, bool> isStoredApart)
{
    /// <param name="owner">The type whose rows hold it: a reference back is no component.</param>
    /// <param name="configuration">What a context says of the types; of one that is part of several, all of it.</param>
    public ComponentModel Read(Holder holder, MemberReader.Inherited inherited, INamedTypeSymbol owner, FluentFacts? configuration = null) =>
        Read(holder, inherited, new List<INamedTypeSymbol> { owner }, configuration ?? new FluentFacts());

    /// <summary>Before EF Core 10 a complex type cannot be optional, and comparing one with null fails: code without annotations does not mean it.</summary>
    private bool HasOnlyRequiredComplexTypes { get; } = compilation.GetTypeByMetadataName(EfCore.Namespace + ".DbContext") is { ContainingAssembly.Identity.Version.Major: < 10 };

    private ComponentModel Read(Holder holder, MemberReader.Inherited owner, List<INamedTypeSymbol> within, FluentFacts configuration)
    {
        EntityFacts[] facts = configuration.WithBases(holder.Target).ToArray();
        HashSet<string> unique = MemberReader.UniqueMembers(holder.Target, Array.Empty<string>());
        MemberReader.Inherited inherited = members.Of(holder.Target, holder.Member, owner);
        var values = new List<MemberModel>();
        var inner = new List<ComponentModel>();
        within.Add(holder.Target);
        foreach (ISymbol member in ModelMembers.Readable(holder.Target, compilation))
        {
            (INamedTypeSymbol? target, bool isCollection) = ModelTypes.Target(ModelMembers.TypeOf(member));
            bool isIgnored = facts.Any(fact => fact.Ignored.Contains(member.Name));
            bool isValue = facts.Any(fact => fact.Values.Contains(member.Name)) || (target is not null && !isCollection && configuration.IsScalar(target));
            if (target is null || isValue)
            {
                var roles = new MemberRoles((isValue || ModelMembers.IsMappedByConvention(member)) && !isIgnored, MemberShape.IsKey(member), false, unique.Contains(member.Name));
                values.Add(members.Read(member, inherited, facts, roles));
                continue;
            }

            if (isStoredApart(target) || within.Count > ModelTypes.MaxDepth || within.Any(outer => SymbolEqualityComparer.Default.Equals(outer, target)) || ModelFitness.Of(target, compilation) != Unfitness.None)
                continue;
            if (ModelTypes.HoldsClassified(target, classifier, compilation) || classifier.Classify(member) is not null)
                inner.Add(Read(new Holder(member, target, isCollection, holder.IsComplex, holder.IsJson, holder.IsStored && ModelMembers.IsNavigable(member) && !isIgnored), inherited, within, configuration));
        }

        within.RemoveAt(within.Count - 1);
        ITypeSymbol type = ModelMembers.TypeOf(holder.Member);
        return new ComponentModel(
            holder.Member.Name,
            TypeNames.Escape(holder.Member.Name),
            TypeNames.Of(holder.Target),
            TypeNames.GlobalWithNullability(type),
            holder.IsCollection,
            holder.IsComplex,
            holder.IsJson,
            holder.IsApart,
            holder.IsStored,
            TypeNames.IsNullable(type) && !(holder.IsComplex && type.NullableAnnotation == Microsoft.CodeAnalysis.NullableAnnotation.None && HasOnlyRequiredComplexTypes),
            holder.Target.IsValueType,
            ModelMembers.Setter(holder.Member, compilation),
            values.ToEquatableArray(),
            inner.ToEquatableArray());
    }
}
