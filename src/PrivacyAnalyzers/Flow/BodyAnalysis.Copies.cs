using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Structs are values: where one is put somewhere else, there are two of it.</summary>
internal sealed partial class BodyAnalysis
{
    /// <summary>Evaluates what is put somewhere else. A struct of the program that stands somewhere already is copied.</summary>
    private Value EvalCopied(IOperation operation)
    {
        Value value = Eval(operation);

        // A box holds a copy, too.
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return value.Objects.Length > 0 && IsOwnStruct(operation.Type) && IsKept(operation) ? CopyOf(operation, operation.Type, value) : value;
    }

    private bool IsKept(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation => true,
        IInvocationOperation or IInstanceReferenceOperation => true,
        IFlowCaptureReferenceOperation reference => _capturedTargets.ContainsKey(reference.Id),
        _ => false,
    };

    private static bool IsOwnStruct(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } named && (named.IsTupleType || !named.DeclaringSyntaxReferences.IsEmpty);

    /// <summary><c>row with { … }</c>: the graph writes the members into what it has captured.</summary>
    private static bool IsChangedCopy(IFlowCaptureOperation capture)
    {
        SyntaxNode written = capture.Value.Syntax;
        while (written.Parent is ParenthesizedExpressionSyntax parenthesized)
            written = parenthesized;
        return written.Parent is WithExpressionSyntax with && with.Expression == written;
    }

    /// <summary>What objects of a type hold themselves: a property that computes runs on the copy as on the original.</summary>
    private static IEnumerable<AccessStep> Kept(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true, TupleElements: var items })
            return Enumerable.Range(0, items.Length).Select(AccessStep.TupleItem);
        return type.GetMembers()
            .Where(static member => member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } ||
                (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property && StoredMembers.HasBackingField(property.OriginalDefinition)))
            .Select(AccessStep.Of);
    }

    /// <summary>What an object from elsewhere refers to, its copy refers to as well: it must be one thing before there are two ways to it.</summary>
    private void HoldReferences(AbstractObject @object)
    {
        if (@object.Kind != ObjectKind.Opaque || !IsOwnStruct(@object.Type))
            return;
        foreach (AccessStep step in Kept(@object.Type!))
        {
            if (step.TypeIn(@object.Type) is { IsReferenceType: true })
                ReadPartOf(@object.AsValue, step);
        }
    }

    /// <summary>A copy, member by member: of <c>with</c>, of <c>MemberwiseClone</c>, of a struct that is put somewhere else.</summary>
    private Value CopyOf(IOperation site, ITypeSymbol? type, Value original, AllocationPart part = default, int depth = 0)
    {
        if (!Spend())
            return Value.Unknown;
        var parts = ObjectState.Empty;
        foreach (AbstractObject @object in original.Objects)
        {
            HoldReferences(@object);
            ObjectState own = _state.PartsOf(@object);
            for (ITypeSymbol? current = @object.Kind == ObjectKind.Input ? @object.Type : null; current is not null; current = current.BaseType)
            {
                foreach (AccessStep step in Kept(current))
                {
                    if (!own.TryGet(step, out _))
                        own = own.Set(step, InitialPart(@object, step));
                }
            }

            parts = parts.Count == 0 ? own : parts.Join(own, @object, static (_, _) => Value.Unknown);
        }

        // A struct inside of a struct is copied along; where ways into an input end, one object stands for all beyond.
        for (int i = 0; i < parts.Count && depth < InputPath.MaxDepth; i++)
        {
            (AccessStep step, Value value) = parts[i];
            if (value.Objects.Length > 0 && IsOwnStruct(value.Objects[0].Type))
                parts = parts.Set(step, CopyOf(site, value.Objects[0].Type, value, part.In(PartOf.Part, i), depth + 1));
        }

        // Of what came from elsewhere the class is not known, and so not that of the copy.
        bool isExact = Array.TrueForAll(original.Objects, @object => @object.Kind is ObjectKind.Fresh or ObjectKind.Older && SymbolEqualityComparer.Default.Equals(@object.Type, type));
        Value copy = isExact ? Value.Of(AllocateAt(site, type, part, ages: false)) : OpaqueAt(site, type, part);
        if (copy.Objects.Length == 1)
            SetParts(copy.Objects[0], parts);
        return copy.Join(original.TaintsOnly);
    }
}
