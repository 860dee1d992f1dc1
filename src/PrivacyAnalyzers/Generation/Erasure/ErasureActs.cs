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
            ClearingActs.Clear(writer, rows, queries.Filters, entity.Entity, entity.Cleared);
        }

        foreach (EntityPlan entity in plan.Entities.Where(ErasureQueries.IsDeletable))
        {
            foreach (RelationModel relation in entity.OptionalFor)
                Release(writer, relation, plan.Context, queries.Referring(relation, entity));

            DeleteLinks(writer, entity.Entity);
            writer.Line($"deleted{entity.Name} = await gone{entity.Name}.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
        }
    }

    /// <summary>The rows that stay and still have something to clear; <see langword="null"/> where there can be none.</summary>
    public static string? ClearedRows(EntityPlan entity, ErasureQueries queries)
    {
        if (!queries.CanStay(entity) || entity.Cleared.IsEmpty)
            return null;
        return $"left{entity.Name}.Where(row => {entity.Cleared.IsLeft(entity.Entity)})";
    }

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
                entity.FindMember(part), FormattableString.Invariant($"global::Microsoft.EntityFrameworkCore.EF.Property<{entity.FindMember(part)?.Type ?? "object"}>(row, part{i})"), "gone." + TypeNames.Escape(part))));
            writer.Line("await db.Set<global::System.Collections.Generic.Dictionary<string, object>>(link.JoinEntityType.Name)");
            using (writer.Indented())
                writer.Line($".Where(row => gone{name}.Any(gone => {refers})).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);");
        }
    }

    /// <summary>Refuses, before a row is touched, where one would keep what has to go.</summary>
    public static void Refuse(CodeWriter writer, string rows, string entity, IEnumerable<AnonymizationFault> faults)
    {
        writer.Line($"if (await {rows}.AnyAsync(cancellationToken).ConfigureAwait(false))");
        using (writer.Indented())
            writer.Line($"throw new global::System.NotSupportedException({GeneratedText.Literal(RefusalOf(entity, faults))});");
    }

    public static string RefusalOf(string entity, IEnumerable<AnonymizationFault> faults) =>
        $"A row of {entity} has to stay without personal data, and not all of that can be replaced, so nothing was changed (PRIV3004): " +
        string.Join("; ", faults.Select(fault => $"{entity}.{fault.Member} {fault.Reason.Replace("; ", ": ")}"));

    /// <summary>Sets a foreign key to <see langword="null"/>. The names of one that no member holds EF Core's model says.</summary>
    /// <param name="rows">The rows that let go.</param>
    public static void Release(CodeWriter writer, RelationModel relation, ContextModel context, string rows)
    {
        EntityModel? dependent = context.Find(relation.Dependent);
        if (relation.ForeignKey.Count > 0)
        {
            string[] setters = relation.ForeignKey.Select(name => dependent?.FindMember(name)).OfType<MemberModel>()
                .Where(member => member.IsNullable && !member.IsKey)
                .Select(member => $".SetProperty(row => row.{member.Identifier}, ({Nullable(member.Type)})null)")
                .ToArray();
            if (setters.Length > 0)
                ClearingActs.Execute(writer, rows, setters);
            return;
        }

        EntityModel? principal = context.Find(relation.Principal);
        EquatableArray<string> key = relation.PrincipalKey.Count > 0 ? relation.PrincipalKey : principal?.Key ?? EquatableArray<string>.Empty;
        MemberModel[] parts = key.Select(name => principal?.FindMember(name)).OfType<MemberModel>().ToArray();
        if (parts.Length == 0)
            return;

        (string holder, string? navigation) = relation.Navigation is null ? (relation.Principal, relation.Inverse) : (relation.Dependent, relation.Navigation);
        if (navigation is null)
            return; // By what nothing shows no row is found either: such a model is refused.
        using (writer.Braces($"foreach (var reference in db.Model.FindEntityType(typeof({holder}))!.GetNavigations().Where(navigation => navigation.Name == {GeneratedText.Literal(navigation)}).Select(navigation => navigation.ForeignKey))"))
        {
            for (int i = 0; i < parts.Length; i++)
                writer.Line(FormattableString.Invariant($"string part{i} = reference.Properties[{i}].Name;"));
            ClearingActs.Execute(writer, rows, parts.Select((member, i) => FormattableString.Invariant(
                $".SetProperty(row => global::Microsoft.EntityFrameworkCore.EF.Property<{Nullable(member.Type)}>(row, part{i}), ({Nullable(member.Type)})null)")).ToArray());
        }
    }

    private static string Nullable(string type) => type.EndsWith("?", StringComparison.Ordinal) ? type : type + "?";
}
