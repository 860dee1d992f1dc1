using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>
/// Which methods a method may run, directly or through calls. Lambdas, local functions and method groups count as run, a virtual call as
/// one of each that may take its place: what may be met is met. One a compilation; safe for concurrent use.
/// </summary>
internal sealed class CallReach(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dispatch _dispatch = new(compilation);

    /// <summary>Whether the method is wanted, or may run one that is.</summary>
    public bool IsOrRuns(IMethodSymbol method, Func<IMethodSymbol, bool> isWanted, CancellationToken cancellation) =>
        isWanted(method) || Runs(method, isWanted, cancellation);

    /// <summary>Whether the method may run one that is wanted.</summary>
    public bool Runs(IMethodSymbol method, Func<IMethodSymbol, bool> isWanted, CancellationToken cancellation)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>();
        foreach (IMethodSymbol body in BodiesOf(method, cancellation))
            open.Enqueue(body);
        while (open.Count > 0)
        {
            // An attribute may stand on a slot or on what fills it: both are met.
            foreach (IMethodSymbol met in CallsOf(open.Dequeue(), cancellation).SelectMany(called => BodiesOf(called, cancellation).Insert(0, called)))
            {
                if (!seen.Add(met))
                    continue;
                if (isWanted(met))
                    return true;
                open.Enqueue(met);
            }
        }

        return false;
    }

    /// <summary>What an operation calls, with all that stands inside it.</summary>
    public static IEnumerable<IMethodSymbol> CallsIn(IOperation operation) => operation.DescendantsAndSelf().SelectMany(CallsOf);

    /// <summary>What an operation itself calls.</summary>
    public static IEnumerable<IMethodSymbol> CallsOf(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                yield return Definition(invocation.TargetMethod);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                yield return Definition(constructor);
                break;
            case IMethodReferenceOperation reference:
                yield return Definition(reference.Method);
                break;
            case IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property }:
                if (property.GetMethod is { } getter)
                    yield return Definition(getter);
                if (property.SetMethod is { } setter)
                    yield return Definition(setter);
                break;
        }
    }

    private ImmutableArray<IMethodSymbol> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        if (_calls.TryGetValue(method, out ImmutableArray<IMethodSymbol> known))
            return known;
        ImmutableArray<IMethodSymbol> calls = SourceBodies.OperationOf(method, compilation, cancellation) is { } body
            ? CallsIn(body).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToImmutableArray()
            : ImmutableArray<IMethodSymbol>.Empty;
        return _calls.GetOrAdd(method, calls);
    }

    private ImmutableArray<IMethodSymbol> BodiesOf(IMethodSymbol method, CancellationToken cancellation) =>
        (Dispatch.IsOpen(method) ? _dispatch.TargetsOf(method, cancellation) : ImmutableArray.Create(method.OriginalDefinition))
            .Select(target => target.PartialImplementationPart ?? target).ToImmutableArray();

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;
}
