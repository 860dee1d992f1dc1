using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// What a method of the program gives back by <c>ref</c>. Who assigns to it writes into a field, an element or an argument of the callee's: read off
/// its <c>return ref</c>, since a summary tells values and no places.
/// </summary>
internal sealed partial class BodyAnalysis
{
    private Dictionary<IMethodSymbol, IOperation[]>? _returnedPlaces;

    /// <summary>The places that such a call may stand for, in the callee's terms; none where one of them cannot be told.</summary>
    private IOperation[] ReturnedPlaces(IMethodSymbol method)
    {
        if (!method.ReturnsByRef || method.MethodKind != MethodKind.Ordinary || !_engine.IsHere(method) || Dispatch.IsOpen(method))
            return [];
        _returnedPlaces ??= new(SymbolEqualityComparer.Default);
        if (!_returnedPlaces.TryGetValue(method.OriginalDefinition, out IOperation[]? places))
            _returnedPlaces.Add(method.OriginalDefinition, places = _engine.PlacesReturnedBy(method.OriginalDefinition, _session.Cancellation));
        return places.Length > 0 && Array.TrueForAll(places, place => HolderIn(place) is not null) ? places : [];
    }

    private void AssignReturned(IInvocationOperation invocation, Value value, IOperation assignment)
    {
        IOperation[] places = ReturnedPlaces(invocation.TargetMethod);
        if (places.Length == 0)
            return;
        CallBinding call = CallBinding.Of(invocation, invocation.Instance, Eval(invocation.Instance), invocation.Arguments, invocation.TargetMethod.Parameters.Length, _eval, _evalCopied);
        foreach (IOperation place in places)
        {
            bool isOne = places.Length == 1;
            switch (place)
            {
                case IFieldReferenceOperation { Field.IsStatic: true }:
                    Assign(place, isOne ? value : Eval(place).Join(value), assignment);
                    break;
                case IParameterReferenceOperation { Parameter.Ordinal: var ordinal } when call.Operations[ordinal] is { } argument:
                    Assign(argument, isOne ? value : Eval(argument).Join(value), assignment);
                    break;
                case IFieldReferenceOperation field when HolderIn(place) is { } holder:
                    WritePart(Resolve(holder, call), AccessStep.Of(field.Field), Named(value, assignment.Syntax, field.Field.Name), add: !isOne);
                    break;
                case IArrayElementReferenceOperation element when HolderIn(place) is { } holder:
                    WriteElement(Resolve(holder, call), isOne && element.Indices.Length == 1 ? KeyOf(element.Indices[0]) : null, value);
                    break;
            }
        }
    }

    /// <summary>The way to what the place is in, from what the callee is given.</summary>
    private static InputPath? HolderIn(IOperation place) => place switch
    {
        IFieldReferenceOperation { Field.IsStatic: true } or IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref } => InputPath.Of(InputRoot.This),
        IFieldReferenceOperation { Instance: { } instance } => PathOf(instance),
        IArrayElementReferenceOperation element => PathOf(element.ArrayReference),
        _ => null,
    };

    private static InputPath? PathOf(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation => InputPath.Of(InputRoot.This),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary }, Ordinal: var ordinal } } => InputPath.Of(InputRoot.Parameter(ordinal)),
        IFieldReferenceOperation { Instance: { } instance, Field: var field } => PathOf(instance)?.Into(AccessStep.Of(field)),
        _ => null,
    };
}
