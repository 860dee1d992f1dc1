using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Variables of a wide type that only ever hold values of one type that nothing derives from: a test for another type is never met.</summary>
internal static class FinalTypes
{
    /// <summary>The locals of a body that hold one such type.</summary>
    public static Dictionary<ISymbol, ITypeSymbol> Read(IOperation body)
    {
        var types = new Dictionary<ISymbol, ITypeSymbol?>(SymbolEqualityComparer.Default);
        var declared = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                // Not the variable of a loop or a pattern: what it gets is not written as an assignment.
                case IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } symbol, Parent: IVariableDeclarationOperation } declarator:
                    declared.Add(symbol);
                    if (declarator.Initializer is { } initializer)
                        Note(types, symbol, Of(initializer.Value));
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, IsRef: false } assignment:
                    Note(types, target.Local, Of(assignment.Value));
                    break;
                case ILocalReferenceOperation reference when MayBeWritten(reference):
                    Note(types, reference.Local, null);
                    break;
            }
        }

        var known = new Dictionary<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (KeyValuePair<ISymbol, ITypeSymbol?> entry in types)
        {
            if (entry.Value is { } type && declared.Contains(entry.Key))
                known.Add(entry.Key, type);
        }

        return known;
    }

    /// <summary>Whether a value of exactly this type can be of the other one.</summary>
    public static bool MayBe(ITypeSymbol final, ITypeSymbol? other)
    {
        if (other is null or ITypeParameterSymbol or IDynamicTypeSymbol || other.SpecialType == SpecialType.System_Object)
            return true;
        other = MemberShape.Plain(other);
        for (ITypeSymbol? current = final; current is not null; current = current.BaseType)
        {
            // At run time names of a tuple's items, and `dynamic`, are no other type.
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other.OriginalDefinition))
                return true;
        }

        // An interface may be met by another construction of it.
        return final.AllInterfaces.Any(@interface => SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, other.OriginalDefinition));
    }

    /// <summary>The type of the object that an expression gives, where nothing can derive from it.</summary>
    private static ITypeSymbol? Of(IOperation value)
    {
        while (true)
        {
            if (value.Type is { } type && (type.IsValueType || type.SpecialType == SpecialType.System_String) && type is not ITypeParameterSymbol)
                return MemberShape.Plain(type);
            if (value is not IConversionOperation { OperatorMethod: null } conversion || conversion.GetConversion() is not ({ IsBoxing: true } or { IsReference: true } or { IsIdentity: true }))
                return null;
            value = conversion.Operand;
        }
    }

    private static void Note(Dictionary<ISymbol, ITypeSymbol?> types, ISymbol local, ITypeSymbol? type) =>
        types[local] = types.TryGetValue(local, out ITypeSymbol? known) && !SymbolEqualityComparer.Default.Equals(known, type) ? null : type;

    private static bool MayBeWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or IArgumentOperation { Parameter: null } => true,
        ISimpleAssignmentOperation assignment => assignment.IsRef,
        IAssignmentOperation assignment => assignment.Target == reference,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IConditionalOperation conditional => conditional.IsRef,
        ITupleOperation or IDeclarationExpressionOperation or IAddressOfOperation or IIncrementOrDecrementOperation or IForEachLoopOperation => true,
        _ => false,
    };
}
