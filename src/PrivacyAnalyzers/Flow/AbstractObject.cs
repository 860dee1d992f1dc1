using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// An object as a body sees it: made at one place in it (the latest one made there, or all the older ones), handed in by the caller,
/// or got from a call that says nothing about it. Compared by reference; one table a body.
/// </summary>
internal sealed class AbstractObject(int id, ITypeSymbol? type, ObjectKind kind)
{
    public int Id { get; } = id;

    public ITypeSymbol? Type { get; } = type;

    public ObjectKind Kind { get; } = kind;

    /// <summary>For <see cref="ObjectKind.Input"/>: which part of which input.</summary>
    public InputPath? Input { get; init; }

    /// <summary>For a lambda, a local function or a method group: what runs when it is invoked.</summary>
    public Closure? Closure { get; init; }

    /// <summary>Writes to several objects at once must not forget what each held before.</summary>
    public bool IsSingle => Kind != ObjectKind.Older;
}

internal enum ObjectKind
{
    /// <summary>The latest object made at its place.</summary>
    Fresh,

    /// <summary>All objects made there before, in earlier rounds of a loop.</summary>
    Older,

    /// <summary>Reached from an input.</summary>
    Input,

    /// <summary>Got from somewhere unknown.</summary>
    Opaque,
}

/// <summary>Code as a value.</summary>
/// <param name="Method">The lambda, the local function or the method.</param>
/// <param name="Lambda">The operation that makes a lambda in a control-flow graph.</param>
/// <param name="Receiver">The object that a method group is bound to.</param>
internal sealed record Closure(IMethodSymbol Method, IOperation? Lambda, Value Receiver);
