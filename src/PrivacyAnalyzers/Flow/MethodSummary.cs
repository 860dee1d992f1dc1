using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;

namespace PrivacyAnalyzers.Flow;

/// <summary>What a caller needs to know of a body: where its inputs go. Computed once; applied at a call by substitution.</summary>
/// <param name="Returns">The result.</param>
/// <param name="Sinks">Inputs that end in a sink.</param>
/// <param name="Writes">What it leaves in the parts of its inputs.</param>
/// <param name="Outs">What it leaves in variables: <c>out</c> and <c>ref</c> parameters, captured variables.</param>
/// <param name="Calls">Delegates among its inputs that it invokes, and what it hands them.</param>
/// <param name="Throws">The exceptions that leave it.</param>
/// <param name="IsSpent">The budget ran out: nothing can be vouched for.</param>
internal sealed record MethodSummary(
    SummaryValue Returns,
    ImmutableArray<SummarySink> Sinks,
    ImmutableArray<SummaryWrite> Writes,
    ImmutableArray<SummaryOut> Outs,
    ImmutableArray<SummaryCall> Calls,
    ImmutableArray<SummaryValue> Throws,
    bool IsSpent)
{
    public static readonly MethodSummary Trivial = new(
        SummaryValue.Unknown,
        ImmutableArray<SummarySink>.Empty,
        ImmutableArray<SummaryWrite>.Empty,
        ImmutableArray<SummaryOut>.Empty,
        ImmutableArray<SummaryCall>.Empty,
        ImmutableArray<SummaryValue>.Empty,
        IsSpent: false);

    /// <summary>What is deep inside of its inputs was left out, because there was too much of it.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>A body that it rests on and that is spent: what it says may not be all.</summary>
    public ISymbol? Unvouched { get; init; }

    /// <summary>Of a body that was not looked into, since it gets nothing of what is followed.</summary>
    public static readonly MethodSummary PassedBy = Trivial with { };

    public static readonly MethodSummary Spent = Trivial with { IsSpent = true };

    /// <summary>What applying it at a call takes, in steps.</summary>
    public int Size => Sinks.Length + Writes.Length + Outs.Length + Calls.Length + Throws.Length + Returns.Taints.Length;

    /// <summary>Whether a call of it changes anything but its result: making a new object does, or code with variables, since those of a place share one.</summary>
    public bool ChangesState => Returns.HasObject || Returns.Closures.Length > 0 || Writes.Length + Outs.Length + Calls.Length + Throws.Length > 0;
}

/// <summary>A value in terms of a body's inputs.</summary>
/// <param name="Taints">Labels on it. Not changed once they are here.</param>
/// <param name="Aliases">The inputs that it is, as objects.</param>
/// <param name="Parts">What an object made in the body holds.</param>
/// <param name="Type">That object's type.</param>
internal sealed record SummaryValue(
    Taint[] Taints,
    ImmutableArray<InputPath> Aliases,
    ImmutableArray<(AccessStep Step, SummaryValue Value)> Parts,
    ITypeSymbol? Type,
    ImmutableArray<SummaryClosure> Closures,
    bool HasObject,
    bool IsClean)
{
    /// <summary>Which object of the body it is, where it is one: the same number in one summary is the same object. Says nothing of the content.</summary>
    public int Identity { get; init; } = -1;

    /// <summary>Whether the object is of this class and of none that derives from it.</summary>
    public bool IsExact { get; init; }

    public static readonly SummaryValue Unknown = new(
        [],
        ImmutableArray<InputPath>.Empty,
        ImmutableArray<(AccessStep, SummaryValue)>.Empty,
        null,
        ImmutableArray<SummaryClosure>.Empty,
        false,
        false);

    /// <summary>What the caller handed in, as it was.</summary>
    public static SummaryValue Of(InputPath path) =>
        Unknown with { Taints = [new Taint(new InputOrigin(path, RenderMode.Raw), isWhole: false, isPseudonym: false, trace: null)], Aliases = ImmutableArray.Create(path) };

    /// <summary>Known to hold nobody's data.</summary>
    public static readonly SummaryValue Clean = Unknown with { IsClean = true };

    /// <summary>What either of them may be. Labels and parts are sets: joining again adds nothing.</summary>
    public SummaryValue Join(SummaryValue other) => new(
        Value.JoinTaints(Taints, other.Taints),
        Aliases.Union(other.Aliases, static (left, right) => left.Equals(right)),
        JoinParts(other.Parts),
        !HasObject ? other.Type : !other.HasObject || SymbolEqualityComparer.Default.Equals(Type, other.Type) ? Type : null,
        Closures.Union(other.Closures, static (left, right) => left.SameAs(right)),
        HasObject || other.HasObject,
        IsClean && other.IsClean)
    {
        IsExact = (!HasObject || IsExact) && (!other.HasObject || other.IsExact) && (!HasObject || !other.HasObject || SymbolEqualityComparer.Default.Equals(Type, other.Type)),
    };

    public bool SameAs(SummaryValue other) =>
        ReferenceEquals(this, other) ||
        (HasObject == other.HasObject && IsClean == other.IsClean && IsExact == other.IsExact &&
        Taints.IsSameAs(other.Taints) &&
        Aliases.IsSameAs(other.Aliases, static (left, right) => left.Equals(right)) &&
        Parts.IsSameAs(other.Parts, static (left, right) => left.Step.Equals(right.Step) && left.Value.SameAs(right.Value)) &&
        Closures.IsSameAs(other.Closures, static (left, right) => left.SameAs(right)));

    private ImmutableArray<(AccessStep Step, SummaryValue Value)> JoinParts(ImmutableArray<(AccessStep Step, SummaryValue Value)> others)
    {
        ImmutableArray<(AccessStep Step, SummaryValue Value)> joined = Parts;
        foreach ((AccessStep step, SummaryValue value) in others)
        {
            int known = IndexOf(joined, step);
            joined = known < 0 ? joined.Add((step, value)) : joined.SetItem(known, (step, joined[known].Value.Join(value)));
        }

        return joined;
    }

    private static int IndexOf(ImmutableArray<(AccessStep Step, SummaryValue Value)> parts, AccessStep step)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Step.Equals(step))
                return i;
        }

        return -1;
    }

    /// <summary>Whether nobody could learn anything from it.</summary>
    public bool CarriesNothing => Taints.Length + Aliases.Length + Parts.Length + Closures.Length == 0;
}

