using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>New objects: constructors, initialisers, anonymous objects, arrays, tuples, copies.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>Beyond this many, the elements of an initialiser count as one.</summary>
    private const int MaxDistinctElements = 16;

    private Value EvalCreation(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { } constructor || creation.Type is not INamedTypeSymbol type)
            return EvalOther(creation);
        CallBinding call = CallBinding.Of(creation, null, Value.Unknown, creation.Arguments, constructor.Parameters.Length, _eval, _evalCopied);
        CallFacts facts = _engine.Facts.Of(constructor);
        CheckSinks(call, constructor, facts);
        if (facts.IsSanitizer)
            return Value.Clean;
        if (creation.Initializer is { } initializer)
            EvalChildren(initializer);
        if (facts.Passthrough is { } line)
            return Named(InputsOf(call, constructor, line), creation.Syntax, type.Name);

        Value result = Construct(creation, constructor, type, call);
        if (facts.MakesUrl)
            result = InUrl(result);
        if (IdentifyingTypes.IsEndPoint(type))
            return call.Values.Aggregate(result, static (all, part) => all.Join(part.TaintsOnly));
        return IdentifyingTypes.CategoryOf(type) is { } category
            ? result.WithTaint(new Taint(new SourceOrigin(constructor, category, type.Name), false, false, new TraceStep(null, creation.Syntax, type.Name)))
            : result;
    }

    /// <summary>A list over another list: what is put into one is in the other.</summary>
    private static Value? ViewOf(INamedTypeSymbol type, CallBinding call) =>
        type.Name is "Collection" or "ReadOnlyCollection" or "ReadOnlyDictionary" && MetadataNames.IsIn(type, "System.Collections.ObjectModel") && call.Values is [{ Objects.Length: > 0 } list] ? list : null;

    private Value InUrl(Value value)
    {
        foreach (AbstractObject @object in value.Objects)
        {
            if (_state.PartsOf(@object).TryGet(AccessStep.Content, out Value content))
                Write(@object, AccessStep.Content, content.Map(taint => taint.AsInUrl()));
        }

        return value.Map(taint => taint.AsInUrl());
    }

    private Value Construct(IObjectCreationOperation creation, IMethodSymbol constructor, INamedTypeSymbol type, CallBinding call)
    {
        if (type.Name is "Lazy" or "Task" && !_engine.IsHere(constructor))
            return RunTask(call);
        if (type.Name == "ValueTask" && StringLike.IsTask(type) && call.Values.Length > 0)
            return call.Values[0];
        if (IsText(type) || (StringLike.Is(type) && !StringLike.IsStringBuilder(type) && MemberShape.ElementType(type) is null && type.SpecialType != SpecialType.System_Object))
            return Named(InputsOf(call, constructor), creation.Syntax, type.Name).TaintsOnly;

        if (Pack(call, type) is { } packed)
            return packed;
        if ((Over(type, call) ?? ViewOf(type, call)) is { } over)
            return over;
        AbstractObject made = AllocateAt(creation, type);
        var own = new CallBinding(creation, Value.Of(made), call.Values, call.Operations);
        if (StringLike.IsStringBuilder(type) || Streams.BeginsWithContent(type))
        {
            Write(made, AccessStep.Content, InputsOf(call, constructor));
        }
        else if ((MemberShape.ElementType(type) is not null || UntypedCollections.Is(type)) && !_engine.IsHere(constructor))
        {
            FillNew(Value.Of(made), call.Values, call.Operations);
        }
        else if (Ask(constructor, own) is { } summary)
        {
            Apply(summary, own, constructor, type.Name);
        }
        else
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (PositionalMember(type, parameter) is { } property && !_engine.Facts.Of(property).IsSanitizer)
                    Write(made, AccessStep.Of(property), Named(call.Values[parameter.Ordinal], creation.Syntax, property.Name));
            }

            InvokeArguments(call);
            if (IsGenericElsewhere(constructor))
                ConstructGeneric(Value.Of(made), call, constructor);
        }

        WritePrimaryParameters(Value.Of(made), creation, constructor, call.Values, call.Operations);
        if (!_engine.IsHere(constructor))
            WriteExceptionParts(Value.Of(made), constructor, call);
        return Value.Of(made);
    }

    /// <summary>A class with a primary constructor keeps the parameters that its members use, its initialisers read them, and its base may get some.</summary>
    private void WritePrimaryParameters(Value made, IOperation site, IMethodSymbol constructor, Value[] values, IOperation?[] operations)
    {
        if (constructor.DeclaringSyntaxReferences.IsEmpty || constructor.DeclaringSyntaxReferences[0].GetSyntax(_session.Cancellation) is not TypeDeclarationSyntax declaration)
            return;
        foreach (IParameterSymbol parameter in constructor.Parameters)
            WritePart(made, AccessStep.Of(parameter), values[parameter.Ordinal]);
        var own = new CallBinding(site, made, [], []);
        foreach (ISymbol member in constructor.ContainingType.GetMembers())
        {
            if (member is not (IFieldSymbol or IPropertySymbol) || member is { IsStatic: true } or { IsImplicitlyDeclared: true } || !SourceBodies.HasInitializer(member) || Ask(member, own) is not { IsSpent: false } summary)
                continue;
            NoteGiven(own);
            ApplySummary(summary, own, member.Name);
        }

        if (declaration.BaseList?.Types.FirstOrDefault() is PrimaryConstructorBaseTypeSyntax baseType && _engine.OperationAt(baseType, _session.Cancellation) is IInvocationOperation call)
            RunBaseOfPrimary(made, site, call, values, operations);
    }

    /// <summary>The arguments of <c>: Base(text)</c>, in terms of what the primary constructor was given.</summary>
    private void RunBaseOfPrimary(Value made, IOperation site, IInvocationOperation call, Value[] values, IOperation?[] operations)
    {
        IMethodSymbol constructor = call.TargetMethod;
        Value[] given = Inputs(constructor.Parameters.Length, Value.Unknown);
        var handedOver = new IOperation?[given.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            Value value = Value.Unknown;
            IOperation? handed = null;
            foreach (IOperation part in argument.Value.DescendantsAndSelf())
            {
                if (part is not IParameterReferenceOperation reference || reference.Parameter.Ordinal >= values.Length)
                    continue;
                handed ??= operations[reference.Parameter.Ordinal];
                value = value.Join(part == argument.Value ? values[reference.Parameter.Ordinal] : values[reference.Parameter.Ordinal].TaintsOnly);
            }

            given[parameter.Ordinal] = value;
            handedOver[parameter.Ordinal] = handed;
        }

        var binding = new CallBinding(site, made, given, handedOver);
        if (Ask(constructor, binding) is { IsSpent: false } summary)
            Apply(summary, binding, constructor, constructor.ContainingType.Name);
        WritePrimaryParameters(made, site, constructor, given, handedOver);
        if (_engine.IsHere(constructor))
            return;
        WriteExceptionParts(made, constructor, binding);
        if (IsContainer(constructor.ContainingType))
            FillNew(made, given, handedOver);
    }

    private void WriteMember(AbstractObject made, INamedTypeSymbol type, string name, Value value)
    {
        if (type.GetMembers(name).FirstOrDefault() is { } member)
            Write(made, AccessStep.Of(member), value);
    }

    /// <summary>The property that a constructor without a body here fills: a record's of the same name, in a library also that of the same name but for its first letter, and type.</summary>
    private ISymbol? PositionalMember(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        bool isLibrary = !_engine.IsHere(type);
        for (INamedTypeSymbol? current = type; current is not null && (current.IsRecord || isLibrary); current = current.BaseType)
        {
            foreach (ISymbol member in current.IsRecord ? current.GetMembers(parameter.Name) : current.GetMembers(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)))
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property && (current.IsRecord || SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type)))
                    return member;
            }
        }

        return null;
    }

    private Value EvalAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var values = new List<(ISymbol Member, Value Value)>();
        foreach (IOperation initializer in anonymous.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
                values.Add((target.Property, EvalCopied(assignment.Value)));
            else
                Eval(initializer);
        }

        AbstractObject made = AllocateAt(anonymous, anonymous.Type);
        foreach ((ISymbol member, Value value) in values)
            Write(made, AccessStep.Of(member), value);
        return Value.Of(made);
    }

    private Value EvalArray(IArrayCreationOperation array)
    {
        foreach (IOperation size in array.DimensionSizes)
            Eval(size);
        var elements = new List<Value>();
        if (array.Initializer is { } initializer)
        {
            foreach (IOperation element in initializer.ElementValues)
                elements.Add(EvalPart(element, isCopied: true));
        }

        AbstractObject made = AllocateAt(array, array.Type);
        for (int i = 0; i < elements.Count; i++)
        {
            if (elements.Count <= MaxDistinctElements)
                Write(made, AccessStep.ForKey(i.ToString(System.Globalization.CultureInfo.InvariantCulture)), elements[i]);
            else
                Write(made, AccessStep.Element, ReadPart(made, AccessStep.Element).Join(elements[i]));
        }

        return Value.Of(made);
    }

    private Value EvalTuple(ITupleOperation tuple)
    {
        Value[] values = tuple.Elements.Select(_evalCopied).ToArray();
        AbstractObject made = AllocateAt(tuple, tuple.Type);
        for (int i = 0; i < values.Length; i++)
            Write(made, AccessStep.TupleItem(i), values[i]);
        return Value.Of(made);
    }
}
