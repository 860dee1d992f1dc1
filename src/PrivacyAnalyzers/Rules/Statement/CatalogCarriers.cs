using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>Which carriers a line of the catalogue may name for a member.</summary>
internal static class CatalogCarriers
{
    // What a property or field has in place of parameters.
    private static readonly string[] OfInstance = { "value", "return", "this" };
    private static readonly string[] OfStatic = { "value", "return" };

    public static bool Has(ISymbol member, string carrier) => carrier switch
    {
        "return" or "*" => true,
        "this" => !member.IsStatic || member is IMethodSymbol { IsExtensionMethod: true },
        "value" when member is IFieldSymbol or IPropertySymbol => true,
        _ => Parameters(member).Contains(carrier),
    };

    /// <summary>What a message offers: the parameters; of a property or field, the words that stand for what has no name.</summary>
    public static IReadOnlyList<string> Names(ISymbol member) =>
        member is IMethodSymbol ? Parameters(member).ToList() : Parameters(member).Concat(member.IsStatic ? OfStatic : OfInstance).ToList();

    private static IEnumerable<string> Parameters(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Name),
        IPropertySymbol property => property.Parameters.Select(parameter => parameter.Name),
        _ => Enumerable.Empty<string>(),
    };
}
