using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is looked up while the program runs: members of a <c>dynamic</c>, and delegates that are invoked as such.</summary>
internal sealed partial class BodyAnalysis
{
    private Value EvalDynamic(IOperation operation)
    {
        if (operation is IDynamicMemberReferenceOperation { Instance: { } instance } member)
            return ReadDynamic(Eval(instance), member);
        Value result = Value.Unknown;
        foreach (IOperation child in operation.ChildOperations)
            result = result.Join(Flatten(Eval(child)));
        if (operation is IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation called } invocation && SinkOf(called, invocation.Arguments.Length) is { } method)
        {
            var call = new CallBinding(invocation, Eval(called.Instance), invocation.Arguments.Select(_eval).ToArray(), invocation.Arguments.ToArray()) { Instance = called.Instance };
            CheckSinks(call, method, _engine.Facts.Of(method));
        }

        return result.TaintsOnly;
    }

    private Value ReadDynamic(Value holder, IDynamicMemberReferenceOperation member)
    {
        Value result = holder.TaintsOnly;
        foreach (AbstractObject @object in holder.Objects)
        {
            if (IsExpando(@object))
                result = result.Join(ReadElement(Value.Of(@object), AccessStep.ForKey(member.MemberName)));
            else if (MemberNamed(@object.Type, member.MemberName) is { } symbol)
                result = result.Join(ReadMember(Value.Of(@object), symbol, member));
        }

        return result;
    }

    private void AssignDynamic(IDynamicMemberReferenceOperation member, Value value)
    {
        Value holder = Eval(member.Instance);
        foreach (AbstractObject @object in holder.Objects)
        {
            AccessStep? step = IsExpando(@object) ? AccessStep.ForKey(member.MemberName) : MemberNamed(@object.Type, member.MemberName) is { } symbol ? AccessStep.Of(symbol) : null;
            if (step is { } found)
                WritePart(Value.Of(@object), found, Named(value, member.Syntax, member.MemberName), add: holder.Objects.Length > 1);
        }
    }

    private static bool IsExpando(AbstractObject @object) => @object.Type is INamedTypeSymbol { Name: "ExpandoObject" } type && Model.MetadataNames.IsIn(type, "System.Dynamic");

    private static ISymbol? MemberNamed(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false })
                    return member;
            }
        }

        return null;
    }

    /// <summary>A sink of that name that takes as many arguments: which overload it is, is seen only when it runs.</summary>
    private IMethodSymbol? SinkOf(IDynamicMemberReferenceOperation called, int arguments)
    {
        for (ITypeSymbol? current = called.Instance?.Type ?? called.ContainingType; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(called.MemberName))
            {
                if (member is IMethodSymbol method && method.Parameters.Length == arguments && !_engine.Facts.Of(method).Sinks.IsEmpty)
                    return method;
            }
        }

        return null;
    }

    /// <summary><c>text.DynamicInvoke(customer)</c>: the delegate's arguments are the elements of an array.</summary>
    private Value InvokeDynamically(CallBinding call, IMethodSymbol method)
    {
        Value result = Value.Unknown;
        foreach (AbstractObject @object in call.Receiver.Objects)
        {
            var given = new Value[@object.Closure?.Method.Parameters.Length ?? 0];
            for (int i = 0; i < given.Length; i++)
                given[i] = ReadElement(call.Values[0], AccessStep.ForKey(i.ToString(System.Globalization.CultureInfo.InvariantCulture))).Join(call.Values[0].TaintsOnly);
            result = result.Join(InvokeValue(Value.Of(@object), CallBinding.FromElsewhere(call.Site, null, given), method.ReturnType));
        }

        return result;
    }
}
