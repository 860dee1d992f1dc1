using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>What holds at a place in a body: facts, and what is known of variables and of members that were assigned.</summary>
internal sealed class ChoiceState : IEquatable<ChoiceState>
{
    public static readonly ChoiceState Empty = new(FactSet.None, ImmutableDictionary.Create<object, ChoiceValue>(AccessPath.RootComparer.Instance), FactSet.NoRoots);

    /// <summary>Where all paths begin that are spoken of, and perhaps more: of a variable that is not among these there is nothing to forget.</summary>
    private readonly ImmutableHashSet<object> _roots;

    private ChoiceState(FactSet facts, ImmutableDictionary<object, ChoiceValue> values, ImmutableHashSet<object> roots)
    {
        Facts = facts;
        Values = values;
        _roots = roots;
    }

    public FactSet Facts { get; }

    /// <summary>By symbol, flow capture, or path of a member.</summary>
    public ImmutableDictionary<object, ChoiceValue> Values { get; }

    public ChoiceState With(FactSet facts) => new(Facts.And(facts), Values, _roots.Union(facts.Roots));

    /// <summary>How much is looked through when something is assigned that begins there.</summary>
    public long CostOf(object root) => (_roots.Contains(root) ? Values.Count : 1L) * (1 + Facts.Facts.Count);

    /// <summary>The variable holds this value from here on.</summary>
    public ChoiceState Assign(object root, ITypeSymbol? type, ChoiceValue value)
    {
        ChoiceValue kept = value.Alias is { } alias && AccessPath.IsSame(alias.Root, root) ? value with { Alias = null } : value;
        ChoiceState state = Forget(root, path => AccessPath.IsSame(path.Root, root), isWhole: true);
        FactSet self = value.Self.IsImpossible ? FactSet.None : value.Self.Rebase(AccessPath.Self, kept.Alias ?? AccessPath.Of(root, type));
        ChoiceValue clean = Clean(kept, root, path => AccessPath.IsSame(path.Root, root));
        return new ChoiceState(state.Facts.And(self), state.Values.SetItem(root, clean.Under(state.Facts)), clean.AddRootsTo(state._roots.Union(self.Roots)).Add(root));
    }

    /// <summary>The member holds this value from here on.</summary>
    public ChoiceState AssignMember(AccessPath member, ChoiceValue value)
    {
        ChoiceState state = Forget(member.Root, path => path.StartsWith(member), isWhole: false);
        FactSet facts = state.Facts;
        if (value.WhenFalse.IsImpossible && value.WhenNull.IsImpossible)
            facts = facts.And(new Fact(member, Truth.True));
        if (value.WhenTrue.IsImpossible)
            facts = facts.And(new Fact(member, Truth.NotTrue));
        if (value.WhenNull.IsImpossible)
            facts = facts.And(new Fact(member, Truth.NotNull));
        if (value.WhenNotNull.IsImpossible)
            facts = facts.And(new Fact(member, Truth.Null));
        return new ChoiceState(facts, state.Values.SetItem(member, value.Under(state.Facts)), value.AddRootsTo(state._roots).Add(member.Root));
    }

    public ChoiceState SetValue(object root, ChoiceValue value) => new(Facts, Values.SetItem(root, value), value.AddRootsTo(_roots).Add(root));

    /// <summary>What holds on both ways: this state itself where the other takes nothing away. Deep code joins large states that hardly differ.</summary>
    public ChoiceState Join(ChoiceState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        ImmutableDictionary<object, ChoiceValue>.Builder values = Values.ToBuilder();
        if (!ReferenceEquals(Values, other.Values))
        {
            foreach (KeyValuePair<object, ChoiceValue> entry in Values)
            {
                ChoiceValue theirs = other.Values.TryGetValue(entry.Key, out ChoiceValue? known) ? known : ChoiceValue.Unknown;
                if (!ReferenceEquals(entry.Value, theirs))
                    values[entry.Key] = entry.Value.Join(theirs);
            }

            foreach (KeyValuePair<object, ChoiceValue> entry in other.Values)
            {
                if (!Values.ContainsKey(entry.Key))
                    values[entry.Key] = entry.Value.Join(ChoiceValue.Unknown);
            }
        }

        ImmutableDictionary<object, ChoiceValue> joined = values.ToImmutable();
        FactSet facts = Facts.Or(other.Facts);
        ImmutableHashSet<object> roots = _roots.Union(other._roots);
        return ReferenceEquals(joined, Values) && facts.Equals(Facts) && roots == _roots ? this : new ChoiceState(facts, joined, roots);
    }

    public bool Equals(ChoiceState? other) =>
        ReferenceEquals(this, other) || (other is not null && Facts.Equals(other.Facts) && Values.Count == other.Values.Count && HasSameValues(other));

    private bool HasSameValues(ChoiceState other) => ReferenceEquals(Values, other.Values) ||
        Values.All(entry => other.Values.TryGetValue(entry.Key, out ChoiceValue? theirs) && entry.Value.Equals(theirs));

    public override bool Equals(object? obj) => Equals(obj as ChoiceState);

    public override int GetHashCode() => Values.Count;

    /// <param name="root">Where all paths begin that are gone.</param>
    /// <param name="isGone">Whether what is known of a path holds no more.</param>
    /// <param name="isWhole">Whether the variable itself is gone.</param>
    private ChoiceState Forget(object root, Func<AccessPath, bool> isGone, bool isWhole)
    {
        if (!_roots.Contains(root))
            return this;
        ImmutableDictionary<object, ChoiceValue>.Builder values = Values.ToBuilder();
        foreach (KeyValuePair<object, ChoiceValue> entry in Values)
        {
            if (entry.Key is AccessPath path ? isGone(path) : isWhole && AccessPath.IsSame(entry.Key, root))
                values.Remove(entry.Key);
            else if (entry.Value.SpeaksOf(root))
                values[entry.Key] = Clean(entry.Value, root, isGone);
        }

        return new ChoiceState(Facts.Without(root, isGone), values.ToImmutable(), _roots);
    }

    private static ChoiceValue Clean(ChoiceValue value, object root, Func<AccessPath, bool> isGone)
    {
        if (!value.SpeaksOf(root))
            return value;
        ChoiceValue clean = value.MapFacts(facts => facts.Without(root, isGone));
        return clean.Alias is { } alias && isGone(alias) ? clean with { Alias = null } : clean;
    }
}
