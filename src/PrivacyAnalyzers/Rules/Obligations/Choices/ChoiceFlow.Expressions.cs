using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <content>Variables, members, conditions, assignments.</content>
internal sealed partial class ChoiceFlow
{
    private ChoiceValue Evaluate(IOperation? operation)
    {
        if (operation is null)
            return ChoiceValue.Unknown;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true } constant && operation is not IAssignmentOperation)
            return ChoiceValue.Constant(constant.Value);
        switch (operation)
        {
            case IDefaultValueOperation:
                // A date's default value stands for "never".
                return ChoiceValue.Constant(null);
            case ILocalReferenceOperation local:
                return Variable(local.Local, local.Type);
            case IParameterReferenceOperation parameter:
                return Variable(parameter.Parameter, parameter.Type);
            case IFlowCaptureReferenceOperation capture:
                return Variable(capture.Id, capture.Type);
            case IInstanceReferenceOperation instance:
                return Variable(AccessPath.This, instance.Type);
            case IFieldReferenceOperation field:
                return Member(field, field.Field, field.Instance);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IConversionOperation conversion:
                return NonNull(Evaluate(conversion.Operand), conversion.Operand.Type);
            case IAwaitOperation awaited:
                return Evaluate(awaited.Operation);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Evaluate(not.Operand).Not();
            case IBinaryOperation binary:
                return Binary(binary);
            case IIsNullOperation isNull:
                ChoiceValue tested = Evaluate(isNull.Operand);
                return Answer(tested.WhenNull, tested.WhenNotNull);
            case IIsPatternOperation pattern:
                return Pattern(Evaluate(pattern.Value), pattern.Pattern);
            case IIsTypeOperation isType:
                ChoiceValue typed = Evaluate(isType.ValueOperand);
                return isType.IsNegated ? Answer(FactSet.None, typed.WhenNotNull) : Answer(typed.WhenNotNull, FactSet.None);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value));
            case ICompoundAssignmentOperation compound:
                Evaluate(compound.Target);
                return Assign(compound.Target, Derived(Evaluate(compound.Value)));
            case IIncrementOrDecrementOperation increment:
                return Assign(increment.Target, ChoiceValue.Unknown);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction);
            case IInvocationOperation invocation:
                return Invoke(invocation);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IAnonymousObjectCreationOperation or ITupleOperation:
                UseAll(operation);
                return ChoiceValue.Constant("");
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IFlowAnonymousFunctionOperation lambda:
                Lambda(lambda, FactSet.None, null, returnsAreUses: true);
                return ChoiceValue.Unknown;
            case IMethodReferenceOperation reference:
                Evaluate(reference.Instance);
                LocalFunction(reference.Method, ImmutableArray<IArgumentOperation>.Empty, _ => ChoiceValue.Unknown);
                return ChoiceValue.Unknown;
            case IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringTextOperation or IArrayElementReferenceOperation:
                return Propagate(operation);
            case INameOfOperation or ITypeOfOperation:
                return ChoiceValue.Unknown;
            default:
                UseAll(operation);
                return ChoiceValue.Unknown;
        }
    }

    private ChoiceValue Variable(object root, ITypeSymbol? type)
    {
        AccessPath path = AccessPath.Of(root, type);
        if (!_state.Values.TryGetValue(root, out ChoiceValue? known))
            return ChoiceValue.At(path);
        ChoiceValue named = ChoiceValue.At(known.Alias ?? path);
        return known with
        {
            Alias = named.Alias,
            WhenTrue = known.WhenTrue.And(named.WhenTrue),
            WhenFalse = known.WhenFalse.And(named.WhenFalse),
            WhenNull = known.WhenNull.And(named.WhenNull),
            WhenNotNull = known.WhenNotNull.And(named.WhenNotNull),
        };
    }

    private ChoiceValue Property(IPropertyReferenceOperation property)
    {
        if (property.Instance?.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            ChoiceValue nullable = Evaluate(property.Instance);
            return property.Property.Name == "HasValue" ? Answer(nullable.WhenNotNull, nullable.WhenNull) : nullable;
        }

        foreach (IArgumentOperation argument in property.Arguments)
            Use(Evaluate(argument.Value));
        if (property.Property.IsIndexer)
            return ElementOf(Evaluate(property.Instance));

        // What an enumerator stands at changes with every step: it has no name of its own.
        if (property.Property.Name == "Current" && property.Instance?.Type is { } type && Sequences.IsEnumerator(type))
            return ElementOf(Evaluate(property.Instance));
        return Member(property, property.Property, property.Instance);
    }

    private static ChoiceValue ElementOf(ChoiceValue sequence) => new() { Self = sequence.Elements.IsImpossible ? FactSet.None : sequence.Elements, Pending = sequence.Pending };

    private ChoiceValue Member(IOperation reference, ISymbol member, IOperation? instanceOperation)
    {
        if (member.IsStatic)
            return ChoiceValue.At(AccessPath.Of(member, reference.Type));
        ChoiceValue instance = Evaluate(instanceOperation);
        if (instance.Alias is null)
        {
            // The object has no name, but something is known of it, as of the first of a filtered sequence.
            AccessPath self = AccessPath.Self.Then(member);
            return new ChoiceValue { Pending = ReadOf(reference, member, null, instance), Self = instance.Self.Rebase(self, AccessPath.Self) };
        }

        AccessPath path = instance.Alias.Then(member);
        ChoiceValue value = ChoiceValue.At(path);
        if (_state.Values.TryGetValue(path, out ChoiceValue? assigned))
            value = assigned.Alias is { } alias ? ChoiceValue.At(alias) : assigned with { Alias = path };
        else if (member is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false, GetMethod: { } getter } && _body.Session.IsComputed((IPropertySymbol)member))
            value = Summary(getter, instance, ImmutableArray<(IParameterSymbol?, ChoiceValue)>.Empty) with { Alias = path };
        return value with { Pending = ReadOf(reference, member, instance.Alias, instance) };
    }

    private ImmutableHashSet<PendingRead> ReadOf(IOperation reference, ISymbol member, AccessPath? owner, ChoiceValue instance)
    {
        if (_body.Judge?.IsJudgedRead(member) != true || (owner is null && _body.Judge.IsSettled(instance.Self)))
            return instance.Pending;
        return instance.Pending.Add(new PendingRead(reference.Syntax, member, owner));
    }

    private ChoiceValue Binary(IBinaryOperation binary)
    {
        ChoiceValue left = Evaluate(binary.LeftOperand);
        ChoiceValue right = Evaluate(binary.RightOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when IsBoolean(binary.Type):
                return Answer(left.WhenTrue.And(right.WhenTrue), left.WhenFalse.Or(right.WhenFalse));
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when IsBoolean(binary.Type):
                return Answer(left.WhenTrue.Or(right.WhenTrue), left.WhenFalse.And(right.WhenFalse));
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                ChoiceValue equal = Equal(left, binary.LeftOperand, right, binary.RightOperand);
                return binary.OperatorKind == BinaryOperatorKind.Equals ? equal : equal.Not();
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return Compared(left, right);
            default:
                return new ChoiceValue { Pending = left.Pending.Union(right.Pending) };
        }
    }

    private static ChoiceValue Equal(ChoiceValue left, IOperation leftOperation, ChoiceValue right, IOperation rightOperation)
    {
        if (Known(leftOperation) is { } first)
            return EqualTo(right, Unwrap(rightOperation).Type, first);
        return Known(rightOperation) is { } second ? EqualTo(left, Unwrap(leftOperation).Type, second) : ChoiceValue.Unknown;
    }

    /// <summary>True where the value is this constant; one that is not known only says that the value is there.</summary>
    private static ChoiceValue EqualTo(ChoiceValue value, ITypeSymbol? type, Optional<object?> constant)
    {
        bool isNullable = type is not { SpecialType: SpecialType.System_Boolean };
        return (constant.HasValue ? constant.Value : 0) switch
        {
            null => Answer(value.WhenNull, value.WhenNotNull),
            true => Answer(value.WhenTrue, isNullable ? Weak(value.Alias, Truth.NotTrue) : value.WhenFalse),
            false => Answer(value.WhenFalse, isNullable ? Weak(value.Alias, Truth.NotFalse) : value.WhenTrue),
            _ => Answer(value.WhenNotNull, FactSet.None),
        };
    }

    private static FactSet Weak(AccessPath? path, Truth truth) => path is null ? FactSet.None : FactSet.Of(new Fact(path, truth));

    /// <summary>The constant that something is compared with; a date's default value stands for "never".</summary>
    private static Optional<object?>? Known(IOperation operation)
    {
        IOperation inner = Unwrap(operation);
        if (inner.ConstantValue.HasValue)
            return inner.ConstantValue;
        if (inner is IDefaultValueOperation or IFieldReferenceOperation { Field: { IsStatic: true, Name: "MinValue" } })
            return new Optional<object?>(null);
        return default(Optional<object?>?);
    }

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;

    /// <summary>A comparison of dates holds only where both are there. What it says of an opt-out depends on the clock: it counts as asked.</summary>
    private ChoiceValue Compared(ChoiceValue left, ChoiceValue right)
    {
        var answer = new ChoiceValue { WhenTrue = left.WhenNotNull.And(right.WhenNotNull) };
        foreach (ChoiceValue side in new[] { left, right })
        {
            if (side.Alias is { Steps.IsEmpty: false } path && _body.Session.ChoiceOf(path.Steps[path.Steps.Length - 1]) is { IsOptOut: true } choice)
                answer = answer.Asking(new Fact(path.Owner(), Truth.Asked, choice));
        }

        return answer;
    }

    /// <summary>What is read inside goes on into the result: a text made of it, a part of it.</summary>
    private ChoiceValue Propagate(IOperation operation)
    {
        ImmutableHashSet<PendingRead> pending = ImmutableHashSet<PendingRead>.Empty;
        ChoiceValue? only = null;
        foreach (IOperation child in operation.ChildOperations)
        {
            ChoiceValue value = Evaluate(child);
            pending = pending.Union(value.Pending);
            only ??= value;
        }

        return operation is IArrayElementReferenceOperation && only is not null ? ElementOf(only) with { Pending = pending } : new ChoiceValue { Pending = pending };
    }

    private static ChoiceValue Derived(ChoiceValue value) => new() { Pending = value.Pending };

    private void UseAll(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
            Use(Evaluate(child));
    }

    private static ChoiceValue Answer(FactSet whenTrue, FactSet whenFalse) => new() { WhenTrue = whenTrue, WhenFalse = whenFalse, WhenNull = FactSet.Impossible };

    /// <summary>A value of a type that has no null is there.</summary>
    private static ChoiceValue NonNull(ChoiceValue value, ITypeSymbol? type) =>
        type is { IsValueType: true } && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? value with { WhenNull = FactSet.Impossible } : value;

    private static bool IsBoolean(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };
}
