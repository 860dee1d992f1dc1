using System.Data.Common;
using System.Text;
using Fernhallow.Communications.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fernhallow.Communications.Terminal;

/// <summary>
/// Looks for a person in the database as somebody would who has stolen the file: through its bytes, not through its tables.
/// Then it asks the tables how often they hold the same text. What the file has beyond that is residue of deleted rows.
/// </summary>
internal static class ByteSearch
{
    public static async Task<SearchResult> RunAsync(Database database, string text, CancellationToken cancellation)
    {
        await database.CheckpointAsync(cancellation);
        int inFile = 0;
        foreach (string file in database.Files)
            inFile += Count(await File.ReadAllBytesAsync(file, cancellation), Encoding.UTF8.GetBytes(text));

        await using CommunicationsContext db = database.Open();
        await db.Database.OpenConnectionAsync(cancellation);
        var places = new List<Place>();
        foreach (IEntityType entity in db.Model.GetEntityTypes())
        {
            foreach (IProperty property in entity.GetProperties().Where(IsText))
            {
                int rows = await CountInColumnAsync(db.Database.GetDbConnection(), entity, property, text, cancellation);
                if (rows > 0)
                    places.Add(new Place(entity.ClrType.Name, property.Name, rows, rows * Indexes(entity, property)));
            }
        }

        SqliteConnection.ClearAllPools();
        return new SearchResult(text, inFile, places);
    }

    /// <summary>An index repeats the values of its columns.</summary>
    private static int Indexes(IEntityType entity, IProperty property) =>
        entity.GetIndexes().Count(index => index.Properties.Contains(property)) + entity.GetKeys().Count(key => key.Properties.Contains(property));

    private static async Task<int> CountInColumnAsync(DbConnection connection, IEntityType entity, IProperty property, string text, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        string column = '"' + property.GetColumnName() + '"';

        // The names are the model's own; only the text is anybody's.
#pragma warning disable CA2100
        command.CommandText = $"""SELECT coalesce(sum((length({column}) - length(replace(lower({column}), lower($text), ''))) / length($text)), 0) FROM "{entity.GetTableName()}" """;
#pragma warning restore CA2100
        command.Parameters.Add(new SqliteParameter("$text", text));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int Count(byte[] bytes, byte[] text)
    {
        Lower(bytes);
        Lower(text);
        int count = 0;
        for (int at = 0; ; at += text.Length)
        {
            int next = bytes.AsSpan(at).IndexOf(text);
            if (next < 0)
                return count;
            count++;
            at += next;
        }
    }

    private static void Lower(Span<byte> bytes)
    {
        foreach (ref byte b in bytes)
        {
            if (b is >= (byte)'A' and <= (byte)'Z')
                b += 32;
        }
    }

    private static bool IsText(IProperty property) => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);
}

/// <summary>Where a text stands.</summary>
/// <param name="Occurrences">In the table's rows.</param>
/// <param name="InIndexes">Once more for each index on the column.</param>
internal sealed record Place(string Entity, string Member, int Occurrences, int InIndexes);

/// <param name="InFile">How often the file's bytes have the text.</param>
internal sealed record SearchResult(string Text, int InFile, IReadOnlyList<Place> Places)
{
    public int InRows => Places.Sum(place => place.Occurrences);

    /// <summary>What no row explains: remains of deleted rows.</summary>
    public int Residue => InFile - Places.Sum(place => place.Occurrences + place.InIndexes);
}
