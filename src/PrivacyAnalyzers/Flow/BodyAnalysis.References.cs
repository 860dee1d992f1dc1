using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What <c>ref</c> locals stand for. Read off the body as it is written, before any of it is solved: loops would else be through with before
/// the local is aimed at something else.
/// </summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>How many items a tuple has before those that it keeps in another.</summary>
    private const int InTuple = 7;

    private Dictionary<ISymbol, IOperation[]>? _referred;

    /// <summary>The places that a <c>ref</c> local may stand for, none of them another such local; none where one of them cannot be told.</summary>
    private IOperation[]? ReferredBy(ISymbol variable)
    {
        if (variable is not ILocalSymbol { RefKind: not RefKind.None })
            return null;
        _referred ??= ReadReferred();
        return _referred.TryGetValue(variable, out IOperation[]? places) ? places : null;
    }

    /// <summary>What a field is in. <c>tuple.Rest.Item1</c> is the tuple's eighth: what a long tuple keeps in one inside it counts as its own.</summary>
    private static (IOperation? Holder, IFieldSymbol Held) HolderOf(IFieldReferenceOperation reference)
    {
        int before = 0;
        IOperation? holder = reference.Instance;
        while (holder is IFieldReferenceOperation { Field: { Name: "Rest", ContainingType.IsTupleType: true } } rest)
        {
            before += InTuple;
            holder = rest.Instance;
        }

        if (before == 0)
            return (reference.Instance, reference.Field);
        string name = (reference.Field.CorrespondingTupleField ?? reference.Field).Name;
        return holder?.Type is INamedTypeSymbol { IsTupleType: true, TupleElements: var items } && AccessStep.TupleNumber(name) is { } number && before + number <= items.Length
            ? (holder, items[before + number - 1])
            : (reference.Instance, reference.Field);
    }

    /// <summary>A member of what another assembly shows by its members: of an input, each has a label of its own, and the input's is that of all of them.</summary>
    private bool IsPartElsewhere(ISymbol member) => !_engine.IsHere(member) && member.ContainingType is { } type && _engine.Shapes.ShowsMembers(type, RenderMode.ToText);

    private Dictionary<ISymbol, IOperation[]> ReadReferred()
    {
        var aimed = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in _graph.OriginalOperation.DescendantsAndSelf())
        {
            (ISymbol? local, IOperation? value) = operation switch
            {
                IVariableDeclaratorOperation { Symbol: { RefKind: not RefKind.None } symbol, Initializer.Value: { } initial } => (symbol, initial),
                ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation target } assignment => (target.Local, assignment.Value),
                _ => ((ISymbol?)null, (IOperation?)null),
            };
            if (local is null)
                continue;
            if (!aimed.TryGetValue(local, out List<IOperation>? values))
                aimed.Add(local, values = []);
            values.Add(value!);
        }

        var referred = new Dictionary<ISymbol, IOperation[]>(SymbolEqualityComparer.Default);
        foreach (ISymbol local in aimed.Keys)
            referred.Add(local, Places(local, aimed));
        return referred;
    }

    private IOperation[] Places(ISymbol local, Dictionary<ISymbol, List<IOperation>> aimed)
    {
        var places = new List<IOperation>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { local };
        var pending = new Stack<IOperation>(aimed[local]);
        while (pending.Count > 0)
        {
            IOperation value = Unconverted(pending.Pop());
            switch (value)
            {
                case ILocalReferenceOperation { Local.RefKind: not RefKind.None } other when aimed.TryGetValue(other.Local, out List<IOperation>? further):
                    foreach (IOperation next in seen.Add(other.Local) ? further : [])
                        pending.Push(next);
                    break;
                case ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation:
                case IInvocationOperation { TargetMethod: var method } when IsSlot(method) || ReturnedPlaces(method).Length > 0:
                    places.Add(value);
                    break;
                default:
                    return [];
            }
        }

        return places.ToArray();
    }
}
