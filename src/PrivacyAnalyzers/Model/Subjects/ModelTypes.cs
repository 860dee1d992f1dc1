using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Tells a program's own model types from values.</summary>
internal static class ModelTypes
{
    /// <summary>The model type that a member of this type holds, one or several; none for values.</summary>
    public static (INamedTypeSymbol? Target, bool IsCollection) Target(ITypeSymbol type)
    {
        type = TypeNames.StripNullable(type);
        if (IsModel(type))
            return ((INamedTypeSymbol)type, false);
        return MemberShape.ElementType(type) is { } element && IsModel(TypeNames.StripNullable(element))
            ? ((INamedTypeSymbol)TypeNames.StripNullable(element), true)
            : (null, false);
    }

    /// <summary>Whether the type, or a type inside it, has a member that is personal data.</summary>
    public static bool HoldsClassified(INamedTypeSymbol type, MemberClassifier classifier, Compilation compilation) =>
        FirstCategory(type, classifier, compilation) is not null;

    /// <summary>The category of the first member of the type, or of a type inside it, that is personal data.</summary>
    public static string? FirstCategory(INamedTypeSymbol type, MemberClassifier classifier, Compilation compilation) =>
        FirstCategory(type, classifier, compilation, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>Whether generated public members may name the type's members, and what is inside them.</summary>
    public static bool IsPublicThroughout(INamedTypeSymbol type, Compilation compilation) =>
        IsPublicThroughout(type, compilation, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool IsPublicThroughout(INamedTypeSymbol type, Compilation compilation, HashSet<ISymbol> seen)
    {
        if (!seen.Add(type))
            return true;
        return TypeNames.IsPublic(type) && ModelMembers.Readable(type, compilation).All(member =>
            TypeNames.IsPublic(ModelMembers.TypeOf(member)) &&
            (Target(ModelMembers.TypeOf(member)).Target is not { } inner || IsPublicThroughout(inner, compilation, seen)));
    }

    private static string? FirstCategory(INamedTypeSymbol type, MemberClassifier classifier, Compilation compilation, HashSet<ISymbol> seen)
    {
        if (!seen.Add(type.OriginalDefinition) || ModelFitness.Of(type, compilation) != Unfitness.None)
            return null;
        foreach (ISymbol member in ModelMembers.Readable(type, compilation))
        {
            if ((classifier.Classify(member)?.Category ??
                (Target(ModelMembers.TypeOf(member)).Target is { } inner ? FirstCategory(inner, classifier, compilation, seen) : null)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsModel(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, IsTupleType: false, TypeKind: TypeKind.Class or TypeKind.Struct } named &&
        MemberShape.ElementType(named) is null && !MemberShape.IsUnderSystem(named.ContainingNamespace) && named.DelegateInvokeMethod is null;
}
