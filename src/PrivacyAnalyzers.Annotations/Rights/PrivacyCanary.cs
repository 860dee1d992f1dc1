using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace PrivacyAnalyzers;

/// <summary>A text that stands for a member's value in a test.</summary>
/// <param name="Member">The member, such as <c>Customer.Email</c>.</param>
/// <param name="Text">The text: no other member has it.</param>
/// <param name="IsKept">A law keeps the member, so it outlives an erasure.</param>
/// <param name="IsCredential">It is exported to nobody.</param>
public sealed record CanaryMarker(string Member, string Text, bool IsKept, bool IsCredential);

/// <summary>
/// Markers in the place of one person's data, in a test's database: whatever table they stand in after an erasure, known to the model or not, they are
/// found. Generated code plants them where <c>PrivacyCanary</c> is set in the project file.
/// </summary>
public sealed class PrivacyCanary
{
    private readonly HashSet<(string Member, string Place)> _planted;

    private PrivacyCanary(IReadOnlyList<CanaryMarker> markers, HashSet<(string Member, string Place)> planted)
    {
        Markers = markers;
        _planted = planted;
    }

    /// <summary>What was planted, and where the person had such data.</summary>
    public IReadOnlyList<CanaryMarker> Markers { get; }

    /// <summary>Looks where markers stand that were just planted. Generated code calls it.</summary>
    /// <param name="markers">The markers.</param>
    /// <param name="tables">The tables of the model: what a law keeps may stand there, and in no copy.</param>
    /// <param name="connection">The database.</param>
    /// <param name="transaction">The connection's transaction, where it has one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<PrivacyCanary> PlantedAsync(IReadOnlyList<CanaryMarker> markers, IReadOnlyList<string> tables, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(markers);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(connection);
        HashSet<(string Member, string Place)> planted = await FindAsync(markers, connection, transaction, cancellationToken).ConfigureAwait(false);
        CanaryMarker[] there = markers.Where(marker => planted.Any(found => found.Member == marker.Member)).ToArray();
        planted.RemoveWhere(found => !tables.Any(table => ("." + found.Place).Contains("." + table + ".", StringComparison.Ordinal)));
        return new PrivacyCanary(there, planted);
    }

    /// <summary>What an export lacks, and the credentials that it has in clear: one line each, none for a complete export.</summary>
    /// <param name="export">The export's text.</param>
    public IReadOnlyList<string> FaultsOfExport(string export)
    {
        ArgumentNullException.ThrowIfNull(export);
        return [.. Markers.Where(marker => export.Contains(marker.Text, StringComparison.Ordinal) == marker.IsCredential)
            .Select(marker => marker.IsCredential ? $"{marker.Member} is exported in clear" : $"{marker.Member} is not exported")];
    }

    /// <summary>
    /// Where, after an erasure, markers stand that should be gone, and which are gone that a law keeps: one line each, none where all is as the statement
    /// says. Every table of the database is read: of SQLite, of PostgreSQL with its materialized views and foreign tables, or of one with an information
    /// schema and names in double quotes.
    /// </summary>
    /// <exception cref="InvalidOperationException">PostgreSQL has a table that this connection may not read as a whole.</exception>
    /// <param name="connection">The database.</param>
    /// <param name="transaction">The connection's transaction, where it has one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<string>> FaultsOfErasureAsync(DbConnection connection, DbTransaction? transaction = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        HashSet<(string Member, string Place)> left = await FindAsync(Markers, connection, transaction, cancellationToken).ConfigureAwait(false);
        HashSet<string> kept = [.. Markers.Where(marker => marker.IsKept).Select(marker => marker.Member)];
        return [.. left.Where(found => !kept.Contains(found.Member) || !_planted.Contains(found)).Select(found => $"{found.Member} stands in {found.Place}")
            .Concat(_planted.Where(found => kept.Contains(found.Member) && !left.Contains(found)).Select(found => $"{found.Member} is gone from {found.Place}, and a law keeps it"))
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<HashSet<(string Member, string Place)>> FindAsync(IReadOnlyList<CanaryMarker> markers, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        bool isClosed = connection.State == System.Data.ConnectionState.Closed;
        if (isClosed)
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = new HashSet<(string Member, string Place)>();
        foreach (string table in await CanaryTables.ListAsync(connection, transaction, cancellationToken).ConfigureAwait(false))
        {
            await using DbCommand command = CanaryTables.Command(connection, transaction, "SELECT * FROM " + table);
            await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    string text = TextOf(reader.GetValue(i));
                    foreach (CanaryMarker marker in markers.Where(marker => text.Contains(marker.Text, StringComparison.Ordinal)))
                        found.Add((marker.Member, table.Replace("\"", "", StringComparison.Ordinal) + "." + reader.GetName(i)));
                }
            }
        }

        if (isClosed)
            await connection.CloseAsync().ConfigureAwait(false);
        return found;
    }

    private static string TextOf(object value) => value switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        IEnumerable several => string.Join('\n', several.Cast<object?>().Select(one => one is null ? "" : TextOf(one))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
