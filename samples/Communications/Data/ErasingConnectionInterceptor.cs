using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fernhallow.Communications.Data;

/// <summary>
/// Makes SQLite overwrite what it deletes. Without this, deleted rows stay readable in the file until something else needs the space:
/// erased for every query, not for whoever opens the file.
/// </summary>
internal sealed class ErasingConnectionInterceptor : DbConnectionInterceptor
{
    public static ErasingConnectionInterceptor Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
