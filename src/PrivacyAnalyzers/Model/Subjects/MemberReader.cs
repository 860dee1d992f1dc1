using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Makes the plain model of one member, with all that its attributes, its type, its owner and the statement say of it.</summary>
internal sealed class MemberReader(Compilation compilation, MemberClassifier classifier, NameResolver names)
{
    /// <summary>What members of a type have where they say nothing themselves.</summary>
    /// <param name="Category">The category of the member that holds the component.</param>
    internal sealed record Inherited(string? DataClass, RetentionRule? Retention, string? Category);

    public Inherited Of(INamedTypeSymbol type) =>
        new(NameResolver.OfType(type, names.DataClass) ?? names.OnlyDataClass, NameResolver.OfType(type, names.Retention), null);

    /// <summary>For a component: what its own type says, then what the member that holds it says, then its owner.</summary>
    public Inherited Of(INamedTypeSymbol component, ISymbol holder, Inherited owner) => new(
        names.DataClass(holder) ?? NameResolver.OfType(component, names.DataClass) ?? owner.DataClass,
        names.Retention(holder) ?? NameResolver.OfType(component, names.Retention) ?? owner.Retention,
        classifier.Classify(holder)?.Category ?? (classifier.IsDeclaredNotPersonal(holder) ? null : owner.Category));

    public string? CategoryOf(ISymbol member, Inherited inherited) =>
        classifier.Classify(member)?.Category ??
        (inherited.Category is null || classifier.IsDeclaredNotPersonal(member) || MemberShape.IsKey(member) ? null : inherited.Category);

    public MemberModel Read(ISymbol member, Inherited inherited, IReadOnlyCollection<EntityFacts> facts, MemberRoles roles)
    {
        ITypeSymbol type = ModelMembers.TypeOf(member);
        ValueShape shape = ValueShapes.Of(type);
        string? category = CategoryOf(member, inherited) ?? CategoryInside(member, type);
        Statement.CategoryEntry? entry = names.Category(category);
        return new MemberModel(
            member.Name,
            TypeNames.Escape(member.Name),
            TypeNames.GlobalWithNullability(type),
            shape,
            TypeNames.IsNullable(type) && !facts.Any(fact => fact.Required.Contains(member.Name)) && !EfCore.HasAttribute(member, "RequiredAttribute"),
            type.IsValueType,
            ModelMembers.Setter(member, compilation),
            member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true },
            roles.IsMapped,
            roles.IsKey,
            roles.IsForeignKey,
            roles.IsUnique || facts.Any(fact => fact.Unique.Contains(member.Name)),
            MaxLength(member, facts),
            category,
            names.DataClass(member) ?? inherited.DataClass,
            names.Retention(member) ?? inherited.Retention,
            entry?.Purposes ?? EquatableArray<string>.Empty,
            names.Recipients(entry, names.DataClass(member) ?? inherited.DataClass),
            MemberAttributes.AnonymizeWith(member, type),
            MemberAttributes.Has(member, "LegalHoldAttribute"),
            names.Clock(member),
            names.Consent(member),
            names.OptOut(member),
            names.Purpose(names.OptOut(member))?.OptOutWithin,
            entry?.Consent,
            names.IsPortable(category),
            MemberAttributes.Has(member, "RestrictionAttribute"))
        {
            WrongReplacement = MemberAttributes.IsReplaced(member) && MemberAttributes.AnonymizeWith(member, type) is null
                ? $"has an [Anonymize(With = …)] that is no {TypeNames.StripNullable(type).Name}; correct it"
                : null,
            WrongDefault = ValueDefaults.Fault(type),
            Sources = entry?.Sources ?? EquatableArray<string>.Empty,
            IsMadeKey = shape is { Kind: ValueKind.Number or ValueKind.Guid, IsSequence: false } || MetadataNames.IsIn(member.ContainingType.OriginalDefinition, "Microsoft.AspNetCore.Identity"),
            HasOperator = KeyComparison.HasEqualityOperator(type),
        };
    }

    /// <summary>What a value of the program's own type holds, where a converter stores it in one column.</summary>
    private string? CategoryInside(ISymbol member, ITypeSymbol type) =>
        ModelTypes.Target(type).Target is { } target && !classifier.IsDeclaredNotPersonal(member) ? ModelTypes.FirstCategory(target, classifier, compilation) : null;

    /// <summary>Of members that are unique together all are to be told apart in each row, but where the row's key is among them and does so.</summary>
    public static IEnumerable<string> UniqueAmong(IReadOnlyCollection<string> members, IReadOnlyCollection<string> key) =>
        members.Count > 1 && key.Count == 1 && members.Contains(key.First()) ? Enumerable.Empty<string>() : members;

    /// <summary>Members with a unique <c>[Index]</c>.</summary>
    /// <param name="key">The row's key, as far as it is known.</param>
    public static HashSet<string> UniqueMembers(INamedTypeSymbol type, IReadOnlyCollection<string> key)
    {
        var unique = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (AttributeData attribute in current.GetAttributes())
            {
                if (!EfCore.IsEf(attribute.AttributeClass, "IndexAttribute") || !attribute.NamedArguments.Any(argument => argument is { Key: "IsUnique", Value.Value: true }))
                    continue;
                unique.UnionWith(UniqueAmong(EfCore.Names(attribute).ToArray(), key));
            }
        }

        return unique;
    }

    private static int? MaxLength(ISymbol member, IReadOnlyCollection<EntityFacts> facts)
    {
        foreach (EntityFacts fact in facts)
        {
            if (fact.MaxLengths.TryGetValue(member.Name, out int length))
                return length;
        }

        AttributeData? attribute = EfCore.FindAttribute(member, "MaxLengthAttribute") ?? EfCore.FindAttribute(member, "StringLengthAttribute");
        return attribute is { ConstructorArguments.Length: > 0 } ? attribute.ConstructorArguments[0].Value as int? : null;
    }
}

/// <summary>What a member is to its row.</summary>
internal readonly record struct MemberRoles(bool IsMapped, bool IsKey, bool IsForeignKey, bool IsUnique);
