using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Which purposes and recipients code has: the one answer for all rules. The nearest mark counts and hides those farther away. Near to far:
/// the code's own, that of what it overrides or implements, its type's, those of the type's bases, those of the types around it, and last
/// that of an interface whose member it implements. One a compilation, see <see cref="Subjects.ModelCache.Marks"/>; safe for concurrent use.
/// </summary>
internal sealed class CodeMarks
{
    private const string Purpose = "PurposeAttribute";
    private const string Recipient = "RecipientAttribute";

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<string>> _purposes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<string>> _recipients = new(SymbolEqualityComparer.Default);

    /// <summary>What the data that is read there is used for.</summary>
    public ImmutableArray<string> PurposesOf(ISymbol code) => Of(code, Purpose, _purposes);

    /// <summary>Who receives what is passed to any parameter that has no recipient of its own.</summary>
    public ImmutableArray<string> RecipientsOf(IMethodSymbol method) => Of(method, Recipient, _recipients);

    /// <summary>Who receives what is passed to this parameter, where it says so itself, or that of what its method overrides or implements.</summary>
    public static ImmutableArray<string> RecipientsOf(IParameterSymbol parameter)
    {
        for (ISymbol? current = parameter; current is not null; current = MemberClassifier.Overridden(current))
        {
            if (Own(current, Recipient) is { IsEmpty: false } own)
                return own;
        }

        return Union(MemberClassifier.ImplementedMembers(parameter), Recipient);
    }

    private static ImmutableArray<string> Of(ISymbol code, string attribute, ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<string>> types)
    {
        for (ISymbol? symbol = code; symbol is not (null or INamespaceSymbol or IModuleSymbol); symbol = Around(symbol))
        {
            ImmutableArray<string> found = symbol is INamedTypeSymbol type ? OfType(type.OriginalDefinition, attribute, types) : OfMember(symbol, attribute);
            if (!found.IsEmpty)
                return found;
        }

        // A typed client's interface: only its members are, not what else the class has.
        var names = ImmutableArray<string>.Empty;
        for (ISymbol? symbol = code; symbol is not (null or INamedTypeSymbol or INamespaceSymbol); symbol = Around(symbol))
        {
            foreach (ISymbol implemented in MemberClassifier.ImplementedMembers(symbol))
                names = names.AddRange(OfType(implemented.ContainingType.OriginalDefinition, attribute, types).RemoveRange(names));
        }

        return names;
    }

    /// <summary>An accessor stands in its property, a local function in its method.</summary>
    private static ISymbol? Around(ISymbol symbol) => (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol.ContainingSymbol;

    private static ImmutableArray<string> OfMember(ISymbol member, string attribute)
    {
        for (ISymbol? current = member; current is not null; current = MemberClassifier.Overridden(current))
        {
            if (Own(current, attribute) is { IsEmpty: false } own)
                return own;
        }

        return Union(MemberClassifier.ImplementedMembers(member), attribute);
    }

    private static ImmutableArray<string> OfType(INamedTypeSymbol type, string attribute, ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<string>> types)
    {
        if (types.TryGetValue(type, out ImmutableArray<string> known))
            return known;
        ImmutableArray<string> found = Own(type, attribute);
        if (found.IsEmpty && type.BaseType is { SpecialType: SpecialType.None } @base)
            found = OfType(@base.OriginalDefinition, attribute, types);
        return types.GetOrAdd(type, found);
    }

    private static ImmutableArray<string> Union(IEnumerable<ISymbol> declarations, string attribute)
    {
        var names = ImmutableArray<string>.Empty;
        foreach (ISymbol declaration in declarations)
            names = names.AddRange(Own(declaration, attribute).RemoveRange(names));
        return names;
    }

    private static ImmutableArray<string> Own(ISymbol symbol, string attribute)
    {
        var names = ImmutableArray<string>.Empty;
        foreach (WrittenName written in PrivacyAttributes.NamesOf(symbol, attribute))
        {
            if (!string.IsNullOrWhiteSpace(written.Text) && !names.Contains(written.Text))
                names = names.Add(written.Text);
        }

        return names;
    }
}
