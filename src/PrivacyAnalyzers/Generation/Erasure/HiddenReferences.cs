using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the refusal to delete rows that others refer to from behind a tenant's filter: a law or a hold may keep those, and no query that leaves the filter on
/// sees them. Rows behind the same filter as what they refer to are of the same tenant. Only EF Core 10 names filters; before, all are ignored.
/// </summary>
internal sealed class HiddenReferences(CodeWriter writer, ContextModel context)
{
    private readonly RowConditions _rows = new(context);

    /// <summary>Whether queries leave some filters on.</summary>
    public static bool AreThere(ContextModel context) => context.EfCoreMajor >= 10 && Ignored(context) is not null;

    /// <param name="rows">A query for what may go.</param>
    /// <param name="gone">A query for what goes.</param>
    /// <param name="when">A condition that comes first.</param>
    public void Refuse(EntityModel entity, string rows, string gone, string filters, string when = "")
    {
        if (!AreThere(context))
            return;
        foreach (RelationModel relation in RowSurvival.Relations(context, entity).GroupBy(relation => (relation.Dependent, _rows.RefersTo(relation, "other", "row"))).Select(same => same.First()))
        {
            string set = RowConditions.Set(relation.Dependent);
            string refers = $".CountAsync(other => {rows}.Any(row => {_rows.RefersTo(relation, "other", "row")}), cancellationToken).ConfigureAwait(false)";
            writer.Line($"if ({when}IsApart(db, typeof({relation.Dependent}), typeof({entity.Type.Global})) && await {gone}.AnyAsync(cancellationToken).ConfigureAwait(false) && await {set}.IgnoreQueryFilters(){refers} > await {set}{filters}{refers})");
            using (writer.Indented())
                writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal($"Nothing was changed: rows of {context.Find(relation.Dependent)!.UniqueName} that a query filter hides here refer to rows of {entity.UniqueName} that would be deleted; use a context whose filters show them")});");
        }
    }

    public static void WriteHelper(CodeWriter writer, ContextModel context)
    {
        if (!AreThere(context))
            return;
        writer.Line("// Whether a filter that stays on hides rows of the one type and not those that they refer to.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static bool IsApart({context.Type.Global} db, global::System.Type dependent, global::System.Type principal)"))
        {
            writer.Line($"var ignored = new string?[] {{ {string.Join(", ", Ignored(context)!.Select(GeneratedText.Literal))} }};");
            writer.Line("return Filters(dependent).Except(Filters(principal)).Except(ignored).Any();");
            writer.Line();
            writer.Line("global::System.Collections.Generic.IEnumerable<string?> Filters(global::System.Type type) => db.Model.FindEntityType(type)?.GetRootType().GetDeclaredQueryFilters().Select(filter => filter.Key) ?? global::System.Linq.Enumerable.Empty<string?>();");
        }

        writer.Line();
    }

    private static IReadOnlyList<string>? Ignored(ContextModel context) => QueryFilters.Names(ContextIndex.Of(context).Filters);
}
