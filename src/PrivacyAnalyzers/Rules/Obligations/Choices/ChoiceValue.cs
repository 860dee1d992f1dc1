using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>What is known of a value.</summary>
internal sealed record ChoiceValue
{
    public static readonly ChoiceValue Unknown = new();

    /// <summary>Another name of the same object or value.</summary>
    public AccessPath? Alias { get; init; }

    public FactSet WhenTrue { get; init; } = FactSet.None;

    public FactSet WhenFalse { get; init; } = FactSet.None;

    public FactSet WhenNull { get; init; } = FactSet.None;

    public FactSet WhenNotNull { get; init; } = FactSet.None;

    /// <summary>What holds of each element of a sequence, told of <see cref="AccessPath.Self"/>.</summary>
    public FactSet Elements { get; init; } = FactSet.None;

    /// <summary>What holds of the object itself, told of <see cref="AccessPath.Self"/>.</summary>
    public FactSet Self { get; init; } = FactSet.None;

    /// <summary>Personal data that was read into the value and not used yet.</summary>
    public ImmutableHashSet<PendingRead> Pending { get; init; } = ImmutableHashSet<PendingRead>.Empty;

    public static ChoiceValue Constant(object? value) => value switch
    {
        null => new ChoiceValue { WhenNotNull = FactSet.Impossible, WhenTrue = FactSet.Impossible, WhenFalse = FactSet.Impossible },
        true => new ChoiceValue { WhenFalse = FactSet.Impossible, WhenNull = FactSet.Impossible },
        false => new ChoiceValue { WhenTrue = FactSet.Impossible, WhenNull = FactSet.Impossible },
        _ => new ChoiceValue { WhenNull = FactSet.Impossible },
    };

    public static ChoiceValue At(AccessPath path) => new()
    {
        Alias = path,
        WhenTrue = FactSet.Of(new Fact(path, Truth.True)),
        WhenFalse = FactSet.Of(new Fact(path, Truth.False)),
        WhenNull = FactSet.Of(new Fact(path, Truth.Null)),
        WhenNotNull = FactSet.Of(new Fact(path, Truth.NotNull)),
    };

    public ChoiceValue Not() => this with { WhenTrue = WhenFalse, WhenFalse = WhenTrue, Alias = null };

    public ChoiceValue Join(ChoiceValue other) => new()
    {
        Alias = Alias is not null && Alias.Equals(other.Alias) ? Alias : null,
        WhenTrue = WhenTrue.Or(other.WhenTrue),
        WhenFalse = WhenFalse.Or(other.WhenFalse),
        WhenNull = WhenNull.Or(other.WhenNull),
        WhenNotNull = WhenNotNull.Or(other.WhenNotNull),
        Elements = Elements.Or(other.Elements),
        Self = Self.Or(other.Self),
        Pending = Pending.Union(other.Pending),
    };

    /// <summary>The value as it was computed where these facts held.</summary>
    public ChoiceValue Under(FactSet facts) => this with
    {
        WhenTrue = WhenTrue.And(facts),
        WhenFalse = WhenFalse.And(facts),
        WhenNull = WhenNull.And(facts),
        WhenNotNull = WhenNotNull.And(facts),
    };

    /// <summary>Whether a path that begins there may be spoken of.</summary>
    public bool SpeaksOf(object root) => (Alias is not null && AccessPath.IsSame(Alias.Root, root)) ||
        WhenTrue.Roots.Contains(root) || WhenFalse.Roots.Contains(root) || WhenNull.Roots.Contains(root) || WhenNotNull.Roots.Contains(root) || Elements.Roots.Contains(root) || Self.Roots.Contains(root);

    /// <summary>Adds where the paths begin that are spoken of.</summary>
    public ImmutableHashSet<object> AddRootsTo(ImmutableHashSet<object> roots)
    {
        if (Alias is not null)
            roots = roots.Add(Alias.Root);
        return roots.Union(WhenTrue.Roots).Union(WhenFalse.Roots).Union(WhenNull.Roots).Union(WhenNotNull.Roots).Union(Elements.Roots).Union(Self.Roots);
    }

    public ChoiceValue MapFacts(Func<FactSet, FactSet> map) => this with
    {
        WhenTrue = map(WhenTrue),
        WhenFalse = map(WhenFalse),
        WhenNull = map(WhenNull),
        WhenNotNull = map(WhenNotNull),
        Elements = map(Elements),
        Self = map(Self),
    };

    /// <summary>With what is only asked, whatever the answer.</summary>
    public ChoiceValue Asking(Fact fact) => this with { WhenTrue = WhenTrue.And(fact), WhenFalse = WhenFalse.And(fact), WhenNull = WhenNull.And(fact), WhenNotNull = WhenNotNull.And(fact) };

    public ChoiceValue WithoutReads() => Pending.IsEmpty ? this : this with { Pending = ImmutableHashSet<PendingRead>.Empty };

    public bool Equals(ChoiceValue? other) =>
        other is not null && Equals(Alias, other.Alias) && WhenTrue.Equals(other.WhenTrue) && WhenFalse.Equals(other.WhenFalse) && WhenNull.Equals(other.WhenNull) &&
        WhenNotNull.Equals(other.WhenNotNull) && Elements.Equals(other.Elements) && Self.Equals(other.Self) && Pending.SetEquals(other.Pending);

    public override int GetHashCode() => Alias?.GetHashCode() ?? 0;
}

/// <summary>A read of personal data, which is judged where the value is used.</summary>
/// <param name="Instance">Whose it is; <see langword="null"/> where that cannot be told.</param>
internal sealed record PendingRead(SyntaxNode Syntax, ISymbol Member, AccessPath? Instance)
{
    public bool Equals(PendingRead? other) => other is not null && other.Syntax == Syntax && Equals(Instance, other.Instance);

    public override int GetHashCode() => Syntax.SpanStart;
}
