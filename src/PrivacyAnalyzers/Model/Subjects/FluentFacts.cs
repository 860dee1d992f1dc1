using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>What a context's <c>OnModelCreating</c>, and the configurations it applies, plainly say. Lives while one model is built.</summary>
internal sealed class FluentFacts
{
    private readonly Dictionary<INamedTypeSymbol, EntityFacts> _entities = new(SymbolEqualityComparer.Default);

    public List<RelationFact> Relations { get; } = new();

    /// <summary>Types of which each value is one of a column, whatever it holds: <c>Properties&lt;EmailAddress&gt;()</c> in <c>ConfigureConventions</c>.</summary>
    public HashSet<INamedTypeSymbol> Scalars { get; } = new(SymbolEqualityComparer.Default);

    public bool IsScalar(INamedTypeSymbol type) => Scalars.Contains(WithoutAnnotation(type));

    public IEnumerable<INamedTypeSymbol> Mentioned =>
        _entities.Where(pair => pair.Value.IsEntity).Select(pair => pair.Key).OrderBy(TypeNames.Global, StringComparer.Ordinal);

    public EntityFacts Of(INamedTypeSymbol type)
    {
        type = WithoutAnnotation(type);
        if (!_entities.TryGetValue(type, out EntityFacts? facts))
            _entities.Add(type, facts = new EntityFacts());
        return facts;
    }

    /// <summary>The same, for those who only read.</summary>
    public EntityFacts Said(INamedTypeSymbol type) => _entities.TryGetValue(WithoutAnnotation(type), out EntityFacts? facts) ? facts : EntityFacts.None;

    /// <summary>As <see cref="Said"/> for a type or any that it derives from: what is said of a base counts for its members.</summary>
    public IEnumerable<EntityFacts> WithBases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = WithoutAnnotation(type); current is not null; current = current.BaseType)
        {
            if (_entities.TryGetValue(current, out EntityFacts? facts))
                yield return facts;
        }
    }

    public static INamedTypeSymbol WithoutAnnotation(INamedTypeSymbol type) =>
        (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);
}

/// <summary>What is said of one type.</summary>
internal sealed class EntityFacts
{
    /// <summary>Nothing is said.</summary>
    public static readonly EntityFacts None = new();

    public bool IsEntity { get; set; }

    public bool IsIgnored { get; set; }

    public bool IsOwned { get; set; }

    public bool IsKeyless { get; set; }

    public IReadOnlyList<string>? Key { get; set; }

    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    /// <summary>Members configured as values: with a conversion, a length, a column.</summary>
    public HashSet<string> Values { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Owned { get; } = new(StringComparer.Ordinal);

    /// <summary>Mapped to several tables: a table a type, or split.</summary>
    public bool IsSpread { get; set; }

    /// <summary>Given a table of its own by name.</summary>
    public bool HasTable { get; set; }

    /// <summary>Read from a view. Without a table of its own, its rows are written nowhere.</summary>
    public bool HasView { get; set; }

    /// <summary>Owned types that this type stores in a table of their own.</summary>
    public HashSet<ISymbol> OwnedApart { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Owned types that this type stores as JSON.</summary>
    public HashSet<ISymbol> JsonOwned { get; } = new(SymbolEqualityComparer.Default);

    public HashSet<string> Complex { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Unique { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> MaxLengths { get; } = new(StringComparer.Ordinal);

    public List<FilterModel> Filters { get; } = new();

    /// <summary>What several say of members. Of lengths the first counts.</summary>
    public static EntityFacts OfMembers(IEnumerable<EntityFacts> several)
    {
        var all = new EntityFacts();
        foreach (EntityFacts facts in several)
        {
            all.Values.UnionWith(facts.Values);
            all.Owned.UnionWith(facts.Owned);
            all.OwnedApart.UnionWith(facts.OwnedApart);
            all.JsonOwned.UnionWith(facts.JsonOwned);
            all.Complex.UnionWith(facts.Complex);
            all.Unique.UnionWith(facts.Unique);
            all.Required.UnionWith(facts.Required);
            foreach (KeyValuePair<string, int> length in facts.MaxLengths.Where(length => !all.MaxLengths.ContainsKey(length.Key)))
                all.MaxLengths.Add(length.Key, length.Value);
        }

        return all;
    }
}

/// <summary>A relation as <c>HasOne…WithMany…HasForeignKey</c> says it.</summary>
internal sealed class RelationFact(INamedTypeSymbol dependent, INamedTypeSymbol principal)
{
    public INamedTypeSymbol Dependent { get; set; } = dependent;

    public INamedTypeSymbol Principal { get; set; } = principal;

    public string? Navigation { get; set; }

    public string? Inverse { get; set; }

    public IReadOnlyList<string>? ForeignKey { get; set; }

    public IReadOnlyList<string>? PrincipalKey { get; set; }

    public bool? IsRequired { get; set; }

    public bool IsUnique { get; set; }

    /// <summary>One to one, and nothing says which side has the foreign key.</summary>
    public bool IsSideOpen { get; set; }

    public bool IsManyToMany { get; set; }
}
