using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>The few shapes of library calls that a list of ids cannot say: builders, collections, sequences, tasks, serializers.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>The call's result where it has one of these shapes; <see langword="null"/> otherwise.</summary>
    private Value? Library(CallBinding call, IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (type is null)
            return null;
        if (method.Name == "ToString" && !method.IsStatic && call.Instance is { } instance)
            return Named(Render(call.Receiver, instance.Type, RenderMode.ToText), call.Site.Syntax, "ToString").TaintsOnly;
        if (StringLike.IsStringBuilder(type))
            return Builder(call, method);
        if (IsSerializer(method))
            return Serialize(call, method);
        if (type.SpecialType == SpecialType.System_String && method.Name is "Format" or "Concat" or "Join")
            return Compose(call, method);
        if (method.Name is "GetEnumerator" or "GetAsyncEnumerator" or "AsEnumerable" or "AsQueryable" or "ConfigureAwait" or "GetAwaiter" or "GetResult" or "GetValueOrDefault" or "FromResult" or "AsTask" or "WithCancellation" or "AsNoTracking")
            return call.Instance is null && call.Values.Length > 0 ? call.Values[0] : call.Receiver;
        if (type.Name == "Array" && method.Name is "ConvertAll" or "ForEach" or "Find" or "FindAll" or "FindLast" or "Exists" or "TrueForAll")
            return Sequence(call, method);
        if (IsSequenceOperator(type))
            return Sequence(call, method);
        if (call.Instance is not null && !method.IsStatic && MemberShape.ElementType(type) is not null && method.DeclaringSyntaxReferences.Length == 0)
            return Collection(call, method);
        if (type.Name is "Task" or "ValueTask" or "TaskFactory" && method.Name is "Run" or "StartNew" or "WhenAll" or "WhenAny")
            return RunTask(call);
        if (type.Name == "Lazy" && method.MethodKind == MethodKind.Constructor)
            return RunTask(call);
        return null;
    }

    private Value Builder(CallBinding call, IMethodSymbol method)
    {
        if (call.Instance is null)
            return Value.Unknown;
        if (method.Name is "Clear")
        {
            WritePart(call.Receiver, AccessStep.Content, Value.Clean);
            return call.Receiver;
        }

        Value added = Value.Unknown;
        for (int i = 0; i < call.Values.Length; i++)
            added = added.Join(call.Operations[i] is { } operation ? RenderArgument(operation, call.Values[i], RenderMode.ToText) : Flatten(call.Values[i]));
        if (added.Taints.Length > 0)
            WritePart(call.Receiver, AccessStep.Content, added.TaintsOnly, add: true);
        return method.ReturnsVoid || !StringLike.IsStringBuilder(method.ReturnType) ? (StringLike.Is(method.ReturnType) ? Flatten(call.Receiver).TaintsOnly : Value.Unknown) : call.Receiver;
    }

    private Value Compose(CallBinding call, IMethodSymbol method)
    {
        Value result = Value.Unknown;
        for (int i = 0; i < call.Values.Length; i++)
            result = result.Join(call.Operations[i] is { } operation ? RenderArgument(operation, call.Values[i], RenderMode.Structured) : Value.Unknown);
        return Named(result, call.Site.Syntax, "string." + method.Name).TaintsOnly;
    }

    private static bool IsSerializer(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "JsonSerializer" => method.Name.StartsWith("Serialize", StringComparison.Ordinal) && MetadataNames.IsIn(method.ContainingType, "System", "Text", "Json"),
        "JsonConvert" => method.Name.StartsWith("Serialize", StringComparison.Ordinal),
        _ => false,
    };

    private Value Serialize(CallBinding call, IMethodSymbol method)
    {
        int ordinal = 0;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Name == "value")
                ordinal = parameter.Ordinal;
        }

        if (ordinal >= call.Values.Length || call.Operations[ordinal] is not { } operation)
            return Value.Unknown;
        return Named(RenderArgument(operation, call.Values[ordinal], RenderMode.Serialized), call.Site.Syntax, method.Name).TaintsOnly;
    }

    private static bool IsSequenceOperator(INamedTypeSymbol type) =>
        type.Name is "Enumerable" or "Queryable" or "AsyncEnumerable" or "ParallelEnumerable" or "EntityFrameworkQueryableExtensions" or "ImmutableArrayExtensions" or "MemoryExtensions" &&
        type.ContainingNamespace?.ToDisplayString() is "System.Linq" or "Microsoft.EntityFrameworkCore" or "System";

    /// <summary>LINQ and its like: lambdas see the elements; the result holds elements, or what the lambdas made of them.</summary>
    private Value Sequence(CallBinding call, IMethodSymbol method)
    {
        Value elements = Value.Unknown;
        Value own = Value.Unknown;
        foreach (Value value in call.Values)
        {
            if (value.Objects.Length > 0 && value.Objects[0].Closure is not null)
                continue;
            elements = elements.Join(ElementsOf(value)).Join(value.TaintsOnly);
            own = own.Join(value.TaintsOnly);
        }

        Value made = Value.Unknown;
        bool hasCode = false;
        for (int i = 0; i < call.Values.Length; i++)
        {
            foreach (AbstractObject @object in call.Values[i].Objects)
            {
                if (@object.Closure is not { } closure)
                    continue;
                Value[] inputs = Inputs(closure.Method.Parameters.Length, elements);
                made = made.Join(InvokeClosure(closure, CallBinding.FromElsewhere(call.Site, call.Operations[i]?.Syntax, inputs)));
                hasCode = true;
            }
        }

        Value content = method.Name switch
        {
            "Select" or "SelectMany" or "ConvertAll" or "Zip" or "Aggregate" or "Join" or "GroupJoin" when hasCode =>
                method.Name == "SelectMany" ? ElementsOf(made).Join(made) : made,
            "ToDictionary" or "ToDictionaryAsync" or "ToLookup" or "GroupBy" or "Max" or "Min" or "MaxAsync" or "MinAsync" when hasCode => elements.Join(made),
            _ => elements,
        };

        ITypeSymbol resultType = Unwrapped(method.ReturnType);
        if (MemberShape.ElementType(resultType) is not null)
        {
            AbstractObject list = AllocateAt(call.Site, resultType);
            Write(list, AccessStep.Element, content);
            return Value.Of(list);
        }

        // Counts and tests say nothing of a person.
        return method.Name is "Any" or "All" or "Count" or "LongCount" or "Contains" or "SequenceEqual" or "Sum" or "Average" or "AnyAsync" or "AllAsync" or "CountAsync" or "LongCountAsync" or "ContainsAsync" or "SumAsync" or "AverageAsync"
            ? Value.Unknown
            : content;
    }

    private Value Collection(CallBinding call, IMethodSymbol method)
    {
        InvokeArguments(call, ElementsOf(call.Receiver));
        switch (method.Name)
        {
            case "Clear":
                foreach (AbstractObject @object in call.Receiver.Objects)
                    _state.SetParts(@object, _state.PartsOf(@object).Remove(step => step.IsElement).Set(AccessStep.Element, Value.Clean));
                return Value.Unknown;
            case "Contains" or "ContainsKey" or "Remove" or "IndexOf" or "RemoveAt":
                return Value.Unknown;
        }

        if (IsAdding(method.Name))
        {
            Value added = Value.Unknown;
            AccessStep? key = call.Values.Length == 2 && call.Operations[0] is { } first ? KeyOf(first) : null;
            for (int i = call.Values.Length == 2 ? 1 : 0; i < call.Values.Length; i++)
                added = added.Join(method.Name.EndsWith("Range", StringComparison.Ordinal) ? ElementsOf(call.Values[i]).Join(call.Values[i].TaintsOnly) : call.Values[i]);

            // A dictionary's key is as much in it as the value is.
            if (call.Values.Length == 2 && key is null && method.Name is not "Insert")
                added = added.Join(call.Values[0].TaintsOnly);
            WriteElement(call.Receiver, key, added);
            return method.ReturnsVoid ? Value.Unknown : SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) ? call.Receiver : Value.Unknown;
        }

        Value elements = ElementsOf(call.Receiver);
        if (MemberShape.ElementType(method.ReturnType) is not null)
        {
            AbstractObject list = AllocateAt(call.Site, method.ReturnType);
            Write(list, AccessStep.Element, elements);
            return Value.Of(list).Join(call.Receiver.TaintsOnly);
        }

        return method.ReturnsVoid || method.ReturnType.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 ? Value.Unknown : elements;
    }

    private static bool IsAdding(string name) =>
        name is "Add" or "AddRange" or "Insert" or "InsertRange" or "Push" or "PushRange" or "Enqueue" or "EnqueueRange" or "TryAdd" or "AddFirst" or "AddLast" or "Append" or "SetItem" or "AddOrUpdate";

    private Value RunTask(CallBinding call)
    {
        Value result = Value.Unknown;
        for (int i = 0; i < call.Values.Length; i++)
        {
            foreach (AbstractObject @object in call.Values[i].Objects)
            {
                if (@object.Closure is { } closure)
                    result = result.Join(InvokeClosure(closure, CallBinding.FromElsewhere(call.Site, call.Operations[i]?.Syntax, Inputs(closure.Method.Parameters.Length, Value.Unknown))));
                else
                    result = result.Join(call.Values[i]);
            }
        }

        return result;
    }
}
