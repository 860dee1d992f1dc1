using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;

namespace PrivacyAnalyzers.Flow;

/// <summary>The cheap way out: a body that mentions no source or no sink, nor code of the program that may, is not solved.</summary>
internal sealed class BodyGate(FlowEngine engine)
{
    /// <param name="takesSource">What callers pass counts as a source.</param>
    public bool IsWorthwhile(ImmutableArray<IOperation> blocks, bool takesSource)
    {
        bool source = takesSource;
        bool sink = false;
        foreach (IOperation operation in new OperationWalk(blocks))
        {
            Look(operation, ref source, ref sink);
            if (source && sink)
                return true;
        }

        return false;
    }

    private void Look(IOperation operation, ref bool source, ref bool sink)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                IMethodSymbol method = invocation.TargetMethod;
                if (IsOwnCode(method) || method.MethodKind == MethodKind.DelegateInvoke)
                    source = sink = true;
                LookAt(method, ref source, ref sink);
                source |= IsSourceType(method.ReturnType) || engine.Facts.KeyedIndexer(invocation.Instance?.Type) is not null;
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                if (IsOwnCode(constructor))
                    source = sink = true;
                LookAt(constructor, ref source, ref sink);
                source |= IsSourceType(constructor.ContainingType);
                break;
            case IPropertyReferenceOperation property:
                if (property.Property is { IsAbstract: true } or { DeclaringSyntaxReferences.IsEmpty: false } && !Model.StoredMembers.HasBackingField(property.Property.OriginalDefinition))
                    source = sink = true;
                LookAt(property.Property, ref source, ref sink, property);
                source |= engine.Classifier.Classify(property.Property) is not null || IsSourceType(property.Type) || MayHold(property.Property, property.Type, property.Instance);
                break;
            case IFieldReferenceOperation field:
                LookAt(field.Field, ref source, ref sink, field);
                source |= engine.Classifier.Classify(field.Field) is not null || IsSourceType(field.Type) || MayHold(field.Field, field.Type, field.Instance);
                break;
            case IParameterReferenceOperation parameter:
                source |= engine.Classifier.Classify(parameter.Parameter) is not null || IsSourceType(parameter.Type);
                break;
            case ILocalReferenceOperation local:
                source |= IsSourceType(local.Type);
                break;
        }
    }

    /// <summary>A member of the body's own type, in which another body may have kept something.</summary>
    private static bool MayHold(ISymbol member, ITypeSymbol? type, IOperation? instance) =>
        (instance is IInstanceReferenceOperation || member.IsStatic) && !member.DeclaringSyntaxReferences.IsEmpty &&
        type is not null && (StringLike.Is(type) || Model.MemberShape.ElementType(type) is not null ||
            (type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } && arguments.Any(argument => StringLike.Is(argument))));

    /// <param name="mention">Of a member that is kept, only a write is of interest.</param>
    private void LookAt(ISymbol member, ref bool source, ref bool sink, IOperation? mention = null)
    {
        CallFacts facts = engine.Facts.Of(member);
        if (facts.IsNone)
            return;
        source |= facts.SourceCategory is not null || facts.Keyed is not null;
        sink |= (facts.Sinks.Length > 0 && (facts.Sinks[0].Kind != SinkKind.Store || mention?.Parent is IAssignmentOperation assignment && assignment.Target == mention)) || facts.ReturnedCollectionSink is not null;
    }

    private bool IsSourceType(ITypeSymbol? type)
    {
        if (type is null || TypeShapes.IsScalar(type))
            return IdentifyingTypes.CategoryOf(type) is not null;
        ITypeSymbol inner = Model.MemberShape.ElementType(type) ?? type;
        return IdentifyingTypes.CategoryOf(inner) is not null || engine.Shapes.MayShow(inner);
    }

    private static bool IsOwnCode(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length > 0;
}
