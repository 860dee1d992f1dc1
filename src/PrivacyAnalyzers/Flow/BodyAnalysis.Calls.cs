using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Calls: to what is written here, by summary; to libraries, by the catalogue and a small table; to the unknown, by the rule for it.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>Of more bodies that may run, the effects are not told apart.</summary>
    private const int MaxAlternatives = 8;

    private readonly Dictionary<(IOperation Site, AllocationPart Part), AbstractObject> _opaque = [];

    /// <summary>What went into the holes of interpolated strings that a handler takes: at a sink, each stands for itself.</summary>
    private readonly Dictionary<SyntaxNode, Value> _holes = [];

    private Value EvalInvocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        Value receiver = Eval(invocation.Instance);
        CallBinding call = CallBinding.Of(invocation, invocation.Instance, receiver, invocation.Arguments, method.Parameters.Length, _eval, _evalCopied);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return InvokeDelegate(call, method);

        CallFacts facts = _engine.Facts.Of(method);
        if (_recording && method.Name == "AppendFormatted" && call.Operations.Length > 0 && call.Operations[0] is { } hole)
            _holes[hole.Syntax] = facts.IsSanitizer ? Value.Clean : RenderArgument(hole, call.Values[0], RenderMode.ToText);
        CheckSinks(call, method, facts);
        CheckCollectionSink(call, method);
        bool isNull = call.Instance?.Type?.Name == "NullRedactor";
        if (facts.IsSanitizer && !isNull)
            return Value.Clean;
        if (method is { Name: "Deconstruct", ContainingType.IsRecord: true } && method.IsMade())
        {
            foreach (IArgumentOperation argument in invocation.Arguments)
                Assign(argument.Value, ReadPosition(receiver, method.ContainingType, argument.Parameter!.Ordinal, method.Parameters.Length, argument), argument);
            return Value.Unknown;
        }

        WriteBaseParts(call, method);
        Value result = Result(call, method, facts, invocation.IsVirtual, out bool isKnown);
        if (result.Taints.Length > 0 && !isNull && SanitizerNames.IsOne(method.Name))
            result = result.Map(taint => taint.AsPseudonym());
        if (result.Taints.Length > 0 && facts.MakesUrl)
            result = result.Map(taint => taint.AsInUrl());
        if (!isKnown)
            AssignOuts(invocation.Arguments, call, method);
        AssignClassifiedOuts(invocation.Arguments);
        if (KeyedSourceOf(facts, method, call) is { } keyed)
            return KeyedValue(keyed, invocation).Join(result.WithoutTaints());
        if (Parsed(method, call) is { } parsed)
            return parsed;
        return SourceOf(method, method.ReturnType) is { } origin && !IsKnownElement(method, invocation, method.ReturnType, call is { Instance: null, Values: [{ IsClean: true } collection, ..] } ? collection : result)
            ? Labelled(origin, invocation.Syntax).Join(result.WithoutTaints())
            : result;
    }

    /// <summary>The label of a look-up by a constant that the catalogue names.</summary>
    private static SourceOrigin? KeyedSourceOf(CallFacts facts, ISymbol member, CallBinding call) =>
        facts.Keyed is { } keyed && keyed.Ordinal < call.Operations.Length && ConstantOf(call.Operations[keyed.Ordinal]) is { } key && keyed.Key.Holds(key)
            ? Declared(member, keyed.Category)
            : null;

    private static string? ConstantOf(IOperation? operation) => operation?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>What such a look-up gives. A claim's value is the person's; its type and issuer are not.</summary>
    private Value KeyedValue(SourceOrigin origin, IOperation operation)
    {
        Value label = Labelled(origin, operation.Syntax);
        if (StringLike.Is(operation.Type) || operation.Type is not INamedTypeSymbol type || OpaqueAt(operation, type) is not { Objects.Length: 1 } holder)
            return label;
        WriteMember(holder.Objects[0], type, "Value", label);
        return holder;
    }

    /// <param name="isKnown">Code of the program ran, so that its variables say what it left in them.</param>
    private Value Result(CallBinding call, IMethodSymbol method, CallFacts facts, bool isVirtual, out bool isKnown)
    {
        isKnown = false;
        if (facts.IsPseudonymizer)
            return Pseudonym(call, method, InputsOf(call, method).Map(taint => taint.AsPseudonym()));
        if (Library(call, method) is { } known)
            return known;
        if (facts.Passthrough is { } line)
            return Named(InputsOf(call, method, line), call.Site.Syntax, method.Name).Join(OpaqueFor(call, method));
        if (Invoke(call, method, isVirtual) is { } ran)
        {
            isKnown = true;
            return ran;
        }

        // A recipient answers; what it was told is not its answer.
        bool isRecipient = facts.Sinks.Any(static sink => sink.Kind == Catalog.SinkKind.Recipient);
        if (!isRecipient && IsGenericElsewhere(method))
            return CallGeneric(call, method).Join(StringLike.Is(method.ReturnType) ? Named(InputsOf(call, method), call.Site.Syntax, method.Name) : Value.Unknown);
        InvokeArguments(call);
        Value result = OpaqueFor(call, method);
        if (isRecipient)
            return result;
        return StringLike.Is(method.ReturnType) ? Named(InputsOf(call, method), call.Site.Syntax, method.Name).Join(result) : result;
    }

    /// <summary>A pseudonym is the result, or stays in the buffers that a call fills, or in the object that is fed piece by piece.</summary>
    private Value Pseudonym(CallBinding call, IMethodSymbol method, Value pseudonym)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { Name: "Span" or "Memory" })
                FillAt(call, parameter.Ordinal, pseudonym);
        }

        if (method.ReturnsVoid && pseudonym.Taints.Length > 0)
            WritePart(call.Receiver, AccessStep.Content, pseudonym, add: true);
        return pseudonym;
    }

    private Value OpaqueFor(CallBinding call, IMethodSymbol method) =>
        method.ReturnsVoid ? Value.Unknown : OpaqueAt(call.Site, Unwrapped(method.ReturnType));

    /// <summary>The type that an await of the value gives.</summary>
    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && StringLike.IsTask(named) ? named.TypeArguments[0] : type;

    /// <summary>
    /// Runs what a call may run here: the method, or what overrides or implements it. <see langword="null"/> where none of it is written
    /// here, or where the budget ran out on it.
    /// </summary>
    private Value? Invoke(CallBinding call, IMethodSymbol method, bool isVirtual)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return NestedSummary(method.OriginalDefinition, null) is { IsSpent: false } local ? ApplySummary(local, call.On(ReadThis(null)), method.Name) : null;
        ImmutableArray<IMethodSymbol> targets = isVirtual ? TargetsOf(call, method) : ImmutableArray.Create(method.ReducedFrom ?? method);
        if (targets.Length == 1)
            return Ask(targets[0], call) is { IsSpent: false } only ? Apply(only, call, method, method.Name) : null;
        if (targets.Length > MaxAlternatives)
            return InvokeJoined(call, method, targets);

        // Each may run: their effects are alternatives.
        FlowState before = _state;
        FlowState? after = null;
        Value? result = null;
        foreach (IMethodSymbol target in targets)
        {
            if (Ask(target, call) is not { IsSpent: false } summary)
                continue;
            if (summary.ChangesState)
                _state = before.Copy();
            result = (result ?? Value.Unknown).Join(Apply(summary, call, method, method.Name));
            if (!summary.ChangesState)
                continue;
            if (after is null)
                after = _state;
            else
                after.JoinWith(_state, _initialPart, _initialSlot);
            _state = before;
        }

        _state = after ?? before;
        return result;
    }

    private Value? InvokeJoined(CallBinding call, IMethodSymbol method, ImmutableArray<IMethodSymbol> targets)
    {
        var summaries = new List<MethodSummary>(targets.Length);
        foreach (IMethodSymbol target in targets)
        {
            if (Ask(target, call) is { IsSpent: false } summary)
                summaries.Add(summary);
        }

        if (summaries.Exists(static summary => ReferenceEquals(summary, MethodSummary.PassedBy)))
            return Apply(MethodSummary.PassedBy, call, method, method.Name);

        _steps += targets.Length / Taint.Few;
        return summaries.Count == 0 ? null : Apply(_session.Joined.Of(method.OriginalDefinition, [.. summaries]), call, method, method.Name);
    }

    /// <summary>An object made in this body is of one class; of any other the static type is all that is known.</summary>
    private ImmutableArray<IMethodSymbol> TargetsOf(CallBinding call, IMethodSymbol method)
    {
        IMethodSymbol target = method.ReducedFrom ?? method;
        if (!Dispatch.IsOpen(target))
            return ImmutableArray.Create(target);
        AbstractObject[] receivers = call.Receiver.Objects;
        if (receivers.Length == 1 && receivers[0].Type is INamedTypeSymbol type && (receivers[0].IsExact || (type.IsSealed && receivers[0].Input is { Steps.Length: <= 1 })) && Dispatch.MemberOf(type, target) is { } exact)
            return ImmutableArray.Create(exact);
        return _engine.Dispatch.TargetsOf(target, _session.Cancellation);
    }

    /// <summary>What an unknown call gives back: the text of everything that goes in.</summary>
    private Value InputsOf(CallBinding call, IMethodSymbol method, Catalog.CatalogLine? line = null)
    {
        Value result = Value.Unknown;
        if (line is null || line.CarriesReceiver)
            result = Flatten(call.Receiver);
        for (int i = 0; i < call.Values.Length; i++)
        {
            // What was in a variable that a call fills does not go in.
            if ((i >= method.Parameters.Length || method.Parameters[i].RefKind != RefKind.Out) && (line is null || line.Carries(method.Parameters[i].Name)))
                result = result.Join(Flatten(call.Values[i]));
        }

        return result.TaintsOnly;
    }

    /// <summary>What a call leaves in the variables handed to it by reference.</summary>
    private void AssignOuts(ImmutableArray<IArgumentOperation> arguments, CallBinding call, IMethodSymbol method)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter)
                continue;
            if (TryReadOut(call, method, argument.Value))
                continue;
            Value inputs = StringLike.Is(parameter.Type) ? InputsOf(call, method) : Value.Unknown;
            if (IsGenericElsewhere(method))
                inputs = inputs.Join(OutOfGeneric(call, method, parameter));
            if (parameter.RefKind == RefKind.Out)
                Assign(argument.Value, inputs, argument);
            else if (inputs.Taints.Length > 0)
                Assign(argument.Value, Eval(argument.Value).Join(inputs), argument);
        }
    }

    /// <summary>An <c>out</c> parameter that is declared to give personal data.</summary>
    private void AssignClassifiedOuts(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out } parameter && _engine.Classifier.Classify(parameter) is { } classification)
                Assign(argument.Value, Labelled(Declared(parameter, classification.Category), argument.Syntax), argument);
        }
    }

    /// <summary><c>headers.TryGetValue("Authorization", …)</c> is the look-up that the indexer does.</summary>
    private SourceOrigin? LookUpOf(CallBinding call) =>
        _engine.Facts.KeyedIndexer(call.Instance?.Type) is not { } indexer ? null
        : _engine.Facts.Of(indexer) is { SourceCategory: { } category } ? Declared(indexer, category)
        : KeyedSourceOf(_engine.Facts.Of(indexer), indexer, call);

    /// <summary><c>dictionary.TryGetValue(key, out value)</c> and its like on collections.</summary>
    private bool TryReadOut(CallBinding call, IMethodSymbol method, IOperation target)
    {
        if (call.Instance is null || !method.Name.StartsWith("Try", StringComparison.Ordinal) || Model.MemberShape.ElementType(method.ContainingType) is null)
            return false;
        if (LookUpOf(call) is { } keyed)
        {
            Assign(target, KeyedValue(keyed, call.Site).TaintsOnly, call.Site);
            return true;
        }

        Assign(target, ReadElement(call.Receiver, call.Operations.Length > 1 && call.Operations[0] is { } key ? KeyOf(key) : null).Join(call.Receiver.TaintsOnly), call.Site);
        return true;
    }
}
