using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>
/// Generic code that is written elsewhere: a result, an option, a page of the program's own library. It cannot make up a value of a type parameter,
/// so what it gives as one was handed to it as one (Reynolds' parametricity). An object of such a type holds these values, by type parameter.
/// </summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>What an object is a part of that stands for what a member of it gives.</summary>
    private readonly Dictionary<AbstractObject, AbstractObject> _holders = [];

    /// <summary>Spans are what they are made of: their library is known.</summary>
    private bool IsGenericElsewhere(IMethodSymbol method) =>
        (method.IsGenericMethod || method.ContainingType is { IsGenericType: true, Name: not ("Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory") }) && _engine.IsElsewhere(method);

    /// <summary>Runs the code that goes into the call, and gives what comes out.</summary>
    private Value CallGeneric(CallBinding call, IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        TypeParameterValues values = ValuesOf(call, definition);
        RunCode(call, method, values);
        if (method.ReturnsVoid)
            return Value.Unknown;
        Value made = MakeResult(call.Site, definition.ReturnType, method.ReturnType, values);
        return Named(made.Objects.Length == 0 ? made.Join(OpaqueFor(call, method)) : made, call.Site.Syntax, method.Name);
    }

    private Value MakeResult(IOperation site, ITypeSymbol definition, ITypeSymbol here, TypeParameterValues values) =>
        values.IsEmpty ? Value.Unknown : Make(definition, here, values, type => OpaqueAt(site, type), 0);

    /// <summary>What such a call leaves in a variable.</summary>
    private Value OutOfGeneric(CallBinding call, IMethodSymbol method, IParameterSymbol parameter) =>
        Make(parameter.OriginalDefinition.Type, parameter.Type, ValuesOf(call, method.OriginalDefinition), type => OpaqueAt(call.Site, type, AllocationPart.Whole.In(PartOf.Out, parameter.Ordinal)), 0);

    /// <summary>A constructor that is written elsewhere keeps what it is given, beside what it has a property for.</summary>
    private void ConstructGeneric(Value made, CallBinding call, IMethodSymbol constructor)
    {
        var values = new TypeParameterValues();
        IMethodSymbol definition = constructor.OriginalDefinition;
        for (int i = 0; i < call.Values.Length; i++)
        {
            if (!IsCode(call, i) && PositionalMember(constructor.ContainingType, constructor.Parameters[i]) is null)
                Gather(definition.Parameters[i].Type, call.Values[i], values, 0);
        }

        Keep(made, definition.ContainingType, values);
    }

    /// <summary>
    /// One of the values that went in, or one that went in before, or a copy of it: what is known of them may hold for it, and it is written to by
    /// itself. What they were decided to be, it need not be.
    /// </summary>
    private Value OneOf(Value given, ITypeSymbol type, Func<ITypeSymbol, Value> at)
    {
        if (!Array.Exists(given.Objects, static @object => @object.Closure is null) || at(type) is not { Objects: [var made] } one)
            return given;
        foreach (AbstractObject @object in given.Objects)
        {
            ObjectState parts = @object.Closure is null && @object != made ? _state.PartsOf(@object) : ObjectState.Empty;
            for (int i = 0; i < parts.Count; i++)
            {
                if (!parts[i].Value.IsDecided)
                    WritePart(one, parts[i].Step, parts[i].Value, add: true);
            }
        }

        return one.WithObjects([made, .. Array.FindAll(given.Objects, static @object => @object.Closure is not null)]).Join(given.TaintsOnly);
    }

    private TypeParameterValues ValuesOf(CallBinding call, IMethodSymbol definition)
    {
        var values = new TypeParameterValues();
        for (int i = 0; i < call.Values.Length; i++)
        {
            if (definition.Parameters[i].RefKind != RefKind.Out && !IsCode(call, i))
                Gather(definition.Parameters[i].Type, call.Values[i], values, 0);
        }

        if (call.Instance is null)
            return values;

        // What is given back may be another object; what is thrown away leaves what it did in this one.
        if (definition.ReturnsVoid || definition.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false } || call.Site.Parent is IExpressionStatementOperation)
            Keep(call.Receiver, definition.ContainingType, values);
        Gather(definition.ContainingType, call.Receiver, values, 0);
        return values;
    }

    /// <summary>What of a value is a value of a type parameter, by the type that it is handed over as.</summary>
    private void Gather(ITypeSymbol type, Value value, TypeParameterValues values, int depth)
    {
        if (value.IsEmpty || depth > Generics.MaxDepth)
            return;
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                values.Add(parameter, value);
                break;
            case IArrayTypeSymbol array:
                Gather(array.ElementType, ElementsOf(value).Join(value.TaintsOnly), values, depth + 1);
                break;
            case INamedTypeSymbol { TypeKind: not TypeKind.Delegate, TypeArguments: { IsEmpty: false } arguments } named:
                for (int i = 0; i < arguments.Length; i++)
                {
                    if (Generics.Mentions(arguments[i], depth + 1))
                        Gather(arguments[i], PartAs(value, named, i), values, depth + 1);
                }

                break;
        }
    }

    /// <summary>What a value holds as the type argument of this place: a task's result, a list's elements, a tuple's item, what went into an object.</summary>
    private Value PartAs(Value value, INamedTypeSymbol type, int ordinal)
    {
        if (IsWrapper(type))
            return value;
        if (ItemOf(type, ordinal) is { } item)
            return ReadWritten(value, item);
        if (IsContainer(type))
            return StepTo(type, ordinal) is { } step ? (step.Equals(AccessStep.Keys) ? KeysOf(value) : ElementsOf(value)).Join(value.TaintsOnly) : Value.Unknown;
        Value held = Value.Unknown;
        foreach (AbstractObject @object in value.Objects)
            held = held.Join(HeldAs(@object, type.OriginalDefinition.TypeParameters[ordinal], asks: true) is { } own ? own.Join(value.TaintsOnly) : Value.Unknown);
        return held;
    }

    /// <summary>What awaiting it, or asking whether it is there, gives.</summary>
    private static bool IsWrapper(INamedTypeSymbol type) => StringLike.IsTask(type) || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Of tuples and pairs each part is known by itself.</summary>
    private static AccessStep? ItemOf(INamedTypeSymbol type, int ordinal) =>
        type.IsTupleType ? AccessStep.TupleItem(ordinal)
        : type.Name is "KeyValuePair" or "Tuple" && type.GetMembers(type.Name == "Tuple" ? "Item" + (ordinal + 1) : ordinal == 0 ? "Key" : "Value").FirstOrDefault() is { } member ? AccessStep.Of(member)
        : null;

    /// <summary>Where a container keeps values of a type argument.</summary>
    private static AccessStep? StepTo(INamedTypeSymbol container, int ordinal) =>
        MemberShape.ElementType(container) is INamedTypeSymbol { Name: "KeyValuePair" } || container.Name == "IGrouping" ? ordinal == 0 ? AccessStep.Keys : AccessStep.Element
        : ordinal == 0 ? AccessStep.Element : null;

    /// <summary>What an object holds as values of a type parameter; <see langword="null"/> where its type says that it has no such part.</summary>
    /// <param name="asks">Also what its properties were filled with, and what nobody here has seen.</param>
    private Value? HeldAs(AbstractObject @object, ITypeParameterSymbol parameter, bool asks)
    {
        if (Generics.OwnOf(@object.Type, parameter) is not { } own)
            return null;
        var step = AccessStep.Of(own);
        ObjectState parts = _state.PartsOf(@object);
        if (!parts.TryGet(step, out Value held))
            held = asks ? Unseen(@object, step) : Value.Unknown;
        if (!asks)
            return held;
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].Step.Member is not { } member || !IsOfTypeParameter(member) || MemberShape.TypeOf(member.OriginalDefinition) is not { } declared)
                continue;
            if (SymbolEqualityComparer.Default.Equals(declared, own))
                held = held.Join(parts[i].Value);
            else if (SymbolEqualityComparer.Default.Equals(MemberShape.ElementType(declared), own))
                held = held.Join(ElementsOf(parts[i].Value));
        }

        return held;
    }

    /// <summary>The step as the object's own type knows it.</summary>
    private static AccessStep? StepIn(AbstractObject @object, AccessStep step) =>
        step.TypeParameter is not { } parameter ? step : Generics.OwnOf(@object.Type, parameter) is { } own ? AccessStep.Of(own) : null;

    /// <summary>What was in an object before this body met it. It is there from now on, so that what comes to it later does not stand for all of it.</summary>
    private Value Unseen(AbstractObject @object, AccessStep step)
    {
        if (@object.Kind is ObjectKind.Fresh or ObjectKind.Older)
            return Value.Unknown;
        if (@object.Kind == ObjectKind.Input)
            return InitialPart(@object, step);
        if (step.TypeIn(@object.Type) is not { } type || !HoldsParts(type) || type.SpecialType == SpecialType.System_Object)
            return Value.Unknown;
        Value unseen = MemberObject(@object, step, type);
        Write(@object, step, unseen);
        return unseen;
    }

    private void Keep(Value holder, INamedTypeSymbol definition, TypeParameterValues values)
    {
        foreach (ITypeParameterSymbol parameter in definition.TypeParameters)
        {
            // Builders and buffers that a pool is given back are emptied.
            Value kept = values[parameter];
            kept = kept.WithObjects(Array.FindAll(kept.Objects, static @object => @object.Type is not IArrayTypeSymbol && !StringLike.IsStringBuilder(@object.Type) && !Streams.Is(@object.Type)));
            for (int o = 0; o < holder.Objects.Length && !kept.IsEmpty; o++)
            {
                AbstractObject @object = holder.Objects[o];
                if (HeldAs(@object, parameter, asks: true) is null)
                    continue;
                WritePart(@object.AsValue, AccessStep.Of(parameter), kept, add: true);

                // A property that was filled before may give it.
                ObjectState parts = _state.PartsOf(@object);
                for (int i = 0; i < parts.Count; i++)
                {
                    if (parts[i].Step.Member is { } member && SymbolEqualityComparer.Default.Equals(MemberShape.TypeOf(member.OriginalDefinition), Generics.OwnOf(@object.Type, parameter)))
                        WritePart(@object.AsValue, parts[i].Step, kept, add: true);
                }
            }
        }
    }

    /// <summary>Code that is handed in sees what is at hand, and what it gives is at hand from then on.</summary>
    private void RunCode(CallBinding call, IMethodSymbol method, TypeParameterValues values)
    {
        // Most calls are handed none.
        if (Array.Exists(call.Values, static value => Array.Exists(value.Objects, static @object => @object.Closure is not null)))
            RunCodeOf(call, method, values);
    }

    private void RunCodeOf(CallBinding call, IMethodSymbol method, TypeParameterValues values)
    {
        var changed = new TypeParameterValues();
        var made = new HashSet<ITypeParameterSymbol>(SymbolEqualityComparer.Default);
        for (int i = 0; i < call.Values.Length; i++)
        {
            IMethodSymbol? invoke = (method.OriginalDefinition.Parameters[i].Type as INamedTypeSymbol)?.DelegateInvokeMethod;
            foreach (AbstractObject @object in call.Values[i].Objects)
            {
                if (@object.Closure is not { } closure)
                    continue;
                Value[] inputs = HandedTo(closure, call, null);
                for (int p = 0; invoke is not null && p < inputs.Length && p < invoke.Parameters.Length; p++)
                {
                    AllocationPart part = AllocationPart.Whole.In(PartOf.Code, i).In(PartOf.Argument, p);
                    inputs[p] = inputs[p].Join(Make(invoke.Parameters[p].Type, closure.Method.Parameters[p].Type, values, type => OpaqueAt(call.Site, type, part), 0));
                }

                Value given = InvokeClosure(closure, CallBinding.FromElsewhere(call.Site, call.Operations[i]?.Syntax, inputs));
                if (invoke is null)
                    continue;
                Gather(invoke.ReturnType, given, values, 0);
                if (Unwrapped(invoke.ReturnType) is ITypeParameterSymbol result && invoke.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, result)) &&
                    !method.OriginalDefinition.Parameters.Any(parameter => parameter.Type.TypeKind != TypeKind.Delegate && Generics.Mentions(parameter.Type)))
                {
                    made.Add(result);
                    changed.Add(result, given);
                }
            }
        }

        // What makes another of one takes its place.
        foreach (ITypeParameterSymbol parameter in made)
            values.Set(parameter, changed[parameter]);
    }

    /// <summary>A value of the type, of what is at hand.</summary>
    /// <param name="definition">As it is declared, with type parameters.</param>
    /// <param name="type">As it is here.</param>
    /// <param name="at">The object of its place.</param>
    private Value Make(ITypeSymbol definition, ITypeSymbol type, TypeParameterValues values, Func<ITypeSymbol, Value> at, int depth)
    {
        if (definition is ITypeParameterSymbol parameter)
            return OneOf(values[parameter], type, at);
        if (definition is INamedTypeSymbol wrapper && IsWrapper(wrapper) && wrapper.TypeArguments.Length == 1 && type is INamedTypeSymbol { TypeArguments: [var wrapped] })
            return Make(wrapper.TypeArguments[0], wrapped, values, at, depth);
        if (!values.AreIn(definition, depth) || at(type) is not { Objects: [var made] } value)
            return Value.Unknown;
        if (definition is IArrayTypeSymbol array && type is IArrayTypeSymbol { ElementType: var item })
            Put(made, AccessStep.Element, array.ElementType, item, values, depth);
        if (definition is not INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named || type is not INamedTypeSymbol here || here.TypeArguments.Length != named.TypeArguments.Length)
            return value;
        bool isContainer = IsContainer(named);
        for (int i = 0; i < named.TypeArguments.Length; i++)
        {
            if ((ItemOf(named, i) ?? (isContainer ? StepTo(named, i) : AccessStep.Of(named.OriginalDefinition.TypeParameters[i]))) is { } step)
                Put(made, step, named.TypeArguments[i], here.TypeArguments[i], values, depth);
        }

        return value;
    }

    /// <summary>What an object holds as a type parameter is the very thing; what comes out of it is one of those.</summary>
    private void Put(AbstractObject holder, AccessStep step, ITypeSymbol definition, ITypeSymbol type, TypeParameterValues values, int depth)
    {
        Value inner = step.TypeParameter is not null && definition is ITypeParameterSymbol parameter
            ? values[parameter]
            : Make(definition, type, values, place => MemberObject(holder, step, place), depth + 1);
        if (!inner.IsEmpty)
            WritePart(holder.AsValue, step, inner, add: true);
    }

    /// <summary>A member of a generic type that is written elsewhere, whose type is a type parameter or made of one.</summary>
    private bool IsOfTypeParameter(ISymbol member) =>
        member is { IsStatic: false, ContainingType: { IsGenericType: true, IsTupleType: false, Name: not ("KeyValuePair" or "Tuple") } type } && _engine.IsElsewhere(member) && !IsContainer(type) &&
        MemberShape.TypeOf(member.OriginalDefinition) is { } declared && Generics.Mentions(declared);

    /// <summary>What an object gives in such a member that nobody has written to.</summary>
    private Value PartOfGeneric(AbstractObject @object, ISymbol member)
    {
        var values = new TypeParameterValues();

        // An interface's member is the one of the same name in the type that was filled.
        ObjectState parts = _state.PartsOf(@object);
        for (int i = 0; i < parts.Count && member.ContainingType.TypeKind == TypeKind.Interface; i++)
        {
            if (parts[i].Step.Member is { } filled && filled.Name == member.Name && IsOfTypeParameter(filled))
                return parts[i].Value;
        }

        foreach (ITypeParameterSymbol parameter in member.ContainingType.OriginalDefinition.TypeParameters)
            values.Add(parameter, HeldAs(@object, parameter, asks: false) ?? Value.Unknown);
        if (values.IsEmpty || MemberShape.TypeOf(member) is not { } type)
            return Value.Unknown;
        AccessStep step = AccessStep.Of(member);
        return Make(MemberShape.TypeOf(member.OriginalDefinition)!, type, values, place => PartObject(@object, step, place), 0);
    }

    /// <summary>Types that hold each other lead on without end: from the second of a type on, one object stands for all of it.</summary>
    private Value PartObject(AbstractObject holder, AccessStep step, ITypeSymbol type)
    {
        if (_memberObjects.TryGetValue((holder, step), out AbstractObject? known))
            return known.AsValue;
        bool isRepeated = false;
        for (AbstractObject? above = holder; above is not null; above = _holders.TryGetValue(above, out AbstractObject? next) ? next : null)
        {
            if (!SymbolEqualityComparer.Default.Equals(above.Type?.OriginalDefinition, type.OriginalDefinition))
                continue;
            if (above.Kind == ObjectKind.OlderOpaque)
                return above.AsValue;
            isRepeated = true;
        }

        var made = new AbstractObject(_objectCount++, type, isRepeated ? ObjectKind.OlderOpaque : ObjectKind.Opaque);
        _memberObjects.Add((holder, step), made);
        _holders.Add(made, holder);
        return made.AsValue;
    }
}
