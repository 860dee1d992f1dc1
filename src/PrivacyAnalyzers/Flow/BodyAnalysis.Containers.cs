using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Library types that hold values: collections, dictionaries, queues, channels, pairs. What goes in comes out as an element.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>Types that hold elements without being sequences of them.</summary>
    private static bool IsContainer(ITypeSymbol? type) =>
        type is not null && (MemberShape.ElementType(type) is not null || UntypedCollections.Is(type) ||
            type.Name is "PriorityQueue" or "Channel" or "ChannelWriter" or "ChannelReader" or "NameValueCollection" or "TaskCompletionSource" or "LinkedListNode");

    private Value Collection(CallBinding call, IMethodSymbol method)
    {
        Value made = InvokeArguments(call, ElementsOf(call.Receiver));
        switch (method.Name)
        {
            case ".ctor":
                FillNew(call.Receiver, call.Values, call.Operations);
                return Value.Unknown;
            case "AsReadOnly":
                return call.Receiver;
            case "Clone" when UntypedCollections.Is(method.ContainingType):
                return CloneOf(call);
            case "Clear":
                Empty(call.Receiver, Value.Clean);
                return Value.Unknown;
            case "SetValue" when call.Values.Length == 2 && call.Operations[1] is { } place:
                WriteElement(call.Receiver, KeyOf(place), call.Values[0]);
                return Value.Unknown;
            case "Insert" or "InsertRange" or "RemoveAt" or "RemoveRange" or "RemoveAll" or "Remove" or "Reverse" or "Sort" when IsList(method.ContainingType):
                Shift(call.Receiver);
                break;
            case "Remove" when call.Values.Length == 1 && (method.ContainingType.TypeArguments.Length == 2 || UntypedCollections.HasKeys(method.ContainingType)) && !IsPersistent(method.ContainingType) && call.Operations[0] is { } removed && KeyOf(removed) is { } entry:
                WritePart(call.Receiver, entry, Value.Clean);
                return Value.Unknown;
        }

        switch (method.Name)
        {
            case "Contains" or "ContainsKey" or "Remove" or "IndexOf" or "RemoveAt":
                return Value.Unknown;
            case "CopyTo" or "TryCopyTo":
                Fill(call, "array", call.Receiver);
                Fill(call, "destination", call.Receiver);
                return Value.Unknown;
            case "GetOrAdd":
                WritePart(call.Receiver, AccessStep.Element, made, add: true);
                return made.Join(ElementsOf(call.Receiver)).Join(call.Receiver.TaintsOnly);
            case "ConvertAll":
                AbstractObject converted = AllocateAt(call.Site, method.ReturnType);
                Write(converted, AccessStep.Element, made);
                return Value.Of(converted);
        }

        if (IsAdding(method.Name))
            return Add(call, method);
        Value elements = ElementsOf(call.Receiver);
        if (MemberShape.ElementType(method.ReturnType) is not null)
        {
            AbstractObject list = AllocateAt(call.Site, method.ReturnType);
            Write(list, AccessStep.Element, elements);
            return Value.Of(list).Join(call.Receiver.TaintsOnly);
        }

        return method.ReturnsVoid || method.ReturnType.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 ? Value.Unknown : elements;
    }

    /// <summary>What a collection is made of becomes its elements.</summary>
    private void FillNew(Value made, Value[] values, IOperation?[] operations)
    {
        for (int i = 0; i < values.Length; i++)
        {
            bool isSequence = operations[i]?.Type is { } type && MemberShape.ElementType(type) is not null;
            WritePart(made, AccessStep.Element, isSequence ? ElementsOf(values[i]).Join(values[i].TaintsOnly) : ElementsOf(values[i]), add: true);
        }
    }

    private Value CloneOf(CallBinding call)
    {
        AbstractObject clone = AllocateAt(call.Site, call.Receiver.Objects.FirstOrDefault()?.Type ?? call.Instance?.Type, isExact: call.Receiver.Objects is [{ IsExact: true }]);
        Write(clone, AccessStep.Element, ElementsOf(call.Receiver));
        Write(clone, AccessStep.Keys, KeysOf(call.Receiver));
        return Value.Of(clone).Join(call.Receiver.TaintsOnly);
    }

    private Value Add(CallBinding call, IMethodSymbol method)
    {
        bool isKeyed = call.Values.Length == 2 && method.Name is "Add" or "TryAdd" or "SetItem" or "AddOrUpdate" or "Set";
        AccessStep? key = isKeyed && call.Operations[0] is { } first ? KeyOf(first) : null;
        Value added = Value.Unknown;
        for (int i = isKeyed ? 1 : 0; i < call.Values.Length; i++)
        {
            if (method.Name != "AddOrUpdate" || call.Values[i].Objects.Length == 0 || call.Values[i].Objects[0].Closure is null)
                added = added.Join(method.Name.EndsWith("Range", StringComparison.Ordinal) ? ElementsOf(call.Values[i]).Join(call.Values[i].TaintsOnly) : call.Values[i]);
        }

        Value keys = isKeyed && key is null ? call.Values[0].TaintsOnly : Value.Unknown;
        if (IsPersistent(method.ContainingType))
        {
            // A collection that never changes gives another one.
            AbstractObject changed = AllocateAt(call.Site, method.ReturnType);
            Write(changed, AccessStep.Element, ElementsOf(call.Receiver).Join(added));
            Write(changed, AccessStep.Keys, KeysOf(call.Receiver).Join(keys));
            return Value.Of(changed).Join(call.Receiver.TaintsOnly);
        }

        // What is put behind the others takes the place of none of them.
        if (key is null && IsList(method.ContainingType) && method.Name is "Add" or "AddRange")
            AddToEnd(call, added);
        else
            WriteElement(call.Receiver, key, added);
        if (keys.Taints.Length > 0)
            WritePart(call.Receiver, AccessStep.Keys, keys, add: true);
        return method.ReturnsVoid || !SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) ? Value.Unknown : call.Receiver;
    }

    /// <summary>Gives back the place of a dictionary's value itself: what is assigned to it is the value.</summary>
    private static bool IsSlot(IMethodSymbol method) =>
        method is { Name: "GetValueRefOrAddDefault" or "GetValueRefOrNullRef", ContainingType: { Name: "CollectionsMarshal" } type } && MetadataNames.IsIn(type, "System.Runtime.InteropServices");

    private static bool IsPersistent(INamedTypeSymbol type) =>
        (type.Name.StartsWith("Immutable", StringComparison.Ordinal) || type.Name.StartsWith("IImmutable", StringComparison.Ordinal)) && !type.Name.EndsWith("Builder", StringComparison.Ordinal) && type.Name != "Builder";

    private static bool IsAdding(string name) =>
        name is "Add" or "AddRange" or "Insert" or "InsertRange" or "Push" or "PushRange" or "Enqueue" or "EnqueueRange" or "TryAdd" or "AddFirst" or "AddLast" or "Append" or "SetItem" or "AddOrUpdate"
            or "TryWrite" or "WriteAsync" or "SetResult" or "TrySetResult" or "Set";

    /// <summary>What a property of a container gives: its keys, its values, one of its elements, or another view of it.</summary>
    private Value? ContainerProperty(IPropertyReferenceOperation reference, Value receiver)
    {
        INamedTypeSymbol type = reference.Property.ContainingType;
        if (_engine.IsHere(reference.Property))
            return null;
        switch (reference.Property.Name)
        {
            case "Values" when IsContainer(type):
                return ListOf(reference, ElementsOf(receiver)).Join(receiver.TaintsOnly);
            case "Keys" or "AllKeys" when IsContainer(type):
                return ListOf(reference, KeysOf(receiver));
            case "Key" when type.Name == "IGrouping":
                return ReadWritten(receiver, AccessStep.Keys);
            case "First" or "Last" when type.Name == "LinkedList":
            case "Next" or "Previous" when type.Name == "LinkedListNode":
            case "Writer" or "Reader" when type.Name == "Channel":
                return receiver;
            case "Task" when type.Name == "TaskCompletionSource":
            case "Value" when type.Name == "LinkedListNode":
            case "Min" or "Max" when type.Name is "SortedSet" or "ImmutableSortedSet":
                return ElementsOf(receiver).Join(receiver.TaintsOnly);
            case "InnerException" when _engine.Facts.IsException(type):
                return ReadWritten(receiver, AccessStep.InnerException);
            case "InnerExceptions" when _engine.Facts.IsException(type):
                return ListOf(reference, ReadWritten(receiver, AccessStep.InnerException));
            case "Current":
                return PairOf(reference, reference.Type, receiver);
            default:
                return null;
        }
    }

    private Value ListOf(IOperation site, Value elements)
    {
        AbstractObject list = AllocateAt(site, site.Type);
        Write(list, AccessStep.Element, elements);
        return Value.Of(list);
    }

    /// <summary>An entry of a dictionary, with key and value kept apart; <see langword="null"/> where the element is no such pair.</summary>
    private Value? PairOf(IOperation site, ITypeSymbol? elementType, Value collection)
    {
        if (elementType is not INamedTypeSymbol pair || (pair is not { Name: "KeyValuePair", TypeArguments.Length: 2 } && !UntypedCollections.IsEntry(pair)))
            return null;
        Value elements = ElementsOf(collection);
        if (elements.Objects.Any(@object => @object.Type?.Name == pair.Name))
            return null;
        AbstractObject made = AllocateAt(site, pair, AllocationPart.Pair);
        WriteMember(made, pair, "Key", KeysOf(collection));
        WriteMember(made, pair, "Value", elements.Join(collection.TaintsOnly));
        return Value.Of(made);
    }

    private Value KeysOf(Value collection)
    {
        Value keys = Value.Unknown;
        foreach (AbstractObject @object in collection.Objects)
            keys = keys.Join(ReadPart(@object, AccessStep.Keys));
        return keys;
    }

    /// <summary><c>Tuple.Create</c>, <c>KeyValuePair.Create</c> and the constructors of such types: their parts are the arguments.</summary>
    private Value? Pack(CallBinding call, INamedTypeSymbol type)
    {
        if (type.IsTupleType || type.Name == "ValueTuple")
        {
            AbstractObject tuple = AllocateAt(call.Site, type);
            for (int i = 0; i < call.Values.Length; i++)
                Write(tuple, AccessStep.TupleItem(i), call.Values[i]);
            return Value.Of(tuple);
        }

        if (type.Name is not ("Tuple" or "KeyValuePair") || !MetadataNames.IsIn(type, "System") && !MetadataNames.IsIn(type, "System.Collections.Generic"))
            return null;
        AbstractObject made = AllocateAt(call.Site, type);
        for (int i = 0; i < call.Values.Length; i++)
            WriteMember(made, type, type.Name == "Tuple" ? "Item" + (i + 1) : i == 0 ? "Key" : "Value", call.Values[i]);
        return Value.Of(made);
    }

    /// <summary>A call that fills what an argument refers to: a buffer, an array, a builder.</summary>
    private void Fill(CallBinding call, string parameter, Value content)
    {
        IMethodSymbol? method = (call.Site as IInvocationOperation)?.TargetMethod;
        if (method is null)
            return;
        foreach (IParameterSymbol target in method.Parameters)
        {
            if (target.Name == parameter)
                FillAt(call, target.Ordinal, content);
        }
    }

    private void FillAt(CallBinding call, int ordinal, Value content)
    {
        if (call.Operations[ordinal] is not { } operation)
            return;
        Value elements = ElementsOf(content).Join(Flatten(content));
        WriteElement(call.Values[ordinal], null, elements);
        if (elements.Taints.Length > 0 && call.Values[ordinal].Objects.Length == 0)
            Assign(Unconverted(operation), call.Values[ordinal].Join(elements.TaintsOnly), call.Site);
    }
}
