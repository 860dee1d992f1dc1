using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the statements that rid rows of their data. One statement changes one table, and what is inside an optional component only where that
/// is there: else the row would get one.
/// </summary>
internal static class ClearingActs
{
    public const string IsNpgsql = "db.Database.ProviderName == \"Npgsql.EntityFrameworkCore.PostgreSQL\"";

    /// <param name="rows">A query for the rows that stay and still have some of it.</param>
    public static void Clear(CodeWriter writer, string rows, string filters, EntityModel entity, ClearedData data)
    {
        // Collections go first: what tells that a row still has something to clear is what is cleared.
        foreach (StoredCollection collection in data.Collections.Where(collection => collection.Storage == CollectionStorage.Rows))
            writer.Line($"await {rows}.SelectMany(row => row.{collection.Access}).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
        Place[] places = Places(entity, data);
        if (data.Items.Count == 0 && data.Values.All(value => value is { IsComplex: false, Table: "" }) && data.Collections.All(collection => collection.Storage != CollectionStorage.Complex))
        {
            foreach (Place place in places)
                Execute(writer, rows + IsThere(place.Owner), place.Setters);
            return;
        }

        using (writer.Braces("// EF Core changes complex types, items, and parts in another table, only where nothing is joined to their rows: so by key."))
        {
            writer.Line($"global::System.Linq.IQueryable<{entity.Type.Global}> matched = {rows};");
            string byKey = $"{entity.Set}{filters}.Where(row => matched.Any(match => {RowConditions.IsSame(entity, "match", "row")}))";
            (string Rows, IReadOnlyList<string> Setters)[] acts = places.Select(place => (Rows(place, byKey), place.Setters)).Concat(data.Items.SelectMany(items => OfItems(entity, items, byKey))).ToArray();
            if (acts.SelectMany(act => act.Setters).Any(setter => setter.Contains("row => never ?")))
                writer.Line("bool never = false;");
            foreach ((string changed, IReadOnlyList<string> setters) in acts)
                Execute(writer, changed, setters);
        }
    }

    /// <summary>
    /// Refuses, before a row is touched, what only one provider cannot do: Npgsql's <c>UPDATE</c> does not reach, from the row, an owned type in a
    /// table of its own. It is changed by itself; but what is made of the row's key is not.
    /// </summary>
    public static void RefuseApart(CodeWriter writer, string rows, EntityModel entity, ClearedData data)
    {
        foreach (IGrouping<string, StoredValue> table in data.Values.Where(value => IsFromRow(value, entity)).GroupBy(value => value.Table))
        {
            string name = entity.UniqueName;
            string text = $"A row of {name} has to stay without personal data, and on PostgreSQL EF Core cannot change {name}.{table.Key} in a table of its own, so nothing was changed: map it to the row's table";
            writer.Line($"if ({IsNpgsql} && await {rows}.AnyAsync(row => row.{table.Key} != null, cancellationToken).ConfigureAwait(false))");
            using (writer.Indented())
                writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal(text)});");
        }
    }

    /// <summary>Where one statement sets a value of rows: by key where it is in a complex type or a part in another table, and that by itself.</summary>
    /// <param name="rows">A variable.</param>
    /// <param name="condition">What to append for those of the rows that are meant.</param>
    /// <returns>A query, and what follows <c>row.</c> in its rows.</returns>
    public static (string Rows, string Access) Reach(EntityModel entity, StoredValue value, string rows, string filters, string condition = "")
    {
        if (value is { IsComplex: false, Table: "" })
            return (rows + condition, value.Access);
        string byKey = $"{entity.Set}{filters}.Where(row => {rows}.Any(match => {RowConditions.IsSame(entity, "match", "row")})){condition}";
        return value.Table.Length == 0 ? (byKey, value.Access) : (Apart(value.Table, byKey), Within(value));
    }

    public static void Execute(CodeWriter writer, string rows, IReadOnlyList<string> setters)
    {
        writer.Line($"await {rows}");
        using (writer.Indented())
        {
            writer.Line(".ExecuteUpdateAsync(");
            using (writer.Indented())
            {
                writer.Line("set => set");
                using (writer.Indented())
                {
                    for (int i = 0; i < setters.Count; i++)
                        writer.Line(setters[i] + (i == setters.Count - 1 ? "," : ""));
                }

                writer.Line("cancellationToken)");
            }

            writer.Line(".ConfigureAwait(false);");
        }
    }

    private static Place[] Places(EntityModel entity, ClearedData data)
    {
        IEnumerable<(string Table, bool IsFromRow, string? Owner, string Setter)> values = data.Values.Select(value => IsFromRow(value, entity) || value.Table.Length == 0
            ? (value.Table, true, value.Owner, new Replacement(value, entity).Setter)
            : (value.Table, false, value.Owner, new Replacement(value with { Access = Within(value) }, entity).Setter));
        IEnumerable<(string Table, bool IsFromRow, string? Owner, string Setter)> emptied = data.Collections.Where(collection => collection.Storage == CollectionStorage.Complex)
            .Select(collection => ("", true, (string?)null, $".SetProperty(row => row.{collection.Access}, {collection.Empty})"));
        return values.Concat(emptied).GroupBy(setter => (setter.Table, setter.IsFromRow, setter.Owner), setter => setter.Setter)
            .Select(group => new Place(group.Key.Table, group.Key.IsFromRow, group.Key.Owner, group.ToArray())).ToArray();
    }

    private static string Rows(Place place, string byKey) => place switch
    {
        { Table: "" } => byKey + IsThere(place.Owner),
        { IsFromRow: true } => "matched" + IsThere(place.Owner),
        _ => Apart(place.Table, byKey, place.Owner == place.Table ? "" : IsThere(place.Owner)),
    };

    private static string Apart(string table, string byKey, string isThere = "") => $"{byKey}.Where(row => row.{table} != null){isThere}.Select(row => row.{table}!)";

    private static IEnumerable<(string Rows, IReadOnlyList<string> Setters)> OfItems(EntityModel entity, StoredItems items, string byKey) => items.Values
        .GroupBy(value => value.Owner)
        .Select(group => (byKey + items.Select + IsThere(group.Key), (IReadOnlyList<string>)group.Select(value => new Replacement(value, entity).Setter).ToArray()));

    /// <summary>The row's key is not there where its part is changed by itself.</summary>
    private static bool IsFromRow(StoredValue value, EntityModel entity) => value.Table.Length > 0 && new Replacement(value, entity).IsByRow;

    /// <summary>What follows the part in a table of its own.</summary>
    private static string Within(StoredValue value)
    {
        string rest = value.Access.Substring(value.Table.Length).TrimStart('!').TrimStart('.');
        return rest.StartsWith("Value.", StringComparison.Ordinal) && value.Access.StartsWith(value.Table + "!.Value.", StringComparison.Ordinal) ? rest.Substring("Value.".Length) : rest;
    }

    private static string IsThere(string? owner) => owner is null ? "" : $".Where(row => row.{owner} != null)";

    /// <summary>Where values stand that one statement changes.</summary>
    /// <param name="Table">The part in a table of its own; empty for the row's.</param>
    /// <param name="IsFromRow">Changed from the row, and not by itself.</param>
    private sealed record Place(string Table, bool IsFromRow, string? Owner, IReadOnlyList<string> Setters);
}
