using System.Reflection;
using Microsoft.Data.Sqlite;

namespace PrivacyAnalyzers.Tests.Generation.Erasure;

/// <summary>A store of plain ADO.NET: a type's table has its name, and a column for each of its plain members; keys are what a test says.</summary>
internal sealed class AdoStore(SqliteConnection connection, Func<Type, string[]> keyOf) : IPersonalDataStore
{
    private SqliteTransaction? _transaction;

    /// <summary>How many statements were sent.</summary>
    public int Statements { get; private set; }

    /// <summary>The statement at which the connection fails.</summary>
    public int FailsAt { get; init; } = int.MaxValue;

    public async Task<TResult> InTransactionAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await using SqliteTransaction transaction = _transaction = connection.BeginTransaction();
        TResult result = await work(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public async Task<IReadOnlyList<TRow>> FindAsync<TRow>(string member, IReadOnlyList<object> values, CancellationToken cancellationToken)
        where TRow : class
    {
        using SqliteCommand command = Command($"SELECT * FROM \"{typeof(TRow).Name}\" WHERE \"{member}\" IN ({string.Join(", ", values.Select((_, i) => "@" + i))})", values);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            TRow row = Activator.CreateInstance<TRow>();
            foreach (PropertyInfo column in Columns(typeof(TRow)))
            {
                object value = reader[column.Name];
                column.SetValue(row, value is DBNull ? null : Convert.ChangeType(value, Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
            }

            rows.Add(row);
        }

        return rows;
    }

    public async Task ReplaceAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        PropertyInfo[] columns = Columns(typeof(TRow));
        string sets = string.Join(", ", columns.Select((column, i) => $"\"{column.Name}\" = @{i}"));
        foreach (TRow row in rows)
        {
            using SqliteCommand command = Command($"UPDATE \"{typeof(TRow).Name}\" SET {sets} WHERE {ByKey(typeof(TRow), columns.Length)}", [.. columns.Concat(Keys(typeof(TRow))).Select(column => column.GetValue(row))]);
            Assert.Equal(1, await command.ExecuteNonQueryAsync(cancellationToken));
        }
    }

    public async Task<int> DeleteAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        int deleted = 0;
        foreach (TRow row in rows)
        {
            using SqliteCommand command = Command($"DELETE FROM \"{typeof(TRow).Name}\" WHERE {ByKey(typeof(TRow), 0)}", [.. Keys(typeof(TRow)).Select(column => column.GetValue(row))]);
            deleted += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return deleted;
    }

    private static PropertyInfo[] Columns(Type type) => [.. type.GetProperties().Where(property => property.PropertyType.IsValueType || property.PropertyType == typeof(string))];

    private PropertyInfo[] Keys(Type type) => [.. keyOf(type).Select(name => type.GetProperty(name)!)];

    private string ByKey(Type type, int from) => string.Join(" AND ", keyOf(type).Select((name, i) => $"\"{name}\" = @{from + i}"));

    private SqliteCommand Command(string sql, IReadOnlyList<object?> values)
    {
        if (Statements++ == FailsAt)
            throw new TimeoutException("the connection failed");
        SqliteCommand command = connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        for (int i = 0; i < values.Count; i++)
            command.Parameters.AddWithValue("@" + i, values[i] ?? DBNull.Value);
        return command;
    }
}
