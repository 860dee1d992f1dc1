using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Reading and assigning variables, members and elements.</summary>
internal sealed partial class BodyAnalysis
{
    private Value ReadVariable(ISymbol variable, IOperation operation)
    {
        if (ReferredBy(variable) is { Length: > 0 } targets)
            return targets.Aggregate(Value.Unknown, (value, target) => value.Join(Eval(target)));
        Value value = IsPrimaryParameter(variable) ? ReadPart(ThisObject(null), AccessStep.Of(variable)) : ReadSlot(variable, operation.Type);
        if (variable is IParameterSymbol)
        {
            // A parameter that has been overwritten no longer is what its declaration says.
            bool overwritten = _state.Get(SlotOf(variable)) is not null;
            if (!overwritten && SourceOf(variable, operation.Type) is { } origin)
                return WithLabelOnly(origin, value, operation.Syntax);
        }

        return variable is ILocalSymbol ? WithoutMachine(variable, operation.Type, value) : value;
    }

    /// <summary>A classified parameter is a source: what it reaches is the callee's finding, not one more for whoever passes something in.</summary>
    private static Value WithLabelOnly(SourceOrigin origin, Value value, SyntaxNode node) =>
        Labelled(origin, node).Join(value.WithoutTaints());

    /// <summary>A value that comes from here.</summary>
    private static Value Labelled(SourceOrigin origin, SyntaxNode node) => Value.Of(new Taint(origin, isWhole: false, isPseudonym: false, new TraceStep(null, node, origin.Display)));

