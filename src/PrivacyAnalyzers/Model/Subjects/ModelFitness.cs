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
}

/// <summary>Says whether generated code can name a model and read its values. The generators pass by what does not fit; PRIV3001 says so.</summary>
internal static class ModelFitness
{
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

        return compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? Unfitness.None : Unfitness.Private;
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
        _ => "",
    };
}
