using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Which types an unknown call can hand a person's data back in: text, bytes, sequences of these, tasks of these.</summary>
internal static class StringLike
{
    public static bool Is(ITypeSymbol? type, int depth = 0)
    {
        if (type is null || depth > 4)
            return false;
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
            case SpecialType.System_Object:
                return true;
        }

        if (type is IDynamicTypeSymbol or ITypeParameterSymbol)
            return true;
        if (type is IArrayTypeSymbol array)
            return IsCharOrByte(array.ElementType) || Is(array.ElementType, depth + 1);
        if (type is not INamedTypeSymbol named)
            return false;
        if (IsTask(named))
            return named.TypeArguments.Length == 1 && Is(named.TypeArguments[0], depth + 1);
        if (named.TypeArguments.Length == 1 && IsMemoryLike(named))
            return IsCharOrByte(named.TypeArguments[0]) || Is(named.TypeArguments[0], depth + 1);
        if (IsStringBuilder(named) || IsText(named))
            return true;

        // Sequences: an object graph of another kind is not text, even if it can be listed.
        return named.TypeArguments.Length == 1 && named.ContainingNamespace is { } space && IsCollections(space) &&
            (IsCharOrByte(named.TypeArguments[0]) || Is(named.TypeArguments[0], depth + 1));
    }

    public static bool IsStringBuilder(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "StringBuilder" or "StringWriter" or "UriBuilder" or "DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler" };

    public static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" or "Lazy" };

    /// <summary>What shows its type's name as long as nobody awaits it.</summary>
    public static bool IsUnfinished(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" } named && MetadataNames.IsIn(named, "System.Threading.Tasks");

    private static bool IsMemoryLike(INamedTypeSymbol type) => type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ReadOnlySequence";

    /// <summary>Values that are text, or show all that they hold as text.</summary>
    public static bool IsText(INamedTypeSymbol type) => type.Name switch
    {
        "FormattableString" or "IFormattable" => MetadataNames.IsIn(type, "System"),
        "StringValues" => MetadataNames.IsIn(type, "Microsoft.Extensions.Primitives"),
        "JsonNode" or "JsonValue" or "JsonObject" or "JsonArray" => MetadataNames.IsIn(type, "System.Text.Json.Nodes"),
        "JsonElement" => MetadataNames.IsIn(type, "System.Text.Json"),
        "JToken" or "JValue" or "JObject" or "JArray" => MetadataNames.IsIn(type, "Newtonsoft.Json.Linq"),
        "Uri" or "QueryString" or "PathString" => MetadataNames.IsIn(type, "System"),
        _ => false,
    };

    private static bool IsCharOrByte(ITypeSymbol type) => type.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    private static bool IsCollections(INamespaceSymbol space)
    {
        for (INamespaceSymbol? current = space; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (current is { Name: "Collections" or "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
