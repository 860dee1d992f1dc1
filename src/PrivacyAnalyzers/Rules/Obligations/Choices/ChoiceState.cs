using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>What holds at a place in a body: facts, and what is known of variables and of members that were assigned.</summary>
internal sealed class ChoiceState : IEquatable<ChoiceState>
{
    public static readonly ChoiceState Empty = new(FactSet.None, ImmutableDictionary.Create<object, ChoiceValue>(KeyComparer.Instance));

    private ChoiceState(FactSet facts, ImmutableDictionary<object, ChoiceValue> values)
    {
        Facts = facts;
        Values = values;
    }

    public FactSet Facts { get; }

    /// <summary>By symbol, flow capture, or path of a member.</summary>
    public ImmutableDictionary<object, ChoiceValue> Values { get; }

    public ChoiceState With(FactSet facts) => new(Facts.And(facts), Values);

    /// <summary>The variable holds this value from here on.</summary>
    public ChoiceState Assign(object root, ITypeSymbol? type, ChoiceValue value)
    {
        ChoiceValue kept = value.Alias is { } alias && AccessPath.IsSame(alias.Root, root) ? value with { Alias = null } : value;
        ChoiceState state = Forget(path => AccessPath.IsSame(path.Root, root), root);
        FactSet self = value.Self.IsImpossible ? FactSet.None : value.Self.Rebase(AccessPath.Self, kept.Alias ?? AccessPath.Of(root, type));
        return new ChoiceState(state.Facts.And(self), state.Values.SetItem(root, Clean(kept, path => AccessPath.IsSame(path.Root, root)).Under(state.Facts)));
    }

    /// <summary>The member holds this value from here on.</summary>
    public ChoiceState AssignMember(AccessPath member, ChoiceValue value)
    {
        ChoiceState state = Forget(path => path.StartsWith(member), null);
        FactSet facts = state.Facts;
        if (value.WhenFalse.IsImpossible && value.WhenNull.IsImpossible)
            facts = facts.And(new Fact(member, Truth.True));
        if (value.WhenTrue.IsImpossible)
            facts = facts.And(new Fact(member, Truth.NotTrue));
        if (value.WhenNull.IsImpossible)
            facts = facts.And(new Fact(member, Truth.NotNull));
        if (value.WhenNotNull.IsImpossible)
            facts = facts.And(new Fact(member, Truth.Null));
        return new ChoiceState(facts, state.Values.SetItem(member, value.Under(state.Facts)));
    }

    public ChoiceState SetValue(object root, ChoiceValue value) => new(Facts, Values.SetItem(root, value));

    public ChoiceState Join(ChoiceState other)
    {
        ImmutableDictionary<object, ChoiceValue>.Builder values = ImmutableDictionary.CreateBuilder<object, ChoiceValue>(KeyComparer.Instance);
        foreach (KeyValuePair<object, ChoiceValue> entry in Values)
            values[entry.Key] = entry.Value.Join(other.Values.TryGetValue(entry.Key, out ChoiceValue? theirs) ? theirs : ChoiceValue.Unknown);
        foreach (KeyValuePair<object, ChoiceValue> entry in other.Values)
        {
            if (!Values.ContainsKey(entry.Key))
                values[entry.Key] = entry.Value.Join(ChoiceValue.Unknown);
        }

        return new ChoiceState(Facts.Or(other.Facts), values.ToImmutable());
    }

    public bool Equals(ChoiceState? other) =>
        other is not null && Facts.Equals(other.Facts) && Values.Count == other.Values.Count &&
        Values.All(entry => other.Values.TryGetValue(entry.Key, out ChoiceValue? theirs) && entry.Value.Equals(theirs));

    public override bool Equals(object? obj) => Equals(obj as ChoiceState);

    public override int GetHashCode() => Values.Count;

    private ChoiceState Forget(Func<AccessPath, bool> isGone, object? root)
    {
        ImmutableDictionary<object, ChoiceValue>.Builder values = ImmutableDictionary.CreateBuilder<object, ChoiceValue>(KeyComparer.Instance);
        foreach (KeyValuePair<object, ChoiceValue> entry in Values)
        {
            if (entry.Key is AccessPath path ? !isGone(path) : root is null || !AccessPath.IsSame(entry.Key, root))
                values[entry.Key] = Clean(entry.Value, isGone);
        }

        return new ChoiceState(Facts.Where(fact => fact.Path is null || !isGone(fact.Path)), values.ToImmutable());
    }

    private static ChoiceValue Clean(ChoiceValue value, Func<AccessPath, bool> isGone)
    {
        ChoiceValue clean = value.MapFacts(facts => facts.Where(fact => fact.Path is null || !isGone(fact.Path)));
        return clean.Alias is { } alias && isGone(alias) ? clean with { Alias = null } : clean;
    }

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public static readonly KeyComparer Instance = new();

        public new bool Equals(object x, object y) => AccessPath.IsSame(x, y);

        public int GetHashCode(object key) => key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol.OriginalDefinition) : key.GetHashCode();
    }
}
