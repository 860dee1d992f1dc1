using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>Calls: to what is written here, by summary; to libraries, by the catalogue and a small table; to the unknown, by the rule for it.</summary>
internal sealed partial class BodyAnalysis
{
    private readonly Dictionary<IOperation, AbstractObject> _closures = [];
    private readonly Dictionary<IOperation, AbstractObject> _opaque = [];
    private readonly Dictionary<IMethodSymbol, BodyAnalysis> _nested = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _solving = new(SymbolEqualityComparer.Default);

    private Value EvalInvocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        Value receiver = Eval(invocation.Instance);
        CallBinding call = CallBinding.Of(invocation, invocation.Instance, receiver, invocation.Arguments, method.Parameters.Length, Eval);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return InvokeDelegate(call, method);

        CallFacts facts = _engine.Facts.Of(method);
        CheckSinks(call, method, facts);
        CheckCollectionSink(call, method);
        if (facts.IsSanitizer)
            return Value.Clean;
        Value result = Result(call, method, facts);
        if (result.Taints.Length > 0 && SanitizerNames.IsOne(method.Name))
            result = result.Map(taint => taint.AsPseudonym());
        AssignOuts(invocation.Arguments, call, method);
        return SourceOf(method, method.ReturnType) is { } origin
            ? Value.Of(new Taint(origin, false, false, new TraceStep(null, invocation.Syntax, origin.Display))).Join(result.WithoutTaints())
            : result;
    }

    private Value Result(CallBinding call, IMethodSymbol method, CallFacts facts)
    {
        if (facts.IsPseudonymizer)
            return InputsOf(call, method).Map(taint => taint.AsPseudonym());
        if (Library(call, method) is { } known)
            return known;
        if (facts.Passthrough is { } line)
            return Named(InputsOf(call, method, line), call.Site.Syntax, method.Name).Join(OpaqueFor(call, method));
        if (SummaryOf(method) is { IsSpent: false } summary)
            return ApplySummary(summary, method.MethodKind == MethodKind.LocalFunction ? call.On(ReadThis(null)) : call, method.Name);

        InvokeArguments(call);
        Value result = OpaqueFor(call, method);
        return StringLike.Is(method.ReturnType) ? Named(InputsOf(call, method), call.Site.Syntax, method.Name).Join(result) : result;
    }

    private Value OpaqueFor(CallBinding call, IMethodSymbol method) =>
        method.ReturnsVoid ? Value.Unknown : OpaqueAt(call.Site, Unwrapped(method.ReturnType));

    /// <summary>The type that an await of the value gives.</summary>
    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && StringLike.IsTask(named) ? named.TypeArguments[0] : type;

    /// <summary>The summary of the method that is named, where it has a body here. What an override of it does is not asked.</summary>
    private MethodSummary? SummaryOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return NestedSummary(method.OriginalDefinition, null);
        IMethodSymbol target = method.ReducedFrom ?? method;
        return _session.Get(target);
    }

    private Value InvokeDelegate(CallBinding call, IMethodSymbol invoke)
    {
        CheckLogDelegate(call, invoke);
        Value result = Value.Unknown;
        bool any = false;
        foreach (AbstractObject @object in call.Receiver.Objects)
        {
            if (@object.Closure is not { } closure)
                continue;
            result = result.Join(InvokeClosure(closure, call));
            any = true;
        }

        return any || !StringLike.Is(invoke.ReturnType) ? result : InputsOf(call, invoke);
    }

    private Value InvokeClosure(Closure closure, CallBinding call)
    {
        if (closure.Lambda is not null || closure.Method.MethodKind == MethodKind.LocalFunction)
            return NestedSummary(closure.Method, closure.Lambda) is { } nested ? ApplySummary(nested, call.On(ReadThis(null)), closure.Method.Name) : Value.Unknown;

        // A method group: the delegate's arguments are the method's.
        IMethodSymbol target = closure.Method.ReducedFrom ?? closure.Method;
        CallBinding bound = call.On(closure.Receiver);
        CallFacts facts = _engine.Facts.Of(target);
        CheckSinks(bound, target, facts);
        if (facts.IsSanitizer)
            return Value.Clean;
        return SummaryOf(target) is { } summary ? ApplySummary(summary, bound, target.Name)
            : StringLike.Is(target.ReturnType) ? InputsOf(bound, target) : Value.Unknown;
    }

    /// <summary>Code handed to a call that does not show what it does with it: it may run, with anything.</summary>
    private void InvokeArguments(CallBinding call)
    {
        foreach (Value value in call.Values)
        {
            foreach (AbstractObject @object in value.Objects)
            {
                if (@object.Closure is { } closure)
                    InvokeClosure(closure, new CallBinding(call.Site, Value.Unknown, Unknowns(closure.Method.Parameters.Length), new IOperation?[closure.Method.Parameters.Length]));
            }
        }
    }

    private static Value[] Unknowns(int count)
    {
        var values = new Value[count];
        for (int i = 0; i < count; i++)
            values[i] = Value.Unknown;
        return values;
    }

    /// <summary>The summary of a lambda or a local function of this body, solved once.</summary>
    private MethodSummary? NestedSummary(IMethodSymbol function, IOperation? lambda)
    {
        if (_nested.TryGetValue(function, out BodyAnalysis? known))
            return known.Summary;
        ControlFlowGraph? graph = lambda is IFlowAnonymousFunctionOperation anonymous ? FindGraph(anonymous) : FindGraph(function);
        if (graph is null)
            return _parent?.NestedSummary(function, lambda);
        if (!_solving.Add(function))
            return MethodSummary.Trivial;
        var nested = new BodyAnalysis(_engine, _session, graph, function, this);
        nested.Run();
        _solving.Remove(function);
        _nested[function] = nested;
        return nested.Summary;
    }

    private ControlFlowGraph? FindGraph(IFlowAnonymousFunctionOperation lambda)
    {
        try
        {
            return _graph.GetAnonymousFunctionControlFlowGraph(lambda, _session.Cancellation);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The lambda belongs to an enclosing body's graph; that one is asked next.
            return null;
        }
    }

    private ControlFlowGraph? FindGraph(IMethodSymbol localFunction) =>
        _graph.LocalFunctions.Contains(localFunction) ? _graph.GetLocalFunctionControlFlowGraph(localFunction, _session.Cancellation) : null;

    /// <summary>Lambdas and local functions that nothing here invokes still have sources and sinks of their own.</summary>
    private void AnalyzeUninvokedFunctions()
    {
        foreach (AbstractObject closure in _closures.Values.ToArray())
        {
            if (closure.Closure is { Lambda: { } lambda } code)
                NestedSummary(code.Method, lambda);
        }

        foreach (IMethodSymbol function in _graph.LocalFunctions)
            NestedSummary(function, null);
    }

    /// <summary>What an unknown call gives back: the text of everything that goes in.</summary>
    private Value InputsOf(CallBinding call, IMethodSymbol method, Catalog.CatalogLine? line = null)
    {
        Value result = Value.Unknown;
        if (line is null || line.CarriesReceiver)
            result = Flatten(call.Receiver);
        for (int i = 0; i < call.Values.Length; i++)
        {
            if (line is null || line.Carries(method.Parameters[i].Name))
                result = result.Join(Flatten(call.Values[i]));
        }

        return result.TaintsOnly;
    }

    /// <summary>What a call leaves in the variables handed to it by reference.</summary>
    private void AssignOuts(ImmutableArray<IArgumentOperation> arguments, CallBinding call, IMethodSymbol method)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter || SummaryOf(method) is not null)
                continue;
            if (TryReadOut(call, method, argument.Value))
                continue;
            Value inputs = StringLike.Is(parameter.Type) ? InputsOf(call, method) : Value.Unknown;
            if (parameter.RefKind == RefKind.Out)
                Assign(argument.Value, inputs, argument);
            else if (inputs.Taints.Length > 0)
                Assign(argument.Value, Eval(argument.Value).Join(inputs), argument);
        }
    }

    /// <summary><c>dictionary.TryGetValue(key, out value)</c> and its like on collections.</summary>
    private bool TryReadOut(CallBinding call, IMethodSymbol method, IOperation target)
    {
        if (call.Instance is null || !method.Name.StartsWith("Try", StringComparison.Ordinal) || Model.MemberShape.ElementType(method.ContainingType) is null)
            return false;
        Assign(target, ReadElement(call.Receiver, call.Operations.Length > 1 && call.Operations[0] is { } key ? KeyOf(key) : null).Join(call.Receiver.TaintsOnly), call.Site);
        return true;
    }
}
