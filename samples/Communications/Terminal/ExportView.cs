using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Fernhallow.Communications.Terminal;

/// <summary>An export's file, for people: entity by entity, each member with its category. Of many rows it shows the first.</summary>
internal static class ExportView
{
    public static async Task WriteAsync(Screen screen, string file, CancellationToken cancellation)
    {
        await using FileStream stream = File.OpenRead(file);
        using JsonDocument export = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
        Table table = new Table { Border = TableBorder.None, ShowHeaders = false }
            .AddColumn(new TableColumn("") { NoWrap = true, Width = 19, Padding = new Padding(2, 0, 1, 0) })
            .AddColumn(new TableColumn("") { NoWrap = true, Width = screen.Width - 50, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new TableColumn("") { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        foreach (JsonProperty entity in export.RootElement.GetProperty("entities").EnumerateObject())
        {
            JsonElement[] rows = [.. entity.Value.GetProperty("rows").EnumerateArray()];
            if (rows.Length == 0)
                continue;
            string count = rows.Length == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{rows.Length} rows, the first is");
            table.AddRow($"[bold teal]{Markup.Escape(entity.Name)}[/]", $"[grey]{count}[/]", "");
            foreach (JsonProperty value in rows[0].EnumerateObject())
            {
                JsonElement member = entity.Value.GetProperty("members").GetProperty(value.Name);
                string kind = (member.TryGetProperty("category", out JsonElement category) ? category : member.GetProperty("choice")).GetString()!;
                table.AddRow(" " + Markup.Escape(value.Name), Markup.Escape(Words.Shorten(Text(value.Value), screen.Width - 51)), $"[grey]{Markup.Escape(kind)}[/]");
            }
        }

        screen.Write(table);
    }

    /// <summary>How many values of each category an export holds.</summary>
    public static async Task<IReadOnlyList<(string Category, int Values)>> CountAsync(string file, CancellationToken cancellation)
    {
        await using FileStream stream = File.OpenRead(file);
        using JsonDocument export = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
        return
        [
            .. from entity in export.RootElement.GetProperty("entities").EnumerateObject()
               from member in entity.Value.GetProperty("members").EnumerateObject()
               where member.Value.TryGetProperty("category", out _)
               group entity.Value.GetProperty("rows").GetArrayLength() by member.Value.GetProperty("category").GetString()! into category
               orderby category.Sum() descending, category.Key
               select (category.Key, category.Sum()),
        ];
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "-",
        JsonValueKind.String => value.GetString()!.ReplaceLineEndings(" "),
        _ => value.GetRawText(),
    };
}
