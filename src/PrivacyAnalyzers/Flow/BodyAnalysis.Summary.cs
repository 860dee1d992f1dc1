using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>Making the body's own summary, and applying others' at calls.</summary>
internal sealed partial class BodyAnalysis
{
    private const int MaxSummaryDepth = 3;

    private MethodSummary BuildSummary()
    {
        _state = _exit ?? new FlowState();
        AddLeftInThrown();
        ImmutableArray<SummaryWrite>.Builder? writes = null;
        foreach ((AbstractObject @object, ObjectState state) in _state.Objects)
        {
            if (@object.Input is not { } input)
                continue;
            for (int i = 0; i < state.Count; i++)
                (writes ??= ImmutableArray.CreateBuilder<SummaryWrite>()).Add(new SummaryWrite(input, state[i].Step, ToSummary(state[i].Value, 0)));
        }

        ImmutableArray<SummaryOut>.Builder? outs = null;
        foreach (ISymbol variable in _writtenOutside)
        {
            if (RootOf(variable) is { } root && _state.Get(SlotOf(variable)) is { } value)
                (outs ??= ImmutableArray.CreateBuilder<SummaryOut>()).Add(new SummaryOut(root, ToSummary(value, 0)));
        }

        return new MethodSummary(
            ToSummary(_returned, 0), _inputSinks.ToImmutableArray(), Built(writes), Built(outs), _inputCalls.ToImmutableArray(), _thrown.ToImmutableArray(), IsSpent: false);
    }

    /// <summary>Asked of all that a body writes, gives back or hands on: most of it is one label, or one object.</summary>
    private SummaryValue ToSummary(Value value, int depth)
    {
        if (value.IsEmpty || !Spend())
            return value.IsClean ? SummaryValue.Clean : SummaryValue.Unknown;
        if (value.Objects.Length == 0)
            return SummaryValue.Unknown with { Taints = value.Taints, IsClean = value.IsClean };
        ImmutableArray<InputPath>.Builder? aliases = null;
        ImmutableArray<SummaryClosure>.Builder? closures = null;
        List<AbstractObject>? made = null;
        foreach (AbstractObject @object in value.Objects)
        {
            if (@object.Input is { } input)
            {
                (aliases ??= ImmutableArray.CreateBuilder<InputPath>(value.Objects.Length)).Add(input);
            }
            else if (@object.Closure is { } closure)
            {
                if (depth < MaxSummaryDepth && ToSummary(closure, depth) is var code && !(closures ??= ImmutableArray.CreateBuilder<SummaryClosure>(1)).Any(code.SameAs))
                    closures.Add(code);
            }
            else
            {
                (made ??= new(1)).Add(@object);
            }
        }

        return new SummaryValue(
            value.Taints,
            Built(aliases),
            made is null ? SummaryValue.Unknown.Parts : PartsToSummary(made, depth),
            made is null ? null : TypeOf(made),
            Built(closures),
            HasObject: made is not null,
            value.IsClean)
        {
            Identity = made is { Count: 1 } && _isStraight ? made[0].Id : -1,
            IsExact = made is not null && made.TrueForAll(static @object => @object.IsExact) && TypeOf(made) is not null,
        };
    }

    /// <summary>Of which of several classes an object is, only the caller's dispatch can ask.</summary>
    private static ITypeSymbol? TypeOf(List<AbstractObject> made)
    {
        ITypeSymbol? type = made[0].Type;
        for (int i = 1; i < made.Count; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(type, made[i].Type))
                return null;
        }