    /// <summary>A primary constructor's parameter, used in another member: the object keeps it.</summary>
    private bool IsPrimaryParameter(ISymbol variable)
    {
        if (variable is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor })
            return false;
        return !SymbolEqualityComparer.Default.Equals(Outermost._method?.OriginalDefinition, constructor.OriginalDefinition);
    }

    private Value EvalField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.IsStatic)
        {
            Value stored = ReadSlot(field, field.Type);
            return AddSource(field, reference, stored, isDecided: stored.IsDecided);
        }

        (IOperation? holder, IFieldSymbol held) = HolderOf(reference);
        return ReadMember(Eval(holder), held, reference);
    }

    private Value EvalProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (property.IsIndexer)
            return EvalIndexer(reference);
        if (property.IsStatic)
        {
            Value stored = _state.Get(SlotOf(property)) ?? GetterSummary(reference, Value.Unknown) ?? ReadSlot(property, property.Type);
            return AddSource(property, reference, stored, isDecided: stored.IsDecided).Join(SinkObject(reference));
        }

        Value receiver = Eval(reference.Instance);
        if (ContainerProperty(reference, receiver) is { } contained)
            return contained;
        if (IsTransparent(property))
            return receiver.Join(property.Name == "Current" ? ElementsOf(receiver) : Value.Unknown);
        if (property.Name == "Message" && !_engine.IsHere(property) && _engine.Facts.IsException(property.ContainingType) && _engine.Facts.ExceptionMessage is { } message)
            return ReadMember(receiver, message, reference);
        return ReadMember(receiver, property, reference).Join(SinkObject(reference));
    }

    /// <summary><c>Nullable.Value</c>, <c>Task.Result</c>, an enumerator's <c>Current</c>: the wrapper counts as what it wraps.</summary>
    private bool IsTransparent(IPropertySymbol property) => property.Name switch
    {
        "Value" => property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || StringLike.IsTask(property.ContainingType),
        "Result" => StringLike.IsTask(property.ContainingType),
        "Current" => property.Parameters.Length == 0 && !_engine.IsHere(property),
        _ => false,
    };

    private Value ReadMember(Value receiver, ISymbol member, IOperation operation)
    {
        AccessStep step = AccessStep.Of(member);
        Value value = Value.Unknown;
        bool isDecided = receiver.Objects.Length > 0;
        bool isWritten = Array.Exists(receiver.Objects, @object => _state.PartsOf(@object).TryGet(step, out _));
        Value? computed = !isWritten && operation is IPropertyReferenceOperation property ? GetterSummary(property, receiver) : null;
        foreach (AbstractObject @object in receiver.Objects)
        {
            if (_state.PartsOf(@object).TryGet(step, out Value written))
            {
                value = value.Join(written);
                isDecided &= written.IsDecided;
            }
            else
            {
                // A member that only computes holds nothing of its own: all of it is in what it reads.
                if (computed is null || !OnlyComputes(member))
                    value = value.Join(Unwritten(@object, step, member));
                isDecided = false;
            }
        }

        if (computed is not null)
            value = value.Join(computed);

        // What is on the object itself shows in the text that its members give, unless the catalogue knows better.
        CallFacts facts = _engine.Facts.Of(member);
        if ((StringLike.Is(operation.Type) || facts.Passthrough is { CarriesReceiver: true }) && !facts.IsSanitizer)
            value = value.Join(StringLike.IsStringBuilder(member.ContainingType) ? Flatten(receiver) : IsPartElsewhere(member) ? OwnLabels(receiver) : OwnLabels(receiver, operation.Type));
        if (value.Objects.Length == 0 && !isDecided && OpaqueAt(operation, operation.Type) is { Objects.Length: > 0 } opaque)
        {
            value = value.Join(opaque);
            if (receiver.Objects.Length == 1)
                Write(receiver.Objects[0], step, value);
        }

        return AddSource(member, operation, value, isDecided);
    }

    /// <summary>
    /// What is on an object itself. An input's label stands for the input, whose parts have labels of their own; a builder that is made text would
    /// make all of the input text.
    /// </summary>
    private static Value OwnLabels(Value holder, ITypeSymbol? part) => StringLike.IsStringBuilder(part) ? OwnLabels(holder) : holder.TaintsOnly;

    private static Value OwnLabels(Value holder) =>
        holder.Taints.Length > 0 && Array.Exists(holder.Objects, static @object => @object.Kind == ObjectKind.Input)
            ? Value.OfTaints(holder.Taints.Where(static taint => taint.Origin is not InputOrigin).ToList())
            : holder.TaintsOnly;

    private bool OnlyComputes(ISymbol member) =>
        member is IPropertySymbol { GetMethod: { } getter, SetMethod: null } &&
        (!Dispatch.IsOpen(getter) ? IsComputed(member) : _engine.Dispatch.TargetsOf(getter, _session.Cancellation) is { Length: > 0 } targets && targets.All(target => IsComputed(target.AssociatedSymbol)));

    private bool IsComputed(ISymbol? member) =>
        member is IPropertySymbol { SetMethod: null } property && _engine.IsHere(property) && !StoredMembers.HasBackingField(property.OriginalDefinition);

    /// <summary>What a getter that is written here computes; <see langword="null"/> for an automatic property.</summary>
    private Value? GetterSummary(IPropertyReferenceOperation reference, Value receiver)
    {
        if (reference.Property.GetMethod is not { } getter || !MayRunHere(getter))
            return null;
        return Invoke(new CallBinding(reference, receiver, [], []) { Instance = reference.Instance }, getter, IsVirtual(reference));
    }

    /// <summary>Whether an accessor with a body of its own may run: the property's, or that of one that takes its place.</summary>
    private bool MayRunHere(IMethodSymbol accessor) =>
        Dispatch.IsOpen(accessor) || (_engine.IsHere(accessor) && Accessors.HasBody(accessor.OriginalDefinition));

    private static bool IsVirtual(IPropertyReferenceOperation reference) => reference.Instance?.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax;

    private Value EvalIndexer(IPropertyReferenceOperation reference)
    {
        Value receiver = Eval(reference.Instance);
        foreach (IArgumentOperation argument in reference.Arguments)
            Eval(argument.Value);
        Value? own = reference.Property.GetMethod is { } getter && MayRunHere(getter)
            ? Invoke(new CallBinding(reference, receiver, reference.Arguments.Select(argument => Eval(argument.Value)).ToArray(), reference.Arguments.Select(argument => (IOperation?)argument.Value).ToArray()) { Instance = reference.Instance }, getter, IsVirtual(reference))
            : null;
        Value value = own ?? ReadElement(receiver, ConstantKey(reference.Arguments));
        if (receiver.Taints.Length > 0 && (StringLike.Is(reference.Type) || _engine.Facts.Of(reference.Property).Passthrough is { CarriesReceiver: true }))
            value = value.Join(receiver.TaintsOnly);
        if (_engine.Facts.Of(reference.Property).Keyed is { } keyed && reference.Arguments.Length > keyed.Ordinal &&
            ConstantOf(reference.Arguments[keyed.Ordinal].Value) is { } key && keyed.Key.Holds(key))
        {
            return KeyedValue(Declared(reference.Property, keyed.Category), reference);
        }

        return AddSource(reference.Property, reference, value, isDecided: false);
    }

    private Value EvalArrayElement(IArrayElementReferenceOperation reference)
    {
        Value array = Eval(reference.ArrayReference);
        foreach (IOperation index in reference.Indices)
            Eval(index);
        AccessStep? key = reference.Indices.Length == 1 ? KeyOf(reference.Indices[0]) : null;
        Value element = ReadElement(array, key);

        // A struct stands in its array, made or not: what is written into it is found again.
        if (element.Objects.Length == 0 && IsOwnStruct(reference.Type) && OpaqueAt(reference, reference.Type) is { Objects.Length: > 0 } made)
        {
            element = element.Join(made);
            WriteElement(array, key, element);
        }

        return element.Join(array.TaintsOnly);
    }

    private Value ReadElement(Value collection, AccessStep? key)
    {
        if (key is not { } constant)
            return ElementsOf(collection);
        Value result = Value.Unknown;
        foreach (AbstractObject @object in collection.Objects)
            result = result.Join(ReadPart(@object, constant));

        return result;
    }

    private static AccessStep? ConstantKey(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Length == 1 ? KeyOf(arguments[0].Value) : null;

    private static AccessStep? KeyOf(IOperation key)
    {
        while (key is IConversionOperation conversion)
            key = conversion.Operand;
        return key.ConstantValue is { HasValue: true, Value: { } value } ? AccessStep.ForKey(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "") : null;
    }

    /// <summary>Adds the member's own label, unless this body has decided otherwise by writing it.</summary>
    private Value AddSource(ISymbol member, IOperation operation, Value value, bool isDecided)
    {
        if (value.Taints.Length > 0 && _engine.Classifier.IsDeclaredNotPersonal(member))
            return value.WithoutTaints();
        if (isDecided || SourceOf(member, operation.Type) is not { } origin || IsOfMachine(member, operation) || IsKnownElement(member, operation, operation.Type, value))
            return value;
        return Labelled(origin, operation.Syntax).Join(value.IsClean ? Value.Unknown : value.WithoutTaints());
    }

    /// <summary>The label of a declaration: its classification, a catalogue line, or a type that identifies by nature.</summary>
    private SourceOrigin? SourceOf(ISymbol member, ITypeSymbol? type)
    {
        if (_engine.Classifier.Classify(member) is { } classification)
            return IsFlagOfLibrary(member, type, classification.Declaration) || IdentifyingTypes.IsKeyOfIdentity(member) ? null : Declared(member, classification.Category);
        CallFacts facts = _engine.Facts.Of(member);
        if (facts.SourceCategory is { } category)
            return Declared(member, category);
        string? byType = IdentifyingTypes.CategoryOf(type) ?? (IsHandedOn(member) ? null : IdentifyingTypes.CategoryOfElements(type));
        return byType is not null && !facts.IsSanitizer && !IdentifyingTypes.IsWellKnownConstant(member) && !IdentifyingTypes.IsOfMachine(member, type) && !IsElementOfMachine(member) && !_engine.Classifier.IsDeclaredNotPersonal(member)
            ? new SourceOrigin(member, byType, IsHandedOn(member) ? type!.Name : DisplayOf(member))
            : null;
    }

    /// <summary>A <c>bool</c> that a library calls personal data, overridden here or not, says something about a person, and identifies nobody.</summary>
    private bool IsFlagOfLibrary(ISymbol member, ITypeSymbol? type, ISymbol declaration) =>
        type?.SpecialType == SpecialType.System_Boolean && !_engine.IsHere(declaration) && member is IPropertySymbol or IFieldSymbol;

    private static SourceOrigin Declared(ISymbol member, string category) => new(member, category, DisplayOf(member));

    private static string DisplayOf(ISymbol member) => member switch
    {
        IParameterSymbol parameter => parameter.Name,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } method => method.Name,
        _ => member.ContainingType is { } type ? type.Name + "." + member.Name : member.Name,
    };

    private Value Assign(IOperation target, Value value, IOperation assignment)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when ReferredBy(local.Local) is { Length: > 0 } targets:
                foreach (IOperation referred in assignment is ISimpleAssignmentOperation { IsRef: true } ? [] : targets)
                    Assign(referred, targets.Length == 1 ? value : Eval(referred).Join(value), assignment);
                break;
            case ILocalReferenceOperation local:
                SetVariable(local.Local, value, assignment);
                break;
            case IParameterReferenceOperation parameter:
                SetVariable(parameter.Parameter, value, assignment);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, assignment);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                SetVariable(field.Field, value, assignment);
                break;
            case IFieldReferenceOperation field:
                CheckMemberSinks(field.Field, value, AssignedBy(assignment));
                (IOperation? holder, IFieldSymbol held) = HolderOf(field);
                WritePart(Eval(holder), AccessStep.Of(held), Named(value, assignment.Syntax, held.Name));
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value, assignment);
                break;
            case IDynamicMemberReferenceOperation member:
                AssignDynamic(member, value);
                break;
            case IInvocationOperation invocation when IsSlot(invocation.TargetMethod):
                WriteElement(Eval(invocation.Arguments[0].Value), KeyOf(invocation.Arguments[1].Value), value);
                break;
            case IInvocationOperation invocation:
                AssignReturned(invocation, value, assignment);
                break;
            case IArrayElementReferenceOperation element:
                WriteElement(Eval(element.ArrayReference), element.Indices.Length == 1 ? KeyOf(element.Indices[0]) : null, value);
                break;
            case IFlowCaptureReferenceOperation capture:
                if (_capturedTargets.TryGetValue(capture.Id, out IOperation? captured))
                    Assign(captured, value, assignment);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value, assignment is ISimpleAssignmentOperation simple ? simple.Value.Type : null);
                break;
        }

        return value;
    }

    private void AssignEvent(IEventAssignmentOperation assignment)
    {
        Value handler = Eval(assignment.HandlerValue);
        if (!assignment.Adds || assignment.EventReference is not IEventReferenceOperation reference)
            return;
        if (reference.Event.IsStatic)
            SetVariable(reference.Event, ReadSlot(reference.Event, reference.Type).Join(handler), assignment);
        else
            WritePart(Eval(reference.Instance), AccessStep.Of(reference.Event), handler, add: true);
    }

    private void SetVariable(ISymbol variable, Value value, IOperation assignment)
    {
        if (RootOf(variable) is { Captured: not null } || variable is IParameterSymbol { RefKind: not RefKind.None })
            _writtenOutside.Add(variable);
        _state.Set(SlotOf(variable), Named(value, assignment.Syntax, variable.Name));
    }

    private static Value Named(Value value, SyntaxNode node, string name) => value.At(node, name);

    private void AssignProperty(IPropertyReferenceOperation target, Value value, IOperation assignment)
    {
        IOperation? valueOperation = AssignedBy(assignment);
        CheckPropertySink(target, value, valueOperation);
        if (target.Property.IsIndexer)
        {
            AssignIndexer(target, value, valueOperation, assignment);
            return;
        }

        Value named = Named(value, assignment.Syntax, target.Property.Name);
        if (target.Property.IsStatic)
        {
            SetVariable(target.Property, value, assignment);
            return;
        }

        Value receiver = Eval(target.Instance);
        if (StringLike.IsStringBuilder(target.Property.ContainingType))
        {
            if (target.Property.Name == "Length" && valueOperation?.ConstantValue is { HasValue: true, Value: 0 })
                WritePart(receiver, AccessStep.Content, Value.Clean);
            if (value.Taints.Length > 0)
                WritePart(receiver, AccessStep.Content, _engine.Facts.Of(target.Property).MakesUrl ? named.Map(taint => taint.AsInUrl()) : named, add: true);
            return;
        }

        WritePart(receiver, AccessStep.Of(target.Property), named);
        if (target.Property.SetMethod is { } setter && MayRunHere(setter))
            Invoke(new CallBinding(assignment, receiver, [value], [valueOperation]) { Instance = target.Instance }, setter, IsVirtual(target));
    }

    private void AssignIndexer(IPropertyReferenceOperation target, Value value, IOperation? valueOperation, IOperation assignment)
    {
        Value collection = Eval(target.Instance);
        Value[] values = [.. target.Arguments.Select(argument => Eval(argument.Value)), value];
        WriteElement(collection, ConstantKey(target.Arguments), value);
        if (values.Length == 2 && values[0].Taints.Length > 0)
            WritePart(collection, AccessStep.Keys, values[0].TaintsOnly, add: true);
        if (target.Property.SetMethod is { } setter && setter.Parameters.Length == values.Length && MayRunHere(setter))
            Invoke(new CallBinding(assignment, collection, values, [.. target.Arguments.Select(argument => argument.Value), valueOperation]) { Instance = target.Instance }, setter, IsVirtual(target));
    }

    private void WriteElement(Value collection, AccessStep? key, Value value)
    {
        if (key is { } constant)
        {
            WritePart(collection, constant, value);
            return;
        }

        // Which element it is cannot be told: it may be any that is known.
        WritePart(collection, AccessStep.Element, value, add: true);
        AddToElements(collection, value);
    }

    /// <summary>Any element that is known by its key or its place may be this instead.</summary>
    private void AddToElements(Value collection, Value value)
    {
        foreach (AbstractObject @object in collection.Objects)
        {
            ObjectState parts = _state.PartsOf(@object);
            for (int i = 0; i < parts.Count; i++)
            {
                if (parts[i].Step.IsElement)
                    Write(@object, parts[i].Step, parts[i].Value.Join(value));
            }
        }
    }
}
