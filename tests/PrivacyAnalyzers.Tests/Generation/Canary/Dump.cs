using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>Every cell of every table of a database, as text.</summary>
internal sealed class Dump
{
    private Dump(IReadOnlyDictionary<string, List<IReadOnlyDictionary<string, string?>>> tables) => Tables = tables;

    /// <summary>By table, its rows: by column, the cell.</summary>
    public IReadOnlyDictionary<string, List<IReadOnlyDictionary<string, string?>>> Tables { get; }

    public static async Task<Dump> ReadAsync(DbConnection connection)
    {
        var tables = new SortedDictionary<string, List<IReadOnlyDictionary<string, string?>>>(StringComparer.Ordinal);
        string list = connection is SqliteConnection
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
        foreach (IReadOnlyDictionary<string, string?> table in await RowsAsync(connection, list))
        {
            string name = table.Values.Single()!;
            tables.Add(name, await RowsAsync(connection, $"SELECT * FROM \"{name}\""));
        }

        return new Dump(tables);
    }

    /// <summary>The places of a marker: table and column, one for each time that it stands there.</summary>
    public IEnumerable<string> Places(Marker marker) =>
        from table in Tables
        from row in table.Value
        from cell in row
        where cell.Value is not null && marker.IsInOneOf(cell.Value)
        select table.Key + "." + cell.Key;

    public IReadOnlyDictionary<string, string?>? Find(string table, IReadOnlyList<(string Column, object Value)> key) =>
        Tables[table].FirstOrDefault(row => key.All(part => string.Equals(row[part.Column], Text(part.Value), StringComparison.OrdinalIgnoreCase)));

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string table, List<IReadOnlyDictionary<string, string?>> rows) in Tables)
        {
            foreach (string row in rows.Select(row => string.Join(" | ", row.Select(cell => $"{cell.Key}={cell.Value ?? "NULL"}"))).Order(StringComparer.Ordinal))
                text.Append(table).Append(": ").Append(row).Append('\n');
        }

        return text.ToString();
    }

    private static async Task<List<IReadOnlyDictionary<string, string?>>> RowsAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        while (await reader.ReadAsync())
        {
            var row = new Dictionary<string, string?>();
            for (int i = 0; i < reader.FieldCount; i++)
                row.Add(reader.GetName(i), reader.IsDBNull(i) ? null : Text(reader.GetValue(i)));
            rows.Add(row);
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items and not string => "[" + string.Join(",", items.Cast<object>()) + "]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
