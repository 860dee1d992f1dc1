using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>Making the body's own summary, and applying others' at calls.</summary>
internal sealed partial class BodyAnalysis
{
    private const int MaxSummaryDepth = 3;

    private MethodSummary BuildSummary()
    {
        _state = _exit ?? new FlowState();
        var writes = ImmutableArray.CreateBuilder<SummaryWrite>();
        foreach (KeyValuePair<AbstractObject, ObjectState> pair in _state.Objects.OrderBy(pair => pair.Key.Id))
        {
            if (pair.Key.Input is not { } input)
                continue;
            for (int i = 0; i < pair.Value.Count; i++)
                writes.Add(new SummaryWrite(input, pair.Value[i].Step, ToSummary(pair.Value[i].Value, 0)));
        }

        var outs = ImmutableArray.CreateBuilder<SummaryOut>();
        foreach (ISymbol variable in _writtenOutside)
        {
            if (RootOf(variable) is { } root && _state.Get(SlotOf(variable)) is { } value)
                outs.Add(new SummaryOut(root, ToSummary(value, 0)));
        }

        return new MethodSummary(ToSummary(_returned, 0), _inputSinks.ToImmutableArray(), writes.ToImmutable(), outs.ToImmutable(), IsSpent: false);
    }

    private SummaryValue ToSummary(Value value, int depth)
    {
        if (value.IsEmpty)
            return value.IsClean ? SummaryValue.Unknown with { IsClean = true } : SummaryValue.Unknown;
        var aliases = ImmutableArray.CreateBuilder<InputPath>();
        var closures = ImmutableArray.CreateBuilder<Closure>();
        var parts = new List<(AccessStep Step, Value Value)>();
        ITypeSymbol? type = null;
        bool hasObject = false;
        foreach (AbstractObject @object in value.Objects)
        {
            if (@object.Input is { } input)
            {
                aliases.Add(input);
                continue;
            }

            if (@object.Closure is { Lambda: null } closure)
            {
                closures.Add(closure);
                continue;
            }

            hasObject = true;
            type ??= @object.Type;
            ObjectState state = _state.PartsOf(@object);
            for (int i = 0; i < state.Count && depth < MaxSummaryDepth; i++)
            {
                int known = parts.FindIndex(part => part.Step.Equals(state[i].Step));
                if (known < 0)
                    parts.Add(state[i]);
                else
                    parts[known] = (state[i].Step, parts[known].Value.Join(state[i].Value));
            }
        }

        return new SummaryValue(
            value.Taints.ToImmutableArray(),
            aliases.ToImmutable(),
            parts.Select(part => (part.Step, ToSummary(part.Value, depth + 1))).ToImmutableArray(),
            type,
            closures.ToImmutable(),
            hasObject,
            value.IsClean);
    }

    private Value ApplySummary(MethodSummary summary, CallBinding call, string name)
    {
        if (_recording)
        {
            foreach (SummarySink sink in summary.Sinks)
                ApplySink(sink, call, name);
        }

        // All right sides first: what the callee wrote must not be read as what it was given.
        var writes = new List<(Value Target, AccessStep Step, Value Value)>();
        for (int i = 0; i < summary.Writes.Length; i++)
        {
            SummaryWrite write = summary.Writes[i];
            writes.Add((Resolve(write.Target, call), write.Step, Instantiate(write.Value, call, name, "w" + i)));
        }

        var outs = new List<(InputRoot Root, Value Value)>();
        for (int i = 0; i < summary.Outs.Length; i++)
            outs.Add((summary.Outs[i].Root, Instantiate(summary.Outs[i].Value, call, name, "o" + i)));
        Value result = Instantiate(summary.Returns, call, name, "r");
        foreach ((Value target, AccessStep step, Value value) in writes)
            WritePart(target, step, value);
        foreach ((InputRoot root, Value value) in outs)
            ApplyOut(root, value, call);
        return result;
    }

    private void ApplyOut(InputRoot root, Value value, CallBinding call)
    {
        if (root.Captured is { } captured)
        {
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
        SyntaxNode node = argument?.Syntax ?? call.Site.Syntax;
        var place = new SinkPlace(sink.Kind, sink.SinkName, sink.Sink, sink.ApprovedLog);
        foreach (Taint taint in Substitute(sink.Input, call, name))
            Report(taint, node, place);
    }

    private Value Instantiate(SummaryValue value, CallBinding call, string name, string part)
    {
        Value result = value.IsClean ? Value.Clean : Value.Unknown;
        foreach (Taint taint in value.Taints)
            result = result.Join(Value.OfTaints(Substitute(taint, call, name)));
        foreach (InputPath alias in value.Aliases)
            result = result.Join(Resolve(alias, call).WithoutTaints());
        if (value.HasObject)
        {
            AbstractObject made = AllocateAt(call.Site, value.Type, part);
            for (int i = 0; i < value.Parts.Length; i++)
                Write(made, value.Parts[i].Step, Instantiate(value.Parts[i].Value, call, name, part + "." + i));
            result = result.Join(Value.Of(made));
        }

        return result;
    }

    /// <summary>A label of the callee in terms of this body: a source stays; an input becomes what was handed in.</summary>
    private List<Taint> Substitute(Taint taint, CallBinding call, string name)
    {
        if (taint.Origin is not InputOrigin input)
            return [taint.At(call.Site.Syntax, name)];
        Value value = Resolve(input.Path, call);
        if (input.Mode != RenderMode.Raw)
        {
            ITypeSymbol? type = input.Path.Steps.Length > 0 ? Model.MemberShape.TypeOf(input.Path.Steps[input.Path.Steps.Length - 1].Member ?? _graph.OriginalOperation.SemanticModel!.Compilation.ObjectType) : ArgumentType(input.Path.Root, call);
            value = Render(value, type, input.Mode);
        }

        var result = new List<Taint>(value.Taints.Length);
        foreach (Taint given in value.Taints)
        {
            TraceStep? trace = Continue(new TraceStep(given.Trace, call.Site.Syntax, name), taint.Trace);
            result.Add(new Taint(given.Origin, given.IsWhole || taint.IsWhole, given.IsPseudonym || taint.IsPseudonym, trace));
        }

        return result;
    }

    private static ITypeSymbol? ArgumentType(InputRoot root, CallBinding call) =>
        root.Ordinal >= 0 && root.Ordinal < call.Operations.Length && call.Operations[root.Ordinal] is { } operation ? Unconverted(operation).Type
        : root.IsThis ? call.Instance?.Type : null;

    /// <summary>The caller's steps, then the callee's.</summary>
    private static TraceStep? Continue(TraceStep? before, TraceStep? after) =>
        after is null ? before : new TraceStep(Continue(before, after.Previous), after.Node, after.Text);

    private Value Resolve(InputPath path, CallBinding call)
    {
        Value root;
        if (path.Root.Captured is { } captured)
            root = ReadSlot(captured, Model.MemberShape.TypeOf(captured));
        else if (path.Root.IsThis)
            root = call.Receiver;
        else
            root = path.Root.Ordinal < call.Values.Length ? call.Values[path.Root.Ordinal] : Value.Unknown;
        return Follow(root, path.Steps);
    }

    private Value Follow(Value value, ImmutableArray<AccessStep> steps)
    {
        foreach (AccessStep step in steps)
            value = step.Equals(AccessStep.Element) ? ElementsOf(value) : ReadWritten(value, step);
        return value;
    }
}
