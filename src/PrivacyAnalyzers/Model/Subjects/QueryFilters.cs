using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// What a query must call so that no row is hidden from its owner. Named filters that only hide rows are ignored and those that separate
/// tenants stay; an unnamed filter can only be ignored with all others, and the subject's key then keeps tenants apart.
/// </summary>
internal static class QueryFilters
{
    public static string Call(IEnumerable<FilterModel> involved) => Names(involved) switch
    {
        null => ".IgnoreQueryFilters()",
        { Count: 0 } => "",
        { } names => $".IgnoreQueryFilters(new string[] {{ {string.Join(", ", names.Select(name => SymbolDisplay.FormatLiteral(name, quote: true)))} }})",
    };

    /// <summary>The names of the filters to ignore; <see langword="null"/> where all are.</summary>
    public static IReadOnlyList<string>? Names(IEnumerable<FilterModel> involved)
    {
        FilterModel[] filters = involved.Distinct().ToArray();
        return filters.Length == 0 || filters.Any(filter => filter.Name is null)
            ? null
            : filters.Where(filter => filter.HidesRows).Select(filter => filter.Name!).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();
    }

    public static IEnumerable<FilterModel> Of(EntityDraft draft) => draft.Facts.SelectMany(fact => fact.Filters);
}
