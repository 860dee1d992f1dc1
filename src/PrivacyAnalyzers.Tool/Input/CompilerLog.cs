using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivacyAnalyzers.Tool.Input;

/// <summary>One result of a compiler's log.</summary>
/// <param name="Properties">What the analyzer said beside its message.</param>
/// <param name="Node">The result itself, for who rewrites the log.</param>
internal sealed record LogResult(string Rule, string Message, bool IsSuppressed, IReadOnlyDictionary<string, string> Properties, JsonObject Node);

/// <summary>The log that the compiler writes with <c>ErrorLog</c>: SARIF 2.1.</summary>
internal sealed record CompilerLog(string Path, JsonObject Root, IReadOnlyList<LogResult> Results)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = false };

    public static CompilerLog Read(string path)
    {
        JsonNode? root;
        try
        {
            using FileStream stream = File.OpenRead(path);
            root = JsonNode.Parse(stream, documentOptions: Options);
        }
        catch (JsonException fault)
        {
            throw new ToolFault($"{path} is not a SARIF log: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ToolFault($"{path} cannot be read: {fault.Message}", fault);
        }

        try
        {
            return Of(path, root);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // Nodes are read when they are asked for: a key that stands twice, and text that is half a character, show only then.
            throw new ToolFault($"{path} is not a SARIF log: a key stands twice in it, or a text is broken", fault);
        }
    }

    private static CompilerLog Of(string path, JsonNode? root)
    {
        if (root is not JsonObject log || log["runs"] is not JsonArray runs)
            throw new ToolFault($"{path} is not a SARIF log: it has no 'runs'");
        if (Text(log["version"]) is not { } version || !version.StartsWith("2.", StringComparison.Ordinal))
            throw new ToolFault($"{path} is not SARIF 2.1; build with -p:PrivacyLog=true, or with -p:ErrorLog=privacy.sarif%2cversion=2.1");

        var results = new List<LogResult>();
        foreach (JsonNode? run in runs)
        {
            if (run is not JsonObject runObject || runObject["results"] is not JsonArray list)
                continue;
            foreach (JsonNode? result in list)
            {
                if (result is not JsonObject item || Text(item["ruleId"]) is not { } rule)
                    throw new ToolFault($"{path} is not a SARIF log: a result has no 'ruleId'");
                results.Add(new LogResult(rule, Text((item["message"] as JsonObject)?["text"]) ?? "", item["suppressions"] is JsonArray { Count: > 0 }, Properties(item), item));
            }
        }

        return new CompilerLog(path, log, results);
    }

    /// <summary>Text where the node is text, nothing where it is anything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static Dictionary<string, string> Properties(JsonObject result)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (result["properties"] is not JsonObject properties)
            return found;

        // The compiler puts an analyzer's own one level deeper.
        foreach (JsonObject level in new[] { properties, properties["customProperties"] as JsonObject }.OfType<JsonObject>())
        {
            foreach ((string key, JsonNode? value) in level)
            {
                if (Text(value) is { } text)
                    found[key] = text;
            }
        }

        return found;
    }
}
