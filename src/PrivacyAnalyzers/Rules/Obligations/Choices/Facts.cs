using System.Collections.Immutable;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

internal enum Truth
{
    True,
    False,
    Null,
    NotNull,

    /// <summary><see langword="false"/> or <see langword="null"/>.</summary>
    NotTrue,

    /// <summary><see langword="true"/> or <see langword="null"/>.</summary>
    NotFalse,

    /// <summary>Something was asked about the choice whose answer cannot be read off the code.</summary>
    Asked,
}

/// <param name="Path">What it is about; <see langword="null"/> where that cannot be told.</param>
/// <param name="Choice">For <see cref="Truth.Asked"/>, the choice; without a name, any.</param>
internal readonly record struct Fact(AccessPath? Path, Truth Truth, Choice Choice = default);

/// <summary>What holds together. The impossible set holds everything: control never comes there.</summary>
internal sealed class FactSet : IEquatable<FactSet>
{
    /// <summary>No root at all.</summary>
    public static readonly ImmutableHashSet<object> NoRoots = ImmutableHashSet.Create<object>(AccessPath.RootComparer.Instance);

    public static readonly FactSet None = new(ImmutableHashSet<Fact>.Empty, NoRoots, false);
    public static readonly FactSet Impossible = new(ImmutableHashSet<Fact>.Empty, NoRoots, true);

    private readonly ImmutableHashSet<Fact> _facts;

    private FactSet(ImmutableHashSet<Fact> facts, ImmutableHashSet<object> roots, bool isImpossible)
    {
        _facts = facts;
        Roots = roots;
        IsImpossible = isImpossible;
    }

    public bool IsImpossible { get; }

    public bool IsEmpty => !IsImpossible && _facts.IsEmpty;

    public ImmutableHashSet<Fact> Facts => _facts;

    /// <summary>Where the paths of its facts begin, and perhaps more: what is not among these need not be looked for.</summary>
    public ImmutableHashSet<object> Roots { get; }

    public static FactSet Of(Fact fact) => new(ImmutableHashSet.Create(fact), fact.Path is { } path ? NoRoots.Add(path.Root) : NoRoots, false);

    /// <summary>What holds where both do.</summary>
    public FactSet And(FactSet other) =>
        IsImpossible || other.IsImpossible ? Impossible : other._facts.IsEmpty ? this : _facts.IsEmpty ? other :
        other._facts.Count > _facts.Count ? other.Adding(this) : Adding(other);

    public FactSet And(Fact fact) => And(Of(fact));

    /// <summary>What holds where either does.</summary>
    public FactSet Or(FactSet other) =>
        IsImpossible ? other : other.IsImpossible || _facts == other._facts ? this : new FactSet(_facts.Intersect(other._facts), Roots.Count < other.Roots.Count ? Roots : other.Roots, false);

    public FactSet Where(Func<Fact, bool> isKept) => IsImpossible || _facts.All(isKept) ? this : new FactSet(_facts.Where(isKept).ToImmutableHashSet(), Roots, false);

    /// <summary>Without those whose paths are gone, which all begin at this root.</summary>
    public FactSet Without(object root, Func<AccessPath, bool> isGone) => Roots.Contains(root) ? Where(fact => fact.Path is null || !isGone(fact.Path)) : this;

    /// <summary>The facts about other paths; those that the function gives none for are left out.</summary>
    public FactSet Map(Func<AccessPath, AccessPath?> map)
    {
        if (IsImpossible)
            return this;
        var mapped = ImmutableHashSet.CreateBuilder<Fact>();
        ImmutableHashSet<object> roots = NoRoots;
        foreach (Fact fact in _facts)
        {
            if (fact.Path is null)
                mapped.Add(fact);
            else if (map(fact.Path) is { } path && mapped.Add(fact with { Path = path }))
                roots = roots.Add(path.Root);
        }

        return new FactSet(mapped.ToImmutable(), roots, false);
    }

    /// <summary>Facts that begin at one path, told of another.</summary>
    public FactSet Rebase(AccessPath from, AccessPath to) => Map(path => path.StartsWith(from) ? path.Rebase(from, to) : null);

    /// <summary>Whether the two cannot hold together.</summary>
    public bool Contradicts(FactSet other) => IsImpossible || other.IsImpossible || _facts.Any(fact => Opposites(fact).Any(other._facts.Contains));

    public bool Equals(FactSet? other) => other is not null && IsImpossible == other.IsImpossible && (_facts == other._facts || _facts.SetEquals(other._facts));

    public override bool Equals(object? obj) => Equals(obj as FactSet);

    public override int GetHashCode() => _facts.Count;

    /// <summary>Adds a few to many, not the other way about.</summary>
    private FactSet Adding(FactSet few) => new(_facts.Union(few._facts), Roots.Union(few.Roots), false);

    private static IEnumerable<Fact> Opposites(Fact fact) => (fact.Truth switch
    {
        Truth.True => new[] { Truth.False, Truth.Null, Truth.NotTrue },
        Truth.False => new[] { Truth.True, Truth.Null, Truth.NotFalse },
        Truth.Null => new[] { Truth.NotNull, Truth.True, Truth.False },
        Truth.NotNull => new[] { Truth.Null },
        Truth.NotTrue => new[] { Truth.True },
        Truth.NotFalse => new[] { Truth.False },
        _ => Array.Empty<Truth>(),
    }).Select(truth => fact with { Truth = truth });
}
