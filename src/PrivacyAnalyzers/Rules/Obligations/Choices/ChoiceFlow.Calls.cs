using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <content>Calls: helpers that answer, sequences that are filtered, lambdas, local functions.</content>
internal sealed partial class ChoiceFlow
{
    private ChoiceValue Invoke(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        ChoiceValue? instance = call.Instance is null ? null : Evaluate(call.Instance);
        if (call.Instance?.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return instance!;

        if (method.Name == "<Clone>$" && instance is not null)
            return instance;
        if (Sequences.SetsMember(method))
            return SetMember(call, instance ?? ChoiceValue.Unknown);

        // Lambdas come last: what they are given depends on the sequence that they are run over.
        var values = new Dictionary<IArgumentOperation, ChoiceValue>();
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (LambdaOf(argument.Value) is null)
                values.Add(argument, Evaluate(argument.Value));
        }

        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalFunction(method, call.Arguments, argument => values.TryGetValue(argument, out ChoiceValue? value) ? value : ChoiceValue.Unknown);
        if (_isFinal && _body.CallMet is { } met)
            met(call, this, ordinal => values.FirstOrDefault(pair => pair.Key.Parameter?.Ordinal == ordinal).Value ?? ChoiceValue.Unknown, instance);

        bool isLibrary = IsLibrary(method);
        if (!isLibrary || (call.Type?.SpecialType == SpecialType.System_Void))
        {
            foreach (ChoiceValue value in values.Values)
                Use(value);
        }

        ChoiceValue result = isLibrary ? Library(call, method, instance, values) : Own(call, method, instance, values);
        if (!isLibrary || IsAnswer(call.Type))
            return result;
        ImmutableHashSet<PendingRead> pending = values.Values.Concat(instance is null ? Enumerable.Empty<ChoiceValue>() : new[] { instance })
            .Aggregate(result.Pending, (all, value) => all.Union(value.Pending));
        return result with { Pending = pending };
    }

    /// <summary>A call into the framework or EF Core: what it does to sequences is known by its name.</summary>
    private ChoiceValue Library(IInvocationOperation call, IMethodSymbol method, ChoiceValue? instance, Dictionary<IArgumentOperation, ChoiceValue> values)
    {
        ITypeSymbol? element = Sequences.ElementOf(call.Instance?.Type) ?? call.Arguments.Select(argument => Sequences.ElementOf(argument.Value.Type)).FirstOrDefault(type => type is not null);
        ChoiceValue? source = instance ?? call.Arguments.Where(values.ContainsKey).Select(argument => values[argument]).FirstOrDefault();
        FactSet elements = source?.Elements ?? FactSet.None;
        ChoiceValue? selected = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (LambdaOf(argument.Value) is not { } lambda)
                continue;
            bool isFilter = Sequences.IsFilter(method.Name) && lambda.Symbol.ReturnType.SpecialType == SpecialType.System_Boolean;
            bool isUse = lambda.Symbol.ReturnType.SpecialType != SpecialType.System_Boolean && !Sequences.OnlyAsks(method.Name);
            ChoiceValue? answer = Lambda(lambda, elements, element, isUse, Sequences.Updates(method.Name));
            if (isFilter && answer is not null && lambda.Symbol.Parameters.Length > 0)
                elements = elements.And(answer.WhenTrue.IsImpossible ? FactSet.None : answer.WhenTrue.Rebase(AccessPath.Of(lambda.Symbol.Parameters[0], null), AccessPath.Self));
            else if (method.Name is "Select" or "SelectMany")
                selected = Selected(answer, lambda);
        }

        if (Sequences.Adds(method.Name) && source?.Alias is { Steps.IsEmpty: true } list && _state.Values.TryGetValue(list.Root, out ChoiceValue? held))
        {
            foreach (ChoiceValue added in values.Values)
                held = held with { Elements = held.Elements.Or(method.Name == "AddRange" ? added.Elements : AboutSelf(added)) };
            _state = _state.SetValue(list.Root, held);
            return ChoiceValue.Unknown;
        }

