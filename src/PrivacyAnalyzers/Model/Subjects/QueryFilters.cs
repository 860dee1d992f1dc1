using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// What a query must call so that no row is hidden from its owner. Named filters that only hide rows are ignored and those that separate
/// tenants stay; an unnamed filter can only be ignored with all others, and the subject's key then keeps tenants apart.
/// </summary>
internal static class QueryFilters
{
    public static string Call(IEnumerable<EntityDraft> involved) => Call(involved.SelectMany(Of));

    public static string Call(IEnumerable<FilterModel> involved)
    {
        FilterModel[] filters = involved.Distinct().ToArray();
        if (filters.Length == 0 || filters.Any(filter => filter.Name is null))
            return ".IgnoreQueryFilters()";
        string[] hiding = filters.Where(filter => filter.HidesRows).Select(filter => filter.Name!).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        return hiding.Length == 0
            ? ""
            : $".IgnoreQueryFilters(new string[] {{ {string.Join(", ", hiding.Select(name => SymbolDisplay.FormatLiteral(name, quote: true)))} }})";
    }

    public static IEnumerable<FilterModel> Of(EntityDraft draft) => draft.Facts.SelectMany(fact => fact.Filters);
}
