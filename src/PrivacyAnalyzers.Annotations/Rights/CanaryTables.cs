using System.Data.Common;

namespace PrivacyAnalyzers;

/// <summary>Whatever a database keeps rows in, each once.</summary>
internal static class CanaryTables
{
    private const string OfSqlite = "SELECT NULL, name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

    private const string IsPostgres = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'pg_catalog'";

    // Its information schema knows no materialized view, hides what the role may not read, and has a partition beside the table that it is a part of.
    private const string OfPostgres = """
        SELECT n.nspname, c.relname,
            CASE WHEN NOT (has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')) THEN 'the role may not SELECT from it'
                WHEN row_security_active(c.oid) THEN 'row level security hides rows of it' END
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm', 'f') AND NOT c.relispartition AND c.relispopulated AND c.relpersistence <> 't'
            AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        ORDER BY 1, 2
        """;

    private const string OfOthers = "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema <> 'information_schema'";

    public static async Task<List<string>> ListAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(connection, transaction, await QueryAsync(connection, transaction, cancellationToken).ConfigureAwait(false));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var tables = new List<string>();
        var unread = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string table = (reader.IsDBNull(0) ? "" : Quoted(reader.GetString(0)) + ".") + Quoted(reader.GetString(1));
            tables.Add(table);
            if (reader.FieldCount > 2 && !reader.IsDBNull(2))
                unread.Add($"{table}: {reader.GetString(2)}");
        }

        // What is not read may hold anything.
        return unread.Count == 0 ? tables : throw new InvalidOperationException("The canary has to read every table. Connect as a role that can. " + string.Join("; ", unread));
    }

    public static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private static async Task<string> QueryAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        if (connection.GetType().Name.StartsWith("Sqlite", StringComparison.OrdinalIgnoreCase))
            return OfSqlite;
        await using DbCommand command = Command(connection, transaction, IsPostgres);
        object? count = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        return Convert.ToInt64(count, System.Globalization.CultureInfo.InvariantCulture) > 0 ? OfPostgres : OfOthers;
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
