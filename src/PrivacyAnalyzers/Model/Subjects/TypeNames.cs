using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>How types and members are named in generated code, and whether that code may name them at all.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static TypeName Of(INamedTypeSymbol type) => new(
        Global(type),
        type.Name,
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "",
        MetadataNames.FullName(type),
        IsPublic(type));

    /// <summary>As code names it from anywhere, with no nullable annotation at its end.</summary>
    public static string Global(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(WithNullability);

    /// <summary>As <see cref="Global"/>, and with <c>?</c> where it may be <see langword="null"/>: also a reference of which nothing is said.</summary>
    public static string GlobalWithNullability(ITypeSymbol type) =>
        type.IsReferenceType && IsNullable(type) ? Global(type) + "?" : type.ToDisplayString(WithNullability);

    /// <summary>A <c>T?</c> value, an annotated reference, or a reference in code that has no annotations.</summary>
    public static bool IsNullable(ITypeSymbol type) =>
        type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type inside <c>T?</c>, for values.</summary>
    public static ITypeSymbol StripNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.RecordKeyword or SyntaxKind.RequiredKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.FileKeyword
            ? "@" + name
            : name;

    public static bool IsPublic(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsPublic(array.ElementType);
            case INamedTypeSymbol named:
                for (INamedTypeSymbol? current = named; current is not null; current = current.ContainingType)
                {
                    if (current.DeclaredAccessibility != Accessibility.Public || current.TypeArguments.Any(argument => !IsPublic(argument)))
                        return false;
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>Nested types by all their names, so that <c>Shop.Customer</c> and <c>Club.Customer</c> differ.</summary>
    public static string WithOuterNames(INamedTypeSymbol type)
    {
        var text = new StringBuilder(type.Name);
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            text.Insert(0, outer.Name + "_");
        foreach (ITypeSymbol argument in type.TypeArguments)
            text.Append("Of").Append(argument.Name);
        return text.ToString();
    }

    /// <summary>Simple names where they are enough, longer ones where two types share one.</summary>
    public static Dictionary<INamedTypeSymbol, string> Unique(IReadOnlyCollection<INamedTypeSymbol> types)
    {
        var result = new Dictionary<INamedTypeSymbol, string>(SymbolEqualityComparer.Default);
        foreach (IGrouping<string, INamedTypeSymbol> same in types.GroupBy(type => type.Name, StringComparer.Ordinal))
        {
            foreach (IGrouping<string, INamedTypeSymbol> stillSame in same.GroupBy(type => same.Count() == 1 ? type.Name : WithOuterNames(type), StringComparer.Ordinal))
            {
                int number = 0;
                foreach (INamedTypeSymbol type in stillSame.OrderBy(Global, StringComparer.Ordinal))
                    result[type] = stillSame.Count() == 1 ? stillSame.Key : WithNamespace(type, stillSame.Key, ref number);
            }
        }

        // Joined names may meet one another all the same: numbers end that.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in result.Keys.OrderBy(Global, StringComparer.Ordinal).ToList())
        {
            string name = result[type];
            for (int i = 2; !taken.Add(name); i++)
                name = result[type] + i;
            result[type] = name;
        }

        return result;
    }

    private static string WithNamespace(INamedTypeSymbol type, string name, ref int number)
    {
        string space = type.ContainingNamespace is { IsGlobalNamespace: false } containing ? containing.ToDisplayString().Replace(".", "_").Replace("@", "") + "_" : "";
        number++;
        return space.Length == 0 && number > 1 ? name + number : space + name;
    }
}
