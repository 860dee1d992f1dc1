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
    public static readonly FactSet None = new(ImmutableHashSet<Fact>.Empty, false);
    public static readonly FactSet Impossible = new(ImmutableHashSet<Fact>.Empty, true);

    private readonly ImmutableHashSet<Fact> _facts;

    private FactSet(ImmutableHashSet<Fact> facts, bool isImpossible)
    {
        _facts = facts;
        IsImpossible = isImpossible;
    }

    public bool IsImpossible { get; }

    public bool IsEmpty => !IsImpossible && _facts.IsEmpty;

    public ImmutableHashSet<Fact> Facts => _facts;

    public static FactSet Of(Fact fact) => new(ImmutableHashSet.Create(fact), false);

    /// <summary>What holds where both do.</summary>
    public FactSet And(FactSet other) =>
        IsImpossible || other.IsImpossible ? Impossible : other._facts.IsEmpty ? this : _facts.IsEmpty ? other : new FactSet(_facts.Union(other._facts), false);

    public FactSet And(Fact fact) => And(Of(fact));

    /// <summary>What holds where either does.</summary>
    public FactSet Or(FactSet other) =>
        IsImpossible ? other : other.IsImpossible ? this : new FactSet(_facts.Intersect(other._facts), false);

    public FactSet Where(Func<Fact, bool> isKept) => IsImpossible || _facts.All(isKept) ? this : new FactSet(_facts.Where(isKept).ToImmutableHashSet(), false);

    /// <summary>The facts about other paths; those that the function gives none for are left out.</summary>
    public FactSet Map(Func<AccessPath, AccessPath?> map)
    {
        if (IsImpossible)
            return this;
        var mapped = ImmutableHashSet.CreateBuilder<Fact>();
        foreach (Fact fact in _facts)
        {
            if (fact.Path is null)
                mapped.Add(fact);
            else if (map(fact.Path) is { } path)
                mapped.Add(fact with { Path = path });
        }

        return new FactSet(mapped.ToImmutable(), false);
    }

    /// <summary>Facts that begin at one path, told of another.</summary>
    public FactSet Rebase(AccessPath from, AccessPath to) => Map(path => path.StartsWith(from) ? path.Rebase(from, to) : null);

    /// <summary>Whether the two cannot hold together.</summary>
    public bool Contradicts(FactSet other) => IsImpossible || other.IsImpossible || _facts.Any(fact => Opposites(fact).Any(other._facts.Contains));

    public bool Equals(FactSet? other) => other is not null && IsImpossible == other.IsImpossible && _facts.SetEquals(other._facts);

    public override bool Equals(object? obj) => Equals(obj as FactSet);

    public override int GetHashCode() => _facts.Count;

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