/// <param name="Input">A label whose origin is an <see cref="InputOrigin"/>, with the steps inside the body.</param>
internal sealed record SummarySink(Taint Input, SinkKind Kind, string SinkName, ISymbol Sink, SyntaxNode Node, string? Declared)
{
    /// <summary>The place, where each is told by itself: in a lambda, and of a member that other bodies fill. Else one speaks for all.</summary>
    public SyntaxNode? OwnPlace { get; init; }

    /// <summary>What one of a kind is known by.</summary>
    public SinkKey Key => new(Input.Origin, Input.Marks, Kind, Declared, OwnPlace);
}

/// <summary>What one sink of a summary is known by: others of the same key say nothing more.</summary>
internal readonly record struct SinkKey(Origin Origin, int Marks, SinkKind Kind, string? Declared, SyntaxNode? Place);

internal sealed record SummaryWrite(InputPath Target, AccessStep Step, SummaryValue Value);

internal sealed record SummaryOut(InputRoot Root, SummaryValue Value);

/// <summary>An input that the body invokes, with what it hands over.</summary>
internal sealed record SummaryCall(InputPath Delegate, ImmutableArray<SummaryValue> Arguments)
{
    public bool SameAs(SummaryCall other) =>
        Delegate.Equals(other.Delegate) && Arguments.IsSameAs(other.Arguments, static (left, right) => left.SameAs(right));
}

/// <summary>Code that a body gives away as a value.</summary>
/// <param name="Method">The method group's method, or the lambda.</param>
/// <param name="Body">What a lambda does, in terms of its own inputs; <see langword="null"/> for a method group.</param>
/// <param name="Receiver">The object it is bound to.</param>
/// <param name="Captured">What a lambda has captured, in terms of the body that made it.</param>
internal sealed record SummaryClosure(
    IMethodSymbol Method, MethodSummary? Body, SummaryValue Receiver, ImmutableArray<(ISymbol Variable, SummaryValue Value)> Captured)
{
    /// <summary>The same code on the same receiver; what was captured may differ only where the code was made by different bodies.</summary>
    public bool SameAs(SummaryClosure other) =>
        SymbolEqualityComparer.Default.Equals(Method, other.Method) && Receiver.SameAs(other.Receiver) &&
        Captured.IsSameAs(other.Captured, static (left, right) => SymbolEqualityComparer.Default.Equals(left.Variable, right.Variable) && left.Value.SameAs(right.Value));
}

/// <summary>Arrays whose items are compared by what they say.</summary>
internal static class SummaryArrays
{
    public static ImmutableArray<T> Union<T>(this ImmutableArray<T> left, IEnumerable<T> right, Func<T, T, bool> areSame)
    {
        ImmutableArray<T> union = left;
        foreach (T item in right)
        {
            if (!union.Any(known => areSame(known, item)))
                union = union.Add(item);
        }

        return union;
    }

    public static bool IsSameAs<T>(this ImmutableArray<T> left, ImmutableArray<T> right, Func<T, T, bool> areSame) => left.AsSpan().IsSameAs(right.AsSpan(), areSame);

    public static bool IsSameAs<T>(this T[] left, T[] right, Func<T, T, bool> areSame) => new ReadOnlySpan<T>(left).IsSameAs(right, areSame);

    public static bool IsSameAs(this Taint[] left, Taint[] right) => ReferenceEquals(left, right) || left.IsSameAs(right, static (one, other) => one.SameAs(other));

    private static bool IsSameAs<T>(this ReadOnlySpan<T> left, ReadOnlySpan<T> right, Func<T, T, bool> areSame)
    {
        if (left.Length != right.Length)
            return false;
        for (int i = 0; i < left.Length; i++)
        {
            if (!areSame(left[i], right[i]))
                return false;
        }

        return true;
    }
}
