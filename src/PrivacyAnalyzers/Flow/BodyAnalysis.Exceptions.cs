using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Exceptions as carriers: what their text holds, from the throw to the handler that catches them.</summary>
internal sealed partial class BodyAnalysis
{
    private readonly Dictionary<ControlFlowRegion, int> _handlerSlots = [];
    private readonly List<SummaryValue> _thrown = [];
    private readonly Dictionary<AbstractObject, ObjectState> _leftInThrown = [];
    private BasicBlock? _block;

    /// <summary>The text and the inner exception that an exception's constructor takes.</summary>
    private void WriteExceptionParts(Value made, IMethodSymbol constructor, CallBinding call)
    {
        if (_engine.Facts.ExceptionMessage is not { } message || !_engine.Facts.IsException(constructor.ContainingType))
            return;
        Value text = Value.Unknown;
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (_engine.Facts.IsException(parameter.Type))
                WritePart(made, AccessStep.InnerException, call.Values[parameter.Ordinal]);
            else if (MemberShape.ElementType(parameter.Type) is { } element && _engine.Facts.IsException(element))
                WritePart(made, AccessStep.InnerException, ElementsOf(call.Values[parameter.Ordinal]));
            else if (parameter.Name is not ("paramName" or "parameterName" or "objectName") && StringLike.Is(parameter.Type))
                text = text.Join(call.Operations[parameter.Ordinal] is { } operation ? RenderArgument(operation, call.Values[parameter.Ordinal], RenderMode.ToText) : call.Values[parameter.Ordinal]);
        }

        if (text.Taints.Length > 0)
            WritePart(made, AccessStep.Of(message), text.TaintsOnly);
    }

    /// <summary><c>: base(message)</c>, and <c>: base(text)</c> of a base with a primary constructor.</summary>
    private void WriteBaseParts(CallBinding call, IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Constructor)
            return;
        if (!_engine.IsHere(method))
            WriteExceptionParts(call.Receiver, method, call);
        else
            WritePrimaryParameters(call.Receiver, call.Site, method, call.Values, call.Operations);
    }

    /// <summary>An exception leaves the block that is being evaluated: it arrives at each handler that may take it, and outside if none must.</summary>
    private void Throw(Value exception)
    {
        if (exception.Objects.Length == 0)
            return;
        for (ControlFlowRegion? region = _block?.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } whole })
                continue;
            foreach (ControlFlowRegion handler in whole.NestedRegions)
            {
                if (handler == region)
                    continue;
                AbstractObject[] taken = Array.FindAll(exception.Objects, @object => MayCatch(handler, @object));
                if (taken.Length == 0)
                    continue;
                int slot = HandlerSlot(handler);
                _state.Set(slot, (_state.Get(slot) ?? Value.Unknown).Join(exception.WithoutTaints().WithObjects(taken)));
                if (handler.Kind == ControlFlowRegionKind.Catch)
                    exception = exception.WithObjects(Array.FindAll(exception.Objects, @object => !MustCatch(handler, @object)));
                if (exception.Objects.Length == 0)
                    return;
            }
        }

        if (!_recording)
            return;
        foreach (AbstractObject @object in exception.Objects)
        {
            // A handler tells classes apart, so each object speaks for itself.
            NoteThrown(ToSummary(exception.WithObjects([@object]), 0));
            if (@object.Input is not null)
                _leftInThrown[@object] = _leftInThrown.TryGetValue(@object, out ObjectState? known) ? known.Join(_state.PartsOf(@object), @object, _initialPart) : _state.PartsOf(@object);
        }
    }

    /// <summary>What the body wrote into exceptions that it was handed, and threw: who catches them finds it there.</summary>
    private void AddLeftInThrown()
    {
        foreach (KeyValuePair<AbstractObject, ObjectState> left in _leftInThrown)
            _state.SetParts(left.Key, _exit is null ? left.Value : _state.PartsOf(left.Key).Join(left.Value, left.Key, _initialPart));
    }

    /// <summary>One entry an exception type: entries for each way would double with each call that the body makes of itself.</summary>
    private void NoteThrown(SummaryValue exception)
    {
        if (exception.CarriesNothing)
            return;
        int known = _thrown.FindIndex(thrown => thrown.IsExact == exception.IsExact && SymbolEqualityComparer.Default.Equals(thrown.Type, exception.Type));
        if (known < 0)
            _thrown.Add(exception);
        else
            _thrown[known] = _thrown[known].Join(exception);
    }

    private Value CaughtHere() =>
        _block is not null && HandlerOf(_block) is { } handler ? _state.Get(HandlerSlot(handler)) ?? Value.Unknown : Value.Unknown;

    private static ControlFlowRegion? HandlerOf(BasicBlock block)
    {
        foreach (ControlFlowRegion region in RegionsOf(block))
        {
            if (region.Kind != ControlFlowRegionKind.Try && region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndCatch })
                return region;
        }

        return null;
    }

    private int HandlerSlot(ControlFlowRegion handler)
    {
        if (!_handlerSlots.TryGetValue(handler, out int slot))
            _handlerSlots.Add(handler, slot = NextSlot());
        return slot;
    }

    /// <summary>What <c>new</c> made is of its class; anything else may be of one that derives from it. A type parameter is any type.</summary>
    private static bool MayCatch(ControlFlowRegion handler, AbstractObject exception) =>
        handler.ExceptionType is not INamedTypeSymbol caught || exception.Type is not INamedTypeSymbol thrown ||
        IsOrDerives(thrown, caught, ofAnyConstruction: true) || (!exception.IsExact && IsOrDerives(caught, thrown, ofAnyConstruction: true));

    private static bool MustCatch(ControlFlowRegion handler, AbstractObject exception) =>
        handler.ExceptionType is not { } caught || caught.SpecialType == SpecialType.System_Object || (exception.Type is { } thrown && IsOrDerives(thrown, caught));

    /// <param name="ofAnyConstruction">Which construction of a generic class a method makes, its own type parameters hide.</param>
    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol @base, bool ofAnyConstruction = false)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, @base) || (ofAnyConstruction && SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, @base.OriginalDefinition)))
                return true;
        }

        return false;
    }
}
