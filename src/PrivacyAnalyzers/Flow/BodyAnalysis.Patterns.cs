using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PrivacyAnalyzers.Flow;

/// <summary>Patterns and deconstruction, which the control-flow graph does not take apart.</summary>
internal sealed partial class BodyAnalysis
{
    private Dictionary<ISymbol, ITypeSymbol>? _finalTypes;

    /// <summary>What each capture is of; <see langword="null"/> where that depends on the way, as of <c>a ?? b</c>.</summary>
    private readonly Dictionary<CaptureId, IFlowCaptureOperation?> _captures = [];

    /// <summary>The one type that a local can hold a value of; <see langword="null"/> where there may be several.</summary>
    private ITypeSymbol? FinalTypeOf(IOperation tested)
    {
        if (tested is IFlowCaptureReferenceOperation reference && _captures.TryGetValue(reference.Id, out IFlowCaptureOperation? captured))
            tested = captured?.Value ?? tested;
        if (tested is not ILocalReferenceOperation local)
            return null;
        Dictionary<ISymbol, ITypeSymbol> finalTypes = Outermost._finalTypes ??= FinalTypes.Read(Outermost._graph.OriginalOperation);
        return finalTypes.TryGetValue(local.Local, out ITypeSymbol? type) ? type : null;
    }

    private void MatchTested(IIsPatternOperation test)
    {
        Value value = Eval(test.Value);
        MatchPattern(test.Pattern, value, test.Value.Type, value.IsEmpty ? null : FinalTypeOf(test.Value));
    }

