using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>Variables, objects and inputs: where values are kept.</summary>
internal sealed partial class BodyAnalysis
{
    private readonly Dictionary<ISymbol, int> _slots = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> _captureSlots = [];
    private readonly List<ISymbol?> _variables = [];
    private readonly Dictionary<CaptureId, IOperation> _capturedTargets = [];
    private readonly Dictionary<(IOperation Site, AllocationPart Part), AbstractObject> _allocated = [];
    private readonly Dictionary<IOperation, List<AbstractObject>> _madeAt = [];
    private readonly Dictionary<AbstractObject, AbstractObject> _older = [];
    private readonly Dictionary<AbstractObject, AbstractObject> _latest = [];
    private readonly Dictionary<InputPath, AbstractObject> _inputs = [];
    private readonly Dictionary<InputPath, (Value Label, Value? WithObject)> _inputValues = [];
    private readonly Dictionary<(AbstractObject Holder, AccessStep Step), Value> _initialParts = [];
    private readonly List<Value?> _outside = [];
    private readonly HashSet<ISymbol> _writtenOutside = new(SymbolEqualityComparer.Default);
    private Value? _this;
    private int _objectCount;

    private int SlotOf(ISymbol variable)
    {
        if (!_slots.TryGetValue(variable, out int slot))
        {
            _slots.Add(variable, slot = NextSlot());
            _variables[slot] = variable;
        }

        return slot;
    }

    private int SlotOf(CaptureId capture)
    {
        if (!_captureSlots.TryGetValue(capture, out int slot))
            _captureSlots.Add(capture, slot = NextSlot());
        return slot;
    }

    private int NextSlot()
    {
        _variables.Add(null);
        _outside.Add(null);
        return _variables.Count - 1;
    }

    /// <summary>What a variable holds where one path has assigned it and the other has not; <see langword="null"/> for a local.</summary>
    private Value? InitialSlot(int slot)
    {
        if (_variables[slot] is not { } variable || RootOf(variable) is not { } root)
            return null;
        Value value = Input(InputPath.Of(root), Model.MemberShape.TypeOf(variable));
        return variable is IParameterSymbol parameter && SourceOf(variable, parameter.Type) is { } origin
            ? Value.Of(new Taint(origin, isWhole: false, isPseudonym: false, trace: null)).Join(value)
            : value;
    }

    /// <summary>A variable's value: what was assigned, else what comes from outside.</summary>
    private Value ReadSlot(ISymbol variable, ITypeSymbol? type)
    {
        int slot = SlotOf(variable);
        return _state.Get(slot) ?? (_outside[slot] ??= RootOf(variable) is { } root ? Input(InputPath.Of(root), type) : Value.Unknown);
    }

    /// <summary>Which input of this body a variable is; <see langword="null"/> for its own locals.</summary>
    private InputRoot? RootOf(ISymbol variable)
    {
        // A static of the program is shared by all its bodies. What others' statics hold is not followed.
        if (variable is IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol)
            return _engine.IsHere(variable) ? InputRoot.Capture(variable) : null;
        bool isOwn = _method is not null && SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol?.OriginalDefinition, _method.OriginalDefinition);
        if (variable is IParameterSymbol parameter)
        {
            // A setter's and an accessor's parameters, and a primary constructor's in other members, are inputs alike.
            if (isOwn)
                return InputRoot.Parameter(parameter.Ordinal);
            return _parent is null && _method is null ? null : InputRoot.Capture(variable);
        }

