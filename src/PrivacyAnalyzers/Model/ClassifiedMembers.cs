using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>Which members of a type keep personal data, by what is written: what the rules about stored data go by.</summary>
internal static class ClassifiedMembers
{
    /// <summary>The type's own members that are classified and store, each once: a field behind a classified property is that property.</summary>
    public static IEnumerable<ClassifiedMember> Declared(INamedTypeSymbol type, MemberClassifier classifier)
    {
        foreach (ISymbol member in WrittenOrder.Members(type))
        {
            // Broken code has members without a name; the compiler speaks of those.
            if (member.Name.Length > 0 && StoredMembers.Stores(member) && classifier.Classify(member) is { } classification &&
                !(member is IFieldSymbol field && StoredMembers.PropertyBehind(field) is { } property && classifier.Classify(property) is not null))
            {
                yield return new ClassifiedMember(member, classification.Category);
            }
        }
    }

    /// <summary>What the type is the first of this compilation to inherit from other assemblies.</summary>
    public static IEnumerable<ClassifiedMember> InheritedFromElsewhere(INamedTypeSymbol type, Compilation compilation, MemberClassifier classifier) =>
        type.BaseType is { SpecialType: SpecialType.None } first && !SymbolEqualityComparer.Default.Equals(first.ContainingAssembly, compilation.Assembly)
            ? UpFrom(first, new HashSet<string>(type.MemberNames, StringComparer.Ordinal), classifier)
            : Enumerable.Empty<ClassifiedMember>();

    /// <summary>All that a row of the type keeps: its own and what it inherits.</summary>
    public static IEnumerable<ClassifiedMember> All(INamedTypeSymbol type, MemberClassifier classifier) =>
        UpFrom(type, new HashSet<string>(StringComparer.Ordinal), classifier);

    /// <summary>Its own and what it inherits, up to the first of its bases that is among <paramref name="others"/>, as it is written there.</summary>
    public static IEnumerable<ClassifiedMember> UpTo(INamedTypeSymbol type, HashSet<INamedTypeSymbol> others, MemberClassifier classifier) =>
        UpFrom(type, new HashSet<string>(StringComparer.Ordinal), classifier, others);

    /// <param name="hidden">Names that a derived type declares: its declaration speaks for the base's.</param>
    /// <param name="end">Bases at which to stop.</param>
    private static IEnumerable<ClassifiedMember> UpFrom(INamedTypeSymbol type, HashSet<string> hidden, MemberClassifier classifier, HashSet<INamedTypeSymbol>? end = null)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (end?.Contains(current) == true && !ReferenceEquals(current, type))
                yield break;
            foreach (ClassifiedMember member in Declared(current, classifier))
            {
                if (!hidden.Contains(member.Member.Name))
                    yield return member;
            }

            hidden.UnionWith(current.MemberNames);
        }
    }
}

/// <param name="Category">The statement key, such as <c>identifier</c>.</param>
internal readonly record struct ClassifiedMember(ISymbol Member, string Category)
{
    /// <summary>As messages name it: <c>Customer.Email</c>.</summary>
    public string Display => $"{Member.ContainingType.Name}.{Member.Name}";

    /// <summary>Data about a person, and not a secret alone: a machine's key belongs to nobody.</summary>
    public bool IsPersonal => Category != Categories.Credential;
}
