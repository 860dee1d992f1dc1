using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the statements that change rows: first all that anonymise, while every row can still be found by its references; then, children
/// before principals, those that let go of optional references and delete.
/// </summary>
internal static class ErasureActs
{
    public static void Write(CodeWriter writer, ErasurePlan plan, ErasureQueries queries)
    {
        foreach (EntityPlan entity in plan.Entities)
        {
            if (ClearedRows(entity, queries) is not { } rows)
                continue;
            Clear(writer, rows, queries.Filters, entity.Entity, entity.Cleared, entity.ClearedCollections);
            DeleteItems(writer, "left" + entity.Name, entity.ClearedCollections);
        }

        foreach (EntityPlan entity in plan.Entities.Where(ErasureQueries.IsDeletable))
        {
            foreach (RelationModel relation in entity.OptionalFor)
            {
                if (Release(relation, plan.Context) is { Length: > 0 } setters)
                    Execute(writer, queries.Referring(relation, entity), setters);
            }

            DeleteLinks(writer, entity.Entity);
            writer.Line($"deleted{entity.Name} = await gone{entity.Name}.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
        }
    }

    /// <summary>The rows that stay and still have something to clear; <see langword="null"/> where there can be none.</summary>
    public static string? ClearedRows(EntityPlan entity, ErasureQueries queries)
    {
        if (!queries.CanStay(entity) || (entity.Cleared.Count == 0 && entity.ClearedCollections.Count == 0))
            return null;
        return $"left{entity.Name}.Where(row => {AnyLeft(entity.Entity, entity.Cleared, entity.ClearedCollections)})";
    }

    /// <summary>A condition on <c>row</c>: some of these values are there.</summary>
    public static string AnyLeft(EntityModel entity, IEnumerable<StoredValue> values, IEnumerable<StoredCollection> collections) =>
        string.Join(" || ", values.Select(value => new Replacement(value, entity).IsLeft).Concat(collections.Select(collection => $"row.{collection.Access}.Any()")));

    /// <summary>
    /// Replaces values, and empties the collections that are stored in the row itself. One statement changes one table, and what is inside an
    /// optional component only where that is there: else the row would get one.
    /// </summary>
    public static void Clear(CodeWriter writer, string rows, string filters, EntityModel entity, IReadOnlyList<StoredValue> values, IReadOnlyList<StoredCollection> collections)
    {
        IEnumerable<((string Table, string? Owner) Place, string Setter)> setters = values.Select(value => ((value.Table, value.Owner), new Replacement(value, entity).Setter))
            .Concat(collections.Where(collection => collection.Storage == CollectionStorage.Complex)
                .Select(collection => (("", (string?)null), $".SetProperty(row => row.{collection.Access}, {collection.Empty})")));
        IGrouping<(string Table, string? Owner), string>[] places = setters.GroupBy(setter => setter.Place, setter => setter.Setter).ToArray();
        if (values.All(value => value is { IsComplex: false, Table: "" }) && collections.All(collection => collection.Storage != CollectionStorage.Complex))
        {
            foreach (IGrouping<(string Table, string? Owner), string> place in places)
                Execute(writer, rows + IsThere(place.Key.Owner), place.ToArray());
            return;
        }

        using (writer.Braces("// EF Core changes complex types, and rows with a part in another table, only where nothing is joined to them: so by key."))
        {
            writer.Line($"global::System.Linq.IQueryable<{entity.Type.Global}> matched = {rows};");
            if (places.SelectMany(place => place).Any(setter => setter.Contains("row => never ?")))
                writer.Line("bool never = false;");
            string byKey = $"{entity.Set}{filters}.Where(row => matched.Any(match => {RowConditions.IsSame(entity, "match", "row")}))";
            foreach (IGrouping<(string Table, string? Owner), string> place in places)
            {
                // What cannot be done was refused where there is any of it; where there is none, it need not be tried.
                if (place.Key.Table.Length > 0)
                    writer.Line($"if ({IsNotNpgsql} || await matched.AnyAsync(row => row.{place.Key.Table} != null, cancellationToken).ConfigureAwait(false))");
                using (place.Key.Table.Length > 0 ? writer.Indented() : default(IDisposable))
                    Execute(writer, (place.Key.Table.Length == 0 ? byKey : "matched") + IsThere(place.Key.Owner), place.ToArray());
            }
        }
    }

    private const string IsNotNpgsql = "db.Database.ProviderName != \"Npgsql.EntityFrameworkCore.PostgreSQL\"";

    private static string IsThere(string? owner) => owner is null ? "" : $".Where(row => row.{owner} != null)";

    /// <summary>Deletes the links of many-to-many relations to rows that go. The other sides' rows stay, and so do the links of rows that stay.</summary>
    public static void DeleteLinks(CodeWriter writer, EntityModel entity)
    {
        if (!entity.HasLinks || entity.Key.Count == 0)
            return;
        string name = entity.UniqueName;
        using (writer.Braces($"foreach (var link in db.Model.FindEntityType(typeof({entity.Type.Global}))!.GetSkipNavigations())"))
        {
            writer.Line("if (!link.JoinEntityType.IsPropertyBag || !link.ForeignKey.PrincipalKey.IsPrimaryKey())");
            using (writer.Indented())
                writer.Line("continue;");
            for (int i = 0; i < entity.Key.Count; i++)
                writer.Line(FormattableString.Invariant($"string part{i} = link.ForeignKey.Properties[{i}].Name;"));
            string refers = string.Join(" && ", entity.Key.Select((part, i) => RowConditions.IsEqual(
                entity.FindMember(part), FormattableString.Invariant($"EF.Property<{entity.FindMember(part)?.Type ?? "object"}>(row, part{i})"), "gone." + TypeNames.Escape(part))));
            writer.Line("await db.Set<global::System.Collections.Generic.Dictionary<string, object>>(link.JoinEntityType.Name)");
            using (writer.Indented())
                writer.Line($".Where(row => gone{name}.Any(gone => {refers})).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
        }
    }

    /// <summary>Deletes the items that are rows of their own.</summary>
    public static void DeleteItems(CodeWriter writer, string rows, IEnumerable<StoredCollection> collections)
    {
        foreach (StoredCollection collection in collections.Where(collection => collection.Storage == CollectionStorage.Rows))
            writer.Line($"await {rows}.SelectMany(row => row.{collection.Access}).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
    }

    /// <summary>Refuses, before a row is touched, where one would keep what has to go.</summary>
    public static void Refuse(CodeWriter writer, string rows, string entity, IEnumerable<AnonymizationFault> faults)
    {
        string text = $"A row of {entity} has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): " +
            string.Join("; ", faults.Select(fault => $"{entity}.{fault.Member} {fault.Reason.Replace("; ", ": ")}"));
        writer.Line($"if (await {rows}.AnyAsync(cancellationToken).ConfigureAwait(false))");
        using (writer.Indented())
            writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal(text)});");
    }

    /// <summary>
    /// Refuses, before a row is touched, what only one provider cannot do: Npgsql's <c>UPDATE</c> does not reach an owned type in a table of its
    /// own. A row that goes takes it along; one that stays would keep it.
    /// </summary>
    public static void RefuseApart(CodeWriter writer, string rows, string entity, IEnumerable<StoredValue> values)
    {
        foreach (IGrouping<string, StoredValue> table in values.Where(value => value.Table.Length > 0).GroupBy(value => value.Table))
        {
            string text = $"A row of {entity} has to stay without personal data, and on PostgreSQL EF Core cannot change {entity}.{table.Key} in a table of its own, so nothing was changed: map it to the row's table";
            writer.Line($"if (db.Database.ProviderName == \"Npgsql.EntityFrameworkCore.PostgreSQL\" && await {rows}.AnyAsync(row => row.{table.Key} != null, cancellationToken).ConfigureAwait(false))");
            using (writer.Indented())
                writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal(text)});");
        }
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

