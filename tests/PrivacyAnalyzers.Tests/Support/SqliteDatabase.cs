using Microsoft.Data.Sqlite;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>A database in memory that lives as long as its connection. Code under test opens its contexts on the connection.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    public SqliteDatabase() => Connection.Open();

    public SqliteConnection Connection { get; } = new("Data Source=:memory:");

    /// <summary>One value, for assertions that go past the code under test.</summary>
    public object? Scalar(string sql)
    {
        using SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        object? value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    public void Dispose() => Connection.Dispose();
}
