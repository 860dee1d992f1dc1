// aelassas/servy#1121: the first hundred characters of a file that could not be read, in the error's log
using System.Text.Json;

// case: as reported
class Importer(NLog.Logger logger)
{
    public bool TryImport([Content] string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException e)
        {
            string shown = json.Length > 100 ? json.Substring(0, 100) + "..." : json;
            logger.Error($"Not valid ({json.Length} characters): {{|PRIV1001:shown|}} ({e.LineNumber})");
            return false;
        }
    }
}

// case: cut with a range in a helper
class Importer(ILogger<Importer> logger)
{
    private static string Shorten(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";

    public void Fail([Content] string body, Exception e) => logger.LogError(e, "Not valid: {Start}", {|PRIV1001:Shorten(body, 20)|});
}

// case: only its length and its first character
class Importer(ILogger<Importer> logger)
{
    public void Fail([Content] string body) => logger.LogError("Not valid: {Length} characters, an object: {IsObject}", body.Length, body[0] == '{');
}

// case: in the exception's data, and in a chain of helpers
class Importer
{
    private static string Excerpt(ReadOnlySpan<char> text) => text.Length > 40 ? string.Concat(text[..40], "…") : text.ToString();

    public void Import([Content] string json)
    {
        try
        {
            JsonSerializer.Deserialize<int[]>(json);
        }
        catch (JsonException e)
        {
            var failure = new FormatException("Not valid near " + {|PRIV1003:Excerpt(json)|}, e);
            failure.Data["length"] = json.Length;
            failure.Data["start"] = {|PRIV1003:json[..Math.Min(10, json.Length)]|};
            throw failure;
        }
    }
}

// case: read from a file whose text is classified by its reader
class Reader
{
    [return: Content]
    public static string Load(string path) => System.IO.File.ReadAllText(path);
}

class Importer(NLog.Logger logger)
{
    public void Import(string path)
    {
        string json = Reader.Load(path);
        string[] lines = json.Split('\n');
        logger.Error("{0}: {1} lines, first {2}", path, lines.Length, {|PRIV1001:lines[0]|});
    }
}
