using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// An object as a body sees it: made at one place in it (the latest one made there, or all the older ones), handed in by the caller,
/// or got from a call that says nothing about it. Compared by reference; one table a body.
/// </summary>
internal sealed class AbstractObject(int id, ITypeSymbol? type, ObjectKind kind)
{
    private Value? _value;

    public int Id { get; } = id;

    public ITypeSymbol? Type { get; } = type;

    public ObjectKind Kind { get; } = kind;

    /// <summary>Whether it is of this class and of none that derives from it.</summary>
    public bool IsExact { get; init; }

    /// <summary>For <see cref="ObjectKind.Input"/>: which part of which input.</summary>
    public InputPath? Input { get; init; }

    /// <summary>For a lambda, a local function or a method group: what runs when it is invoked.</summary>
    public Closure? Closure { get; init; }

    /// <summary>A reference to it and nothing else: most reads give this.</summary>
    public Value AsValue => _value ??= Value.Referring(this);

    /// <summary>One a body: what the runtime makes up for an object is dearer.</summary>
    public override int GetHashCode() => Id;

    /// <summary>Writes to several objects at once must not forget what each held before.</summary>
    public bool IsSingle => Kind is not (ObjectKind.Older or ObjectKind.OlderOpaque);

    /// <summary>On a way that has not come by its place there is none. All others are there from the beginning.</summary>
    public bool IsMadeHere => Kind is ObjectKind.Fresh or ObjectKind.Older or ObjectKind.OlderOpaque;
}

internal enum ObjectKind
{
    /// <summary>The latest object made at its place.</summary>
    Fresh,

    /// <summary>All objects made there before, in earlier rounds of a loop.</summary>
    Older,

    /// <summary>Reached from an input.</summary>
    Input,

    /// <summary>Got from somewhere unknown, the last time.</summary>
    Opaque,

    /// <summary>All that were got there before, in earlier rounds of a loop.</summary>
    OlderOpaque,
}

/// <summary>Code as a value.</summary>
/// <param name="method">The lambda, the local function or the method.</param>
/// <param name="lambda">The operation that makes a lambda in a control-flow graph.</param>
/// <param name="receiver">The object that a method group is bound to.</param>
internal sealed class Closure(IMethodSymbol method, IOperation? lambda, Value receiver)
{
    public IMethodSymbol Method { get; } = method;

    public IOperation? Lambda { get; } = lambda;

    public Value Receiver { get; } = receiver;

    /// <summary>For a lambda that another body made: what it does.</summary>
    public MethodSummary? Body { get; init; }

    /// <summary>For such a lambda: what it captured there.</summary>
    public IReadOnlyDictionary<ISymbol, Value>? Captured { get; init; }

    /// <summary>Whether the other one, made at the same place, adds nothing to this.</summary>
    public bool Covers(Closure other) =>
        Receiver.Join(other.Receiver).SameAs(Receiver) &&
        (other.Captured is null || other.Captured.All(entry => ValueOf(entry.Key).Join(entry.Value).SameAs(ValueOf(entry.Key))));

    public Closure Join(Closure other)
    {
        var captured = new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (KeyValuePair<ISymbol, Value> entry in other.Captured ?? ImmutableDictionary<ISymbol, Value>.Empty)
            captured[entry.Key] = ValueOf(entry.Key).Join(entry.Value);
        return new Closure(other.Method, other.Lambda, Receiver.Join(other.Receiver)) { Body = other.Body, Captured = other.Captured is null ? null : captured };
    }

    private Value ValueOf(ISymbol variable) => Captured is not null && Captured.TryGetValue(variable, out Value? value) ? value : Value.Unknown;
}
