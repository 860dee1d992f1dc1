using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>What each kind of expression makes of its parts.</summary>
internal sealed partial class BodyAnalysis
{
    private Value Eval(IOperation? operation)
    {
        if (operation is null || !Spend())
            return Value.Unknown;
        if (operation.ConstantValue.HasValue)
            return Value.Clean;
        if ((_steps & 31) == 0)
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_isStraight)
            AgeMadeAt(operation);

        switch (operation)
        {
            case ILiteralOperation or IDefaultValueOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return Value.Clean;
            case IExpressionStatementOperation statement:
                return Eval(statement.Operation);
            case IConversionOperation conversion:
                return EvalConversion(conversion);
            case IParenthesizedOperation parenthesized:
                return Eval(parenthesized.Operand);
            case ILocalReferenceOperation local:
                return ReadVariable(local.Local, local);
            case IParameterReferenceOperation parameter:
                return ReadVariable(parameter.Parameter, parameter);
            case IInstanceReferenceOperation:
                return ReadThis(operation.Type);
            case IFieldReferenceOperation field:
                return EvalField(field);
            case IPropertyReferenceOperation property:
                return EvalProperty(property);
            case IArrayElementReferenceOperation element:
                return EvalArrayElement(element);
            case IFlowCaptureOperation capture:
                return EvalCapture(capture);
            case IFlowCaptureReferenceOperation reference:
                return _state.Get(SlotOf(reference.Id)) ?? Value.Unknown;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, assignment.IsRef ? Eval(assignment.Value) : EvalCopied(assignment.Value), assignment);
            case ICompoundAssignmentOperation compound:
                return EvalCompoundAssignment(compound);
            case IDeconstructionAssignmentOperation deconstruction:
                return EvalDeconstruction(deconstruction);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus, OperatorMethod: null } sign:
                return Eval(sign.Operand);
            case IIncrementOrDecrementOperation or IUnaryOperation or ITupleBinaryOperation:
                EvalChildren(operation);
                return Value.Unknown;
            case IBinaryOperation binary:
                return EvalBinary(binary);
            case IInterpolatedStringOperation interpolated:
                return EvalInterpolated(interpolated);
            case IInterpolatedStringHandlerCreationOperation handler:
                return EvalHandler(handler);
            case IObjectCreationOperation creation:
                return EvalCreation(creation);
            case ITypeParameterObjectCreationOperation generic:
                return Value.Of(AllocateAt(generic, generic.Type));
            case IAnonymousObjectCreationOperation anonymous:
                return EvalAnonymous(anonymous);
            case IArrayCreationOperation array:
                return EvalArray(array);
            case ITupleOperation tuple:
                return EvalTuple(tuple);
            case IInvocationOperation invocation:
                return EvalInvocation(invocation);
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation:
                return EvalDynamic(operation);
            case IAwaitOperation await:
                return Eval(await.Operation);
            case IDelegateCreationOperation creation:
                return Eval(creation.Target);
            case IMethodReferenceOperation method:
                return EvalMethodReference(method);
            case IFlowAnonymousFunctionOperation lambda:
                return ObjectFor(lambda, lambda.Type, new Closure(lambda.Symbol, lambda, Value.Unknown));
            case IIsPatternOperation isPattern:
                MatchTested(isPattern);
                return Value.Unknown;
            case IIsTypeOperation or IIsNullOperation:
                EvalChildren(operation);
                return Value.Unknown;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yield:
                NoteYield(yield);
                return Value.Unknown;
            case IDeclarationExpressionOperation declaration:
                return Eval(declaration.Expression);
            case ITranslatedQueryOperation query:
                return Eval(query.Operation);
            case IEventAssignmentOperation @event:
                AssignEvent(@event);
                return Value.Unknown;
            case IEventReferenceOperation @event:
                return @event.Event.IsStatic ? ReadSlot(@event.Event, @event.Type) : ReadMember(Eval(@event.Instance), @event.Event, @event);
            case ICaughtExceptionOperation:
                return CaughtHere();
            default:
                return EvalOther(operation);
        }
    }

    private Value EvalConversion(IConversionOperation conversion)
    {
        Value operand = conversion.OperatorMethod is null ? Eval(conversion.Operand) : EvalPart(conversion.Operand);
        if (conversion.Type is { } entry && UntypedCollections.IsEntry(entry) && Array.Exists(operand.Objects, @object => IsContainer(@object.Type)) && PairOf(conversion, entry, operand) is { } pair)
            return pair;
        if (conversion.OperatorMethod is not { } method || IsView(conversion))
            return AsTypeParameter(conversion, operand);
        if (_engine.Facts.Of(method).Passthrough is not null)
            return Flatten(operand).TaintsOnly;
        var call = new CallBinding(conversion, Value.Unknown, [operand], [conversion.Operand]);
        if (Ask(method, call) is { IsSpent: false } summary)
            return Apply(summary, call, method, method.Name);
        return StringLike.Is(conversion.Type) ? Flatten(operand).TaintsOnly : IsGenericElsewhere(method) ? CallGeneric(call, method) : Value.Unknown;
    }

    private Value EvalBinary(IBinaryOperation binary)
    {
        if (!IsText(binary.Type) || binary.OperatorKind != BinaryOperatorKind.Add)
        {
            // Delegates that are put together both run.
            if (binary.Type?.TypeKind == TypeKind.Delegate)
                return Eval(binary.LeftOperand).Join(Eval(binary.RightOperand));
            if (binary.OperatorMethod is not { DeclaringSyntaxReferences.IsEmpty: false } method)
            {
                EvalChildren(binary);
                return Value.Unknown;
            }

            var call = new CallBinding(binary, Value.Unknown, [Eval(binary.LeftOperand), Eval(binary.RightOperand)], [binary.LeftOperand, binary.RightOperand]);
            return Ask(method, call) is { IsSpent: false } summary ? Apply(summary, call, method, method.Name) : Value.Unknown;
        }

        // A long concatenation leans to the left: walk it, do not recurse.
        Value result = Value.Clean;
        foreach (IOperation operand in ConcatOperands(binary))
            result = result.Join(RenderOperation(operand, RenderMode.ToText));
        return result.TaintsOnly;
    }

    private static Stack<IOperation> ConcatOperands(IBinaryOperation binary)
    {
        var operands = new Stack<IOperation>();
        IOperation current = binary;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } inner && IsText(inner.Type) && !inner.ConstantValue.HasValue)
        {
            operands.Push(inner.RightOperand);
            current = inner.LeftOperand;
        }

        operands.Push(current);
        return operands;
    }

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private Value EvalCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        if (compound.Target.Type?.TypeKind == TypeKind.Delegate)
            return Assign(compound.Target, Eval(compound.Target).Join(Eval(compound.Value)), compound);
        if (compound.OperatorMethod is { DeclaringSyntaxReferences.IsEmpty: false } method && EvalOwnOperator(compound, method) is { } own)
            return own;
        Value right = RenderOperation(compound.Value, RenderMode.ToText);
        if (!IsText(compound.Target.Type))
        {
            Eval(compound.Target);
            return Value.Unknown;
        }

        return Assign(compound.Target, Eval(compound.Target).Join(right).TaintsOnly, compound);
    }

    /// <summary>An operator of the program's own. One that is no static method changes the object itself.</summary>
    private Value? EvalOwnOperator(ICompoundAssignmentOperation compound, IMethodSymbol method)
    {
        // Nobody can tell what one does that is not written here.
        if (_focus.IsWhole && AskWhole(method) is not { IsSpent: false })
            return null;
        Value left = Eval(compound.Target);
        Value right = EvalCopied(compound.Value);
        CallBinding call = method.IsStatic
            ? new CallBinding(compound, Value.Unknown, [left, right], [compound.Target, compound.Value])
            : new CallBinding(compound, left, [right], [compound.Value]) { Instance = compound.Target };
        if (Ask(method, call) is not { IsSpent: false } summary)
            return null;
        Value result = Apply(summary, call, method, method.Name);
        return method.IsStatic ? Assign(compound.Target, result, compound) : left;
    }

    private Value EvalInterpolated(IInterpolatedStringOperation interpolated)
    {
        Value result = Value.Clean;
        foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
        {
            if (part is IInterpolationOperation hole)
                result = result.Join(RenderOperation(hole.Expression, RenderMode.ToText));
            else if (part is IInterpolatedStringAppendOperation append)
                result = result.Join(EvalAppend(append));
        }

        return result.TaintsOnly;
    }

    private Value EvalAppend(IInterpolatedStringAppendOperation append)
    {
        if (append.AppendCall is not IInvocationOperation { Arguments: { Length: > 0 } arguments })
            return Value.Unknown;
        return RenderOperation(arguments[0].Value, RenderMode.ToText);
    }

    /// <summary>A custom handler holds what is appended to it.</summary>
    private Value EvalHandler(IInterpolatedStringHandlerCreationOperation handler)
    {
        Eval(handler.HandlerCreation);
        return handler.Content is IInterpolatedStringOperation content ? EvalInterpolated(content) : EvalOther(handler.Content);
    }

    /// <summary>An operation that the compiler does not describe, or that this engine does not know: it gives back what goes in.</summary>
    private Value EvalOther(IOperation operation)
    {
        if (operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax { Elements: var written } && operation.Type is not null &&
            written.Count == operation.ChildOperations.Count && written.Count <= MaxDistinctElements && written.All(element => element.IsKind(SyntaxKind.ExpressionElement)))
        {
            return EvalElements(operation);
        }

        Value result = Value.Unknown;
        bool any = false;
        foreach (IOperation child in operation.ChildOperations)
        {
            result = result.Join(EvalPart(child));
            any = true;
        }

        if (!any)
            return Value.Unknown;

        // A collection expression shows up like this: what goes in are its elements.
        if (operation.Syntax.IsKind(SyntaxKind.CollectionExpression) || (operation.Type is { } type && Model.MemberShape.ElementType(type) is not null))
        {
            AbstractObject list = AllocateAt(operation, operation.Type);
            Write(list, AccessStep.Element, ElementsOf(result).Join(result));
            return Value.Of(list);
        }

        return result;
    }

    private Value EvalElements(IOperation collection)
    {
        Value[] elements = collection.ChildOperations.Select(element => EvalPart(element, isCopied: true)).ToArray();
        AbstractObject list = AllocateAt(collection, collection.Type);
        for (int i = 0; i < elements.Length; i++)
            Write(list, AccessStep.ForKey(i.ToString(System.Globalization.CultureInfo.InvariantCulture)), elements[i]);
        return Value.Of(list);
    }

    private void EvalChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
            Eval(child);
    }

    private Value EvalCapture(IFlowCaptureOperation capture)
    {
        // A captured target of a later assignment is remembered as the place it is, not only as its value.
        int slot = SlotOf(capture.Id);
        _captures[capture.Id] = _captures.TryGetValue(capture.Id, out IFlowCaptureOperation? other) && other != capture ? null : capture;
        bool isForCopy = IsChangedCopy(capture);
        if (!isForCopy && capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation)
            _capturedTargets[capture.Id] = capture.Value;
        Value value = isForCopy ? EvalCopied(capture.Value) : Eval(capture.Value);
        _state.Set(slot, value);
        return value;
    }

    private Value EvalMethodReference(IMethodReferenceOperation reference)
    {
        Value receiver = Eval(reference.Instance);
        return ObjectFor(reference, reference.Type, new Closure(reference.Method, null, receiver));
    }

    private void NoteYield(IReturnOperation yield)
    {
        Value element = Eval(yield.ReturnedValue);
        AbstractObject list = AllocateOnce(yield, _method?.ReturnType);
        Write(list, AccessStep.Element, element.Join(ReadPart(list, AccessStep.Element)));
        _returned = _returned.Join(Value.Of(list));
    }
}
