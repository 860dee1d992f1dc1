using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes the locks that PostgreSQL needs. A statement there sees the rows as they were when it began, and a foreign key that cascades those that came
/// in since: what a law keeps would go with the row that it was written for meanwhile. And what is counted for a receipt must stay so.
/// </summary>
internal static class RowLock
{
    /// <param name="mode">What others may not do with the rows from here on.</param>
    /// <param name="isAlways">Rather than only where something refers to the rows by a foreign key that cascades.</param>
    public static void Write(CodeWriter writer, EntityModel entity, string rows, LockMode mode, bool isAlways = true)
    {
        if (entity.Key.Count == 0)
            return;
        (string Type, string Value)[] key = entity.Key.Select(name => (entity.FindMember(name)?.Type ?? "object", "row." + TypeNames.Escape(name))).ToArray();
        string keys = key.Length == 1 ? key[0].Value : RowConditions.Several(key);
        string members = string.Join(", ", entity.Key.Select(GeneratedText.Literal));
        string strength = mode == LockMode.Change ? "NO KEY UPDATE" : "UPDATE";
        writer.Line($"await LockAsync(db, {rows}.Select(row => {keys}), db.Model.FindEntityType(typeof({entity.Type.Global})), new string[] {{ {members} }}, {GeneratedText.Literal(strength)}, {(isAlways ? "true" : "false")}, cancellationToken).ConfigureAwait(false);");
    }

    public static void WriteHelper(CodeWriter writer, ContextModel context)
    {
        writer.Line("// PostgreSQL: whoever wants to change one of the rows or, where they may go, to refer to one, waits from here on, or is waited for. What a statement then sees stays so.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces($"private static async global::System.Threading.Tasks.Task LockAsync<TKey>({context.Type.Global} db, global::System.Linq.IQueryable<TKey> keys, global::Microsoft.EntityFrameworkCore.Metadata.IEntityType? entity, string[] members, string strength, bool isAlways, global::System.Threading.CancellationToken cancellationToken)"))
        {
            writer.Line($"if (!({ClearingActs.IsNpgsql}) || entity?.GetTableName() is not {{ }} table)");
            using (writer.Indented())
                writer.Line("return;");
            writer.Line("if (!isAlways && !entity.GetReferencingForeignKeys().Any(key => !key.IsOwnership && key.DeleteBehavior == DeleteBehavior.Cascade))");
            using (writer.Indented())
                writer.Line("return;");
            writer.Line("var sql = global::Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<global::Microsoft.EntityFrameworkCore.Storage.ISqlGenerationHelper>(db);");
            writer.Line("var place = global::Microsoft.EntityFrameworkCore.Metadata.StoreObjectIdentifier.Table(table, entity.GetSchema());");
            writer.Line("string columns = string.Join(\", \", members.Select(member => \"locked.\" + sql.DelimitIdentifier(entity.FindProperty(member)?.GetColumnName(place) ?? member)));");
            writer.Line("await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);");
            using (writer.Braces("try"))
            {
                writer.Line("await using global::System.Data.Common.DbCommand command = keys.CreateDbCommand();");
                writer.Line("command.CommandText = \"SELECT 1 FROM \" + sql.DelimitIdentifier(table, entity.GetSchema()) + \" AS locked WHERE (\" + columns + \") IN (\" + command.CommandText + \") ORDER BY \" + columns + \" FOR \" + strength + \" OF locked\";");
                writer.Line("await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);");
            }

            using (writer.Braces("finally"))
                writer.Line("await db.Database.CloseConnectionAsync().ConfigureAwait(false);");
        }
    }
}

internal enum LockMode
{
    /// <summary>Others may not change the rows.</summary>
    Change,

    /// <summary>Nor refer to them: they may go.</summary>
    Refer,
}