    /// <summary>Sets a foreign key to <see langword="null"/>. One without members of its own has, by EF Core's convention, the name of its navigation and of the key.</summary>
    public static string[] Release(RelationModel relation, ContextModel context)
    {
        EntityModel? dependent = context.Find(relation.Dependent);
        if (relation.ForeignKey.Count > 0)
        {
            return relation.ForeignKey.Select(name => dependent?.FindMember(name)).OfType<MemberModel>()
                .Where(member => member.IsNullable && !member.IsKey)
                .Select(member => $".SetProperty(row => row.{member.Identifier}, ({Nullable(member.Type)})null)")
                .ToArray();
        }

        EntityModel? principal = context.Find(relation.Principal);
        EquatableArray<string> key = relation.PrincipalKey.Count > 0 ? relation.PrincipalKey : principal?.Key ?? EquatableArray<string>.Empty;
        string prefix = relation.Navigation ?? principal?.Type.Name ?? "";
        return key.Select(name => principal?.FindMember(name)).OfType<MemberModel>()
            .Select(member => $".SetProperty(row => EF.Property<{Nullable(member.Type)}>(row, {GeneratedText.Literal(ShadowName(prefix, member.Name))}), ({Nullable(member.Type)})null)")
            .ToArray();
    }

    /// <summary><c>Customer</c> and <c>Id</c> give <c>CustomerId</c>; so do <c>Customer</c> and <c>CustomerId</c>.</summary>
    private static string ShadowName(string prefix, string key) => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? key : prefix + key;

    private static string Nullable(string type) => type.EndsWith("?", StringComparison.Ordinal) ? type : type + "?";
}