        return type is { IsAbstract: true } ? null : type;
    }

    private ImmutableArray<(AccessStep Step, SummaryValue Value)> PartsToSummary(List<AbstractObject> made, int depth)
    {
        if (depth >= MaxSummaryDepth)
            return SummaryValue.Unknown.Parts;

        // Objects that may be meant alike have the parts of each of them.
        ObjectState all = _state.PartsOf(made[0]);
        for (int i = 1; i < made.Count; i++)
            all = all.Union(_state.PartsOf(made[i]));
        if (all.Count == 0)
            return SummaryValue.Unknown.Parts;
        var parts = ImmutableArray.CreateBuilder<(AccessStep, SummaryValue)>(all.Count);
        for (int i = 0; i < all.Count; i++)
            parts.Add((all[i].Step, ToSummary(all[i].Value, depth + 1)));
        return parts.MoveToImmutable();
    }

    private static ImmutableArray<T> Built<T>(ImmutableArray<T>.Builder? builder) =>
        builder is null ? ImmutableArray<T>.Empty : builder.Count == builder.Capacity ? builder.MoveToImmutable() : builder.ToImmutable();

    private Value ApplySummary(MethodSummary summary, CallBinding call, string name)
    {
        _steps += summary.Size;
        if (!Spend())
            return Value.Unknown;
        call.Made = null;
        ApplySinks(summary, call, name, areOfCalls: false);
        foreach (SummaryCall made in summary.Calls)
            ApplyCall(made, call, name);

        // What a delegate gives back is known once it has run.
        if (summary.Calls.Length > 0)
            ApplySinks(summary, call, name, areOfCalls: true);

        // All right sides first: what the callee wrote must not be read as what it was given.
        var writes = new (Value Target, Value Value)[summary.Writes.Length];
        for (int i = 0; i < writes.Length; i++)
            writes[i] = (Resolve(summary.Writes[i].Target, call), Instantiate(summary.Writes[i].Value, call, name, AllocationPart.Whole.In(PartOf.Written, i)));
        var outs = new Value[summary.Outs.Length];
        for (int i = 0; i < outs.Length; i++)
            outs[i] = Instantiate(summary.Outs[i].Value, call, name, AllocationPart.Whole.In(PartOf.Out, i));
        Value result = Instantiate(summary.Returns, call, name, AllocationPart.Whole.In(PartOf.Result, 0));
        for (int i = 0; i < writes.Length; i++)
        {
            if (Empties(summary.Writes[i]))
                Empty(writes[i].Target, writes[i].Value);
            WritePart(writes[i].Target, summary.Writes[i].Step, writes[i].Value);
            if (summary.Writes[i].Step.Equals(AccessStep.Element))
                AddToElements(writes[i].Target, writes[i].Value);
            if (_recording && summary.Writes[i].Step.Equals(AccessStep.Content) && SinkOf(writes[i].Target) is { } place)
                WriteToSink(summary.Writes[i], place, call, name);
        }

        for (int i = 0; i < outs.Length; i++)
            ApplyOut(summary.Outs[i].Root, outs[i], call);
        for (int i = 0; i < summary.Throws.Length; i++)
            Throw(Instantiate(summary.Throws[i], call, name, AllocationPart.Whole.In(PartOf.Thrown, i)));
        return result;
    }

    private void ApplySinks(MethodSummary summary, CallBinding call, string name, bool areOfCalls)
    {
        if (!_recording)
            return;
        foreach (SummarySink sink in summary.Sinks)
        {
            if (summary.Calls.Length == 0 || ((InputOrigin)sink.Input.Origin).Path.IsOfCall == areOfCalls)
                ApplySink(sink, call, name);
        }
    }

    /// <summary>A delegate that was handed over runs, with what the callee hands it.</summary>
    private void ApplyCall(SummaryCall made, CallBinding call, string name)
    {
        var values = new Value[made.Arguments.Length];
        var operations = new IOperation?[made.Arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Instantiate(made.Arguments[i], call, name, AllocationPart.Whole.In(PartOf.Argument, i));
            operations[i] = OperandOf(made.Arguments[i], call);
        }

        int ordinal = made.Delegate.Root.Ordinal;
        SyntaxNode? code = ordinal >= 0 && ordinal < call.Operations.Length ? call.Operations[ordinal]?.Syntax : call.Code;
        Value given = Resolve(made.Delegate, call);
        Value result = InvokeValue(given, new CallBinding(call.Site, Value.Unknown, values, operations) { Code = code }, _engine.ObjectType, told: made.Delegate);
        call.Invoked ??= [];
        call.Invoked[made.Delegate] = call.Invoked.TryGetValue(made.Delegate, out Value? known) ? known.Join(result) : result;
    }

    /// <summary>The argument that a callee passes on, where it is one.</summary>
    private static IOperation? OperandOf(SummaryValue value, CallBinding call)
    {
        foreach (Taint taint in value.Taints)
        {
            if (taint.Origin is InputOrigin { Path.Root.Ordinal: >= 0 and int ordinal } && ordinal < call.Operations.Length)
                return call.Operations[ordinal];
        }

        return null;
    }

    private void ApplyOut(InputRoot root, Value value, CallBinding call)
    {
        if (root.Captured is { } captured)
        {
            if (call.Captured is not null && call.Captured.TryGetValue(captured, out Value? made) && CellOf(made) is { } cell)
            {
                WritePart(cell.AsValue, AccessStep.Variable, value);
                return;
            }

            if (RootOf(captured) is not null)
                _writtenOutside.Add(captured);
            _state.Set(SlotOf(captured), value);
        }
        else if (root.Ordinal >= 0 && root.Ordinal < call.Operations.Length && call.Operations[root.Ordinal] is { } target)
        {
            Assign(target, value, call.Site);
        }
    }

    private void ApplySink(SummarySink sink, CallBinding call, string name)
    {
        InputRoot root = ((InputOrigin)sink.Input.Origin).Path.Root;
        IOperation? argument = root.Ordinal >= 0 && root.Ordinal < call.Operations.Length ? call.Operations[root.Ordinal] : root.IsThis ? call.Instance : null;

        // What a callee hands to a lambda has no expression here: the lambda's own place is the nearest.
        SyntaxNode? lambda = call.Code ?? (root.Ordinal >= 0 ? call.Lambda : null);
        SyntaxNode node = argument?.Syntax ?? (lambda is not null ? Within(lambda, sink.Node) : call.Site.Syntax);
        var place = new SinkPlace(sink.Kind, sink.SinkName, sink.Sink, sink.Declared);
        InputPath path = ((InputOrigin)sink.Input.Origin).Path;
        bool isHeldThere = HeldMembers.Holds(path);

        // What the type's own bodies leave in its members is the callee's finding, which sees it there.
        bool isOwn = isHeldThere && IsOwnMember(path, call);
        List<Taint> taints = _session.TaintLists.Take();
        Substitute(sink.Input, call, name, taints);
        foreach (Taint taint in taints)
        {
            if (!isOwn || taint.Origin is InputOrigin)
            {
                (SyntaxNode? hole, Taint told) = HoleAtFault(argument, taint);
                Report(told, hole ?? (argument is null ? node : ElementAtFault(argument, taint) ?? node), place, isHeldThere);
            }
        }

        _session.TaintLists.GiveBack(taints);
    }

    /// <summary>A callee writes to a writer that it was given: <c>Console.Out</c>.</summary>
    private void WriteToSink(SummaryWrite write, SinkPlace place, CallBinding call, string name)
    {
        foreach (Taint taint in write.Value.Taints)
        {
            // What was in it before is nothing new.
            if (taint.Origin is InputOrigin input && input.Path.IsWithin(write.Target) is not null)
                continue;
            if (taint.Origin is InputOrigin)
                ApplySink(new SummarySink(taint, place.Kind, place.Name, place.Symbol, call.Site.Syntax, place.Declared), call, name);
            else
                Report(taint.At(call.Site.Syntax, name), call.Site.Syntax, place);
        }
    }

    /// <summary>Of a string that its handler makes, the hole that carries the label: the handler is text, not one more object.</summary>
    private (SyntaxNode? Hole, Taint Taint) HoleAtFault(IOperation? argument, Taint taint)
    {
        foreach (ExpressionSyntax hole in HolesOf(argument) ?? [])
        {
            foreach (Taint own in _holes.TryGetValue(hole, out Value? written) ? written.Taints : [])
            {
                if (own.Origin.Equals(taint.Origin))
                    return (hole, new Taint(taint.Origin, own.IsWhole, taint.IsPseudonym, taint.Trace, taint.IsInUrl));
            }
        }

        return (null, taint);
    }

    /// <summary>Of arguments that the compiler gathers for a <c>params</c> parameter, the one that carries the label.</summary>
    private SyntaxNode? ElementAtFault(IOperation argument, Taint taint)
    {
        IOperation gathered = Unconverted(argument);
        IEnumerable<IOperation> elements = gathered switch
        {
            IArrayCreationOperation { IsImplicit: true, Initializer: { } initializer } => initializer.ElementValues,
            _ when gathered.IsImplicit && IsCollectionExpression(gathered) => gathered.ChildOperations,
            _ => [],
        };
        foreach (IOperation element in elements)
        {
            foreach (Taint own in RenderArgument(element, Eval(element), RenderMode.Structured).Taints)
            {
                if (own.Origin.Equals(taint.Origin))
                    return element.Syntax;
            }
        }

        return null;
    }

    private bool IsOwnMember(InputPath path, CallBinding call) =>
        SymbolEqualityComparer.Default.Equals(HeldMembers.MemberOf(path)?.ContainingType?.OriginalDefinition, Outermost._method?.ContainingType?.OriginalDefinition) &&
        (path.Root.Captured is not null || Array.TrueForAll(call.Receiver.Objects, @object => @object.Input is { Root.IsThis: true, Steps.IsEmpty: true }));

    private BodyAnalysis Outermost => _parent?.Outermost ?? this;

    /// <summary>A lambda's own place of handing over, where the lambda is written here.</summary>
    private static SyntaxNode Within(SyntaxNode code, SyntaxNode node) =>
        code.SyntaxTree == node.SyntaxTree && code.FullSpan.Contains(node.Span) ? node : code;

    /// <param name="part">Which value of the summary it is, so that what is made for it is told from what is made for others.</param>
    private Value Instantiate(SummaryValue value, CallBinding call, string name, AllocationPart part)
    {
        if (!Spend() || value.IsClean || (value.CarriesNothing && !value.HasObject))
            return value.IsClean ? Value.Clean : Value.Unknown;
        List<Taint> taints = _session.TaintLists.Take();
        foreach (Taint taint in value.Taints)
            Substitute(taint, call, name, taints);
        List<AbstractObject> objects = _session.ObjectLists.Take();
        foreach (InputPath alias in value.Aliases)
            AddTo(objects, Resolve(alias, call));
        if (value.HasObject)
        {
            AbstractObject? known = null;
            bool isKnown = value.Identity >= 0 && call.Made is not null && call.Made.TryGetValue(value.Identity, out known);
            AbstractObject @object = known ?? AllocateAt(call.Site, value.Type, part, isExact: value.IsExact);
            if (!isKnown && value.Identity >= 0)
                (call.Made ??= []).Add(value.Identity, @object);
            var steps = new AccessStep[value.Parts.Length];
            var values = new Value[value.Parts.Length];
            for (int i = 0; i < values.Length; i++)
            {
                steps[i] = value.Parts[i].Step;
                values[i] = Instantiate(value.Parts[i].Value, call, name, part.In(PartOf.Part, i));
            }

            // A delegate that was handed the object may have written to it since.
            var made = ObjectState.Of(steps, values);
            SetParts(@object, isKnown ? _state.PartsOf(@object).Join(made, @object, _initialPart) : made);
            AddTo(objects, Value.Of(@object));
        }

        for (int i = 0; i < value.Closures.Length; i++)
            AddTo(objects, Instantiate(value.Closures[i], call, name, part.In(PartOf.Code, i)));
        var instance = Value.OfDistinct(taints, objects);
        _session.TaintLists.GiveBack(taints);
        _session.ObjectLists.GiveBack(objects);
        return instance;
    }

    private static void AddTo(List<AbstractObject> objects, Value value)
    {
        foreach (AbstractObject @object in value.Objects)
        {
            if (!objects.Contains(@object))
                objects.Add(@object);
        }
    }

    /// <summary>Adds a label of the callee in terms of this body: a source stays; an input becomes what was handed in.</summary>
    private void Substitute(Taint taint, CallBinding call, string name, List<Taint> result)
    {
        if (taint.Origin is not InputOrigin input)
        {
            if (!taint.IsIn(result))
                result.Add(taint.At(call.Site.Syntax, name));
            return;
        }

        Value value = Resolve(input.Path, call);
        if (input.Mode != RenderMode.Raw)
        {
            ITypeSymbol? type = input.Path.Steps.Length > 0 ? Model.MemberShape.TypeOf(input.Path.Steps[input.Path.Steps.Length - 1].Member ?? _engine.ObjectType) : ArgumentType(input.Path.Root, call);
            value = Render(value, type, input.Mode);
        }

        // What holds very much costs more than a step each time it is handed on.
        _steps += value.Taints.Length / Taint.Few;
        foreach (Taint given in value.Taints)
        {
            if (!given.IsKnownFor(taint, result))
                result.Add(given.For(taint, TraceStep.Through(given.Trace, call.Site.Syntax, name, taint.Trace)));
        }
    }

    private static ITypeSymbol? ArgumentType(InputRoot root, CallBinding call) =>
        root.Ordinal >= 0 && root.Ordinal < call.Operations.Length && call.Operations[root.Ordinal] is { } operation ? Unconverted(operation).Type
        : root.IsThis ? call.Instance?.Type : null;
}
