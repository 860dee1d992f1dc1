using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Hints;

/// <summary>The members of a type that look like personal data, by their names, their types and the type's name. A guess; nothing but a hint builds on it.</summary>
internal static class MemberHints
{
    /// <summary>Whether a part of the assembly's name ends as those of tests do: then it is nobody's data.</summary>
    public static bool IsTests(string assemblyName) => assemblyName.Split('.').Any(part =>
        NameWords.Of(part) is { Count: > 0 } words && HintLists.Shipped.TypeWordOf(words.Word(words.Count - 1))?.Meaning == TypeMeaning.Test);

    public static List<(ISymbol Member, string Category)> Of(INamedTypeSymbol type)
    {
        var found = new List<(ISymbol, string)>();
        if (StoredMembers.IsNeverStored(type))
            return found;
        List<(ISymbol Member, HintLine Line)> named = Named(type);
        if (named.Count == 0)
            return found;
        HintContexts contexts = ContextsOf(type, named);
        foreach ((ISymbol member, HintLine line) in named)
        {
            if ((line.Where & contexts) != 0)
                found.Add((member, line.Category!));
        }

        return found;
    }

    private static List<(ISymbol Member, HintLine Line)> Named(INamedTypeSymbol type)
    {
        var named = new List<(ISymbol, HintLine)>();
        foreach (ISymbol member in type.GetMembers())
        {
            if (!StoredMembers.Stores(member) || IsCapture(member))
                continue;
            (ValueKinds kind, bool isCollection) = KindOf(MemberShape.TypeOf(member)!);
            if (kind != ValueKinds.None && HintLists.Shipped.Find(NameWords.Of(member.Name), isCollection) is { } line && (line.Types & kind) != 0 &&
                !(member is IFieldSymbol field && StoredMembers.PropertyBehind(field) is not null))
            {
                named.Add((member, line));
            }
        }

        return named;
    }

    /// <summary>What a working class was given for its work. A private field that a model stores can be written.</summary>
    private static bool IsCapture(ISymbol member) => member is IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private };

    /// <summary>The contexts that a type is; none at all for one that holds no data of a person.</summary>
    private static HintContexts ContextsOf(INamedTypeSymbol type, List<(ISymbol Member, HintLine Line)> named)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (HasTestWord(NameWords.Of(outer.Name)))
                return HintContexts.None;
        }

        HintContexts contexts = HintContexts.Anywhere;
        if (PrivacyAttributes.Find(type, "DataSubjectAttribute") is not null)
            contexts |= HintContexts.Person;
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            TypeWord? word = MeaningOf(NameWords.Of(current.Name), out bool isCarried);
            if (word?.Meaning == TypeMeaning.NoData)
                return HintContexts.None;

            // A base called ParentEntity or OwnerBase tells its place among types, and nothing of those that derive from it.
            bool isStructure = isCarried && word is { NeedsWitness: true } && !ReferenceEquals(current, type);
            if (word is not null && !isStructure && (!word.NeedsWitness || named.Any(member => (member.Line.Where & HintContexts.Anywhere) != 0)))
                contexts |= word.Context;
        }

        foreach (Corroboration corroboration in HintLists.Shipped.Corroborations)
        {
            if (named.Any(member => member.Line.Words == corroboration.Beside))
                contexts |= corroboration.Context;
        }

        return contexts;
    }

    /// <summary>What a type's name says at its end, its carriers left away: <c>CreateUserRequest</c> is about a user.</summary>
    private static TypeWord? MeaningOf(NameWords name, out bool isCarried)
    {
        isCarried = false;
        while (HintLists.Shipped.FindType(name) is { } found)
        {
            if (found.Word.Meaning != TypeMeaning.Carrier)
                return found.Word;
            isCarried = true;
            name = name.Take(found.Before);
        }

        return null;
    }

    private static bool HasTestWord(NameWords name)
    {
        for (int i = 0; i < name.Count; i++)
        {
            if (HintLists.Shipped.TypeWordOf(name.Word(i))?.Meaning == TypeMeaning.Test)
                return true;
        }

        return false;
    }

    private static (ValueKinds Kind, bool IsCollection) KindOf(ITypeSymbol type)
    {
        ValueKinds single = SingleKindOf(type);
        if (single != ValueKinds.None || MemberShape.ElementType(type) is not { } element)
            return (single, false);
        return (SingleKindOf(element), true);
    }

    private static ValueKinds SingleKindOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type.TypeKind == TypeKind.Enum)
            return ValueKinds.Enum;
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return ValueKinds.Bytes;
        return type.SpecialType switch
        {
            SpecialType.System_String => ValueKinds.String,
            SpecialType.System_DateTime => ValueKinds.Date,
            SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or
                SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_Byte => ValueKinds.Whole,
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => ValueKinds.Real,
            _ => type is INamedTypeSymbol { Name: "DateTimeOffset" or "DateOnly" } date && MetadataNames.IsIn(date, "System") ? ValueKinds.Date : ValueKinds.None,
        };
    }
}
