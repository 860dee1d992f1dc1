namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>An EF Core context and what it stores. Plain data: two equal contexts generate the same code.</summary>
/// <param name="HolderName">The static class that generated methods and their results stand in, such as <c>ShopDbPrivacy</c>, in the context's namespace.</param>
/// <param name="IsPublic">Whether everything that the generated methods name is public: the holder's accessibility follows.</param>
/// <param name="EfCoreMajor">The major version of the referenced EF Core; generated code compiles from 8 on.</param>
/// <param name="Entities">Everything stored, children before the principals that they require; on a cycle, by name.</param>
/// <param name="Subjects">The data subjects among the entities, by name.</param>
internal sealed record ContextModel(
    TypeName Type,
    string HolderName,
    bool IsPublic,
    int EfCoreMajor,
    EquatableArray<EntityModel> Entities,
    EquatableArray<SubjectModel> Subjects)
{
    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string Accessibility => IsPublic ? "public" : "internal";

    /// <summary>The entity of that name. Each way to a person asks for each step.</summary>
    public EntityModel? Find(string globalName) => ContextIndex.Of(this).Find(globalName);
}

/// <param name="Global">As code names it from anywhere: <c>global::Shop.Customer</c>.</param>
/// <param name="Name">The simple name, without type arguments and not escaped.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Metadata">The full metadata name, for documents and lookups: <c>Shop.Outer+Customer</c>.</param>
/// <param name="IsPublic">Visible from other assemblies.</param>
internal sealed record TypeName(string Global, string Name, string Namespace, string Metadata, bool IsPublic);

/// <summary>A stored type, with the members it inherits.</summary>
/// <param name="UniqueName">The simple name, or with more of its namespace where the context holds two of that name. Fit to be part of an identifier.</param>
/// <param name="SetName">The context's property for it; <see langword="null"/> where it has none.</param>
/// <param name="Set">The expression that reads the set from <c>db</c>: <c>db.Customers</c> or <c>db.Set&lt;global::Shop.Customer&gt;()</c>.</param>
/// <param name="Key">Names of the primary key's members, in order. Empty where none can be seen.</param>
/// <param name="IsKeyless">Declared without a key, or read from a view and written nowhere: rows can be read, not changed.</param>
/// <param name="IsAbstract">No row has exactly this type.</param>
/// <param name="IsSpread">Its rows, or those of its hierarchy, are stored in several tables, which no set-based statement changes.</param>
/// <param name="IsHidden">Its rows are written to a table and read from a view, which need not show them all.</param>
/// <param name="HasLinks">It is one side of a many-to-many relation whose links no class holds.</param>
/// <param name="BaseEntity">The global name of the entity that it derives from within the context.</param>
/// <param name="DerivedEntities">Global names of all entities that derive from it within the context.</param>
/// <param name="Retention">The type's own rule.</param>
/// <param name="Members">Its values, keys and foreign keys included, by declaration.</param>
/// <param name="Components">Owned and complex types stored inside its rows, or as part of them.</param>
/// <param name="Relations">To the principals that it refers to.</param>
internal sealed record EntityModel(
    TypeName Type,
    string UniqueName,
    string? SetName,
    string Set,
    EquatableArray<string> Key,
    bool IsKeyless,
    bool IsAbstract,
    bool IsSpread,
    bool IsHidden,
    bool HasLinks,
    string? BaseEntity,
    EquatableArray<string> DerivedEntities,
    string? DataClass,
    RetentionRule? Retention,
    EquatableArray<MemberModel> Members,
    EquatableArray<ComponentModel> Components,
    EquatableArray<RelationModel> Relations,
    EquatableArray<FilterModel> Filters)
{
    /// <summary>Personal data that is stored in members which generated code cannot name: private ones that <c>OnModelCreating</c> maps.</summary>
    public EquatableArray<string> OutOfReach { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Marked links that lead nowhere: their type is not their key's.</summary>
    public EquatableArray<MisfitLink> Misfits { get; init; } = EquatableArray<MisfitLink>.Empty;

    /// <summary>Whether the entity, or a type stored inside it, holds personal data.</summary>
    public bool HoldsPersonalData => HasClassified(Members) || Components.Any(HoldsClassified);

    public MemberModel? FindMember(string name)
    {
        foreach (MemberModel member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    private static bool HoldsClassified(ComponentModel component) =>
        HasClassified(component.Members) || component.Components.Any(HoldsClassified);

    private static bool HasClassified(EquatableArray<MemberModel> members) => members.Any(member => member.Category is not null);
}

/// <summary>A global query filter.</summary>
/// <param name="Name">Its name; <see langword="null"/> for the unnamed one.</param>
/// <param name="HidesRows">It looks at nothing but the row, as a soft-delete filter does, so a right reaches past it. Otherwise it depends on the context, as a tenant filter does.</param>
internal sealed record FilterModel(string? Name, bool HidesRows);
