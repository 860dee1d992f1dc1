namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>How the items of a collection inside a row are stored.</summary>
internal enum CollectionStorage
{
    /// <summary>As rows of a table of their own (<c>OwnsMany</c>): anonymising their owner deletes them.</summary>
    Rows,

    /// <summary>As JSON of a complex collection: anonymising its owner empties it.</summary>
    Complex,

    /// <summary>As JSON of owned types, which no set-based statement reaches.</summary>
    OwnedJson,
}

/// <summary>A collection with personal data inside a row.</summary>
/// <param name="Name">As a receipt names it: <c>Phones</c>, <c>Profile.Phones</c>.</param>
/// <param name="Access">What follows <c>row.</c> in code.</param>
/// <param name="IsOptional">Whether it is inside a component that may be missing.</param>
internal sealed record StoredCollection(string Name, string Access, bool IsOptional, CollectionStorage Storage, ComponentModel Component)
{
    public static IEnumerable<StoredCollection> Of(EntityModel entity) => Of("", "", false, entity.Components);

    /// <summary>The rules of what it holds.</summary>
    public IReadOnlyList<RetentionRule> Rules { get; } = Classified(Component).Select(member => member.Retention).OfType<RetentionRule>().Distinct().ToArray();

    /// <summary>The rule that all of its members follow; <see langword="null"/> where they follow several.</summary>
    public RetentionRule? OnlyRule => Rules.Count == 1 ? Rules[0] : null;

    /// <summary>A law keeps some of what it holds.</summary>
    public bool IsKeptByLaw => Rules.Any(rule => rule.IsByLaw);

    /// <summary>A law keeps some of what it holds, and not all that is personal in it.</summary>
    public bool IsKeptInPart => IsKeptByLaw && Classified(Component).Any(member => !member.IsKeptByLaw);

    /// <summary>Parts of it end at different times, or one of them never.</summary>
    public bool EndsInParts => IsKeptInPart || Rules.Count > 1;

    /// <summary>What takes its place, as an expression; <see langword="null"/> where nothing is known to fit.</summary>
    public string? Empty => EmptyValues.OfCollection(Component.MemberType);

    /// <summary>The classified members of a component and of what it holds.</summary>
    public static IEnumerable<MemberModel> Classified(ComponentModel component) =>
        component.Members.Concat(component.Components.SelectMany(Classified)).Where(member => member.Category is not null);

    /// <summary>The collections inside the items of one; accessed from the item, named by their path from the row.</summary>
    public static IEnumerable<StoredCollection> Inside(StoredCollection collection) => Of(collection.Name + ".", "", false, collection.Component.Components);

    private static IEnumerable<StoredCollection> Of(string name, string access, bool isOptional, EquatableArray<ComponentModel> components)
    {
        foreach (ComponentModel component in components)
        {
            if (!component.IsStored)
                continue;
            if (component.IsCollection)
            {
                CollectionStorage storage = component.IsComplex ? CollectionStorage.Complex : component.IsJson ? CollectionStorage.OwnedJson : CollectionStorage.Rows;
                if (Classified(component).Any())
                    yield return new StoredCollection(name + component.Name, access + component.Identifier + (component.IsNullable ? "!" : ""), isOptional, storage, component);
                continue;
            }

            string inside = access + component.Identifier + (component.IsNullable ? "!." : ".");
            foreach (StoredCollection deeper in Of(name + component.Name + ".", inside, isOptional || component.IsNullable, component.Components))
                yield return deeper;
        }
    }
}
