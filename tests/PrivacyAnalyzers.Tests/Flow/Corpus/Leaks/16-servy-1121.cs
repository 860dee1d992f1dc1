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
