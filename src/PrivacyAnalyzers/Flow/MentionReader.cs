using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Reads off a body what it mentions. Says too much rather than too little: what is not mentioned cannot be found.</summary>
internal sealed class MentionReader(FlowEngine engine, ReachIndex reach, ISymbol owner, CancellationToken cancellation)
{
    private HashSet<ReachNode>? _next;
    private Mentions _own;

    public static BodyMentions Read(ImmutableArray<IOperation> blocks, ISymbol owner, FlowEngine engine, ReachIndex reach, CancellationToken cancellation)
    {
        var reader = new MentionReader(engine, reach, owner, cancellation);
        foreach (IOperation operation in new OperationWalk(blocks))
            reader.Look(operation);
        return reader._next is null && reader._own == Mentions.None
            ? BodyMentions.None
            : new BodyMentions(reader._own, reader._next is null ? ImmutableArray<ReachNode>.Empty : reader._next.ToImmutableArray());
    }

    private void Look(IOperation operation)
    {
        // A claim that is chosen by its type may be a person's.
        if (BodyAnalysis.ClaimTypeOf(operation) is not null)
            _own |= Mentions.Source;
        switch (operation)
        {
            case IDynamicMemberReferenceOperation:
                _own |= Mentions.TakesApart;
                break;
            case IDynamicInvocationOperation:
                _own |= Mentions.Sink | Mentions.TakesApart;
                break;
            case IInvocationOperation invocation:
                LookAtCall(invocation);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                Call(constructor, isVirtual: false);
                if (engine.IsHere(constructor.ContainingType))
                    Add(constructor.ContainingType, ReachKind.Creation);

                // Whether an exception keeps what it takes, any body of its type may say.
                if (engine.Facts.IsException(constructor.ContainingType) && MeasuredParameter.IsPrimary(constructor))
                    Add(constructor.ContainingType, ReachKind.Kept);
                LookAtSinks(engine.Facts.Of(constructor), creation.Arguments);
                LookAtType(constructor.ContainingType);
                break;
            case IPropertyReferenceOperation property:
                LookAtAccessors(property);
                LookAtMember(property.Property, property, property.Instance, property.Type);
                break;
            case IFieldReferenceOperation field:
                LookAtMember(field.Field, field, field.Instance, field.Type);
                break;
            case IEventReferenceOperation { Event.DeclaringSyntaxReferences.IsEmpty: false } @event:
                LookAtKept(@event.Event, @event.Type);
                break;
            case IParameterReferenceOperation parameter:
                LookAtSource(parameter.Parameter, parameter.Type);
                break;
            case ILocalReferenceOperation local:
                LookAtType(local.Type);
                break;
            case IInstanceReferenceOperation instance:
                LookAtType(instance.Type);

                // Others may read of it what its own bodies left in it.
                if (instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance && instance.Parent is not (IMemberReferenceOperation or IInvocationOperation) && owner.ContainingType is { } own)
                    Add(own, ReachKind.Kept);
                break;
            case IMethodReferenceOperation reference:
                Call(reference.Method, reference.IsVirtual);
                foreach (ParameterSink sink in engine.Facts.Of(reference.Method).Sinks)
                    _own |= TakesApart(sink) ? Mentions.Sink | Mentions.TakesApart : Mentions.Sink;
                LookAtSerializer(reference.Method);
                LookAtSource(reference.Method, reference.Method.ReturnType);
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                Call(method, isVirtual: false);
                break;
            case IConversionOperation { OperatorMethod: { } method }:
                Call(method, isVirtual: false);
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                Call(method, isVirtual: false);
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { } method }:
                Call(method, isVirtual: false);
                break;
            case IDeconstructionAssignmentOperation { Value.Type: { } type } deconstruction:
                LookAtImplicitCalls(type, "Deconstruct", "");
                if (engine.ExtensionOf(deconstruction, cancellation) is { } extension)
                    Call(extension, isVirtual: false);
                break;
            case IRecursivePatternOperation pattern:
                if (pattern.DeconstructSymbol is IMethodSymbol deconstruct)
                    Call(deconstruct, isVirtual: false);
                LookAtType(pattern.MatchedType);
                break;
            case IForEachLoopOperation loop:
                ITypeSymbol? sequence = (loop.Collection as IConversionOperation)?.Operand.Type ?? loop.Collection.Type;
                LookAtEnumeration(loop, sequence);
                if (loop.LoopControlVariable is not IVariableDeclaratorOperation && sequence is not null)
                    LookAtImplicitCalls(MemberShape.ElementType(sequence), "Deconstruct", "");
                break;
            case IVariableDeclaratorOperation { Parent.Parent: IUsingDeclarationOperation or IVariableDeclarationGroupOperation { Parent: IUsingOperation or IUsingDeclarationOperation } } resource:
                LookAtImplicitCalls(resource.Symbol.Type, "Dispose", "DisposeAsync");
                break;
            case IUsingOperation { Resources: { Type: { } type } }:
                LookAtImplicitCalls(type, "Dispose", "DisposeAsync");
                break;
        }
    }

    private void LookAtCall(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            // A delegate made by LoggerMessage.Define is known by its shape alone.
            if (method.Parameters.Length > 1 && method.Parameters[0].Type.Name == "ILogger")
                _own |= Mentions.Sink;
            LookAtType(method.ReturnType);
            return;
        }

        Call(method, invocation.IsVirtual);
        LookAtSinks(engine.Facts.Of(method), invocation.Arguments);
        LookAtSerializer(method);
        LookAtSource(method, method.ReturnType);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.Out)
                LookAtSource(parameter, parameter.Type);
        }

        if (engine.Facts.KeyedIndexer(invocation.Instance?.Type) is not null)
            _own |= Mentions.Source;
    }

    private void LookAtAccessors(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        foreach (IMethodSymbol? accessor in new[] { property.GetMethod, property.SetMethod })
        {
            if (accessor is not null && (Dispatch.IsOpen(accessor) || (engine.IsHere(accessor) && Accessors.HasBody(accessor.OriginalDefinition))))
                Call(accessor, isVirtual: true);
        }
    }

    private void LookAtMember(ISymbol member, IOperation mention, IOperation? instance, ITypeSymbol? type)
    {
        CallFacts facts = engine.Facts.Of(member);
        if (!facts.IsNone)
        {
            // Of a member that is kept, only a write is of interest.
            if (facts.ReturnedCollectionSink is not null ||
                (facts.Sinks.Length > 0 && (facts.Sinks[0].Kind != SinkKind.Store || (mention.Parent is IAssignmentOperation assignment && assignment.Target == mention))))
            {
                _own |= Mentions.Sink;
            }
        }

        LookAtSource(member, type);
        if ((instance is IInstanceReferenceOperation || member.IsStatic) && engine.IsHere(member) && MayKeep(type))
            LookAtKept(member, type);
    }

    private static bool MayKeep(ITypeSymbol? type) => type is { SpecialType: not SpecialType.System_Boolean, TypeKind: not TypeKind.Enum };

    /// <summary>Another body of its type may have left something in it, or one of the type that derives from it and uses it.</summary>
    private void LookAtKept(ISymbol member, ITypeSymbol? type)
    {
        Add(member, ReachKind.Kept);
        if (owner.ContainingType is not { } user || SymbolEqualityComparer.Default.Equals(user.OriginalDefinition, member.ContainingType.OriginalDefinition))
            return;
        if (!KeptMember.IsSetOnce(member, type))
        {
            Add(user, ReachKind.Kept);
            return;
        }

        // What it gives to the base's constructor.
        foreach (IMethodSymbol constructor in user.Constructors)
            Add(constructor, ReachKind.Body);
    }

    private void LookAtSinks(CallFacts facts, ImmutableArray<IArgumentOperation> arguments)
    {
        if (facts.IsNone)
            return;
        if (facts.ReturnedCollectionSink is not null)
            _own |= Mentions.Sink;
        foreach (ParameterSink sink in facts.Sinks)
        {
            if (ArgumentAt(sink.Ordinal, arguments) is not { } argument || !MayCarry(argument.Value))
                continue;
            _own |= Mentions.Sink;
            if (TakesApart(sink) || arguments.Any(static each => BodyAnalysis.AsksForMembers(each.Parameter, each.Value)) || TakesHolesApart(ArgumentAt(sink.TemplateOrdinal, arguments)))
            {
                _own |= Mentions.TakesApart;
            }
        }
    }

    private static bool TakesApart(ParameterSink sink) => sink.Mode.TakesApart();

    private static bool TakesHolesApart(IArgumentOperation? template) =>
        template is not null && (template.Value.ConstantValue is not { HasValue: true, Value: string text } || text.IndexOf("{@", StringComparison.Ordinal) >= 0);

    private static IArgumentOperation? ArgumentAt(int ordinal, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument;
        }

        return null;
    }

    private void LookAtSerializer(IMethodSymbol method)
    {
        if (Serializers.Writes(method))
            _own |= Mentions.TakesApart;
    }

    /// <summary>Whether anything but constants is in an argument.</summary>
    private static bool MayCarry(IOperation value)
    {
        while (value is IConversionOperation conversion && !value.ConstantValue.HasValue)
            value = conversion.Operand;
        if (value.ConstantValue.HasValue || value is IDefaultValueOperation or ITypeOfOperation)
            return false;
        if (value is not IArrayCreationOperation { Initializer: { } initializer })
            return true;
        foreach (IOperation element in initializer.ElementValues)
        {
            if (MayCarry(element))
                return true;
        }

        return false;
    }

    private void LookAtSource(ISymbol member, ITypeSymbol? type)
    {
        if ((_own & Mentions.Source) == 0)
        {
            CallFacts facts = engine.Facts.Of(member);
            if (facts.SourceCategory is not null || facts.Keyed is not null || engine.Classifier.Classify(member) is not null)
                _own |= Mentions.Source;
        }

        LookAtType(type);
    }

    private void LookAtType(ITypeSymbol? type)
    {
        if (type is null)
            return;
        TypeMentions mentions = reach.Of(type);
        _own |= mentions.Own;
        foreach (ReachNode run in mentions.Runs.IsDefault ? ImmutableArray<ReachNode>.Empty : mentions.Runs)
            (_next ??= []).Add(run);
    }

    /// <summary>What a <c>foreach</c> runs: of a library's sequence nothing that is written here.</summary>
    private void LookAtEnumeration(IForEachLoopOperation loop, ITypeSymbol? sequence)
    {
        if (loop.SemanticModel is not { } model || loop.Syntax is not CommonForEachStatementSyntax statement || (sequence is not null && !engine.IsHere(sequence) && MemberShape.ElementType(sequence) is not null))
            return;
        ForEachStatementInfo info = model.GetForEachStatementInfo(statement);
        foreach (IMethodSymbol? method in new[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.DisposeMethod })
        {
            if (method is not null)
                Call(method, isVirtual: true);
        }
    }

    /// <summary>What <c>using</c> and patterns run of a type of the program.</summary>
    private void LookAtImplicitCalls(ITypeSymbol? type, string name, string other)
    {
        for (ITypeSymbol? current = type; current is not null && engine.IsHere(current); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name).AddRange(current.GetMembers(other)))
            {
                if (member is IMethodSymbol method)
                    Call(method, isVirtual: true);
            }
        }
    }

    private void Call(IMethodSymbol method, bool isVirtual)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return;
        IMethodSymbol target = method.ReducedFrom ?? method;
        if (isVirtual && Dispatch.IsOpen(target))
            Add(target, ReachKind.OpenCall);
        else if (engine.IsHere(target))
            Add(target, ReachKind.Body);
    }

    private void Add(ISymbol symbol, ReachKind kind)
    {
        if (reach.NodeOf(symbol, kind, cancellation) is { } node)
            (_next ??= []).Add(node);
    }
}

/// <summary>What a value of a type means for whoever touches it.</summary>
/// <param name="Own">Whether it identifies by nature, or shows a classified member.</param>
/// <param name="Runs">Code of the program that runs where its text is made: its <c>ToString</c>, getters of members that show, its enumerator.</param>
internal readonly record struct TypeMentions(Mentions Own, ImmutableArray<ReachNode> Runs);
