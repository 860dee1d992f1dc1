using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// All operations of a body, in no order that anyone may rely on. For rules that look at a few kinds of operations: the driver's own
/// dispatch by kind first makes a list of all of them, which costs more than the rules do.
/// </summary>
internal struct OperationWalk : IDisposable
{
    /// <summary>One for each thread that walks, empty between walks: each body is walked by several rules.</summary>
    [ThreadStatic]
    private static Stack<IOperation>? Spare;

    private readonly Stack<IOperation> _pending;

    public OperationWalk(ImmutableArray<IOperation> blocks)
    {
        _pending = Spare ?? new Stack<IOperation>();
        Spare = null;
        foreach (IOperation block in blocks)
            _pending.Push(block);
    }

    public IOperation Current { get; private set; } = null!;

    public readonly OperationWalk GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_pending.Count == 0)
            return false;
        Current = _pending.Pop();
        foreach (IOperation child in Current.ChildOperations)
            _pending.Push(child);
        return true;
    }

    /// <summary>Called by <c>foreach</c>, also where the walk is broken off.</summary>
    public readonly void Dispose()
    {
        _pending.Clear();
        Spare = _pending;
    }
}
