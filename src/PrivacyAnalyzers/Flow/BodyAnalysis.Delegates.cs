using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>Code as a value: lambdas, local functions, method groups, and delegates that come from outside.</summary>
internal sealed partial class BodyAnalysis
{
    private readonly Dictionary<(IOperation Site, AllocationPart Part, IMethodSymbol Code), AbstractObject> _closures = [];
    private readonly Dictionary<IMethodSymbol, BodyAnalysis> _nested = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _solving = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _invoked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _running = new(SymbolEqualityComparer.Default);
    private readonly List<SummaryCall> _inputCalls = [];

    /// <summary>How deep this is in code that members are declared with.</summary>
    private int _initialDepth;

    /// <summary>Variables that lambdas and local functions in this body write, and the numbers of those that leave with them.</summary>
    private readonly HashSet<ISymbol> _writtenInside = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _cells = new(SymbolEqualityComparer.Default);

    private Value ObjectFor(IOperation site, ITypeSymbol? type, Closure closure, AllocationPart part = default)
    {
        // More may be known of the receiver and of what was captured from round to round: both only grow.
        if (!_closures.TryGetValue((site, part, closure.Method), out AbstractObject? @object) || !@object.Closure!.Covers(closure))
        {
            if (@object?.Closure is { } known)
                closure = known.Join(closure);
            _closures[(site, part, closure.Method)] = @object = new AbstractObject(_objectCount++, type, ObjectKind.Opaque) { Closure = closure };
        }

        return Value.Of(@object);
    }

    private Value InvokeDelegate(CallBinding call, IMethodSymbol invoke)
    {
        CheckLogDelegate(call, invoke);
        return InvokeValue(call.Receiver, call, invoke.ReturnType);
    }

    /// <summary>Runs whatever a delegate may be; one that nothing is known of gives back what goes in, as any unknown call does.</summary>
    /// <param name="told">The callee's own name for the delegate: what a member is declared with it has run itself, and its summary holds that.</param>
    private Value InvokeValue(Value @delegate, CallBinding call, ITypeSymbol returnType, InputPath? told = null)
    {
        Value result = Value.Unknown;
        bool any = false;
        foreach (AbstractObject @object in @delegate.Objects)
        {
            if (@object.Closure is { } closure)
            {
                result = result.Join(InvokeClosure(closure, call));
                any = true;
            }
            else if (@object.Input is { } path && path.Into(AccessStep.Invoked) is { } given)
            {
                if (_recording)
                    NoteInputCall(path, call);
                if (returnType.SpecialType != SpecialType.System_Void && IsTold(path))
                    result = result.Join(Input(given, Unwrapped(returnType)));
                result = result.Join(InvokeInitial(path, call, isRun: path.Equals(told)));
                any = true;
            }
        }

        if (any || !StringLike.Is(returnType))
            return result;
        foreach (Value value in call.Values)
            result = result.Join(Flatten(value));
        return result.TaintsOnly;
    }

    private void NoteInputCall(InputPath path, CallBinding call)
    {
        var made = new SummaryCall(path, call.Values.Select(value => ToSummary(value, 0)).ToImmutableArray());
        if (IsTold(path) && !_inputCalls.Exists(made.SameAs))
            _inputCalls.Add(made);
        if (HeldMembers.Holds(path) && made.Arguments.Any(static argument => argument.Taints.Any(static taint => taint.Origin is SourceOrigin)))
            _heldCalls.Add(new HeldCall(made, call.Operations.Select(operation => (operation ?? call.Site).Syntax).ToImmutableArray()));
    }

    /// <summary>
    /// Whoever runs this body runs what it invokes. What code that a member is declared with invokes in turn is run with that code, so that only
    /// delegates that others hand in are left to tell.
    /// </summary>
    private bool IsTold(InputPath path) => _initialDepth == 0 || !HeldMembers.Holds(path);

    private Value InvokeClosure(Closure closure, CallBinding call)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        _invoked.Add(closure.Method);

