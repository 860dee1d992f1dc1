using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules;

/// <summary>A classified member that is read.</summary>
/// <param name="Place">Where the code at hand reads it, or calls what does.</param>
/// <param name="Within">The read itself, where a call leads to it.</param>
/// <param name="Way">In words: the calls and the member.</param>
internal readonly record struct PurposeRead(ISymbol Member, string Category, SyntaxNode Place, SyntaxNode? Within, string Way);

/// <summary>What code of a purpose reads: itself, and what it has others read that have no purpose of their own.</summary>
internal sealed class PurposeReads(Compilation compilation, MemberClassifier classifier, CodeMarks marks, CancellationToken cancellation)
{
    public IEnumerable<PurposeRead> In(ImmutableArray<IOperation> blocks)
    {
        foreach (IOperation operation in blocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            if (ReadOf(operation) is { } read)
            {
                yield return new PurposeRead(read.Member, read.Category, operation.Syntax, null, read.Member.Name);
            }
            else if (CalleeOf(operation) is { } callee)
            {
                foreach (PurposeRead found in InCallee(callee, operation.Syntax))
                    yield return found;
            }
        }
    }

    private IEnumerable<PurposeRead> InCallee(IMethodSymbol callee, SyntaxNode site)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { callee };
        var told = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<(IMethodSymbol Method, string Way)>();
        open.Enqueue((callee, callee.Name));
        while (open.Count > 0)
        {
            (IMethodSymbol method, string way) = open.Dequeue();

            // Code with a purpose of its own answers for itself.
            if (!marks.PurposesOf(method).IsEmpty || SourceBodies.OperationOf(method, compilation, cancellation) is not { } body)
                continue;
            foreach (IOperation operation in body.DescendantsAndSelf())
            {
                if (ReadOf(operation) is { } read)
                {
                    if (told.Add(read.Member))
                        yield return new PurposeRead(read.Member, read.Category, site, operation.Syntax, $"{way} -> {read.Member.Name}");
                }
                else if (CalleeOf(operation) is { } next && seen.Add(next))
                {
                    open.Enqueue((next, $"{way} -> {next.Name}"));
                }
            }
        }
    }

    private (ISymbol Member, string Category)? ReadOf(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference && MemberReads.IsRead(reference) &&
        classifier.Classify(reference.Member) is { } found && reference.Member.ContainingType is not null
            ? (reference.Member.OriginalDefinition, found.Category)
            : null;

    /// <summary>A call that surely runs this method: where another may take its place, it is not known which.</summary>
    private static IMethodSymbol? CalleeOf(IOperation operation)
    {
        IMethodSymbol? called = operation switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition,
            IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } reference when MemberReads.IsRead(reference) => property.GetMethod?.OriginalDefinition,
            _ => null,
        };
        return called is { DeclaringSyntaxReferences.IsEmpty: false } && !Dispatch.IsOpen(called) ? called : null;
    }
}
