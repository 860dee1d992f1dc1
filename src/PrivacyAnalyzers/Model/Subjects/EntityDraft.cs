using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>A stored type while its context is read: its members by what they are to it.</summary>
internal sealed class EntityDraft(INamedTypeSymbol type)
{
    private Dictionary<string, ISymbol>? _values;
    private Dictionary<string, ISymbol>? _valuesIgnoringCase;
    private EntityFacts[]? _memberFacts;

    public INamedTypeSymbol Type { get; } = type;

    public string? SetName { get; set; }

    public IReadOnlyList<EntityFacts> Facts { get; set; } = Array.Empty<EntityFacts>();

    /// <summary>The same as one, for what is asked of each member.</summary>
    public IReadOnlyList<EntityFacts> MemberFacts => _memberFacts ??= Facts.Count < 2 ? Facts.ToArray() : new[] { EntityFacts.OfMembers(Facts) };

    /// <summary>What is said of this very type, and not of a base.</summary>
    public EntityFacts OwnFacts { get; set; } = new();

    public bool IsKeyless { get; set; }

    public List<string> Key { get; } = new();

    public List<ISymbol> Values { get; } = new();

    public List<Holder> Components { get; } = new();

    public List<Holder> Navigations { get; } = new();

    public EntityDraft? Base { get; set; }

    public List<RelationModel> Relations { get; } = new();

    /// <summary>Links of <c>[SubjectLink]</c> whose type is another than that of the key they lead to.</summary>
    public List<MisfitLink> Misfits { get; } = new();

    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    public string Global { get; } = TypeNames.Global(type);

    /// <summary>This type and those that it derives from.</summary>
    public IEnumerable<INamedTypeSymbol> TypeAndBases
    {
        get
        {
            for (INamedTypeSymbol? current = Type; current is not null; current = current.BaseType)
                yield return current;
        }
    }

    /// <summary>Once all values are known.</summary>
    public ISymbol? FindValue(string name) => (_values ??= ByName(StringComparer.Ordinal)).TryGetValue(name, out ISymbol? value) ? value : null;

    /// <summary>By EF Core's conventions names match without regard to case.</summary>
    public ISymbol? FindValueIgnoringCase(string name) => (_valuesIgnoringCase ??= ByName(StringComparer.OrdinalIgnoreCase)).TryGetValue(name, out ISymbol? value) ? value : null;

    /// <summary>This type or one that it derives from.</summary>
    public bool Is(INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? current = Type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
                return true;
        }

        return false;
    }

    private Dictionary<string, ISymbol> ByName(StringComparer comparer)
    {
        var values = new Dictionary<string, ISymbol>(comparer);
        foreach (ISymbol value in Values.Where(value => !values.ContainsKey(value.Name)))
            values.Add(value.Name, value);
        return values;
    }
}

/// <param name="Member">The member that is marked.</param>
/// <param name="Type">Its type.</param>
/// <param name="Key">The key that it should lead to: <c>Customer.Id</c>.</param>
internal sealed record MisfitLink(string Member, string Type, string Key, string KeyType);

/// <summary>A member that holds another model type: a navigation or a component.</summary>
internal sealed record Holder(ISymbol Member, INamedTypeSymbol Target, bool IsCollection, bool IsComplex = false, bool IsJson = false, bool IsStored = true, bool IsApart = false);
