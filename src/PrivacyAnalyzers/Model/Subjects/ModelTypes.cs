using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Tells a program's own model types from values.</summary>
internal static class ModelTypes
{
    /// <summary>
    /// How many models may stand inside each other. Nobody writes more, and a generic type that holds a wider one of itself has no end.
    /// </summary>
    public const int MaxDepth = 32;

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
    public static string? FirstCategory(INamedTypeSymbol type, MemberClassifier classifier, Compilation compilation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IEnumerator<ISymbol>>();
        Enter(type);
        while (open.Count > 0)
        {
            IEnumerator<ISymbol> members = open.Peek();
            if (!members.MoveNext())
                open.Pop();
            else if (classifier.Classify(members.Current) is { } found)
                return found.Category;
            else if (Target(TypeOf(members.Current)).Target is { } inner)
                Enter(inner);
        }

        return null;

        void Enter(INamedTypeSymbol model)
        {
            if (seen.Add(model.OriginalDefinition) && ModelFitness.Of(model, compilation) == Unfitness.None)
                open.Push(ModelMembers.Readable(model, compilation).GetEnumerator());
        }
    }

    /// <summary>Whether generated public members may name the types' members, and what is inside them. Asked of all at once, since many refer to the same.</summary>
    public static bool ArePublicThroughout(IEnumerable<INamedTypeSymbol> types, Compilation compilation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<(INamedTypeSymbol Type, int Depth)>();
        foreach (INamedTypeSymbol type in types.Where(seen.Add))
            open.Enqueue((type, 0));
        while (open.Count > 0)
        {
            (INamedTypeSymbol model, int depth) = open.Dequeue();
            if (!TypeNames.IsPublic(model))
                return false;
            foreach (ITypeSymbol member in ModelMembers.Readable(model, compilation).Select(TypeOf))
            {
                if (!TypeNames.IsPublic(member))
                    return false;
                if (depth < MaxDepth && Target(member).Target is { } inner && seen.Add(inner))
                    open.Enqueue((inner, depth + 1));
            }
        }

        return true;
    }

    private static ITypeSymbol TypeOf(ISymbol member) => ModelMembers.TypeOf(member);

    private static bool IsModel(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, IsTupleType: false, TypeKind: TypeKind.Class or TypeKind.Struct } named &&
        MemberShape.ElementType(named) is null && !MemberShape.IsUnderSystem(named.ContainingNamespace) && named.DelegateInvokeMethod is null;
}