    /// <param name="final">The one type that the value can be of, where that is known.</param>
    private void MatchPattern(IPatternOperation pattern, Value value, ITypeSymbol? type, ITypeSymbol? final = null)
    {
        if (final is not null && !FinalTypes.MayBe(final, pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.MatchedType,
            IRecursivePatternOperation recursive => recursive.MatchedType,
            _ => null,
        }))
        {
            value = Value.Unknown;
        }

        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                Declare(variable, value, pattern);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } named)
                    Declare(named, value, pattern);
                foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
                {
                    Value part = property.Member switch
                    {
                        IPropertyReferenceOperation reference => ReadMember(value, reference.Property, reference),
                        IFieldReferenceOperation reference => ReadMember(value, reference.Field, reference),
                        _ => Value.Unknown,
                    };
                    MatchPattern(property.Pattern, part, property.Member.Type);
                }

                for (int i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                    MatchPattern(recursive.DeconstructionSubpatterns[i], ReadPosition(value, recursive.MatchedType ?? type, i, recursive.DeconstructionSubpatterns.Length, pattern), PositionType(recursive.MatchedType ?? type, i, recursive.DeconstructionSubpatterns.Length));
                break;
            case IListPatternOperation list:
                if (list.DeclaredSymbol is { } whole)
                    Declare(whole, value, pattern);
                foreach (IPatternOperation element in list.Patterns)
                    MatchPattern(element is ISlicePatternOperation { Pattern: { } slice } ? slice : element, element is ISlicePatternOperation ? value : ElementsOf(value).Join(value.TaintsOnly), null);
                break;
            case INegatedPatternOperation negated:
                MatchPattern(negated.Pattern, value, type, final);
                break;
            case IBinaryPatternOperation binary:
                MatchPattern(binary.LeftPattern, value, type, final);
                MatchPattern(binary.RightPattern, value, type, final);
                break;
        }
    }

    private void Declare(ISymbol variable, Value value, IOperation pattern) =>
        _state.Set(SlotOf(variable), Named(value, pattern.Syntax, variable.Name));

    private Value EvalDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        Value value = Eval(deconstruction.Value);
        if (_engine.ExtensionOf(deconstruction, _session.Cancellation) is { } method && Targets(deconstruction.Target) is { } targets && targets.Length + 1 == method.Parameters.Length)
        {
            Value[] values = Inputs(method.Parameters.Length, Value.Unknown);
            values[0] = value;
            Invoke(new CallBinding(deconstruction, Value.Unknown, values, [deconstruction.Value, .. targets]), method, isVirtual: false);
        }
        else
        {
            Deconstruct(deconstruction.Target, value, deconstruction.Value.Type);
        }

        return value;
    }

    private static IOperation[]? Targets(IOperation target) =>
        ((target as IDeclarationExpressionOperation)?.Expression ?? target) is ITupleOperation tuple ? tuple.Elements.ToArray() : null;

    private void Deconstruct(IOperation target, Value value, ITypeSymbol? type)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is not ITupleOperation tuple)
        {
            Assign(target, value, target);
            return;
        }

        if (type is not null && DeconstructOf(type, tuple.Elements.Length) is { } method)
        {
            // Its own method fills the targets; nested targets are taken apart further.
            Invoke(new CallBinding(tuple, value, Inputs(tuple.Elements.Length, Value.Unknown), tuple.Elements.ToArray()), method, isVirtual: false);
            return;
        }

        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            Value part = ReadPosition(value, type, i, tuple.Elements.Length, tuple.Elements[i]);
            IOperation element = tuple.Elements[i];
            Deconstruct(element, part, PositionType(type, i, tuple.Elements.Length) ?? element.Type);
        }
    }

    /// <summary>A <c>Deconstruct</c> that the program has written for the type.</summary>
    private static IMethodSymbol? DeconstructOf(ITypeSymbol type, int count)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("Deconstruct"))
            {
                if (member is IMethodSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false } method && method.Parameters.Length == count)
                    return method;
            }
        }

        return null;
    }

    private static ITypeSymbol? PositionType(ITypeSymbol? type, int index, int count) => type switch
    {
        INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } when index < elements.Length => elements[index].Type,
        INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: var arguments } when index < arguments.Length => arguments[index],
        INamedTypeSymbol named => PositionalProperty(named, index, count)?.Type,
        _ => null,
    };

    /// <summary>The <paramref name="index"/>th part of a tuple, a pair, or what is taken apart in so many parts.</summary>
    private Value ReadPosition(Value value, ITypeSymbol? type, int index, int count, IOperation operation)
    {
        if (type is INamedTypeSymbol { Name: "KeyValuePair" } pair && pair.GetMembers(index == 0 ? "Key" : "Value").FirstOrDefault() is { } member)
            return ReadWritten(value, AccessStep.Of(member)).Join(OwnLabels(value));
        if (type is INamedTypeSymbol { IsTupleType: false } named && PositionalProperty(named, index, count) is { } property)
            return ReadPositionalProperty(value, property, operation);
        Value item = ReadWritten(value, AccessStep.TupleItem(index));
        return value.Taints.Length > 0 ? item.Join(OwnLabels(value, PositionType(type, index, count))) : item;
    }

    private Value ReadPositionalProperty(Value value, IPropertySymbol property, IOperation operation)
    {
        Value written = ReadWritten(value, AccessStep.Of(property));
        bool isDecided = value.Objects.Length > 0 && written.IsDecided;
        return AddSource(property, operation, written, isDecided);
    }

    private Value ReadWritten(Value value, AccessStep step)
    {
        Value result = Value.Unknown;
        bool first = true;
        foreach (AbstractObject @object in value.Objects)
        {
            Value part = ReadPart(@object, step);
            result = first ? part : result.Join(part);
            first = false;
        }

        return result;
    }

    /// <summary>The property that a <c>Deconstruct</c> names one of its parameters after.</summary>
    private static IPropertySymbol? PositionalProperty(INamedTypeSymbol type, int index, int count)
    {
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("Deconstruct"))
            {
                if (member is not IMethodSymbol { IsStatic: false, Parameters: var parameters } || parameters.Length != count)
                    continue;
                string name = parameters[index].Name;
                for (INamedTypeSymbol? holder = type; holder is not null; holder = holder.BaseType)
                {
                    if ((holder.GetMembers(name).FirstOrDefault() ?? holder.GetMembers(char.ToUpperInvariant(name[0]) + name.Substring(1)).FirstOrDefault()) is IPropertySymbol { IsStatic: false, IsIndexer: false } property)
                        return property;
                }
            }
        }

        return null;
    }
}