        // Code that runs itself adds nothing that its first run has not: its summary holds what each run does.
        if (!Spend() || !_running.Add(closure.Method))
            return Value.Unknown;
        try
        {
            return RunClosure(closure, call);
        }
        finally
        {
            _running.Remove(closure.Method);
        }
    }

    private Value RunClosure(Closure closure, CallBinding call)
    {
        if (closure.Body is { } body)
            return ApplySummary(body, call.On(closure.Receiver, closure.Captured), closure.Method.Name);
        if (closure.Lambda is not null || closure.Method.MethodKind == MethodKind.LocalFunction)
            return NestedSummary(closure.Method, closure.Lambda) is { } nested ? ApplySummary(nested, call.On(ReadThis(null), lambda: closure.Lambda?.Syntax), closure.Method.Name) : Value.Unknown;

        // A method group: the delegate's arguments are the method's. One of an extension method has its receiver as the first of them.
        IMethodSymbol target = closure.Method.ReducedFrom ?? closure.Method;
        CallBinding bound = closure.Method.ReducedFrom is null ? call.On(closure.Receiver) : WithFirst(call, closure.Receiver);
        CallFacts facts = _engine.Facts.Of(target);
        CheckSinks(bound, target, facts);
        if (facts.IsSanitizer)
            return Value.Clean;
        return Invoke(bound, target, isVirtual: true) ?? (StringLike.Is(target.ReturnType) ? InputsOf(bound, target) : Value.Unknown);
    }

    /// <summary>
    /// What comes back from the code that a member is declared with, or that a constructor gives it for good. What else its type puts there is not
    /// known before all of that is solved, and what such code hands to sinks is told then.
    /// </summary>
    /// <param name="isRun">The callee has run what the member is declared with.</param>
    private Value InvokeInitial(InputPath path, CallBinding call, bool isRun)
    {
        Value result = Value.Unknown;
        if (HeldMembers.MemberOf(path) is not { } member || path.Steps.Length > 1)
            return result;
        var codes = new List<SummaryClosure>();
        if (!isRun && SourceBodies.HasInitializer(member))
            AddCode(member, member, codes);
        if (member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null })
        {
            foreach (IMethodSymbol constructor in member.ContainingType.Constructors.Where(constructor => constructor.IsStatic == member.IsStatic))
                AddCode(constructor, member, codes);
        }

        _initialDepth++;
        for (int i = 0; i < codes.Count; i++)
        {
            // What the constructor was given is not known here.
            var made = new CallBinding(call.Site, member.IsStatic ? Value.Unknown : ReadThis(null), [], []);
            result = result.Join(InvokeValue(Instantiate(codes[i], made, member.Name, AllocationPart.Whole.In(PartOf.Code, i)), call, _engine.ObjectType));
        }

        _initialDepth--;
        return result;
    }

    private void AddCode(ISymbol body, ISymbol member, List<SummaryClosure> codes)
    {
        if (AskForCode(body) is not { } summary)
            return;

        // Code that nobody can tell may do anything: who runs it is not clean for that.
        IsSpent |= summary.IsSpent;
        foreach (SummaryOut @out in summary.Outs)
        {
            if (SymbolEqualityComparer.Default.Equals(@out.Root.Captured, member))
                codes.AddRange(@out.Value.Closures);
        }

        foreach (SummaryWrite write in summary.Writes)
        {
            if (write.Target is { Root.IsThis: true, Steps.IsEmpty: true } && SymbolEqualityComparer.Default.Equals(write.Step.Member, member))
                codes.AddRange(write.Value.Closures);
        }
    }

    private static CallBinding WithFirst(CallBinding call, Value receiver) =>
        new(call.Site, Value.Unknown, [receiver, .. call.Values], [null, .. call.Operations]) { Code = call.Code };

    /// <summary>Code handed to a call that does not show what it does with it: it may run, with anything.</summary>
    /// <param name="element">What it is run with, where that is known: an element of the collection it is handed to.</param>
    private Value InvokeArguments(CallBinding call, Value? element = null)
    {
        Value result = Value.Unknown;
        for (int i = 0; i < call.Values.Length; i++)
        {
            foreach (AbstractObject @object in call.Values[i].Objects)
            {
                if (@object.Closure is { } closure)
                    result = result.Join(InvokeClosure(closure, CallBinding.FromElsewhere(call.Site, call.Operations[i]?.Syntax, HandedTo(closure, call, element))));
            }
        }

        return result;
    }

    /// <summary>What else goes into the call may come to the code that goes in with it, where the types say so: a state, a key, the task before.</summary>
    private static Value[] HandedTo(Closure closure, CallBinding call, Value? element)
    {
        Value[] inputs = Inputs(closure.Method.Parameters.Length, element ?? Value.Unknown);
        for (int p = 0; p < inputs.Length; p++)
        {
            ITypeSymbol type = closure.Method.Parameters[p].Type;
            for (int i = 0; i < call.Values.Length; i++)
            {
                if (call.Operations[i] is { } operation && !call.Values[i].IsEmpty && Fits(Unconverted(operation).Type, type))
                    inputs[p] = inputs[p].Join(call.Values[i]);
            }

            if (call.Instance is { } instance && Fits(instance.Type, type))
                inputs[p] = inputs[p].Join(call.Receiver);
        }

        return inputs;
    }

    private static bool Fits(ITypeSymbol? given, ITypeSymbol taken) =>
        given is not null && given.TypeKind != TypeKind.Delegate && (SymbolEqualityComparer.Default.Equals(given, taken) || taken.SpecialType == SpecialType.System_Object);

    private static Value[] Inputs(int count, Value each)
    {
        var values = new Value[count];
        for (int i = 0; i < count; i++)
            values[i] = each;
        return values;
    }

    /// <summary>The summary of a lambda or a local function of this body, solved once.</summary>
    private MethodSummary? NestedSummary(IMethodSymbol function, IOperation? lambda) => NestedBody(function, lambda)?.Summary;

    private BodyAnalysis? NestedBody(IMethodSymbol function, IOperation? lambda)
    {
        if (_nested.TryGetValue(function, out BodyAnalysis? known))
            return known;
        ControlFlowGraph? graph = lambda is IFlowAnonymousFunctionOperation anonymous ? FindGraph(anonymous) : FindGraph(function);
        if (graph is null)
            return _parent?.NestedBody(function, lambda);

        // Each body counts its own steps, and one that only runs the next comes to no check by them.
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_solving.Add(function))
            return null;
        var nested = new BodyAnalysis(_engine, _session, graph, function, _focus, _involved, this);
        nested.Run();
        _solving.Remove(function);

        // What cannot be vouched for in a lambda cannot be vouched for around it.
        if (nested.IsOutOfStack)
            throw new InsufficientExecutionStackException();
        IsSpent |= nested.IsSpent;
        if (nested._unvouched is { } unvouched)
            Unvouch(unvouched);
        _nested[function] = nested;
        _writtenInside.UnionWith(nested._writtenOutside);
        _writtenInside.UnionWith(nested._writtenInside);
        return nested;
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

    /// <summary>Code that nobody here runs may run all the same; what it does by itself counts.</summary>
    private void AnalyzeUninvokedFunctions()
    {
        foreach (AbstractObject closure in _closures.Values.ToArray())
        {
            if (closure.Closure is { Lambda: { } lambda } code)
                NestedSummary(code.Method, lambda);
        }

        foreach (IMethodSymbol function in _graph.LocalFunctions)
            NestedSummary(function, null);

        // A lambda that leaves the method takes along what it has captured.
        _state = _exit ?? new FlowState();
        foreach (AbstractObject closure in _closures.Values.ToArray())
        {
            if (closure.Closure is { Lambda: { } lambda } code && !_invoked.Contains(code.Method) && NestedSummary(code.Method, lambda) is { } nested)
                ReportCaptured(nested, lambda);
        }
    }

    private void ReportCaptured(MethodSummary nested, IOperation lambda)
    {
        foreach (SummarySink sink in nested.Sinks)
        {
            if (((InputOrigin)sink.Input.Origin).Path.Root.Captured is not { IsStatic: false })
                continue;
            var call = new CallBinding(lambda, Value.Unknown, [], []) { Code = lambda.Syntax };
            var taints = new List<Taint>();
            Substitute(sink.Input, call, sink.SinkName, taints);
            foreach (Taint taint in taints)
            {
                if (taint.Origin is SourceOrigin)
                    Report(taint, Within(lambda.Syntax, sink.Node), new SinkPlace(sink.Kind, sink.SinkName, sink.Sink, sink.Declared));
            }
        }
    }

    /// <summary>A lambda, a local function or a method group in terms that hold outside of this body.</summary>
    private SummaryClosure ToSummary(Closure closure, int depth)
    {
        MethodSummary? body = closure.Body;
        var captured = ImmutableArray.CreateBuilder<(ISymbol, SummaryValue)>(0);
        SummaryValue receiver = ToSummary(closure.Receiver, depth + 1);
        if (body is null && NestedBody(closure.Method, closure.Lambda) is { } nested)
        {
            body = nested.Summary;
            receiver = ToSummary(ReadThis(null), depth + 1);
            foreach (ISymbol variable in nested.CapturedVariables())
            {
                SummaryValue held = ToSummary(ReadSlot(variable, Model.MemberShape.TypeOf(variable)), depth + 1);
                captured.Add((variable, _writtenInside.Contains(variable) && IsOne(variable) ? CellFor(variable, held) : held));
            }
        }

        foreach (KeyValuePair<ISymbol, Value> variable in closure.Captured ?? ImmutableDictionary<ISymbol, Value>.Empty)
            captured.Add((variable.Key, ToSummary(variable.Value, CellOf(variable.Value) is null ? depth + 1 : depth)));
        return new SummaryClosure(closure.Method, body, receiver, captured.ToImmutable());
    }

    /// <summary>Of a variable that a loop declares there is one for each round.</summary>
    private bool IsOne(ISymbol variable)
    {
        if (_isStraight)
            return true;
        for (SyntaxNode? node = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_session.Cancellation); node is not null && node != _graph.OriginalOperation.Syntax; node = node.Parent)
        {
            if (node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax)
                return false;
        }

        // A jump back may pass any declaration.
        return !_graph.OriginalOperation.Descendants().Any(static operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo });
    }

    /// <summary>A variable that a lambda writes: all lambdas that have captured it share it.</summary>
    private SummaryValue CellFor(ISymbol variable, SummaryValue held)
    {
        if (!_cells.TryGetValue(variable, out int number))
            _cells.Add(variable, number = _objectCount++);
        return SummaryValue.Unknown with { Parts = ImmutableArray.Create((AccessStep.Variable, held)), HasObject = true, Identity = number };
    }

    private AbstractObject? CellOf(Value captured) =>
        captured.Objects is [var cell] && _state.PartsOf(cell).TryGet(AccessStep.Variable, out _) ? cell : null;

    /// <summary>What a captured variable holds now; of one that nobody writes, what it held when it was captured.</summary>
    private Value Captured(Value captured) => CellOf(captured) is { } cell ? ReadPart(cell, AccessStep.Variable) : captured;

    /// <summary>The variables of enclosing bodies that this one reads or writes.</summary>
    private List<ISymbol> CapturedVariables()
    {
        var variables = new List<ISymbol>();
        foreach (InputPath path in _inputValues.Keys)
        {
            if (path.Root.Captured is { IsStatic: false } variable && !variables.Contains(variable, SymbolEqualityComparer.Default))
                variables.Add(variable);
        }

        foreach (ISymbol written in _writtenOutside)
        {
            if (RootOf(written) is { Captured: { IsStatic: false } } && !variables.Contains(written, SymbolEqualityComparer.Default))
                variables.Add(written);
        }

        return variables;
    }

    private Value Instantiate(SummaryClosure closure, CallBinding call, string name, AllocationPart part)
    {
        var captured = new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default);
        for (int i = 0; i < closure.Captured.Length; i++)
        {
            // Code that is made by code with a cell for the variable shares that.
            (ISymbol variable, SummaryValue value) = closure.Captured[i];
            captured[variable] = call.Captured is not null && call.Captured.TryGetValue(variable, out Value? known) && CellOf(known) is not null
                ? known
                : Instantiate(value, call, name, part.In(PartOf.Captured, i));
        }

        Value receiver = Instantiate(closure.Receiver, call, name, part.In(PartOf.Receiver, 0));
        return ObjectFor(call.Site, null, new Closure(closure.Method, null, receiver) { Body = closure.Body, Captured = captured }, part);
    }
}
