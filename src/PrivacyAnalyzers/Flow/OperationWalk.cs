using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// All operations of a body, in no order that anyone may rely on. For rules that look at a few kinds of operations: the driver's own
/// dispatch by kind first makes a list of all of them, which costs more than the rules do.
/// </summary>
internal struct OperationWalk(ImmutableArray<IOperation> blocks)
{
    private readonly Stack<IOperation> _pending = new(blocks);

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
}