        return isOwn || _parent is null ? null : InputRoot.Capture(variable);
    }

    private Value Input(InputPath path, ITypeSymbol? type)
    {
        if (!_inputValues.TryGetValue(path, out (Value Label, Value? WithObject) known))
            _inputValues.Add(path, known = (IsFollowed(path) ? Value.Of(new Taint(new InputOrigin(path, RenderMode.Raw), isWhole: false, isPseudonym: false, trace: null)) : Value.Unknown, null));
        if (!HoldsParts(type))
            return known.Label;
        if (known.WithObject is null)
            _inputValues[path] = known = (known.Label, known.Label.Taints.Length == 0 ? InputObject(path, type).AsValue : Value.Of(known.Label.Taints[0], InputObject(path, type)));
        return known.WithObject!;
    }

    private AbstractObject InputObject(InputPath path, ITypeSymbol? type)
    {
        if (!_inputs.TryGetValue(path, out AbstractObject? @object))
            _inputs.Add(path, @object = new AbstractObject(_objectCount++, type, ObjectKind.Input) { Input = path });
        return @object;
    }

    /// <summary>Whether a value of the type can hold others: not text, not numbers.</summary>
    private static bool HoldsParts(ITypeSymbol? type) =>
        type is not null && (!TypeShapes.IsScalar(type) || StringLike.IsStringBuilder(type) || type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Delegate);

    private Value ReadThis(ITypeSymbol? type) => _this ??= Value.Of(ThisObject(type));

    private AbstractObject ThisObject(ITypeSymbol? type) => InputObject(InputPath.Of(InputRoot.This), type);

    /// <summary>How many places are looked through, and how many objects moved aside, in the time of a step.</summary>
    private const int AgedInAStep = 64;
    private const int MovedInAStep = 256;

    /// <summary>A new object: what this place made before becomes one of the older ones.</summary>
    /// <param name="ages">Also where the operation is evaluated anew: not for what is made of its value, which stays while it is looked at again.</param>
    /// <param name="isExact">Whether it is of this class and of none that derives from it.</param>
    private AbstractObject AllocateAt(IOperation site, ITypeSymbol? type, AllocationPart part = default, bool ages = true, bool isExact = true)
    {
        AbstractObject fresh = ObjectAt(site, type, part, ages, isExact);
        if (_state.Knows(fresh))
            Age([fresh]);
        _steps += _state.After(fresh) / MovedInAStep;
        _state.SetParts(fresh, ObjectState.Empty);
        return fresh;
    }

    /// <summary>An operation is evaluated anew: what it made before, itself or by what it calls, is older than what it makes now.</summary>
    private void AgeMadeAt(IOperation operation)
    {
        if (_madeAt.TryGetValue(operation, out List<AbstractObject>? made))
            Age(made);
    }

    private void Age(List<AbstractObject> made)
    {
        Dictionary<AbstractObject, AbstractObject>? aging = null;
        foreach (AbstractObject fresh in made)
        {
            if (_state.Knows(fresh))
                (aging ??= []).Add(fresh, OlderOf(fresh));
        }

        // All that is alive is looked through: little in most bodies, and no end where thousands of objects are.
        if (aging is not null)
            _steps += (_state.Age(aging) / AgedInAStep) + (aging.Count * _state.Count / MovedInAStep);
    }

    /// <summary>The one object of a place, kept from round to round: an iterator's result, a value from elsewhere.</summary>
    private AbstractObject AllocateOnce(IOperation site, ITypeSymbol? type)
    {
        AbstractObject @object = ObjectAt(site, type, AllocationPart.Whole, ages: false);
        if (!_state.Knows(@object))
            _state.SetParts(@object, ObjectState.Empty);
        return @object;
    }

    private AbstractObject ObjectAt(IOperation site, ITypeSymbol? type, AllocationPart part, bool ages = true, bool isExact = true)
    {
        isExact &= type is INamedTypeSymbol { IsAbstract: false };

        // Code of several kinds that runs at one place makes objects of several classes there.
        AbstractObject? @object;
        while (_allocated.TryGetValue((site, part), out @object) && (@object.IsExact != isExact || !SymbolEqualityComparer.Default.Equals(@object.Type, type)))
            part = part.In(PartOf.Class, 0);
        if (@object is null)
        {
            _allocated.Add((site, part), @object = new AbstractObject(_objectCount++, type, ObjectKind.Fresh) { IsExact = isExact });
            Meet(@object, site, part);
            if (ages && !_isStraight)
                (_madeAt.TryGetValue(site, out List<AbstractObject>? made) ? made : _madeAt[site] = []).Add(@object);
        }

        return @object;
    }

    private AbstractObject OlderOf(AbstractObject fresh)
    {
        if (!_older.TryGetValue(fresh, out AbstractObject? older))
        {
            _older.Add(fresh, older = new AbstractObject(_objectCount++, fresh.Type, fresh.Kind == ObjectKind.Opaque ? ObjectKind.OlderOpaque : ObjectKind.Older) { IsExact = fresh.IsExact });
            _latest.Add(older, fresh);
        }

        return older;
    }

    /// <summary>An object that a call or a member gives and says nothing about: what is written into it here is remembered.</summary>
    private Value OpaqueAt(IOperation site, ITypeSymbol? type, AllocationPart part = default)
    {
        if (!HoldsParts(type) || type!.SpecialType == SpecialType.System_Object)
            return Value.Unknown;
        if (!_opaque.TryGetValue((site, part), out AbstractObject? @object))
        {
            _opaque.Add((site, part), @object = new AbstractObject(_objectCount++, type, ObjectKind.Opaque));
            Meet(@object, site, part);
        }

        // In a loop it is another one each time, and what was written into those before it is still there.
        if (!_isStraight && _state.PartsOf(@object).Count > 0)
        {
            Age([@object]);
            if (_sinkObjects.TryGetValue(@object, out SinkPlace? place))
                _sinkObjects[OlderOf(@object)] = place;
        }

        _state.SetParts(@object, ObjectState.Empty);
        return Value.Of(@object);
    }

    private Value ReadPart(AbstractObject @object, AccessStep step)
    {
        ObjectState parts = _state.PartsOf(@object);
        return parts.TryGet(step, out Value value) || (step.IsElement && parts.TryGet(AccessStep.Element, out value)) ? value : Unwritten(@object, step, step.Member);
    }

    private Value Unwritten(AbstractObject @object, AccessStep step, ISymbol? member)
    {
        if (step.TypeParameter is { } parameter)
            return HeldAs(@object, parameter, asks: true) ?? Value.Unknown;
        if (member is null || !IsOfTypeParameter(member))
            return InitialPart(@object, step);
        Value part = PartOfGeneric(@object, member);

        // What is written into it is found again; of an input this body does not say that it has changed.
        if (part.Objects.Length > 0 && @object.Kind != ObjectKind.Input)
            Write(@object, step, part);
        return part.Join(InitialPart(@object, step));
    }

    /// <summary>What a part holds before this body writes to it.</summary>
    private Value InitialPart(AbstractObject @object, AccessStep step)
    {
        if (@object.Kind != ObjectKind.Input)
            return Value.Unknown;
        if (!_initialParts.TryGetValue((@object, step), out Value? known))
            _initialParts.Add((@object, step), known = PartOfInput(@object, step));
        return known;
    }

    private Value PartOfInput(AbstractObject @object, AccessStep step)
    {
        bool isKeys = step.Equals(AccessStep.Keys);
        ITypeSymbol? type = step.TypeIn(@object.Type) ?? ElementTypeOf(@object.Type, isKeys);
        if (@object.Input!.Into(step) is { } path)
            return Input(path, type);
        return isKeys ? Value.Unknown : Input(@object.Input, type);
    }

    /// <summary>In a dictionary are its values, by its keys; a pair is made of them where one is asked for.</summary>
    private static ITypeSymbol? ElementTypeOf(ITypeSymbol? type, bool isKeys) => type switch
    {
        null => null,
        _ when Model.MemberShape.ElementType(type) is var element && element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [var key, var value] } && IsDictionary(type) => isKeys ? key : value,
        _ => Model.MemberShape.ElementType(type),
    };

    private static bool IsDictionary(ITypeSymbol type) => IsDictionaryItself(type) || type.AllInterfaces.Any(IsDictionaryItself);

    private static bool IsDictionaryItself(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments.Length: 2 };

    private void Write(AbstractObject @object, AccessStep step, Value value) => Write(@object, step, value, value);

    /// <param name="added">What of it was not there before.</param>
    private void Write(AbstractObject @object, AccessStep step, Value value, Value added)
    {
        _state.SetParts(@object, _state.PartsOf(@object).Set(step, value));
        NoteHeld(@object, added);
    }

    /// <summary>Writes a part of whatever the value may refer to: surely, if that is one object; else in addition to what is there.</summary>
    private void WritePart(Value target, AccessStep step, Value value, bool add = false)
    {
        foreach (AbstractObject @object in target.Objects)
        {
            if (StepIn(@object, step) is not { } own)
                continue;

            // Where ways into an input end, one object stands for all beyond.
            bool strong = !add && target.Objects.Length == 1 && @object.IsSingle && @object.Input?.Into(own) is not null == (@object.Input is not null);
            Write(@object, own, strong ? value : ReadPart(@object, own).Join(value), value);
        }
    }

    /// <summary>What any element of a collection may be.</summary>
    private Value ElementsOf(Value collection)
    {
        Value result = Value.Unknown;
        foreach (AbstractObject @object in collection.Objects)
        {
            ObjectState parts = _state.PartsOf(@object);
            bool hasAny = false;
            for (int i = 0; i < parts.Count; i++)
            {
                if (!parts[i].Step.IsElement)
                    continue;
                result = result.Join(parts[i].Value);
                hasAny |= parts[i].Step.Equals(AccessStep.Element);
            }

            if (!hasAny)
                result = result.Join(InitialPart(@object, AccessStep.Element));
        }

        return result;
    }

    private static IOperation? AssignedBy(IOperation assignment) => assignment switch
    {
        ISimpleAssignmentOperation simple => simple.Value,
        ICompoundAssignmentOperation compound => compound.Value,
        _ => null,
    };
}
