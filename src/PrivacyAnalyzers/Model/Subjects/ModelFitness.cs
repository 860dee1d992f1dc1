using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Why code cannot be generated for a type.</summary>
internal enum Unfitness
{
    None,
    Private,
    FileLocal,
    OpenGeneric,
    Static,
    Interface,
    RefStruct,
    TooDeep,
}

/// <summary>Says whether generated code can name a model and read its values. The generators pass by what does not fit; PRIV3001 says so.</summary>
internal static class ModelFitness
{
    /// <summary>
    /// How many classes may stand above a model. Each type of a hierarchy is exported and cleared with all that it inherits, so that what is
    /// written grows with the square of the depth. Nobody writes so many by hand.
    /// </summary>
    public const int MostBases = 64;

    public static Unfitness Of(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.TypeKind == TypeKind.Interface)
            return Unfitness.Interface;
        if (type.IsStatic)
            return Unfitness.Static;
        if (type.IsRefLikeType)
            return Unfitness.RefStruct;
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
                return Unfitness.FileLocal;
            if (current.TypeArguments.Any(argument => argument.TypeKind is TypeKind.TypeParameter or TypeKind.Error))
                return Unfitness.OpenGeneric;
        }

        if (!compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            return Unfitness.Private;
        return HasTooManyBases(type) ? Unfitness.TooDeep : Unfitness.None;
    }

    /// <summary>Whether more classes stand above the type than are read. Looks no further than that.</summary>
    public static bool HasTooManyBases(INamedTypeSymbol type)
    {
        int count = 0;
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (++count > MostBases)
                return true;
        }

        return false;
    }

    /// <summary>In words, after "because".</summary>
    public static string Explain(Unfitness unfitness) => unfitness switch
    {
        Unfitness.Private => "it is not accessible outside the type that contains it",
        Unfitness.FileLocal => "it is local to its file",
        Unfitness.OpenGeneric => "it is an open generic type",
        Unfitness.Static => "it is static",
        Unfitness.Interface => "it is an interface",
        Unfitness.RefStruct => "it is a ref struct",
        Unfitness.TooDeep => $"it has more than {MostBases} base classes",
        _ => "",
    };
}
