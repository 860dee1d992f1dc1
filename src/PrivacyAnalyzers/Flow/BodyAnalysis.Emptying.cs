using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Buffers and lists that are emptied, and the places of a list's elements.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>A call that overwrites all of a buffer: what was in it is gone.</summary>
    private bool OverwritesBuffer(CallBinding call, IMethodSymbol method)
    {
        switch (method.ContainingType.Name, method.Name, method.Parameters.Length)
        {
            case ("Array", "Clear", 1) or ("CryptographicOperations", "ZeroMemory", 1) when call.Operations[0] is { } buffer:
                Overwrite(buffer, call.Values[0], Value.Clean);
                return true;
            case ("Array", "Fill", 2) when call.Operations[0] is { } array:
                Overwrite(array, call.Values[0], call.Values[1]);
                return true;
            case ("Span", "Clear", 0) when call.Instance is { } span:
                Overwrite(span, call.Receiver, Value.Clean);
                return true;
            case ("Span", "Fill", 1) when call.Instance is { } filled:
                Overwrite(filled, call.Receiver, call.Values[0]);
                return true;
            default:
                return false;
        }
    }

    private void Overwrite(IOperation buffer, Value value, Value content)
    {
        Empty(value, content);

        // Labels on the buffer itself go with what was in it; another variable for the same buffer keeps them.
        if (value.Taints.Length == 0 || VariableOf(buffer) is not { } variable)
            return;
        Value rest = Eval(variable).WithoutTaints();
        Assign(variable, rest.IsEmpty ? content.TaintsOnly : rest.Join(content.TaintsOnly), variable);
    }

    /// <summary>The variable whose whole buffer an expression is: itself, or a span of all of it.</summary>
    private IOperation? VariableOf(IOperation buffer)
    {
        while (true)
        {
            switch (buffer)
            {
                case IConversionOperation conversion when conversion.OperatorMethod is null || IsView(conversion):
                    buffer = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", ContainingType.Name: "MemoryExtensions" }, Arguments: { Length: 1 } arguments }:
                    buffer = arguments[0].Value;
                    break;
                case ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None }:
                    return buffer;
                default:
                    return null;
            }
        }
    }

    /// <summary>An array as a span, a span as one that is only read: another view of the same elements.</summary>
    private bool IsView(IConversionOperation conversion) =>
        conversion is { OperatorMethod: { Name: "op_Implicit" } method, Type.Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" } && !_engine.IsHere(method) && MetadataNames.IsIn(method.ContainingType, "System");

    /// <summary>Whether a callee has rid a collection of all that was in it: else what was there at first is still among its elements.</summary>
    private static bool Empties(SummaryWrite write)
    {
        if (!write.Step.Equals(AccessStep.Element))
            return false;
        foreach (Taint taint in write.Value.Taints)
        {
            if (taint.Origin is InputOrigin { Path: var path } && (path.IsWithin(write.Target) ?? write.Target.IsWithin(path)) is not null)
                return false;
        }

        return true;
    }

    /// <summary>All elements are this now, where it is known which collection it is.</summary>
    private void Empty(Value collection, Value content)
    {
        if (collection.Objects.Length == 1 && collection.Objects[0] is { IsSingle: true } @object)
            SetParts(@object, _state.PartsOf(@object).Remove(step => step.IsElement).Set(AccessStep.Element, content).Set(AccessStep.Keys, Value.Clean));
    }

    private static bool IsList(INamedTypeSymbol type) => type.Name switch
    {
        "List" => MetadataNames.IsIn(type, "System.Collections.Generic"),
        "IList" or "ICollection" => MetadataNames.IsIn(type, "System.Collections.Generic") || MetadataNames.IsIn(type, "System.Collections"),
        "ArrayList" => MetadataNames.IsIn(type, "System.Collections"),
        "StringCollection" => MetadataNames.IsIn(type, "System.Collections.Specialized"),
        "Collection" or "ObservableCollection" => MetadataNames.IsIn(type, "System.Collections.ObjectModel"),
        _ => false,
    };

    /// <summary>The elements of a list change places: any may be anywhere.</summary>
    private void Shift(Value list)
    {
        foreach (AbstractObject @object in list.Objects)
        {
            ObjectState parts = _state.PartsOf(@object);
            bool isPlaced = @object.Kind == ObjectKind.Input;
            for (int i = 0; i < parts.Count; i++)
                isPlaced |= parts[i].Step.IsElement && !parts[i].Step.Equals(AccessStep.Element);
            if (isPlaced)
                SetParts(@object, parts.Remove(step => step.IsElement).Set(AccessStep.Element, ElementsOf(Value.Of(@object))));
        }
    }

    /// <summary>An element that a list is written with has a place; one that is added later stands behind all that have.</summary>
    private void AddToEnd(CallBinding call, Value added)
    {
        if (PlaceOf(call.Site) is { } place)
            WritePart(call.Receiver, place, added);
        else
            WritePart(call.Receiver, AccessStep.Element, added, add: true);
    }

    private static AccessStep? PlaceOf(IOperation addition) =>
        addition is IInvocationOperation { IsImplicit: true, Syntax: ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } } written } element } &&
        written.IsKind(SyntaxKind.CollectionInitializerExpression) && written.Expressions.Count <= MaxDistinctElements
            ? AccessStep.ForKey(written.Expressions.IndexOf(element).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : null;

    /// <summary><c>text.Remove(0, text.Length)</c>.</summary>
    private bool RemovesAll(CallBinding call) =>
        call.Operations.Length == 2 && call.Operations[0]?.ConstantValue is { HasValue: true, Value: 0 } && call.Receiver.Objects.Length == 1 &&
        call.Operations[1] is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } measured } && Eval(measured).Objects is [var same] && same == call.Receiver.Objects[0];
}