        if (IsAnswer(call.Type))
            return call.IsImplicit ? ChoiceValue.Unknown : AskedIn(call, ChoiceValue.Unknown);
        if (Sequences.IsPicker(method.Name))
            return new ChoiceValue { Self = elements.IsImpossible ? FactSet.None : elements };
        if (selected is not null)
            return selected;
        ITypeSymbol? result = Sequences.ElementOf(call.Type);
        bool isPassedOn = Sequences.Enumerates(method.Name) || (result is not null && element is not null && SymbolEqualityComparer.Default.Equals(result, element));
        ChoiceValue passed = isPassedOn ? new ChoiceValue { Elements = elements } : ChoiceValue.Unknown;

        // ConfigureAwait, AsTask and their like hand on what they are called on.
        return !isPassedOn && source is not null && method.Name is "ConfigureAwait" or "AsTask" ? source! : passed;
    }

    /// <summary>What is known of each element that a selection gives.</summary>
    private static ChoiceValue Selected(ChoiceValue? answer, IFlowAnonymousFunctionOperation lambda)
    {
        if (answer?.Alias is not { } alias || lambda.Symbol.Parameters.Length == 0 || !AccessPath.IsSame(alias.Root, lambda.Symbol.Parameters[0]))
            return answer is null ? ChoiceValue.Unknown : new ChoiceValue { Elements = answer.Self };
        FactSet held = answer.WhenNotNull.IsImpossible ? FactSet.None : answer.WhenNotNull.Rebase(alias, AccessPath.Self);
        return new ChoiceValue { Elements = held.And(answer.Self.IsImpossible ? FactSet.None : answer.Self) };
    }

    /// <summary>A question put to a database or a library about the recorded choice: its answer cannot be read off the code.</summary>
    private ChoiceValue AskedIn(IOperation call, ChoiceValue value) =>
        _body.Session.ChoicesIn(call.Syntax).Aggregate(value, (all, choice) => all.Asking(new Fact(null, Truth.Asked, choice)));

    /// <summary>A call into code that is neither the framework's nor EF Core's: read where it can be, and held to ask where it cannot.</summary>
    private ChoiceValue Own(IInvocationOperation call, IMethodSymbol method, ChoiceValue? instance, Dictionary<IArgumentOperation, ChoiceValue> values)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (LambdaOf(argument.Value) is { } lambda)
                Lambda(lambda, FactSet.None, null, returnsAreUses: true);
        }

        ImmutableArray<(IParameterSymbol?, ChoiceValue)> arguments = values.Select(pair => (pair.Key.Parameter, pair.Value)).ToImmutableArray();
        return Summary(method, instance ?? ChoiceValue.Unknown, arguments, IsAnswer(call.Type));
    }

    private ChoiceValue Summary(IMethodSymbol method, ChoiceValue instance, ImmutableArray<(IParameterSymbol? Parameter, ChoiceValue Value)> arguments, bool isAnswer = false)
    {
        ImmutableArray<IMethodSymbol> targets = _body.Session.BodiesOf(method, Cancellation);
        ChoiceValue? joined = null;
        FactSet onReturn = FactSet.Impossible;
        foreach (IMethodSymbol target in targets)
        {
            ChoiceSummary summary = _body.Session.SummaryOf(target, _body.Open, Cancellation);
            AccessPath? Map(AccessPath path)
            {
                if (path.Root == AccessPath.This)
                    return instance.Alias is { } self ? path.Rebase(AccessPath.Of(AccessPath.This, null), self) : null;
                if (path.Root == AccessPath.Self.Root)
                    return path;
                if (path.Root is IParameterSymbol { ContainingSymbol: INamedTypeSymbol block } receiver && SymbolEqualityComparer.Default.Equals(block, target.ContainingType))
                    return instance.Alias is { } extended ? path.Rebase(AccessPath.Of(receiver, null), extended) : null;
                if (path.Root is not IParameterSymbol parameter || !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, target))
                    return null;
                ChoiceValue? given = arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Value;
                return given?.Alias is { } alias ? path.Rebase(AccessPath.Of(parameter, null), alias) : null;
            }

            ChoiceValue value = summary.Returned.MapFacts(facts => facts.Map(Map));
            value = value with { Alias = value.Alias is { } named ? Map(named) : null };
            FactSet facts = summary.OnReturn.Map(Map);
            foreach (Choice choice in summary.Mentioned)
            {
                if (!summary.Tells(choice, _body.Session))
                    Ask(choice, ref value, ref facts);
            }

            joined = joined is null ? value : joined.Join(value);
            onReturn = onReturn.Or(facts);
        }

        if (joined is null)
        {
            // Nobody can see what it asks: an answer about this object may be the choice.
            ChoiceValue unknown = ChoiceValue.Unknown;
            FactSet none = FactSet.None;
            if (isAnswer)
                Ask(default, ref unknown, ref none);
            return unknown;
        }

        if (!onReturn.IsImpossible)
            _state = _state.With(onReturn);
        return joined;

        void Ask(Choice choice, ref ChoiceValue value, ref FactSet facts)
        {
            AccessPath?[] about = arguments.Select(argument => argument.Value).Concat(new[] { instance }).Select(each => each.Alias).Where(alias => alias is not null).ToArray();
            foreach (AccessPath? path in about.Length > 0 ? about : new AccessPath?[] { null })
            {
                var fact = new Fact(path, Truth.Asked, choice);
                value = value.Asking(fact);
                if (!isAnswer)
                    facts = facts.And(fact);
            }

            var self = new Fact(AccessPath.Self, Truth.Asked, choice);
            if (choice.Name is not null)
                value = value with { Elements = value.Elements.And(self), Self = value.Self.And(self) };
        }
    }

    private static IFlowAnonymousFunctionOperation? LambdaOf(IOperation operation) => operation switch
    {
        IFlowAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => LambdaOf(creation.Target),
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        _ => null,
    };

    /// <summary>A lambda's body, where it is written: what holds there holds inside.</summary>
    /// <param name="elements">What is known of each element that it is run for.</param>
    /// <param name="isUpdate">Whether it describes what is written into each element.</param>
    private ChoiceValue? Lambda(IFlowAnonymousFunctionOperation lambda, FactSet elements, ITypeSymbol? element, bool returnsAreUses, bool isUpdate = false)
    {
        ChoiceState entry = _state;
        foreach (IParameterSymbol parameter in lambda.Symbol.Parameters)
        {
            bool isElement = element is not null && SymbolEqualityComparer.Default.Equals(parameter.Type, element);
            entry = entry.Assign(parameter, parameter.Type, new ChoiceValue { Self = isElement ? elements : FactSet.None, Elements = isUpdate ? elements : FactSet.None });
        }

        return Inside(Graph.GetAnonymousFunctionControlFlowGraph(lambda, Cancellation), returnsAreUses, entry)?.Returned;
    }

    /// <summary>A local function's body, with what holds where it is called.</summary>
    private ChoiceValue LocalFunction(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Func<IArgumentOperation, ChoiceValue> valueOf)
    {
        for (ChoiceFlow? flow = this; flow is not null; flow = flow._parent)
        {
            IMethodSymbol? declared = flow.Graph.LocalFunctions.FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function, method.OriginalDefinition));
            if (declared is null)
                continue;
            ChoiceState entry = _state;
            foreach (IArgumentOperation argument in arguments)
            {
                if (argument.Parameter is { } parameter)
                    entry = entry.Assign(parameter.OriginalDefinition, parameter.Type, valueOf(argument));
            }

            ControlFlowGraph graph = flow.Graph.GetLocalFunctionControlFlowGraph(declared, Cancellation);
            if (Inside(graph, true, entry) is not { } inner)
                return ChoiceValue.Unknown;
            if (!inner.OnReturn.IsImpossible)
                _state = _state.With(inner.OnReturn.Where(fact => fact.Path?.Root is not ILocalSymbol || _state.Values.ContainsKey(fact.Path.Root)));
            return inner.Returned ?? ChoiceValue.Unknown;
        }

        return ChoiceValue.Unknown;
    }

    private static bool IsAnswer(ITypeSymbol? type) => IsBoolean(type) || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && IsBoolean(result)) || type is { SpecialType: SpecialType.System_Int32 };

    private static bool IsLibrary(IMethodSymbol method) =>
        MetadataNames.IsOfPlatform(method) && method.DeclaringSyntaxReferences.IsEmpty && method.MethodKind != MethodKind.DelegateInvoke;
}
