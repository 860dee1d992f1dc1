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
        if (method.Name is "<Clone>$" or "MemberwiseClone" && method.Parameters.IsEmpty)
            return CopyOf(call.Site, call.Receiver.Objects.FirstOrDefault()?.Type ?? call.Instance?.Type, call.Receiver);
        if (method.Name == "ToString" && !method.IsStatic && call.Instance is { } instance && (method.Parameters.IsEmpty ? TypeShapes.IsEverybodys(method) : !_engine.IsHere(method)))
            return instance.Type is { } shown && StringLike.IsUnfinished(shown) ? Value.Unknown : Named(Render(call.Receiver, instance.Type, RenderMode.ToText), call.Site.Syntax, "ToString").TaintsOnly;
        if (StringLike.IsStringBuilder(type) || (call.Instance is not null && call.Receiver.Objects.Length > 0 && Array.TrueForAll(call.Receiver.Objects, @object => StringLike.IsStringBuilder(@object.Type))))
            return Builder(call, method);
        if (method.Name is "Create" && type.Name is "Tuple" or "ValueTuple" or "KeyValuePair" && method.ReturnType is INamedTypeSymbol packed && Pack(call, packed) is { } pack)
            return pack;
        if (FillBuffers(call, method) || (!_engine.IsHere(method) && OverwritesBuffer(call, method)))
            return Value.Unknown;
        if (Serializers.Writes(method))
            return Serialize(call, method);
        if (type.SpecialType == SpecialType.System_String && method.Name is "Format" or "Concat" or "Join")
            return Compose(call, method);
        if (!_engine.IsHere(method) && method.Name is "GetEnumerator" or "GetAsyncEnumerator" or "AsEnumerable" or "AsQueryable" or "ConfigureAwait" or "GetAwaiter" or "GetResult" or "GetValueOrDefault" or "FromResult" or "AsTask" or "WithCancellation" or "AsNoTracking")
            return call.Instance is null && call.Values.Length > 0 ? call.Values[0] : call.Receiver;
        if (type.Name == "Array" && method.Name is "ConvertAll" or "ForEach" or "Find" or "FindAll" or "FindLast" or "Exists" or "TrueForAll")
            return Sequence(call, method);
        if (type.Name is "MemoryExtensions" or "CollectionsMarshal" && method.Name is "AsSpan" or "AsMemory" && call.Values.Length == 1)
            return call.Values[0];
        if (IsSlot(method))
            return ReadElement(call.Values[0], call.Operations[1] is { } slot ? KeyOf(slot) : null).Join(call.Values[0].TaintsOnly);
        if (method.IsStatic && type.Name is "Array" or "ArrayList" or "CollectionExtensions" && method.Name is "AsReadOnly" or "Adapter" or "ReadOnly" or "FixedSize" or "Synchronized" && !_engine.IsHere(method))
            return call.Values[0];
        if (IsOnStream(call) && !_engine.IsHere(method))
            return Stream(call, method);
        if (type.SpecialType == SpecialType.System_Delegate && method.Name == "DynamicInvoke")
            return InvokeDynamically(call, method);
        if (IsSequenceOperator(type))
            return Sequence(call, method);
        if (call.Instance is not null && !method.IsStatic && IsContainer(type) && !_engine.IsHere(method))
            return Collection(call, method);
        if (type.Name is "Task" or "ValueTask" or "TaskFactory" && method.Name is "Run" or "StartNew" or "WhenAll" or "WhenAny")
            return RunTask(call);
        if (type.Name == "LazyInitializer" && method.Name == "EnsureInitialized" && !_engine.IsHere(method) && call.Operations[0] is { } target)
            return Assign(target, call.Values[0].Join(RunTask(call)), call.Site);
        if (type.Name == "TextWriter" && call.Instance is not null && IsWriting(method.Name) && !_engine.IsHere(method))
        {
            // A writer of the program's own may be behind it.
            Invoke(call, method, isVirtual: true);
            return Builder(call, method);
        }

        return null;
    }

    private Value Builder(CallBinding call, IMethodSymbol method)
    {
        if (call.Instance is null)
            return Value.Unknown;
        if (method.Name is "CopyTo")
        {
            Fill(call, "destination", call.Receiver);
            return Value.Unknown;
        }

        if (method.Name is "GetChunks")
            return ListOf(call.Site, Flatten(call.Receiver).TaintsOnly);
        if (method.Name is "Clear" || (method.Name is "Remove" && RemovesAll(call)))
        {
            WritePart(call.Receiver, AccessStep.Content, Value.Clean);
            return call.Receiver;
        }

        Value added = Value.Unknown;
        for (int i = 0; i < call.Values.Length; i++)
            added = added.Join(call.Operations[i] is { } operation ? RenderArgument(operation, call.Values[i], method.Name is "AppendJoin" or "AppendFormat" ? RenderMode.Structured : RenderMode.ToText) : Flatten(call.Values[i]));
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

    private Value Serialize(CallBinding call, IMethodSymbol method)
    {
        int ordinal = 0;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Name is "value" or "o" or "graph")
                ordinal = parameter.Ordinal;
        }

        if (ordinal >= call.Values.Length || call.Operations[ordinal] is not { } operation)
            return Value.Unknown;
        RenderMode mode = Serializers.ModeOf(method);
        Value text = Named(RenderArgument(operation, call.Values[ordinal], mode), call.Site.Syntax, method.Name).TaintsOnly;
        if (method.Name == "FromObject")
            return TreeOf(call, method, operation, call.Values[ordinal], text);
        for (int i = 0; i < call.Values.Length && text.Taints.Length > 0; i++)
        {
            if (i != ordinal)
                WritePart(Builders(call.Values[i]), AccessStep.Content, text, add: true);
        }

        return text;
    }

    /// <summary>An object as a tree: each member by its name, and any of them where the name is written in another way.</summary>
    private Value TreeOf(CallBinding call, IMethodSymbol method, IOperation operation, Value value, Value text)
    {
        AbstractObject tree = AllocateAt(call.Site, method.ReturnType);
        Write(tree, AccessStep.Element, text);
        if (Unconverted(operation).Type is { } type && !TypeShapes.IsScalar(type) && MemberShape.ElementType(type) is null && value.Objects.Length <= 1)
        {
            ObjectState parts = value.Objects.Length == 1 ? _state.PartsOf(value.Objects[0]) : ObjectState.Empty;
            foreach (VisiblePart part in _engine.Shapes.PartsOf(type, RenderMode.SerializedByNewtonsoft))
            {
                List<Taint> found = _session.TaintLists.Take();
                RenderPart(part, AccessStep.Of(part.Member), type.Name + "." + part.Member.Name, parts, RenderMode.SerializedByNewtonsoft, found, 0);
                Value shown = Value.OfTaints(found).Join(value.TaintsOnly);

                // What a caller has put there is not known here.
                if (value.Objects is [{ Kind: ObjectKind.Input } given])
                    shown = shown.Join(ReadPart(given, AccessStep.Of(part.Member)).TaintsOnly);
                Write(tree, AccessStep.ForKey(part.Member.Name), Named(shown, call.Site.Syntax, method.Name));
                _session.TaintLists.GiveBack(found);
            }
        }

        return Value.Of(tree);
    }

    private static Value Builders(Value value) => value.WithoutTaints().WithObjects(Array.FindAll(value.Objects, @object => StringLike.IsStringBuilder(@object.Type) || Streams.Is(@object.Type)));

    /// <summary>Calls that copy what they are given into a buffer.</summary>
    private bool FillBuffers(CallBinding call, IMethodSymbol method)
    {
        if (method.Name is "CopyTo" or "TryCopyTo" && method.ContainingType.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "String" or "MemoryExtensions")
        {
            Value from = call.Instance is null ? call.Values[0] : call.Receiver;
            Fill(call, "destination", from);
            return true;
        }

        if (method.Name is "Copy" or "ConstrainedCopy" && method.ContainingType.Name == "Array")
        {
            Fill(call, "destinationArray", call.Values[0]);
            return true;
        }

        if (method is { Name: "BlockCopy", ContainingType.Name: "Buffer" })
        {
            Fill(call, "dst", call.Values[0]);
            return true;
        }

        // Encoders that write into a buffer give back how much they wrote.
        if (method.ContainingType.Name is "Encoding" or "UTF8Encoding" or "ASCIIEncoding" or "UnicodeEncoding" or "Convert" or "Base64" && method.ReturnType.SpecialType is SpecialType.System_Int32 or SpecialType.System_Boolean)
        {
            Fill(call, "bytes", method.Name.Contains("Bytes") ? call.Values[0] : Value.Unknown);
            Fill(call, "chars", method.Name.Contains("Chars") ? call.Values[0] : Value.Unknown);
            return true;
        }

        return false;
    }

    private static bool IsSequenceOperator(INamedTypeSymbol type) =>
        type.Name is "Enumerable" or "Queryable" or "AsyncEnumerable" or "ParallelEnumerable" or "EntityFrameworkQueryableExtensions" or "ImmutableArrayExtensions" or "MemoryExtensions" or "Parallel"
            or "ImmutableList" or "ImmutableArray" or "ImmutableDictionary" or "ImmutableHashSet" or "ImmutableQueue" or "ImmutableStack" or "ImmutableSortedSet" or "ImmutableSortedDictionary" or "FrozenSet" or "FrozenDictionary" &&
        !type.IsGenericType &&
        type.ContainingNamespace?.ToDisplayString() is "System.Linq" or "Microsoft.EntityFrameworkCore" or "System" or "System.Threading.Tasks" or "System.Collections.Immutable" or "System.Collections.Frozen";

    /// <summary>LINQ and its like: lambdas see the elements; the result holds elements, or what the lambdas made of them.</summary>
    private Value Sequence(CallBinding call, IMethodSymbol method)
    {
        Value elements = Value.Unknown;
        SourceOrigin? chosenClaim = null;
        for (int i = 0; i < call.Values.Length; i++)
        {
            Value value = call.Values[i];
            if (IsCode(call, i))
                continue;
            ITypeSymbol? elementType = call.Operations[i] is { } operation && Unconverted(operation).Type is { } sequence ? MemberShape.ElementType(sequence) : null;
            if (elementType is null && method.Name is "Cast" or "OfType")
                elementType = method.TypeArguments.FirstOrDefault();
            elements = elements.Join(PairOf(call.Site, elementType, value) ?? ElementsOf(value).Join(value.TaintsOnly));
            chosenClaim ??= ChosenBy(call, elementType);
        }

        Value made = Value.Unknown;
        Value keys = Value.Unknown;
        Value? chosen = null;
        bool hasCode = false;
        for (int i = 0; i < call.Values.Length; i++)
        {
            if (!IsCode(call, i))
                continue;
            hasCode = true;
            Value given = Value.Unknown;
            foreach (AbstractObject @object in call.Values[i].Objects)
            {
                int inputs = @object.Closure?.Method.Parameters.Length ?? DelegateOf(method.Parameters[i].Type)?.Parameters.Length ?? 0;
                ITypeSymbol returned = @object.Closure?.Method.ReturnType ?? DelegateOf(method.Parameters[i].Type)?.ReturnType ?? _engine.ObjectType;
                Value[] handed = Inputs(inputs, elements);
                if (method.Name == "GroupBy" && method.Parameters[i].Name == "resultSelector" && inputs == 2)
                    handed = [keys, GroupOf(call, null, chosen ?? elements, keys)];
                given = given.Join(InvokeValue(Value.Of(@object), CallBinding.FromElsewhere(call.Site, call.Operations[i]?.Syntax, handed), returned));
            }

            if (method.Parameters[i].Name.EndsWith("eySelector", StringComparison.Ordinal))
                keys = keys.Join(given);
            else if (method.Parameters[i].Name == "elementSelector")
                chosen = given;
            else
                made = made.Join(given);
        }

        if (method.Name == "Zip" && !hasCode)
            return Zipped(call, method);
        if (method.Name == "GroupBy" && hasCode && MemberShape.ElementType(method.ReturnType) is { Name: "IGrouping" } grouping)
        {
            return ListOf(call.Site, GroupOf(call, grouping, chosen ?? elements, keys));
        }

        if (method.Name is "CountBy" or "AggregateBy" && hasCode && MemberShape.ElementType(method.ReturnType) is INamedTypeSymbol entry)
        {
            AbstractObject pair = AllocateAt(call.Site, entry, AllocationPart.Pair);
            WriteMember(pair, entry, "Key", keys);
            WriteMember(pair, entry, "Value", method.Name == "CountBy" ? Value.Clean : made);
            return ListOf(call.Site, Value.Of(pair));
        }

        if (chosenClaim is not null)
            elements = elements.Join(ClaimWith(chosenClaim, call.Site));
        Value content = method.Name switch
        {
            "Select" or "SelectMany" or "ConvertAll" or "Zip" or "Aggregate" or "Join" or "GroupJoin" or "GroupBy" or "Max" or "Min" or "MaxAsync" or "MinAsync" when hasCode =>
                method.Name == "SelectMany" ? ElementsOf(made).Join(made) : made,
            "ToDictionary" or "ToDictionaryAsync" or "ToLookup" => chosen ?? elements,
            _ => elements,
        };

        ITypeSymbol resultType = Unwrapped(method.ReturnType);
        if (MemberShape.ElementType(resultType) is not null)
        {
            AbstractObject list = AllocateAt(call.Site, resultType);
            Write(list, AccessStep.Element, content);
            if (!keys.IsEmpty && method.Name is "ToDictionary" or "ToDictionaryAsync" or "ToLookup")
                Write(list, AccessStep.Keys, keys);
            return Value.Of(list);
        }

        // Counts and tests say nothing of a person.
        return method.Name is "Any" or "All" or "Count" or "LongCount" or "Contains" or "SequenceEqual" or "Sum" or "Average" or "AnyAsync" or "AllAsync" or "CountAsync" or "LongCountAsync" or "ContainsAsync" or "SumAsync" or "AverageAsync"
            ? Value.Unknown
            : content;
    }

    private Value GroupOf(CallBinding call, ITypeSymbol? type, Value elements, Value keys)
    {
        AbstractObject group = AllocateAt(call.Site, type, AllocationPart.Group);
        Write(group, AccessStep.Element, elements);
        Write(group, AccessStep.Keys, keys);
        return Value.Of(group);
    }

    /// <summary>Whether what is handed in is code: a lambda, or a delegate that came from outside.</summary>
    private static bool IsCode(CallBinding call, int ordinal) =>
        Array.Exists(call.Values[ordinal].Objects, @object => @object.Closure is not null || (@object.Input is not null && @object.Type?.TypeKind == TypeKind.Delegate));

    /// <summary>How a delegate is invoked, also one inside of an expression tree.</summary>
    private static IMethodSymbol? DelegateOf(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? named.DelegateInvokeMethod ?? (named.TypeArguments.Length == 1 ? DelegateOf(named.TypeArguments[0]) : null) : null;

    /// <summary>Pairs of what two sequences hold.</summary>
    private Value Zipped(CallBinding call, IMethodSymbol method)
    {
        AbstractObject pair = AllocateAt(call.Site, MemberShape.ElementType(method.ReturnType), AllocationPart.Zipped);
        for (int i = 0; i < call.Values.Length; i++)
            Write(pair, AccessStep.TupleItem(i), ElementsOf(call.Values[i]).Join(call.Values[i].TaintsOnly));
        return ListOf(call.Site, Value.Of(pair));
    }

    private Value RunTask(CallBinding call)
    {
        Value result = Value.Unknown;
        for (int i = 0; i < call.Values.Length; i++)
        {
            if (call.Values[i].Objects.Length == 0)
                result = result.Join(call.Values[i].TaintsOnly);
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
