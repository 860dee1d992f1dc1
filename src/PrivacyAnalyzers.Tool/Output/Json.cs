using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivacyAnalyzers.Tool.Output;

/// <summary>How <c>--json</c> answers look: indented, camel case, LF, nothing that a browser would run.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options).ReplaceLineEndings("\n");
}
