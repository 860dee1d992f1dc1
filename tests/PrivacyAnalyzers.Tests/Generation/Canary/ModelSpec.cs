namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>A random model: what its code is written from, what its rows are made by, and what its outcome is foretold from.</summary>
/// <param name="Seed">Makes this model again.</param>
internal sealed record ModelSpec(string Seed, IReadOnlyList<EntitySpec> Entities, string? Configuration)
{
    public EntitySpec Subject => Entities[0];

    public override string ToString() => Seed;
}

internal enum KeyKind
{
    Int,
    Long,
    Guid,
    Text,

    /// <summary>Two parts: for the subject a tenant and a number, else the parent's key and a number.</summary>
    Pair,
}

internal enum FilterKind
{
    None,
    SoftDelete,
    NamedSoftDelete,
    NamedTenant,
}

internal sealed class EntitySpec(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether it stands in the table of another.</summary>
    public EntitySpec? Base { get; set; }

    public bool IsAbstract { get; set; }

    public KeyKind Key { get; set; }

    /// <summary>A request names the subject by this member instead of its key.</summary>
    public bool HasSubjectKey { get; set; }

    public string? OwnRule { get; set; }

    public bool HasHold { get; set; }

    public bool HasClock { get; set; }

    public FilterKind Filter { get; set; }

    public bool HasSet { get; set; }

    /// <summary>Its links to the lookup entity, held by no class.</summary>
    public bool HasTopics { get; set; }

    public List<MemberSpec> Members { get; } = [];

    public List<ComponentSpec> Components { get; } = [];

    public List<RefSpec> Refs { get; } = [];

    /// <summary>The reference that leads to the subject.</summary>
    public RefSpec? Parent { get; set; }

    public string? Rule => OwnRule ?? Base?.Rule;

    public EntitySpec Root => Base?.Root ?? this;

    public IEnumerable<EntitySpec> Chain => Base is null ? [this] : Base.Chain.Append(this);

    public IEnumerable<MemberSpec> AllMembers => Chain.SelectMany(type => type.Members);

    public IEnumerable<ComponentSpec> AllComponents => Chain.SelectMany(type => type.Components);

    public IEnumerable<RefSpec> AllRefs => Chain.SelectMany(type => type.Refs);

    public RefSpec? Way => Parent ?? Base?.Way;

    public bool IsHoldable => Chain.Any(type => type.HasHold);

    public bool IsClocked => Chain.Any(type => type.HasClock);

    public FilterKind AnyFilter => Root.Filter;

    /// <summary>The types of the key's parts.</summary>
    public IReadOnlyList<string> KeyTypes => Key switch
    {
        KeyKind.Int => ["int"],
        KeyKind.Long => ["long"],
        KeyKind.Guid => ["Guid"],
        KeyKind.Text => ["string"],
        _ => Root.Parent is { } way ? [way.Principal.KeyTypes[0], "int"] : ["int", "long"],
    };

    /// <summary>The members of the key.</summary>
    public IReadOnlyList<string> KeyNames => Key != KeyKind.Pair ? ["Id"] : Root.Parent is { } way ? [way.ForeignKey[0], "Number"] : ["First", "Second"];

    public override string ToString() => Name;
}

internal enum MemberKind
{
    Text,
    Int,
    Long,
    Guid,
    DateTime,
    DateOnly,
    Decimal,
    Bytes,
    Texts,
}

/// <param name="Category">The attribute that classifies it; <see langword="null"/> for what is nobody's data.</param>
/// <param name="OwnRule">Its own retention rule.</param>
internal sealed record MemberSpec(string Name, MemberKind Kind, bool IsNullable, string? Category, string? OwnRule, bool IsUnique, string? With)
{
    public string TypeName => Kind switch
    {
        MemberKind.Text => "string",
        MemberKind.Int => "int",
        MemberKind.Long => "long",
        MemberKind.Guid => "Guid",
        MemberKind.DateTime => "DateTime",
        MemberKind.DateOnly => "DateOnly",
        MemberKind.Decimal => "decimal",
        MemberKind.Bytes => "byte[]",
        _ => "List<string>",
    } + (IsNullable ? "?" : "");
}

internal enum Storage
{
    OwnedInline,
    OwnedTable,
    OwnedMany,
    OwnedJson,
    OwnedManyJson,
    Complex,
    ComplexJson,
    ComplexManyJson,
}

internal sealed record ComponentSpec(string Name, string TypeName, Storage Storage, bool IsNullable, IReadOnlyList<MemberSpec> Members)
{
    public bool IsMany => Storage is Storage.OwnedMany or Storage.OwnedManyJson or Storage.ComplexManyJson;

    public bool IsOwnedJson => Storage is Storage.OwnedJson or Storage.OwnedManyJson;
}

/// <summary>How a reference is written in code.</summary>
internal enum RefShape
{
    /// <summary>A navigation and a foreign key by convention.</summary>
    Both,

    /// <summary>A navigation; EF Core makes up the foreign key.</summary>
    NavigationOnly,

    /// <summary>A foreign key, a navigation, and a collection of dependents on the principal.</summary>
    WithInverse,

    /// <summary>The principal has the collection, the dependent only the foreign key.</summary>
    InverseOnly,

    /// <summary>A foreign key of any name, said by <c>HasOne…HasForeignKey</c>.</summary>
    Fluent,

    /// <summary>A member named like the principal's key, and no relation for EF Core.</summary>
    Bare,

    /// <summary>A reference on both sides.</summary>
    OneToOne,
}

internal sealed class RefSpec(EntitySpec dependent, EntitySpec principal, string name)
{
    public EntitySpec Dependent { get; } = dependent;

    public EntitySpec Principal { get; } = principal;

    public string Name { get; } = name;

    public RefShape Shape { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>Marked <c>[SubjectLink]</c>, since another way is as short.</summary>
    public bool IsLinked { get; set; }

    /// <summary>What the database does when the principal goes; <see langword="null"/> for EF Core's choice.</summary>
    public string? OnDelete { get; set; }

    /// <summary>Said in <c>OnModelCreating</c>, rather than left to convention.</summary>
    public bool IsConfigured { get; set; }

    /// <summary>The foreign key is the primary key, or a part of it.</summary>
    public bool IsKey { get; set; }

    public bool HasNavigation => Shape is not (RefShape.InverseOnly or RefShape.Bare) && !(Shape == RefShape.Fluent && Principal.Key == KeyKind.Pair);

    public bool HasForeignKey => Shape is not RefShape.NavigationOnly;

    public bool HasInverse => Shape is RefShape.WithInverse or RefShape.InverseOnly or RefShape.OneToOne;

    public string Inverse => $"{Dependent.Name}{Name}Rows";

    /// <summary>The members of the foreign key.</summary>
    public IReadOnlyList<string> ForeignKey => !HasForeignKey ? []
        : IsKey && Shape == RefShape.OneToOne ? ["Id"]
        : Principal.Key == KeyKind.Pair ? [Name + "First", Name + "Second"]
        : Shape == RefShape.Fluent ? ["Of" + Name]
        : Shape is RefShape.Bare or RefShape.InverseOnly ? [Principal.Name + "Id"]
        : [Name + "Id"];

    public override string ToString() => $"{Dependent}.{Name} -> {Principal}";
}
